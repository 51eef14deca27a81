package io.larmor.device;

import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.Constant;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Motion;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** How current switches a junction: the threshold without heat, and the probability with it. */
final class Switching {

    private static final Quantity PROBABILITY = Quantity.of("switching probability");
    private static final double PRECISION = 1e-6;
    private static final double SETTLING = 20;
    private static final double ACROSS = 0.5;

    private Switching() {
    }

    /** The positive current at which the antiparallel rest becomes unstable. */
    static double threshold(Mtj mtj) {
        Macrospin resting = mtj.free().pointing(rest(mtj, false));
        if (Math.abs(resting.pointing().dot(mtj.torque().polarizer())) < ACROSS) {
            throw new IllegalStateException("mtj.threshold: the fixed layer " + mtj.torque().polarizer() + " lies across the rest "
                    + resting.pointing() + ", so the current turns the free layer at once. Set reference(..) along the easy axis.");
        }
        double stable = 0;
        double unstable = 1e-6;
        while (stable(mtj, resting, unstable)) {
            stable = unstable;
            unstable *= 2;
            if (unstable > Mtj.CURRENT.max()) {
                throw new IllegalStateException("mtj.threshold: the antiparallel rest is stable up to "
                        + Unit.AMPERE.format(Mtj.CURRENT.max()) + "; the layer is too thick or too strongly damped");
            }
        }
        while (unstable - stable > PRECISION * unstable) {
            double middle = (stable + unstable) / 2;
            if (stable(mtj, resting, middle)) {
                stable = middle;
            } else {
                unstable = middle;
            }
        }
        return (stable + unstable) / 2;
    }

    private static boolean stable(Mtj mtj, Macrospin resting, double current) {
        return mtj.free(resting).under(new Constant(current)).resonance().isStable();
    }

    /** Where the free layer rests without current, on the side of the fixed layer or on the other. */
    private static Direction rest(Mtj mtj, boolean parallel) {
        Direction p = mtj.torque().polarizer();
        return mtj.free().pointing(parallel ? p : p.reversed()).settled();
    }

    static Sweep probability(Mtj mtj, double[] currents, double pulse, int trials) {
        Magnet magnet = mtj.free().magnet();
        if (!(magnet.temperature() > 0)) {
            throw new IllegalArgumentException("mtj.switchingProbability needs heat: without it the free layer never leaves its "
                    + "rest. Set a temperature, for example temperature(300).");
        }
        if (!(pulse > 0 && pulse < Double.POSITIVE_INFINITY) || trials < 1) {
            throw new IllegalArgumentException("mtj.switchingProbability: pulse = " + Unit.SECOND.format(pulse) + ", trials = "
                    + trials + ": both must be positive, for example ns(10) and 100");
        }
        for (double current : currents) {
            Mtj.CURRENT.check("mtj", current);
        }
        Direction[] rests = {rest(mtj, false), rest(mtj, true)};
        var switched = new AtomicIntegerArray(currents.length);
        Seed seed = Seed.root().child("switching");
        Parallel.forEach("switching probability", currents.length * trials, i -> {
            int at = i / trials;
            if (switches(mtj, currents[at], pulse, rests[currents[at] < 0 ? 1 : 0], seed.child(at).child(i % trials))) {
                switched.incrementAndGet(at);
            }
        });
        double[] shares = new double[currents.length];
        double[] errors = new double[currents.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) switched.get(i) / trials;
            errors[i] = Math.sqrt(shares[i] * (1 - shares[i]) / trials);
        }
        return new Sweep("pulses of " + Unit.SECOND.format(pulse), Mtj.CURRENT.quantity(), currents.clone(), PROBABILITY, shares,
                errors);
    }

    private static boolean switches(Mtj mtj, double current, double pulse, Direction rest, Seed seed) {
        Macrospin layer = mtj.free().pointing(rest);
        // Equilibrium does not depend on the damping, so the layer is warmed up strongly damped, which is quick.
        var quick = layer.damping(1);
        var warming = new Motion(mtj.name(), quick.law(), quick.start(), layer.method(), seed.child("warming"));
        warming.advance(SETTLING / (Constants.GAMMA * Math.max(1e-3, warming.field())));
        var pulsed = mtj.free(layer).under(new Constant(current));
        var motion = new Motion(mtj.name(), pulsed.law(), warming.spins(), layer.method(), seed.child("pulse"));
        motion.advance(pulse);
        Direction p = mtj.torque().polarizer();
        return motion.along(0, p) * rest.dot(p) < 0;
    }
}
