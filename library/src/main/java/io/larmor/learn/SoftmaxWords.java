package io.larmor.learn;

import io.larmor.core.Readout;
import io.larmor.core.States;
import java.util.Arrays;

/**
 * Whole sequences for softmax regression: since a sequence's answer is the sum of the outputs of its frames, and outputs are
 * linear, a sequence is its mean frame. Features are centered and divided by their standard deviation over the frames of the
 * training set; a constant follows them.
 */
final class SoftmaxWords {

    /** A feature that varies less than this against its mean does not vary. */
    private static final double CONSTANT = 1e-9;

    private final int width;
    private final int classes;
    private final double[] mean;
    private final double[] scale;
    private final double[][] words;
    private final int[] labels;

    SoftmaxWords(States training, int[] labels, int classes, String owner) {
        if (training.frames() == 0) {
            throw new IllegalArgumentException(owner + ".fit: there is no data to train on. "
                    + "Check that the task has sequences and that its split leaves some for training.");
        }
        this.width = training.width();
        this.classes = classes;
        this.labels = labels;
        this.mean = new double[width];
        this.scale = new double[width];
        moments(training);
        this.words = training.rows().stream().map(this::word).toArray(double[][]::new);
    }

    private void moments(States training) {
        long frames = 0;
        for (double[] row : training.rows()) {
            for (int at = 0; at < row.length; at += width) {
                frames++;
                for (int i = 0; i < width; i++) {
                    mean[i] += row[at + i];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] /= frames;
        }
        for (double[] row : training.rows()) {
            for (int at = 0; at < row.length; at += width) {
                for (int i = 0; i < width; i++) {
                    scale[i] += (row[at + i] - mean[i]) * (row[at + i] - mean[i]) / frames;
                }
            }
        }
        for (int i = 0; i < width; i++) {
            double deviation = Math.sqrt(scale[i]);
            scale[i] = deviation > CONSTANT * (1 + Math.abs(mean[i])) ? 1 / deviation : 0;
        }
    }

    private double[] word(double[] row) {
        double[] word = new double[width + 1];
        int frames = Math.max(1, row.length / width);
        for (int at = 0; at < row.length; at += width) {
            for (int i = 0; i < width; i++) {
                word[i] += (row[at + i] - mean[i]) * scale[i] / frames;
            }
        }
        word[width] = 1;
        return word;
    }

    int size() {
        return words.length;
    }

    /** The number of weights: features and the constant x classes. */
    int weights() {
        return (width + 1) * classes;
    }

    /**
     * The loss of one sequence, minus the logarithm of the probability of its class.
     *
     * @param weights features and constant x classes
     * @param gradient is increased by {@code share} times the derivatives; null for none
     */
    double loss(double[] weights, int sequence, double share, double[] gradient) {
        double[] x = words[sequence];
        double[] outputs = new double[classes];
        for (int i = 0; i <= width; i++) {
            for (int k = 0; k < classes; k++) {
                outputs[k] += x[i] * weights[i * classes + k];
            }
        }
        double[] errors = new double[classes];
        double loss = Loss.CROSS_ENTROPY.of(outputs, 0, classes, labels[sequence], errors);
        if (gradient != null) {
            for (int i = 0; i <= width; i++) {
                double factor = share * x[i];
                for (int k = 0; k < classes; k++) {
                    gradient[i * classes + k] += factor * errors[k];
                }
            }
        }
        return loss;
    }

    /** The mean loss and half the penalty times the squared weights, the constant's aside; the gradient is set. */
    double loss(double[] weights, double penalty, double[] gradient) {
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += loss(weights, i, 1.0 / words.length, gradient) / words.length;
        }
        for (int i = 0; i < width * classes; i++) {
            sum += 0.5 * penalty * weights[i] * weights[i];
            gradient[i] += penalty * weights[i];
        }
        return sum;
    }

    /** Follows a series frame by frame: normalized least mean squares. */
    void follow(double[] weights, double[] row, double[] targets, double rate) {
        double[] x = new double[width + 1];
        double[] errors = new double[classes];
        for (int frame = 0; frame * width < row.length; frame++) {
            double length = 1;
            for (int i = 0; i < width; i++) {
                x[i] = (row[frame * width + i] - mean[i]) * scale[i];
                length += x[i] * x[i];
            }
            x[width] = 1;
            for (int k = 0; k < classes; k++) {
                errors[k] = -targets[frame * classes + k];
            }
            for (int i = 0; i <= width; i++) {
                for (int k = 0; k < classes; k++) {
                    errors[k] += x[i] * weights[i * classes + k];
                }
            }
            for (int i = 0; i <= width; i++) {
                double factor = rate / length * x[i];
                for (int k = 0; k < classes; k++) {
                    weights[i * classes + k] -= factor * errors[k];
                }
            }
        }
    }

    /**
     * A bound of the loss's largest curvature: half the largest eigenvalue of the features' second moments, by the power method
     * and a little more.
     */
    double curvature() {
        double[] direction = new double[width + 1];
        Arrays.fill(direction, 1 / Math.sqrt(width + 1));
        double largest = 0;
        for (int round = 0; round < 30; round++) {
            double[] next = new double[width + 1];
            for (double[] x : words) {
                double along = 0;
                for (int i = 0; i <= width; i++) {
                    along += x[i] * direction[i];
                }
                for (int i = 0; i <= width; i++) {
                    next[i] += along * x[i] / words.length;
                }
            }
            largest = Math.sqrt(Arrays.stream(next).map(v -> v * v).sum());
            for (int i = 0; i <= width; i++) {
                direction[i] = next[i] / largest;
            }
        }
        return 0.5 * 1.1 * largest;
    }

    /** A readout of raw frames by weights of scaled ones. */
    Readout.Trained trained(double[] weights, String description) {
        double[] raw = weights.clone();
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < classes; k++) {
                raw[i * classes + k] *= scale[i];
                raw[width * classes + k] -= mean[i] * raw[i * classes + k];
            }
        }
        return new Flat(raw, width, classes, description);
    }

    /** The inverse of {@link #trained}: weights of scaled frames by those of raw ones. */
    double[] scaled(double[] raw) {
        double[] weights = raw.clone();
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < classes; k++) {
                weights[i * classes + k] = scale[i] == 0 ? 0 : raw[i * classes + k] / scale[i];
                weights[width * classes + k] += mean[i] * raw[i * classes + k];
            }
        }
        return weights;
    }

    /** Weights, features and the constant x outputs, flat. */
    record Flat(double[] weights, int width, int outputs, String description) implements Readout.Trained {

        @Override
        public void accumulate(double[] row, int offset, double[] sums) {
            for (int i = 0; i < width; i++) {
                for (int k = 0; k < outputs; k++) {
                    sums[k] += row[offset + i] * weights[i * outputs + k];
                }
            }
            for (int k = 0; k < outputs; k++) {
                sums[k] += weights[width * outputs + k];
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Flat flat && Arrays.equals(weights, flat.weights);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(weights);
        }
    }
}
