package io.larmor.physics.spin;

import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.units.Quantity;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;

/**
 * The method of Dormand and Prince of order 8(5,3), by Hipparchus: its step follows the motion, its solution is known
 * between steps ({@link #sample}), and it finds when something happens ({@link #crossing}). Without heat only.
 *
 * @param tolerance the relative error allowed in a step
 */
public record DormandPrince(double tolerance) implements Integrator {

    public static final Parameter TOLERANCE = new Parameter("tolerance", Quantity.of("relative error of a step"),
            1e-14, 1e-3, 1e-11, "how exact each step is");

    private static final double SHORTEST = 1e-22;
    private static final double LONGEST = 1e-6;
    /** Steps of an oscillation are some tenth of its period, so an event lasting that long is not stepped over. */
    private static final double EVENT_CHECK = 1e-12;
    private static final double EVENT_PRECISION = 1e-18;
    private static final int EVENT_ITERATIONS = 100;

    public DormandPrince {
        TOLERANCE.check("dormandPrince", tolerance);
    }

    @Override
    public void check(String owner, Llgs law) {
        Integrator.refuseHeat(owner, law, "The method of Dormand and Prince");
    }

    @Override
    public OptionalDouble fixedStep() {
        return OptionalDouble.empty();
    }

    @Override
    public Stepper start(Llgs law) {
        return (double[] m, double time, double duration, Philox noise) -> {
            var end = integrator().integrate(new Equation(law), new ODEState(time, m), time + duration);
            System.arraycopy(end.getPrimaryState(), 0, m, 0, m.length);
            SpinSteps.normalize(m);
        };
    }

    /**
     * The solution at given times, by the method's own interpolation.
     *
     * @param m the spins at time 0
     * @param times ascending, in seconds, not before 0
     * @return times x components
     */
    public double[][] sample(Llgs law, double[] m, double[] times) {
        double[][] samples = new double[times.length][];
        int[] next = {0};
        while (next[0] < times.length && times[next[0]] <= 0) {
            samples[next[0]++] = m.clone();
        }
        if (next[0] < times.length) {
            var integrator = integrator();
            integrator.addStepHandler((ODEStateInterpolator step) -> {
                while (next[0] < times.length && times[next[0]] <= step.getCurrentState().getTime()) {
                    double[] state = step.getInterpolatedState(times[next[0]]).getPrimaryState();
                    SpinSteps.normalize(state);
                    samples[next[0]++] = state;
                }
            });
            integrator.integrate(new Equation(law), new ODEState(0, m), times[times.length - 1]);
        }
        return samples;
    }

    /**
     * The solution at evenly spaced times, the first one 0.
     *
     * @param name what is simulated
     * @param m the spins at time 0
     */
    public Trajectory record(String name, Llgs law, double[] m, double duration, int intervals) {
        check(name, law);
        double[] times = new double[intervals + 1];
        Arrays.setAll(times, i -> duration * i / intervals);
        double[][] samples = sample(law, m, times);
        double[][] components = new double[m.length][times.length];
        for (int i = 0; i < times.length; i++) {
            for (int k = 0; k < m.length; k++) {
                components[k][i] = samples[i][k];
            }
        }
        return new Trajectory(name, times, components);
    }

    /**
     * When the part of a spin along a direction first crosses a level, to 1e-18 s.
     *
     * @param m the spins at time 0; those at the crossing, or at the limit, when it returns
     * @param spin which spin, from 0
     * @param level between -1 and 1
     * @param limit how long to wait, in seconds
     * @return the time, or empty if the level is not crossed
     */
    public OptionalDouble crossing(Llgs law, double[] m, int spin, Direction along, double level, double limit) {
        var integrator = integrator();
        var crossing = new Crossing(3 * spin, along, level);
        integrator.addEventDetector(crossing);
        var end = integrator.integrate(new Equation(law), new ODEState(0, m), limit);
        System.arraycopy(end.getPrimaryState(), 0, m, 0, m.length);
        SpinSteps.normalize(m);
        return crossing.happened ? OptionalDouble.of(end.getTime()) : OptionalDouble.empty();
    }

    private DormandPrince853Integrator integrator() {
        return new DormandPrince853Integrator(SHORTEST, LONGEST, tolerance, tolerance);
    }

    @Override
    public String toString() {
        return "Dormand-Prince to " + tolerance;
    }

    /** The law as Hipparchus asks for it. The slope is that of the normalized spins, so that lengths stay where they are. */
    private static final class Equation implements OrdinaryDifferentialEquation {

        private final Llgs law;
        private final double[] spins;
        private int evaluations;

        Equation(Llgs law) {
            this.law = law;
            this.spins = new double[3 * law.spins()];
        }

        @Override
        public int getDimension() {
            return spins.length;
        }

        @Override
        public double[] computeDerivatives(double time, double[] m) {
            Pause.every4096(evaluations++);
            System.arraycopy(m, 0, spins, 0, m.length);
            SpinSteps.normalize(spins);
            law.moveTo(time);
            double[] slope = new double[m.length];
            law.derivative(spins, null, slope);
            return slope;
        }
    }

    /** A spin's part along a direction passing a level. */
    private static final class Crossing implements ODEEventDetector, ODEEventHandler {

        private final int at;
        private final Direction along;
        private final double level;
        private boolean happened;

        Crossing(int at, Direction along, double level) {
            this.at = at;
            this.along = along;
            this.level = level;
        }

        @Override
        public AdaptableInterval getMaxCheckInterval() {
            return AdaptableInterval.of(EVENT_CHECK);
        }

        @Override
        public int getMaxIterationCount() {
            return EVENT_ITERATIONS;
        }

        @Override
        public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
            return new BracketingNthOrderBrentSolver(0, EVENT_PRECISION, 0, 5);
        }

        @Override
        public ODEEventHandler getHandler() {
            return this;
        }

        @Override
        public double g(ODEStateAndDerivative state) {
            double[] m = state.getPrimaryState();
            return m[at] * along.x() + m[at + 1] * along.y() + m[at + 2] * along.z() - level;
        }

        @Override
        public Action eventOccurred(ODEStateAndDerivative state, ODEEventDetector detector, boolean increasing) {
            happened = true;
            return Action.STOP;
        }
    }
}
