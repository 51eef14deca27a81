package io.larmor.task;

import io.larmor.core.Metric;
import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.units.Quantity;
import java.util.Arrays;

/**
 * Predicting the chaotic equation of Mackey and Glass, Science 197, 287 (1977):
 *
 * <pre>dx/dt = 0.2 x(t-17) / (1 + x(t-17)¹⁰) - 0.1 x</pre>
 *
 * from x = 1.2 in the past, sampled once a unit of time. It is solved by the classical Runge–Kutta method whose step divides
 * the delay; between steps the past is interpolated by cubic Hermite polynomials, so that the order four is kept.
 */
public final class MackeyGlass {

    /** How many steps ahead is predicted. */
    public static final Parameter HORIZON = new Parameter("mackeyGlass", Quantity.of("steps ahead"), 1, 1000, 1,
            "how many steps ahead is predicted");

    private static final int DELAY = 17;
    private static final double START = 1.2;
    private static final int STEPS = 100;

    private MackeyGlass() {
    }

    /**
     * The task: at each step the value so many steps ahead is due.
     *
     * @param horizon steps, at least 1
     */
    public static SeriesTask task(int horizon) {
        HORIZON.check("task", horizon);
        return SeriesTask.of("Mackey–Glass, " + horizon + (horizon == 1 ? " step ahead" : " steps ahead"),
                "solved from x = 1.2 with a delay of 17, one sample a unit of time", Metric.NRMSE, length -> {
                    double[] x = solve(length + horizon, STEPS, true);
                    double[][] inputs = new double[length][];
                    double[][] targets = new double[length][];
                    for (int t = 0; t < length; t++) {
                        inputs[t] = new double[] {x[t]};
                        targets[t] = new double[] {x[t + horizon]};
                    }
                    return new SeriesTask.Series(inputs, targets);
                });
    }

    /**
     * x at 0, 1, 2 ...
     *
     * @param samples how many
     * @param steps the steps of the method in a unit of time; 100 is good to 1e-8 for as long as chaos allows
     * @param cubic whether the past is interpolated by cubics; if not, by the mean of its neighbors as is often done, which
     *     has only second order
     */
    public static double[] solve(int samples, int steps, boolean cubic) {
        int past = DELAY * steps;
        double h = 1.0 / steps;
        double[] x = new double[past + (samples - 1) * steps + 1];
        double[] slope = new double[x.length];
        Arrays.fill(x, 0, past + 1, START);
        double[] sampled = new double[samples];
        sampled[0] = START;
        for (int i = past; i + 1 < x.length; i++) {
            double before = x[i - past];
            double after = x[i - past + 1];
            double middle = 0.5 * (before + after);
            // The slope jumps where the history ends: on the left of that point it is 0.
            if (cubic && i - past >= past) {
                middle += h / 8 * (slope[i - past] - slope[i - past + 1]);
            }
            double k1 = rate(x[i], before);
            double k2 = rate(x[i] + h / 2 * k1, middle);
            double k3 = rate(x[i] + h / 2 * k2, middle);
            double k4 = rate(x[i] + h * k3, after);
            slope[i] = k1;
            x[i + 1] = x[i] + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            if ((i + 1 - past) % steps == 0) {
                sampled[(i + 1 - past) / steps] = x[i + 1];
                Progress.checkpoint();
            }
        }
        return sampled;
    }

    private static double rate(double x, double delayed) {
        double square = delayed * delayed;
        double fourth = square * square;
        return 0.2 * delayed / (1 + fourth * fourth * square) - 0.1 * x;
    }
}
