package io.larmor.physics.spin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.larmor.core.Philox;
import io.larmor.physics.Constants;
import org.junit.jupiter.api.Test;

/** The plain steps against closed forms, and the order of the methods. */
class SpinStepsTest {

    private static final double FIELD = 0.1;

    /** A spin in a field along z, with a damping. */
    private static SpinParameters inField(double alpha) {
        return new SpinParameters(alpha, 0, 0, FIELD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** An easy plane, an oblique field, an easy axis off the axes and a torque: everything that is linear in the spin. */
    static SpinParameters oblique(double thermal) {
        return new SpinParameters(0.03, 0.05, -0.02, 0.11, 0.04, 0.01, -0.3, 0.02, -0.015, 0.03, 0.004, 0.001, -0.006, thermal);
    }

    @Test
    void precessesAtTheLarmorFrequency() {
        var steps = SpinSteps.of(inField(0));
        double[] m = {1, 0, 0};
        double time = 250e-12;
        for (int i = 0; i < 250; i++) {
            steps.rk4(m, 0, 1e-12);
        }
        double turns = 1 + Math.atan2(m[1], m[0]) / (2 * Math.PI);
        assertEquals(2.8025e9, turns / time, 1e5);
        assertEquals(Constants.GAMMA * FIELD / (2 * Math.PI), turns / time, 10);
    }

    @Test
    void dampingTurnsTheSpinAlongATanh() {
        double alpha = 0.05;
        var steps = SpinSteps.of(inField(alpha));
        double[] m = {1, 0, 0};
        for (int i = 0; i < 3000; i++) {
            steps.rk4(m, 0, 1e-12);
            if (i % 100 == 99) {
                double t = (i + 1) * 1e-12;
                assertEquals(Math.tanh(alpha * Constants.GAMMA * FIELD * t / (1 + alpha * alpha)), m[2], 1e-8, "at " + t);
                assertEquals(1, length(m), 1e-12);
            }
        }
    }

    @Test
    void halvingTheStepShowsFourthOrder() {
        double coarse = error(oblique(0), 4e-12, 250);
        double fine = error(oblique(0), 2e-12, 500);
        assertEquals(16, coarse / fine, 4);
    }

    private static double error(SpinParameters parameters, double dt, int count) {
        double[] m = run(parameters, dt, count);
        double[] exact = run(parameters, dt * count / 16000, 16000);
        return Math.hypot(Math.hypot(m[0] - exact[0], m[1] - exact[1]), m[2] - exact[2]);
    }

    private static double[] run(SpinParameters parameters, double dt, int count) {
        var steps = SpinSteps.of(parameters);
        double[] m = {0.6, 0, 0.8};
        for (int i = 0; i < count; i++) {
            steps.rk4(m, 0, dt);
        }
        return m;
    }

    @Test
    void heunIsOfSecondOrderWithoutHeat() {
        double[] exact = run(oblique(0), 1e-9 / 16000, 16000);
        double[] errors = new double[2];
        for (int k = 0; k < 2; k++) {
            int count = 1000 << k;
            var steps = SpinSteps.of(oblique(0));
            double[] m = {0.6, 0, 0.8};
            for (int i = 0; i < count; i++) {
                steps.heun(m, 0, 1e-9 / count, new double[3]);
            }
            errors[k] = Math.hypot(Math.hypot(m[0] - exact[0], m[1] - exact[1]), m[2] - exact[2]);
        }
        assertEquals(4, errors[0] / errors[1], 1);
    }

    /**
     * Noise in three directions that do not commute leaves Heun's method a strong order of 1/2 for infinitely short steps;
     * at the weak noise of a macrospin the error of first order is still the larger one.
     */
    @Test
    void heunConvergesPathByPath() {
        int paths = 200;
        int finest = 4096;
        double time = 1e-10;
        var parameters = oblique(2e-8);
        double[] errors = new double[3];
        var random = new Philox(77);
        for (int path = 0; path < paths; path++) {
            double[] wiener = new double[3 * finest];
            for (int i = 0; i < wiener.length; i++) {
                wiener[i] = random.nextGaussian();
            }
            double[] exact = heun(parameters, wiener, finest, time);
            for (int k = 0; k < errors.length; k++) {
                double[] m = heun(parameters, wiener, 64 << k, time);
                errors[k] += Math.hypot(Math.hypot(m[0] - exact[0], m[1] - exact[1]), m[2] - exact[2]) / paths;
            }
        }
        for (int k = 1; k < errors.length; k++) {
            double order = Math.log(errors[k - 1] / errors[k]) / Math.log(2);
            assertEquals(1, order, 0.25, "strong order at weak noise, seed 77");
        }
    }

    /** A path on a coarser grid: the increments of the Wiener process are summed. */
    private static double[] heun(SpinParameters parameters, double[] wiener, int count, double time) {
        var steps = SpinSteps.of(parameters);
        int each = wiener.length / 3 / count;
        double[] m = {0.6, 0, 0.8};
        double[] gaussians = new double[3];
        for (int i = 0; i < count; i++) {
            for (int axis = 0; axis < 3; axis++) {
                double sum = 0;
                for (int j = 0; j < each; j++) {
                    sum += wiener[3 * (i * each + j) + axis];
                }
                gaussians[axis] = sum / Math.sqrt(each);
            }
            steps.heun(m, 0, time / count, gaussians);
        }
        return m;
    }

    static double length(double[] m) {
        return Math.sqrt(m[0] * m[0] + m[1] * m[1] + m[2] * m[2]);
    }
}
