package io.larmor.physics.ensemble;

import io.larmor.core.Seed;
import java.util.Arrays;
import java.util.List;

/**
 * Auto-oscillators with thermal noise side by side, in the amplitude form of
 * {@link io.larmor.physics.SlavinTiberkevich}, stepped by Euler and Maruyama's method; a power that noise drives below
 * zero is reflected. An oscillator's random numbers are a function of its seed and the step's number, so that they do not
 * depend on what runs beside it. Not thread-safe.
 */
public final class NoisyOscillators {

    private static final long KEY = Seed.root(0).child("noisy oscillators").key();
    /** Numbers of one place of the noise: successive steps. */
    private static final int FOUR = 4;
    /** Places drawn at once: enough for whole vectors even for one oscillator, and not more than the first cache holds. */
    private static final int AHEAD = 256;

    private final double[] power;
    private final double[] gain;
    private final double[] loss;
    private final double[] kicks;
    private final NormalBuffer noise;
    private final int rounds;
    private long step;

    /**
     * Oscillators at a power.
     *
     * @param seeds a seed for each
     */
    public NoisyOscillators(List<Seed> seeds, double power) {
        int count = seeds.size();
        this.rounds = Math.max(1, AHEAD / count);
        this.power = new double[count];
        this.gain = new double[count];
        this.loss = new double[count];
        this.kicks = new double[count];
        this.noise = new NormalBuffer(rounds * count);
        long[] names = seeds.stream().mapToLong(Seed::key).toArray();
        for (int round = 0; round < rounds; round++) {
            noise.name(round * count, names, count);
            noise.place(round * count, (round + 1) * count, round);
        }
        noise.stride = rounds;
        Arrays.fill(this.power, power);
    }

    /** The powers; the array is the oscillators' own. */
    public double[] power() {
        return power;
    }

    /**
     * Steps at constant supercriticality.
     *
     * @param zeta the supercriticality of each
     * @param damping the damping rate Γ, in 1/s
     * @param q the nonlinear damping
     * @param thermal the thermal power p_th
     * @param dt in seconds
     */
    public void advance(double[] zeta, double damping, double q, double thermal, double dt, int steps) {
        double rate = 2 * damping * dt;
        for (int i = 0; i < power.length; i++) {
            gain[i] = rate * (zeta[i] - 1);
            loss[i] = rate * (zeta[i] + q);
        }
        double source = rate * thermal;
        double kick = Math.sqrt(2 * rate * thermal);
        for (int done = 0; done < steps;) {
            int within = (int) (step % (FOUR * rounds));
            if (within == 0) {
                draw();
            }
            int now = 1;
            if (power.length == 1) {
                now = Math.min(steps - done, FOUR * rounds - within);
                power[0] = steps(source, kick, within, now);
            } else {
                // From the start of an array, because the compiler makes vector instructions of a loop without an offset only.
                System.arraycopy(noise.numbers, begin(within), kicks, 0, power.length);
                step(power, gain, loss, source, kick, kicks);
            }
            done += now;
            step += now;
        }
    }

    /** One oscillator by itself: its power stays in a register, and all but its root is off the way from step to step. */
    private double steps(double source, double kick, int within, int count) {
        double p = power[0], g = gain[0], l = loss[0];
        for (int k = within; k < within + count; k++) {
            p = Math.abs(Math.fma(Math.sqrt(p), kick * noise.numbers[begin(k)], p + source + p * (g - l * p)));
        }
        return p;
    }

    /** Where the numbers of a step of a draw begin. */
    private int begin(int within) {
        return noise.begin(within % FOUR, rounds * power.length) + within / FOUR * power.length;
    }

    private static void step(double[] power, double[] gain, double[] loss, double source, double kick, double[] kicks) {
        for (int i = 0; i < power.length; i++) {
            double p = power[i];
            power[i] = Math.abs(Math.fma(Math.sqrt(p), kick * kicks[i], p + source + p * (gain[i] - loss[i] * p)));
        }
    }

    private void draw() {
        int places = rounds * power.length;
        Kernels.normals(places).fill(noise, KEY, places);
    }
}
