package io.larmor.task;

import io.larmor.core.Metric;
import io.larmor.core.Philox;
import io.larmor.core.Seed;

/**
 * Nonlinear autoregressive moving averages after Atiya and Parlos, IEEE Trans. Neural Netw. 11, 697 (2000): the input u is
 * uniform in 0 .. 0.5, and at each step the next value of y is due.
 *
 * <pre>
 * order 2:  y(t+1) = 0.4 y(t) + 0.4 y(t) y(t-1) + 0.6 u(t)³ + 0.1
 * order 10: y(t+1) = 0.3 y(t) + 0.05 y(t) Σ y(t-i) + 1.5 u(t-9) u(t) + 0.1,   i = 0 .. 9
 * </pre>
 */
public final class Narma {

    /** Rarely order 10 runs away; nothing that stays does so beyond this. */
    private static final double LARGEST = 1.5;

    private Narma() {
    }

    /**
     * The task, whose input hangs on the session's seed.
     *
     * @param order 2 or 10
     */
    public static SeriesTask task(int order) {
        check(order);
        Seed seed = Seed.root().child("narma").child(order);
        return SeriesTask.of("NARMA-" + order, "generated, input uniform in 0 .. 0.5", Metric.NRMSE,
                length -> series(order, length, seed));
    }

    private static SeriesTask.Series series(int order, int length, Seed seed) {
        for (int draw = 0; ; draw++) {
            Philox random = seed.child(draw).generator();
            double[] u = new double[length + 1];
            for (int t = 0; t < u.length; t++) {
                u[t] = 0.5 * random.nextDouble();
            }
            double[] y = response(order, u);
            double largest = 0;
            for (double value : y) {
                largest = Math.max(largest, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
            }
            if (largest < LARGEST) {
                return due(u, y, length);
            }
        }
    }

    private static SeriesTask.Series due(double[] u, double[] y, int length) {
        double[][] inputs = new double[length][];
        double[][] targets = new double[length][];
        for (int t = 0; t < length; t++) {
            inputs[t] = new double[] {u[t]};
            targets[t] = new double[] {y[t + 1]};
        }
        return new SeriesTask.Series(inputs, targets);
    }

    /**
     * The values of y for an input, as many; the first {@code order} are zero.
     *
     * @param order 2 or 10
     */
    public static double[] response(int order, double[] u) {
        check(order);
        double[] y = new double[u.length];
        for (int t = order - 1; t + 1 < u.length; t++) {
            if (order == 2) {
                y[t + 1] = 0.4 * y[t] + 0.4 * y[t] * y[t - 1] + 0.6 * u[t] * u[t] * u[t] + 0.1;
            } else {
                double sum = 0;
                for (int i = 0; i < 10; i++) {
                    sum += y[t - i];
                }
                y[t + 1] = 0.3 * y[t] + 0.05 * y[t] * sum + 1.5 * u[t - 9] * u[t] + 0.1;
            }
        }
        return y;
    }

    private static void check(int order) {
        if (order != 2 && order != 10) {
            throw new IllegalArgumentException("narma(" + order + "): the orders 2 and 10 are known");
        }
    }
}
