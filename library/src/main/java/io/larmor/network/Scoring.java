package io.larmor.network;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import io.larmor.core.Score;
import io.larmor.core.Seed;
import io.larmor.core.States;
import io.larmor.learn.product.FloatProducts;
import io.larmor.learn.Loss;
import io.larmor.learn.Ridge;
import io.larmor.network.engine.NetworkPass;
import io.larmor.network.engine.Plan;
import io.larmor.network.engine.Twin;
import io.larmor.task.VectorTask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Right and wrong answers of networks and of their controls. */
final class Scoring {

    /** Samples that go through a network together. */
    private static final int BATCH = 256;
    /** Noise of scoring is drawn apart from that of training, which counts its samples from 0. */
    private static final long AFTER_TRAINING = 1L << 48;

    private Scoring() {
    }

    /**
     * Answers to some samples.
     *
     * @param loss the mean
     * @param confusion true class x answered class
     */
    record Tally(double loss, double accuracy, long[][] confusion) {
    }

    static Tally tally(Plan plan, float[] parameters, Twin twin, VectorTask task, int[] samples, Loss loss) {
        var pass = new NetworkPass(plan, Math.max(1, Math.min(BATCH, samples.length)));
        pass.load(parameters, twin);
        long[][] confusion = new long[task.classes().size()][task.classes().size()];
        int[] labels = new int[pass.most()];
        double sum = 0;
        int right = 0;
        int width = plan.inputs();
        for (int from = 0; from < samples.length; from += pass.most()) {
            int count = Math.min(pass.most(), samples.length - from);
            for (int i = 0; i < count; i++) {
                pass.put(task.values(), samples[from + i] * width, i);
                labels[i] = task.labels()[samples[from + i]];
            }
            pass.forward(count, AFTER_TRAINING + from);
            sum += pass.loss(labels, count, loss);
            right += pass.right();
            for (int i = 0; i < count; i++) {
                confusion[labels[i]][Loss.winner(pass.output(), i * plan.outputs(), plan.outputs())]++;
            }
            Progress.checkpoint();
        }
        return new Tally(sum / samples.length, (double) right / samples.length, confusion);
    }

    /** Scores of several networks, each a repeat, as one. */
    static Score joined(List<Score> scores, double seconds) {
        var first = scores.get(0);
        int n = first.classes().size();
        long[][] confusion = new long[n][n];
        for (var score : scores) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    confusion[i][j] += score.confusion()[i][j];
                }
            }
        }
        double[][] accuracies = scores.stream().flatMap(s -> java.util.Arrays.stream(s.accuracies())).toArray(double[][]::new);
        return new Score(first.task(), first.origin(), first.classes(), accuracies, confusion, first.readout(), seconds, first.seed());
    }

    /** Ridge regression of the classes on the raw input, its penalty chosen on the training set. */
    static Score ridge(VectorTask task) {
        long begin = System.nanoTime();
        int[] train = task.train();
        var rows = new ArrayList<double[]>(train.length);
        for (int i : train) {
            rows.add(doubles(task, i));
        }
        int[] labels = IntStream.of(train).map(i -> task.labels()[i]).toArray();
        // samples are independent: each may be held out by itself, dealt in three
        int[] groups = IntStream.range(0, train.length).map(i -> i % 3).toArray();
        Progress.checkpoint();
        var trained = new Ridge(Double.NaN).fit(new States(task.width(), rows), labels, groups, task.classes().size());
        int n = task.classes().size();
        return answers(task, trained.description(), begin, i -> {
            double[] sums = new double[n];
            trained.accumulate(doubles(task, i), 0, sums);
            int best = 0;
            for (int k = 1; k < n; k++) {
                best = sums[k] > sums[best] ? k : best;
            }
            return best;
        });
    }

    /** The class of the training sample at the least Euclidean distance, of equal ones the first. */
    static Score nearest(VectorTask task) {
        long begin = System.nanoTime();
        int width = task.width();
        int[] train = task.train();
        float[] known = rows(task, train, 0, train.length);
        double[] squares = new double[train.length];
        for (int i = 0; i < train.length; i++) {
            for (int k = 0; k < width; k++) {
                squares[i] += (double) known[i * width + k] * known[i * width + k];
            }
        }
        int[] test = task.test();
        int[] answers = new int[task.samples()];
        int block = Math.max(1, Math.min(64, test.length));
        Parallel.forEach("nearest neighbors", (test.length + block - 1) / block, b -> {
            int count = Math.min(block, test.length - b * block);
            float[] products = new float[count * train.length];
            FloatProducts.multiplyTransposed(rows(task, test, b * block, count), known, products, count, width, train.length);
            for (int i = 0; i < count; i++) {
                int best = 0;
                for (int j = 1; j < train.length; j++) {
                    // |x - y|² less |x|², which is the same for all y
                    best = squares[j] - 2 * products[i * train.length + j] < squares[best] - 2 * products[i * train.length + best]
                            ? j : best;
                }
                answers[test[b * block + i]] = task.labels()[train[best]];
            }
        });
        return answers(task, "nearest of " + train.length + " samples", begin, i -> answers[i]);
    }

    private static Score answers(VectorTask task, String readout, long begin, java.util.function.IntUnaryOperator answer) {
        int n = task.classes().size();
        long[][] confusion = new long[n][n];
        int right = 0;
        for (int i : task.test()) {
            int said = answer.applyAsInt(i);
            confusion[task.labels()[i]][said]++;
            right += said == task.labels()[i] ? 1 : 0;
        }
        return new Score(task.name(), task.origin(), task.classes(), new double[][] {{(double) right / task.test().length}}, confusion,
                readout, (System.nanoTime() - begin) / 1e9, Seed.sessionNumber());
    }

    private static double[] doubles(VectorTask task, int sample) {
        double[] row = new double[task.width()];
        for (int k = 0; k < row.length; k++) {
            row[k] = task.values()[sample * row.length + k];
        }
        return row;
    }

    private static float[] rows(VectorTask task, int[] samples, int from, int count) {
        int width = task.width();
        float[] rows = new float[count * width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(task.values(), samples[from + i] * width, rows, i * width, width);
        }
        return rows;
    }
}
