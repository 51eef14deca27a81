package io.larmor.task;

import io.larmor.core.Metric;
import io.larmor.core.Progress;
import io.larmor.physics.oscillator.Rate;
import io.larmor.physics.oscillator.Rk4;

/**
 * Predicting the three coordinates of Lorenz, J. Atmos. Sci. 20, 130 (1963), one sample ahead:
 *
 * <pre>dx/dt = 10 (y - x),   dy/dt = x (28 - z) - y,   dz/dt = x y - 8/3 z</pre>
 *
 * from (1, 1, 1), sampled every 0.02, by the classical Runge–Kutta method with a step of 1/4000.
 */
public final class Lorenz63 {

    private static final double INTERVAL = 0.02;
    private static final double STEP = 1.0 / 4000;

    private Lorenz63() {
    }

    /** The task: at each step all three coordinates arrive, and those of the next one are due. */
    public static SeriesTask task() {
        return SeriesTask.of("Lorenz 63, 1 step ahead", "solved from (1, 1, 1), one sample every 0.02", Metric.NRMSE,
                length -> {
                    double[][] points = solve(length + 1, INTERVAL);
                    double[][] inputs = new double[length][];
                    double[][] targets = new double[length][];
                    for (int t = 0; t < length; t++) {
                        inputs[t] = points[t];
                        targets[t] = points[t + 1];
                    }
                    return new SeriesTask.Series(inputs, targets);
                });
    }

    /** The points at 0 and then every {@code interval}, samples x 3. */
    public static double[][] solve(int samples, double interval) {
        int steps = (int) Math.ceil(interval / STEP - 1e-9);
        double h = interval / steps;
        double[][] points = new double[samples][];
        double[] now = {1, 1, 1};
        points[0] = now.clone();
        var method = new Rk4(new Equations());
        for (int sample = 1; sample < samples; sample++) {
            method.advance(now, 0, h, steps);
            points[sample] = now.clone();
            Progress.checkpoint();
        }
        return points;
    }

    private record Equations() implements Rate {

        @Override
        public int size() {
            return 3;
        }

        @Override
        public void at(double t, double[] p, double[] into) {
            into[0] = 10 * (p[1] - p[0]);
            into[1] = p[0] * (28 - p[2]) - p[1];
            into[2] = p[0] * p[1] - 8.0 / 3 * p[2];
        }
    }
}
