package io.larmor.device;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.physics.ensemble.SpinEnsemble;
import io.larmor.physics.spin.Integrator;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Motion;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spins that do not act on each other, side by side. Where their laws are linear and change only between advances they are
 * an ensemble, which steps several at once; else each moves by itself. A spin's random numbers hang on its seed alone.
 */
final class SpinBatch {

    /** Spin-steps below which other threads would cost more than they bring. */
    private static final double WORTH_THREADS = 1e6;

    private final String owner;
    private final List<Llgs> laws;
    private final Integrator method;
    private final SpinEnsemble ensemble;
    private final List<Motion> motions;

    /**
     * Spins at time 0.
     *
     * @param owner what is simulated, for errors and progress
     * @param laws the law of each; one spin a law
     * @param starts where each points
     * @param method how they are simulated
     * @param seeds where the thermal field of each comes from
     * @param steady whether a law changes only where its owner changes it, between advances
     */
    SpinBatch(String owner, List<Llgs> laws, double[][] starts, Integrator method, List<Seed> seeds, boolean steady) {
        this.owner = owner;
        this.laws = laws;
        this.method = method;
        laws.forEach(law -> method.check(owner, law));
        if (steady && method.fixedStep().isPresent() && laws.stream().allMatch(law -> law.isLinear(0))) {
            if (laws.stream().anyMatch(Llgs::isThermal)) {
                Citations.use(Papers.BROWN_1963, "thermal field");
            }
            ensemble = SpinEnsemble.of(seeds, i -> laws.get(i).parameters(0), null).titled(owner);
            for (int i = 0; i < starts.length; i++) {
                double length = Math.sqrt(starts[i][0] * starts[i][0] + starts[i][1] * starts[i][1] + starts[i][2] * starts[i][2]);
                ensemble.mx()[i] = starts[i][0] / length;
                ensemble.my()[i] = starts[i][1] / length;
                ensemble.mz()[i] = starts[i][2] / length;
            }
            motions = List.of();
        } else {
            ensemble = null;
            motions = IntStream.range(0, laws.size())
                    .mapToObj(i -> new Motion(owner, laws.get(i), starts[i], method, seeds.get(i))).toList();
        }
    }

    /** Whether several spins are stepped at once. */
    boolean isEnsemble() {
        return ensemble != null;
    }

    /** Advances all spins under their laws as they are now. */
    void advance(double duration) {
        if (ensemble == null) {
            moveEach(duration);
            return;
        }
        for (Llgs law : laws) {
            law.moveTo(0);
            method.check(owner, law);
        }
        ensemble.become(i -> laws.get(i).parameters(0));
        int steps = Integrator.count(duration, method.fixedStep().getAsDouble());
        if (method instanceof Integrator.Heun) {
            ensemble.heun(duration / steps, steps);
        } else {
            ensemble.rk4(duration / steps, steps);
        }
    }

    private void moveEach(double duration) {
        double steps = motions.size() * duration / method.fixedStep().orElse(duration);
        if (motions.size() == 1 || steps < WORTH_THREADS) {
            motions.forEach(motion -> motion.advance(duration));
        } else {
            Parallel.forEach(owner, motions.size(), i -> motions.get(i).advance(duration));
        }
    }

    int size() {
        return laws.size();
    }

    double x(int spin) {
        return ensemble == null ? motions.get(spin).spins()[0] : ensemble.mx()[spin];
    }

    double y(int spin) {
        return ensemble == null ? motions.get(spin).spins()[1] : ensemble.my()[spin];
    }

    double z(int spin) {
        return ensemble == null ? motions.get(spin).spins()[2] : ensemble.mz()[spin];
    }

    /** Where a spin points now. */
    double[] spin(int spin) {
        return new double[] {x(spin), y(spin), z(spin)};
    }
}
