package io.larmor.core;

import io.larmor.units.Quantity;

/** How far outputs are from their targets. Both are samples x outputs; several outputs are averaged. */
public enum Metric {

    /** The mean squared error over the variance of the target: 0 is perfect, 1 is as good as the mean. */
    NMSE(Quantity.of("NMSE")),

    /** The square root of {@link #NMSE}. */
    NRMSE(Quantity.of("NRMSE")),

    /** The mean squared error as it is, in the square of the target's unit. */
    MSE(Quantity.of("MSE"));

    private final Quantity quantity;

    Metric(Quantity quantity) {
        this.quantity = quantity;
    }

    /** What an axis shows. */
    public Quantity quantity() {
        return quantity;
    }

    /**
     * The error.
     *
     * @throws IllegalArgumentException if there are no samples or the numbers of samples differ
     */
    public double of(double[][] outputs, double[][] targets) {
        if (outputs.length != targets.length || targets.length == 0) {
            throw new IllegalArgumentException(name() + ": " + outputs.length + " outputs and " + targets.length
                    + " targets; as many of both are needed, and at least one");
        }
        double sum = 0;
        int width = targets[0].length;
        for (int k = 0; k < width; k++) {
            sum += (this == MSE ? mse(outputs, targets, k) : nmse(outputs, targets, k)) / width;
        }
        return this == NRMSE ? Math.sqrt(sum) : sum;
    }

    private static double mse(double[][] outputs, double[][] targets, int k) {
        double error = 0;
        for (int t = 0; t < targets.length; t++) {
            error += (outputs[t][k] - targets[t][k]) * (outputs[t][k] - targets[t][k]) / targets.length;
        }
        return error;
    }

    private static double nmse(double[][] outputs, double[][] targets, int k) {
        double mean = 0;
        for (double[] target : targets) {
            mean += target[k] / targets.length;
        }
        double error = 0;
        double variance = 0;
        for (int t = 0; t < targets.length; t++) {
            error += (outputs[t][k] - targets[t][k]) * (outputs[t][k] - targets[t][k]);
            variance += (targets[t][k] - mean) * (targets[t][k] - mean);
        }
        return error / variance;
    }
}
