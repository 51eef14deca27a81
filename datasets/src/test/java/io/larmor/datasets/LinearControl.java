package io.larmor.datasets;

import io.larmor.task.LabelledSequence;
import io.larmor.task.SequenceTask;
import io.larmor.task.Split;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The control without a device: a linear readout of each frame, fitted by ridge regression on one-hot labels; a word is
 * the class whose output, summed over its frames, is largest.
 */
final class LinearControl {

    private static final double RIDGE = 1e-9;

    private LinearControl() {
    }

    /** The share of right answers, over all splits of the task. */
    static double accuracy(SequenceTask task) {
        int right = 0;
        int all = 0;
        for (Split split : task.splits()) {
            RealMatrix weights = fit(task, split.train());
            for (int i : split.test()) {
                var word = task.sequences().get(i);
                double[] score = weights.preMultiply(sum(word));
                int best = 0;
                for (int c = 1; c < score.length; c++) {
                    best = score[c] > score[best] ? c : best;
                }
                right += best == word.label() ? 1 : 0;
                all++;
            }
        }
        return (double) right / all;
    }

    private static RealMatrix fit(SequenceTask task, int[] train) {
        int n = task.channels() + 1;
        double[][] gram = new double[n][n];
        double[][] cross = new double[n][task.classes().size()];
        for (int i : train) {
            var word = task.sequences().get(i);
            for (double[] frame : word.frames()) {
                double[] row = withBias(frame);
                for (int a = 0; a < n; a++) {
                    for (int b = 0; b < n; b++) {
                        gram[a][b] += row[a] * row[b];
                    }
                    cross[a][word.label()] += row[a];
                }
            }
        }
        double trace = 0;
        for (int a = 0; a < n; a++) {
            trace += gram[a][a];
        }
        for (int a = 0; a < n; a++) {
            gram[a][a] += RIDGE * trace / n;
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false), 1e-9, 0).getSolver()
                .solve(new Array2DRowRealMatrix(cross, false));
    }

    private static double[] sum(LabelledSequence word) {
        double[] sum = new double[word.channels() + 1];
        for (double[] frame : word.frames()) {
            double[] row = withBias(frame);
            for (int a = 0; a < row.length; a++) {
                sum[a] += row[a];
            }
        }
        return sum;
    }

    private static double[] withBias(double[] frame) {
        double[] row = Arrays.copyOf(frame, frame.length + 1);
        row[frame.length] = 1;
        return row;
    }
}
