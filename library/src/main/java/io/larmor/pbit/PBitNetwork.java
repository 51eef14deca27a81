package io.larmor.pbit;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.physics.pbit.Tally;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * P-bits that wander through the states of a problem at one temperature: {@code m_i = sgn(tanh(I0 I_i) − r)}, one after another,
 * with the field {@code I_i = −(E(m_i = +1) − E(m_i = −1)) / 2} and r uniform in −1 .. 1 (Camsari et al., Phys. Rev. X 7, 031014,
 * 2017). A state of energy E then has the probability exp(−I0 E) / Z. Immutable; setters return a changed copy.
 *
 * @param problem what they are to find
 * @param strength I0, the inverse temperature
 * @param sweeps how many times every free p-bit is updated
 * @param settling sweeps before the first that counts
 * @param variability how much the p-bits' slopes differ, the standard deviation as a part of the slope
 */
public record PBitNetwork(Problem problem, double strength, int sweeps, int settling, double variability) {

    public static final Parameter STRENGTH = new Parameter("strength", new Quantity("strength", "I0", Unit.NONE), 0, 1e12, 1,
            "the inverse temperature: 0 is chance alone");
    public static final Parameter TEMPERATURE = new Parameter("temperature", Quantity.of("temperature"), 1e-12, 1e12, 1,
            "the inverse of the strength I0, above zero: a negative one would seek the worst states");
    public static final Parameter SWEEPS = new Parameter("sweeps", Quantity.of("sweeps"), 1, 1_000_000_000, 100_000,
            "how many times every p-bit is updated");
    public static final Parameter SETTLING = new Parameter("settling", Quantity.of("sweeps to settle"), 0, 1_000_000_000, 100,
            "sweeps before the first that counts");
    public static final Parameter VARIABILITY = new Parameter("variability", Quantity.of("variability"), 0, 1, 0,
            "the standard deviation of the p-bits' slopes over their mean");

    /** The smallest slope that a p-bit is left with, as a part of the mean. */
    private static final double LEAST_GAIN = 0.05;
    /** Updates between two looks at the clock. */
    private static final int STEP = 200_000;

    public PBitNetwork {
        STRENGTH.check("pbits", strength);
        SWEEPS.check("pbits", sweeps);
        SETTLING.check("pbits", settling);
        VARIABILITY.check("pbits", variability);
    }

    /** The p-bits of a problem at its own strength, 100 000 sweeps. */
    public static PBitNetwork of(Problem problem) {
        return new PBitNetwork(problem, problem.strength(), (int) SWEEPS.standard(), (int) SETTLING.standard(), 0);
    }

    /** The same at another I0, the inverse temperature: 0 is chance alone. */
    public PBitNetwork strength(double strength) {
        return new PBitNetwork(problem, strength, sweeps, settling, variability);
    }

    /** The same at another temperature, the inverse of I0. */
    public PBitNetwork temperature(double temperature) {
        return strength(1 / TEMPERATURE.check("pbits", temperature));
    }

    /** The same for another number of sweeps. */
    public PBitNetwork sweeps(int sweeps) {
        return new PBitNetwork(problem, strength, sweeps, settling, variability);
    }

    /** The same with other sweeps before the first that counts. */
    public PBitNetwork settling(int settling) {
        return new PBitNetwork(problem, strength, sweeps, settling, variability);
    }

    /** The same with p-bits whose slopes differ, as those of real junctions do: 0.1 for 10 %. */
    public PBitNetwork variability(double sd) {
        return new PBitNetwork(problem, strength, sweeps, settling, sd);
    }

    /** Lets them wander, and says where they have been. */
    public Sampling run() {
        Citations.use(Papers.CAMSARI_2017, "pbits");
        int n = problem.pbits();
        Seed seed = Seed.root().child("pbits").child(problem.name());
        var pbits = problem.start(begin(problem, seed.child("start")), gains(n, variability, seed.child("gains")), seed.child("bits"));
        var tally = new Tally(n);
        long begin = System.nanoTime();
        try (var progress = Progress.of("sweeps", settling + (long) sweeps)) {
            int piece = Math.max(1, STEP / n);
            for (int done = 0; done < settling; done += piece) {
                int now = Math.min(piece, settling - done);
                pbits.run(strength, now, null);
                progress.step(now);
            }
            for (int done = 0; done < sweeps; done += piece) {
                int now = Math.min(piece, sweeps - done);
                pbits.run(strength, now, tally);
                progress.step(now);
            }
        }
        return new Sampling(this, tally, (System.nanoTime() - begin) / 1e9, Seed.sessionNumber());
    }

    /** What the states' probabilities are exactly; for at most 20 p-bits. */
    public Boltzmann exact() {
        return Boltzmann.of(problem, strength);
    }

    /** A random state in which the clamped p-bits are as they are clamped. */
    static boolean[] begin(Problem problem, Seed seed) {
        Philox random = seed.generator();
        boolean[] free = problem.free();
        boolean[] state = problem.clamped();
        for (int i = 0; i < state.length; i++) {
            boolean chance = (random.nextInt() & 1) != 0;
            state[i] = free[i] ? chance : state[i];
        }
        return state;
    }

    static double[] gains(int n, double variability, Seed seed) {
        Philox random = seed.generator();
        double[] gains = new double[n];
        for (int i = 0; i < n; i++) {
            gains[i] = Math.max(LEAST_GAIN, 1 + variability * random.nextGaussian());
        }
        return gains;
    }

    @Override
    public String toString() {
        return "p-bits for " + problem + ": I0 = " + Unit.digits(strength) + ", " + sweeps + " sweeps"
                + (variability > 0 ? ", slopes differ by " + Unit.PERCENT.format(100 * variability) : "");
    }
}
