package io.larmor.physics.spin;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Philox;
import io.larmor.core.Progress;
import io.larmor.core.Seed;

/** Spins in motion: a law, where its spins are now, and the method that advances them. Not thread-safe. */
public final class Motion {

    private final String owner;
    private final Llgs law;
    private final double[] m;
    private final Integrator integrator;
    private final Integrator.Stepper stepper;
    private final Philox noise;
    private double time;

    /**
     * Starts spins at time 0.
     *
     * @param owner what is simulated, for errors and progress
     * @param start the spins, x, y, z each
     * @param seed where the thermal field comes from
     * @throws IllegalArgumentException if the method would get the law wrong
     */
    public Motion(String owner, Llgs law, double[] start, Integrator integrator, Seed seed) {
        if (start.length != 3 * law.spins()) {
            throw new IllegalArgumentException(owner + ": " + start.length + " components for " + law.spins() + " spins");
        }
        this.owner = owner;
        this.law = law;
        this.m = start.clone();
        SpinSteps.normalize(m);
        this.integrator = integrator;
        integrator.check(owner, law);
        if (law.isThermal()) {
            Citations.use(Papers.BROWN_1963, "thermal field");
        }
        this.stepper = integrator.start(law);
        this.noise = seed.generator();
    }

    /**
     * Advances the spins.
     *
     * @throws IllegalArgumentException if a driven field has become too strong for the step
     */
    public void advance(double duration) {
        check(time);
        check(time + duration / 2);
        stepper.advance(m, time, duration, noise);
        time += duration;
    }

    private void check(double at) {
        law.moveTo(at);
        integrator.check(owner, law);
    }

    /** Advances the spins and notes them at evenly spaced times, the first one now. */
    public Trajectory record(double duration, int intervals) {
        double[] times = new double[intervals + 1];
        double[][] components = new double[m.length][intervals + 1];
        double begin = time;
        try (var progress = Progress.of("simulating " + owner, intervals)) {
            for (int i = 0; i <= intervals; i++) {
                if (i > 0) {
                    advance(duration / intervals);
                    progress.step();
                }
                times[i] = begin + duration * i / intervals;
                for (int k = 0; k < m.length; k++) {
                    components[k][i] = m[k];
                }
            }
        }
        return new Trajectory(owner, times, components);
    }

    /** The spins as they are; the array itself, to be read only. */
    public double[] spins() {
        return m;
    }

    /** The part of a spin along a direction. */
    public double along(int spin, Direction direction) {
        return m[3 * spin] * direction.x() + m[3 * spin + 1] * direction.y() + m[3 * spin + 2] * direction.z();
    }

    /** A bound of the effective field now, in tesla. */
    public double field() {
        law.moveTo(time);
        return law.largestField();
    }

    /** The time, in seconds. */
    public double time() {
        return time;
    }
}
