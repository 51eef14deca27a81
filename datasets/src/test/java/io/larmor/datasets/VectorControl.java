package io.larmor.datasets;

import io.larmor.core.Parallel;
import io.larmor.task.VectorTask;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * The controls without a device for tasks on vectors: ridge regression on one-hot labels, and the nearest training sample.
 * As a program it prints the table of datasets/README.md.
 */
final class VectorControl {

    /** The share of the mean power of an input that is added to the diagonal. */
    private static final double RIDGE = 1e-6;

    private VectorControl() {
    }

    /** The share of right answers of a linear readout with a bias, on the test samples. */
    static double ridge(VectorTask task) {
        int n = task.width() + 1;
        double[][] gram = new double[n][n];
        double[][] cross = new double[n][task.classes().size()];
        for (int i : task.train()) {
            double[] row = row(task, i);
            // Images are mostly paper, and what is zero adds nothing.
            int[] inked = used(row);
            for (int a : inked) {
                for (int b : inked) {
                    gram[a][b] += row[a] * row[b];
                }
                cross[a][task.labels()[i]] += row[a];
            }
        }
        double trace = 0;
        for (int a = 0; a < n; a++) {
            trace += gram[a][a];
        }
        for (int a = 0; a < n; a++) {
            gram[a][a] += RIDGE * trace / n;
        }
        var weights = new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false), 1e-9, 0).getSolver()
                .solve(new Array2DRowRealMatrix(cross, false)).getData();
        int right = 0;
        for (int i : task.test()) {
            double[] row = row(task, i);
            double[] scores = new double[task.classes().size()];
            for (int a : used(row)) {
                for (int c = 0; c < scores.length; c++) {
                    scores[c] += row[a] * weights[a][c];
                }
            }
            int best = 0;
            for (int c = 1; c < scores.length; c++) {
                best = scores[c] > scores[best] ? c : best;
            }
            right += best == task.labels()[i] ? 1 : 0;
        }
        return (double) right / task.test().length;
    }

    /** The share of test samples whose nearest training sample, by the distance of Euclid, is of their class. */
    static double nearest(VectorTask task) {
        int width = task.width();
        float[] values = task.values();
        int[] test = task.test();
        long right = Parallel.map("nearest", test.length, t -> {
            int i = test[t];
            float least = Float.MAX_VALUE;
            int label = -1;
            for (int j : task.train()) {
                float distance = 0;
                for (int k = 0; k < width && distance < least;) {
                    for (int end = Math.min(width, k + 32); k < end; k++) {
                        float d = values[i * width + k] - values[j * width + k];
                        distance += d * d;
                    }
                }
                if (distance < least) {
                    least = distance;
                    label = task.labels()[j];
                }
            }
            return label == task.labels()[i];
        }).stream().filter(hit -> hit).count();
        return (double) right / test.length;
    }

    /** The same task with every value replaced. */
    static VectorTask with(VectorTask task, DoubleUnaryOperator change) {
        float[] values = task.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) change.applyAsDouble(values[i]);
        }
        return new VectorTask(task.name(), task.origin(), task.classes(), task.shape(), values, task.labels(), task.train(),
                task.validation(), task.test());
    }

    private static double[] row(VectorTask task, int i) {
        int width = task.width();
        double[] row = new double[width + 1];
        for (int k = 0; k < width; k++) {
            row[k] = task.values()[i * width + k];
        }
        row[width] = 1;
        return row;
    }

    private static int[] used(double[] row) {
        return IntStream.range(0, row.length).filter(a -> row[a] != 0).toArray();
    }

    /** Prints how hard the sets are: those in LARMOR_DATA, if there are any, and the twins. */
    public static void main(String[] arguments) {
        VectorTask[] tasks = {Data.drones().task(), Data.drones().twin().task(), Data.mnist().task(), Data.mnist().downsampled(8).task(),
            Data.mnist().twin().task(), Data.mnist().twin().downsampled(8).task()};
        System.out.println("| task | ridge | nearest neighbor | ridge, log | nearest neighbor, log |\n|---|---|---|---|---|");
        for (VectorTask task : tasks) {
            boolean spectra = task.shape().length == 1;
            VectorTask few = task.atMost(60_000, 1000);
            VectorTask log = spectra ? with(task, Math::log) : null;
            System.out.println("| " + task + " | " + percent(ridge(task)) + " | " + percent(nearest(few)) + " | "
                    + (spectra ? percent(ridge(log)) + " | " + percent(nearest(log)) : "- | -") + " |");
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
