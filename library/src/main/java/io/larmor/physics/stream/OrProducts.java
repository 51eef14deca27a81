package io.larmor.physics.stream;

import io.larmor.core.Parallel;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * What a neuron of OR gates puts out when its synapses are AND gates and all streams are independent: a one unless every
 * product is zero, with probability p_j = 1 − Π_i (1 − w_ij x_i). In single precision, with its gradient; inputs that are
 * zero cost nothing. The sums have a fixed order, so that threads have no say in the bits.
 */
public final class OrProducts {

    /**
     * The least factor 1 − w x: a synapse of weight 1 on an input of 1 forces its neuron to 1, and the gradient through it
     * would be infinite.
     */
    public static final float FLOOR = 0x1p-20f;

    /** Multiplications below which threads cost more than they bring. */
    private static final long WORTH_SHARING = 400_000;
    private static final int SAMPLES = 16;
    private static final int ROWS = 8;

    private OrProducts() {
    }

    /**
     * The outputs' probabilities.
     *
     * @param x samples × inputs, of 0 to 1
     * @param w inputs × outputs, of 0 to 1
     * @param p samples × outputs, overwritten
     */
    public static void forward(float[] x, float[] w, float[] p, int samples, int inputs, int outputs) {
        require(x.length, (long) samples * inputs, "inputs");
        require(w.length, (long) inputs * outputs, "weights");
        require(p.length, (long) samples * outputs, "outputs");
        each("OR layer", (samples + SAMPLES - 1) / SAMPLES, (long) samples * inputs * outputs, block -> {
            int end = Math.min(samples, (block + 1) * SAMPLES);
            for (int s = block * SAMPLES; s < end; s++) {
                zeros(x, s * inputs, w, p, s * outputs, inputs, outputs);
            }
        });
    }

    /** One sample: the chance of a zero, and from it of a one. */
    private static void zeros(float[] x, int from, float[] w, float[] p, int at, int inputs, int outputs) {
        float[] zero = new float[outputs];
        Arrays.fill(zero, 1);
        for (int i = 0; i < inputs; i++) {
            float value = x[from + i];
            if (value != 0) {
                multiply(zero, w, i * outputs, value, outputs);
            }
        }
        for (int j = 0; j < outputs; j++) {
            p[at + j] = 1 - zero[j];
        }
    }

    private static void multiply(float[] zero, float[] w, int row, float value, int outputs) {
        for (int j = 0; j < outputs; j++) {
            zero[j] *= Math.max(1 - w[row + j] * value, FLOOR);
        }
    }

    /**
     * The gradient: ∂p_j/∂w_ij = x_i (1 − p_j)/(1 − w_ij x_i), and the same with w for x.
     *
     * @param p what {@link #forward} gave
     * @param dp the loss by the outputs, samples × outputs
     * @param dw the loss by the weights, inputs × outputs, overwritten
     * @param dx the loss by the inputs, samples × inputs, overwritten; null where nobody asks
     */
    public static void backward(float[] x, float[] w, float[] p, float[] dp, float[] dw, float[] dx, int samples, int inputs,
            int outputs) {
        require(x.length, (long) samples * inputs, "inputs");
        require(Math.min(w.length, dw.length), (long) inputs * outputs, "weights");
        require(Math.min(p.length, dp.length), (long) samples * outputs, "outputs");
        require(dx == null ? Integer.MAX_VALUE : dx.length, (long) samples * inputs, "inputs");
        float[] worth = new float[samples * outputs];
        for (int k = 0; k < worth.length; k++) {
            worth[k] = dp[k] * (1 - p[k]);
        }
        each("gradient of an OR layer", (inputs + ROWS - 1) / ROWS, (long) samples * inputs * outputs, block -> {
            int end = Math.min(inputs, (block + 1) * ROWS);
            float[] share = new float[outputs];
            for (int i = block * ROWS; i < end; i++) {
                Arrays.fill(dw, i * outputs, (i + 1) * outputs, 0);
                for (int s = 0; s < samples; s++) {
                    float value = x[s * inputs + i];
                    if (value == 0 && dx == null) {
                        continue;
                    }
                    share(worth, s * outputs, w, i * outputs, value, share, outputs);
                    add(dw, i * outputs, share, value, outputs);
                    if (dx != null) {
                        dx[s * inputs + i] = dot(w, i * outputs, share, outputs);
                    }
                }
            }
        });
    }

    private static void share(float[] worth, int from, float[] w, int row, float value, float[] share, int outputs) {
        for (int j = 0; j < outputs; j++) {
            share[j] = worth[from + j] / Math.max(1 - w[row + j] * value, FLOOR);
        }
    }

    private static void add(float[] dw, int row, float[] share, float value, int outputs) {
        for (int j = 0; j < outputs; j++) {
            dw[row + j] += value * share[j];
        }
    }

    private static float dot(float[] w, int row, float[] share, int outputs) {
        float a = 0, b = 0, c = 0, d = 0;
        int j = 0;
        for (; j + 4 <= outputs; j += 4) {
            a += w[row + j] * share[j];
            b += w[row + j + 1] * share[j + 1];
            c += w[row + j + 2] * share[j + 2];
            d += w[row + j + 3] * share[j + 3];
        }
        for (; j < outputs; j++) {
            a += w[row + j] * share[j];
        }
        return (a + b) + (c + d);
    }

    private static void each(String title, int blocks, long products, IntConsumer work) {
        if (products < WORTH_SHARING) {
            for (int block = 0; block < blocks; block++) {
                work.accept(block);
            }
        } else {
            Parallel.forEach(title, blocks, work);
        }
    }

    private static void require(int length, long needed, String what) {
        if (needed < 0 || length < needed) {
            throw new IllegalArgumentException("an OR layer was given " + length + " numbers as " + what + ", it needs " + needed);
        }
    }
}
