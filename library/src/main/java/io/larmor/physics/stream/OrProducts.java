package io.larmor.physics.stream;

import io.larmor.core.KernelChoice;
import io.larmor.core.Parallel;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * What a neuron of OR gates puts out when its synapses are AND gates and all streams are independent: a one unless every
 * product is zero, with probability p_j = 1 − Π_i (1 − w_ij x_i). In single precision, with its gradient; inputs that are
 * zero cost nothing. The sums have a fixed order, so that threads have no say in the bits.
 */
public final class OrProducts {

    /** Multiplications below which threads cost more than they bring. */
    private static final long WORTH_SHARING = 400_000;
    private static final int SAMPLES = 16;
    private static final int ROWS = 8;

    /** Multiplications in all before it is worth to warm the other form. */
    private static final double WORTH_WARMING = 2e8;

    static final KernelChoice<OrKernel> CHOICE = new KernelChoice<>("OR gates", OrKernel.class, new PlainOr(),
            OrProducts.class.getPackageName() + ".LaneOr", OrProducts::sample, WORTH_WARMING);

    private OrProducts() {
    }

    /** What the kernels are compared on. */
    private static float[][] sample(OrKernel kernel) {
        int used = 64;
        int outputs = 200;
        var random = new SplittableRandom(1);
        float[] values = new float[used];
        int[] rows = new int[used];
        float[] w = new float[used * outputs];
        for (int k = 0; k < used; k++) {
            values[k] = (float) random.nextDouble();
            rows[k] = k * outputs;
        }
        for (int k = 0; k < w.length; k++) {
            w[k] = (float) (0.1 * random.nextDouble());
        }
        float[] zero = new float[outputs];
        float[] dw = new float[outputs];
        kernel.zeros(values, rows, used, w, zero, outputs);
        kernel.gradient(values, rows, used, w, w, 0, dw, outputs);
        return new float[][] {zero, dw};
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
        OrKernel kernel = CHOICE.current((long) samples * inputs * outputs);
        each("OR layer", (samples + SAMPLES - 1) / SAMPLES, (long) samples * inputs * outputs, block -> {
            int end = Math.min(samples, (block + 1) * SAMPLES);
            for (int s = block * SAMPLES; s < end; s++) {
                ones(kernel, x, s * inputs, w, p, s * outputs, inputs, outputs);
            }
        });
    }

    /** One sample: the chance of a zero, and from it of a one. */
    private static void ones(OrKernel kernel, float[] x, int from, float[] w, float[] p, int at, int inputs, int outputs) {
        float[] values = new float[inputs];
        int[] rows = new int[inputs];
        float[] zero = new float[outputs];
        int used = 0;
        for (int i = 0; i < inputs; i++) {
            if (x[from + i] != 0) {
                values[used] = x[from + i];
                rows[used++] = i * outputs;
            }
        }
        kernel.zeros(values, rows, used, w, zero, outputs);
        for (int j = 0; j < outputs; j++) {
            p[at + j] = 1 - zero[j];
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
        OrKernel kernel = CHOICE.current((long) samples * inputs * outputs);
        each("gradient of an OR layer", (inputs + ROWS - 1) / ROWS, (long) samples * inputs * outputs, block -> {
            int end = Math.min(inputs, (block + 1) * ROWS);
            float[] values = new float[samples];
            int[] rows = new int[samples];
            for (int i = block * ROWS; i < end; i++) {
                int used = 0;
                for (int s = 0; s < samples; s++) {
                    if (x[s * inputs + i] != 0) {
                        values[used] = x[s * inputs + i];
                        rows[used++] = s * outputs;
                    }
                }
                kernel.gradient(values, rows, used, worth, w, i * outputs, dw, outputs);
                for (int s = 0; s < samples && dx != null; s++) {
                    dx[s * inputs + i] = back(x[s * inputs + i], worth, s * outputs, w, i * outputs, outputs);
                }
            }
        });
    }

    /** The loss by one input of one sample, Σ w g/(1 − w x), in four sums. */
    private static float back(float value, float[] worth, int from, float[] w, int row, int outputs) {
        float minus = -value * OrKernel.BELOW_ONE;
        float[] sums = new float[4];
        for (int j = 0; j < outputs; j++) {
            sums[j & 3] += w[row + j] * worth[from + j] / Math.fma(w[row + j], minus, 1f);
        }
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
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
