package io.larmor.learn;

/**
 * What a classifier's training makes small, averaged over samples. A network with one output tells two classes apart: its
 * output against zero.
 */
public enum Loss {

    /** Minus the logarithm of the probability that a softmax of the outputs gives to the true class. */
    CROSS_ENTROPY,

    /** Half the squared distance of the outputs to one for the true class and zero for the others. */
    MEAN_SQUARE;

    /**
     * The loss of one sample and its gradient, in double.
     *
     * @param outputs holds the sample's outputs from {@code at} on
     * @param count how many outputs
     * @param label the true class
     * @param gradient gets the derivatives by the outputs at the same place; null for none
     */
    public double of(double[] outputs, int at, int count, int label, double[] gradient) {
        if (count == 1) {
            return ofOne(outputs[at], label, gradient, at);
        }
        return this == CROSS_ENTROPY ? entropy(outputs, at, count, label, gradient) : square(outputs, at, count, label, gradient);
    }

    /** The class that outputs stand for. */
    public static int winner(float[] outputs, int at, int count) {
        if (count == 1) {
            return outputs[at] > 0 ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < count; k++) {
            best = outputs[at + k] > outputs[at + best] ? k : best;
        }
        return best;
    }

    private double ofOne(double output, int label, double[] gradient, int at) {
        double sign = label == 1 ? 1 : -1;
        if (this == MEAN_SQUARE) {
            if (gradient != null) {
                gradient[at] = output - sign;
            }
            return 0.5 * (output - sign) * (output - sign);
        }
        double margin = sign * output;
        if (gradient != null) {
            gradient[at] = -sign / (1 + Math.exp(margin));
        }
        // log(1 + exp(-margin)) without overflow
        return Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }

    private static double entropy(double[] outputs, int at, int count, int label, double[] gradient) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            most = Math.max(most, outputs[at + k]);
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.exp(outputs[at + k] - most);
        }
        if (gradient != null) {
            for (int k = 0; k < count; k++) {
                gradient[at + k] = Math.exp(outputs[at + k] - most) / sum - (k == label ? 1 : 0);
            }
        }
        return Math.log(sum) - (outputs[at + label] - most);
    }

    private static double square(double[] outputs, int at, int count, int label, double[] gradient) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            double error = outputs[at + k] - (k == label ? 1 : 0);
            sum += 0.5 * error * error;
            if (gradient != null) {
                gradient[at + k] = error;
            }
        }
        return sum;
    }
}
