package io.larmor.machine;

import io.larmor.core.Progress;
import io.larmor.physics.oscillator.Coupling;

/**
 * The law of an echo state network (Jaeger, GMD Report 148, 2001) with leaky nodes:
 *
 * <pre>x(t) = (1 - a) x(t-1) + a tanh(W x(t-1) + V u(t) + b)</pre>
 *
 * @param coupling W
 * @param inputs V, nodes x channels, flat and row by row
 * @param bias b
 * @param leak a
 * @param saturating whether the sum passes through tanh
 */
record EchoState(Coupling coupling, double[] inputs, double[] bias, double leak, boolean saturating) {

    /**
     * The states that follow from inputs, from x = 0.
     *
     * @param frames time x channels
     * @return time x nodes, flat and row by row
     */
    double[] respond(double[][] frames) {
        int nodes = coupling.size();
        double[] rows = new double[frames.length * nodes];
        double[] x = new double[nodes];
        double[] sum = new double[nodes];
        try (var progress = Progress.of("echo states", frames.length)) {
            for (int t = 0; t < frames.length; t++) {
                coupling.multiply(x, sum);
                drive(frames[t], sum);
                relax(x, sum);
                System.arraycopy(x, 0, rows, t * nodes, nodes);
                progress.step();
            }
        }
        return rows;
    }

    private void drive(double[] frame, double[] sum) {
        int channels = frame.length;
        for (int i = 0; i < sum.length; i++) {
            double total = sum[i] + bias[i];
            for (int c = 0; c < channels; c++) {
                total += inputs[i * channels + c] * frame[c];
            }
            sum[i] = total;
        }
    }

    private void relax(double[] x, double[] sum) {
        double kept = 1 - leak;
        for (int i = 0; i < x.length; i++) {
            x[i] = kept * x[i] + leak * (saturating ? tanh(sum[i]) : sum[i]);
        }
    }

    /** Several times as fast as Math.tanh and as exact in absolute terms. */
    static double tanh(double x) {
        double e = Math.exp(-2 * Math.abs(x));
        return Math.copySign((1 - e) / (1 + e), x);
    }
}
