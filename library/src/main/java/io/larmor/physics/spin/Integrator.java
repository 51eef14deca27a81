package io.larmor.physics.spin;

import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.physics.Constants;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.OptionalDouble;

/**
 * A way to advance spins in time. Without heat: {@link #rungeKutta} with a fixed step or {@link #dormandPrince} with a
 * step that follows the motion. With heat: {@link #heun}, which alone is right there.
 */
public sealed interface Integrator permits Integrator.RungeKutta, Integrator.Heun, DormandPrince {

    /** The step of a method with a fixed one. */
    Parameter STEP = new Parameter("step", new Quantity("time step", "dt", Unit.SECOND), 1e-17, 1e-9, 1e-12,
            "the time step of the simulation");

    /** The fourth-order method of Runge and Kutta; the usual step is 1 ps. */
    static Integrator rungeKutta(double step) {
        return new RungeKutta(step);
    }

    /** Heun's stochastic method, which converges to the solution of Stratonovich; the usual step is 0.1 ps. */
    static Integrator heun(double step) {
        return new Heun(step);
    }

    /** The method of Dormand and Prince of order 8 with error control, to a relative error of 1e-11 a step. */
    static Integrator dormandPrince() {
        return new DormandPrince(1e-11);
    }

    /**
     * Refuses a law that this method would get wrong.
     *
     * @param owner what is simulated, for the error
     * @throws IllegalArgumentException naming the reason and the fix
     */
    void check(String owner, Llgs law);

    /** The step where it is fixed, in seconds. */
    OptionalDouble fixedStep();

    /** Starts it on a law. */
    Stepper start(Llgs law);

    /** A method at work on one law. Not thread-safe. */
    interface Stepper {

        /**
         * Advances the spins.
         *
         * @param m the spins, changed in place
         * @param time in seconds
         * @param duration in seconds
         * @param noise where the thermal field comes from; not used without heat
         */
        void advance(double[] m, double time, double duration, Philox noise);
    }

    /**
     * The fourth-order method of Runge and Kutta.
     *
     * @param step in seconds
     */
    record RungeKutta(double step) implements Integrator {

        /** The largest turn in one step, in radians: beyond it the phase error passes a millionth of a turn a step. */
        private static final double LARGEST_TURN = 0.3;

        public RungeKutta {
            STEP.check("rungeKutta", step);
        }

        @Override
        public void check(String owner, Llgs law) {
            refuseHeat(owner, law, "The method of Runge and Kutta");
            refuseLongStep(owner, law, step, LARGEST_TURN);
        }

        @Override
        public Stepper start(Llgs law) {
            var steps = new SpinSteps(law);
            return (m, time, duration, noise) -> {
                int count = count(duration, step);
                double dt = duration / count;
                for (int i = 0; i < count; i++) {
                    steps.rk4(m, time + i * dt, dt);
                    Pause.every4096(i);
                }
            };
        }

        @Override
        public OptionalDouble fixedStep() {
            return OptionalDouble.of(step);
        }

        @Override
        public String toString() {
            return "Runge-Kutta in steps of " + Unit.SECOND.format(step);
        }
    }

    /**
     * Heun's stochastic method.
     *
     * @param step in seconds
     */
    record Heun(double step) implements Integrator {

        /** The largest turn in one step, in radians; a method of second order needs shorter ones. */
        private static final double LARGEST_TURN = 0.1;

        public Heun {
            STEP.check("heun", step);
        }

        @Override
        public void check(String owner, Llgs law) {
            refuseLongStep(owner, law, step, LARGEST_TURN);
        }

        @Override
        public Stepper start(Llgs law) {
            var steps = new SpinSteps(law);
            double[] gaussians = new double[3 * law.spins()];
            boolean warm = law.isThermal();
            return (m, time, duration, noise) -> {
                int count = count(duration, step);
                double dt = duration / count;
                for (int i = 0; i < count; i++) {
                    for (int k = 0; warm && k < gaussians.length; k++) {
                        gaussians[k] = noise.nextGaussian();
                    }
                    steps.heun(m, time + i * dt, dt, gaussians);
                    Pause.every4096(i);
                }
            };
        }

        @Override
        public OptionalDouble fixedStep() {
            return OptionalDouble.of(step);
        }

        @Override
        public String toString() {
            return "Heun in steps of " + Unit.SECOND.format(step);
        }
    }

    /** How many steps, none longer than asked for, fill a duration. */
    static int count(double duration, double step) {
        double count = Math.ceil(duration / step - 1e-6);
        if (!(count <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("a duration of " + Unit.SECOND.format(duration) + " is "
                    + Unit.digits(count) + " steps of " + Unit.SECOND.format(step)
                    + ", too many for one run. Shorten it or run it in parts.");
        }
        return Math.max(1, (int) count);
    }

    /** Refuses a warm law: the thermal field has no place in a deterministic method. */
    static void refuseHeat(String owner, Llgs law, String method) {
        if (law.isThermal()) {
            throw new IllegalArgumentException(owner + ".temperature > 0 K with a deterministic integrator. " + method
                    + " has no place for the thermal field; use integrator(heun(ps(0.1))) or temperature(0).");
        }
    }

    private static void refuseLongStep(String owner, Llgs law, double step, double largestTurn) {
        double rate = Constants.GAMMA * law.largestField();
        if (!(rate * step <= largestTurn)) {
            throw new IllegalArgumentException(owner + ".step = " + Unit.SECOND.format(step) + " is too long: in a field of "
                    + Unit.TESLA.format(law.largestField()) + " a spin turns by " + Unit.digits(rate * step)
                    + " rad in one step, " + largestTurn + " rad are allowed. Use a step of at most "
                    + Unit.SECOND.format(largestTurn / rate) + ".");
        }
    }
}
