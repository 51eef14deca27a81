package io.larmor.device;

import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Seed;
import io.larmor.measure.Measures;
import io.larmor.physics.SlavinTiberkevich;
import io.larmor.physics.ensemble.NoisyOscillators;
import java.util.List;
import java.util.stream.Stream;

/** Spin-torque oscillators in motion: their powers, one a lane. */
final class StnoDynamics implements Dynamics {

    private final Stno stno;
    private final List<Seed> seeds;
    private final double[] power;
    private final double[] zeta;
    private final NoisyOscillators noisy;

    StnoDynamics(Stno stno, List<Seed> lanes) {
        this.stno = stno;
        this.seeds = lanes;
        this.noisy = new NoisyOscillators(lanes, stno.initialPower());
        this.power = noisy.power();
        this.zeta = new double[lanes.size()];
    }

    @Override
    public int lanes() {
        return power.length;
    }

    @Override
    public void advance(double[] input, double duration) {
        for (int lane = 0; lane < power.length; lane++) {
            double current = input[lane];
            if (!(current >= Stno.CURRENT.min() && current <= Stno.CURRENT.max())) {
                Stno.CURRENT.check("stno", current);
            }
            zeta[lane] = current / stno.threshold();
        }
        if (stno.noise() == 0) {
            SlavinTiberkevich.settle(power, zeta, stno.damping(), stno.nonlinearity(), duration);
        } else {
            int steps = Math.max(1, (int) Math.round(duration / stno.step()));
            double dt = duration / steps;
            noisy.advance(zeta, stno.damping(), stno.nonlinearity(), stno.noise(), dt, steps);
        }
    }

    @Override
    public void read(Observable what, double[] into) {
        if (what.equals(Measures.AMPLITUDE)) {
            for (int lane = 0; lane < power.length; lane++) {
                into[lane] = Math.sqrt(power[lane]);
            }
        } else if (what.equals(Measures.POWER)) {
            System.arraycopy(power, 0, into, 0, power.length);
        } else if (what.equals(Measures.FREQUENCY)) {
            for (int lane = 0; lane < power.length; lane++) {
                into[lane] = stno.frequency() + stno.shift() * power[lane];
            }
        } else {
            throw new IllegalArgumentException("stno cannot be read for " + what.key());
        }
    }

    /** Oscillators that differ in nothing but their current at rest can step together. */
    @Override
    public Dynamics beside(Dynamics other) {
        if (!(other instanceof StnoDynamics more && more.stno.current(stno.current()).equals(stno))) {
            return Dynamics.super.beside(other);
        }
        var both = new StnoDynamics(stno, Stream.concat(seeds.stream(), more.seeds.stream()).toList());
        System.arraycopy(power, 0, both.power, 0, power.length);
        System.arraycopy(more.power, 0, both.power, power.length, more.power.length);
        return both;
    }
}
