package io.larmor.device;

import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.Constant;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Integrator;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Term;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

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
        int[] switched = switches(mtj, currents, pulse, rests, trials);
        double[] shares = new double[currents.length];
        double[] errors = new double[currents.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) switched[i] / trials;
            errors[i] = Math.sqrt(shares[i] * (1 - shares[i]) / trials);
        }
        return new Sweep("pulses of " + Unit.SECOND.format(pulse), Mtj.CURRENT.quantity(), currents.clone(), PROBABILITY, shares,
                errors);
    }

    /** How many trials of each current ended on the other side; all trials run side by side. */
    private static int[] switches(Mtj mtj, double[] currents, double pulse, Direction[] rests, int trials) {
        int all = currents.length * trials;
        Seed seed = Seed.root().child("switching");
        Macrospin[] layers = Arrays.stream(rests).map(rest -> mtj.free().pointing(rest)).toArray(Macrospin[]::new);
        IntFunction<Macrospin> layer = i -> layers[currents[i / trials] < 0 ? 1 : 0];
        IntFunction<Seed> own = i -> seed.child(i / trials).child(i % trials);
        boolean steady = mtj.free().terms().stream().noneMatch(Term::isDriven);
        Integrator method = mtj.free().method();
        // Equilibrium does not depend on the damping, so the layers are warmed up strongly damped, which is quick.
        var quick = collect(all, i -> layer.apply(i).damping(1).law());
        double[][] starts = IntStream.range(0, all).mapToObj(i -> layer.apply(i).start()).toArray(double[][]::new);
        var warming = new SpinBatch("switching probability: warming up", quick, starts, method,
                collect(all, i -> own.apply(i).child("warming")), steady);
        warming.advance(SETTLING / (Constants.GAMMA * Math.max(1e-3, field(quick))));
        double[][] warm = IntStream.range(0, all).mapToObj(warming::spin).toArray(double[][]::new);
        var pulsed = collect(all, i -> mtj.free(layer.apply(i)).under(new Constant(currents[i / trials])).law());
        var motion = new SpinBatch("switching probability", pulsed, warm, method, collect(all, i -> own.apply(i).child("pulse")), steady);
        motion.advance(pulse);
        Direction p = mtj.torque().polarizer();
        int[] switched = new int[currents.length];
        for (int i = 0; i < all; i++) {
            double along = motion.x(i) * p.x() + motion.y(i) * p.y() + motion.z(i) * p.z();
            switched[i / trials] += along * layer.apply(i).pointing().dot(p) < 0 ? 1 : 0;
        }
        return switched;
    }

    private static <T> List<T> collect(int n, IntFunction<T> each) {
        return IntStream.range(0, n).mapToObj(each).toList();
    }

    /** The weakest of the fields that the spins turn in. */
    private static double field(List<Llgs> laws) {
        return laws.stream().mapToDouble(Llgs::largestField).min().orElseThrow();
    }
}
