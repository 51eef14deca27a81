package io.larmor.network.engine;

import io.larmor.core.Seed;
import io.larmor.learn.Loss;

/** A network in use on minibatches: buffers for every stage. Not for several threads; its own loops use them all. */
public final class NetworkPass {

    private final Plan plan;
    private final int most;
    private final Stage.Pass[] passes;
    private final int[] at;
    private final float[][] values;
    private final float[][] slopes;
    private final double[] outputs;
    private final double[] outputSlopes;
    private Twin twin;
    private int right;

    /** Buffers for up to {@code most} samples at a time. */
    public NetworkPass(Plan plan, int most) {
        this.plan = plan;
        this.most = most;
        int n = plan.stages().size();
        passes = new Stage.Pass[n];
        at = new int[n];
        values = new float[n + 1][];
        slopes = new float[n + 1][];
        values[0] = new float[most * plan.inputs()];
        for (int i = 0; i < n; i++) {
            passes[i] = plan.stages().get(i).start(most);
            at[i] = plan.at(i);
            values[i + 1] = new float[Math.multiplyExact(most, plan.stages().get(i).outputs())];
            slopes[i + 1] = new float[values[i + 1].length];
        }
        outputs = new double[values[n].length];
        outputSlopes = new double[values[n].length];
    }

    /** The samples that fit. */
    public int most() {
        return most;
    }

    /** Where samples are before {@link #forward}, in the plan's own unit. */
    public float[] input() {
        return values[0];
    }

    /**
     * Puts one sample in its place.
     *
     * @param from holds its values, from {@code at} on
     * @param place of 0 to {@link #most}-1
     */
    public void put(float[] from, int at, int place) {
        int width = plan.inputs();
        float unit = plan.unit();
        float[] inputs = values[0];
        int begin = place * width;
        int end = begin + width;
        System.arraycopy(from, at, inputs, begin, width);
        // One array with one index: only so does the compiler take several numbers at a time.
        for (int i = begin; i < end; i++) {
            inputs[i] *= unit;
        }
    }

    /** The outputs of the last {@link #forward}. */
    public float[] output() {
        return values[passes.length];
    }

    /** Takes over parameters, and the hardware that the forward direction goes through; null for the ideal one. */
    public void load(float[] parameters, Twin hardware) {
        twin = hardware;
        for (int i = 0; i < passes.length; i++) {
            passes[i].load(parameters, at[i], hardware, i);
        }
    }

    /**
     * Computes the outputs of the samples in {@link #input}.
     *
     * @param first the number of the first of them among all that the hardware sees, for its noise
     */
    public void forward(int samples, long first) {
        if (twin != null) {
            noisyPowers(values[0], samples, plan.inputs(), twin.conditions().powerNoise(), twin.conditions().seed().child("input"),
                    first);
        }
        for (int i = 0; i < passes.length; i++) {
            passes[i].forward(values[i], samples, values[i + 1], first);
        }
    }

    /** The summed loss of the last {@link #forward}; prepares {@link #backward} and counts right answers. */
    public double loss(int[] labels, int samples, Loss loss) {
        float[] out = output();
        int width = plan.outputs();
        double sum = 0;
        right = 0;
        for (int i = 0; i < samples * width; i++) {
            outputs[i] = out[i];
        }
        float[] slope = slopes[passes.length];
        for (int s = 0; s < samples; s++) {
            sum += loss.of(outputs, s * width, width, labels[s], outputSlopes);
            right += Loss.winner(out, s * width, width) == labels[s] ? 1 : 0;
        }
        for (int i = 0; i < samples * width; i++) {
            slope[i] = (float) (outputSlopes[i] / samples);
        }
        return sum;
    }

    /** Right answers that the last {@link #loss} saw. */
    public int right() {
        return right;
    }

    /** The gradient of the mean loss by every parameter, at the ideal weights and what the forward direction measured. */
    public void backward(int samples, float[] gradient) {
        for (int i = passes.length - 1; i >= 0; i--) {
            passes[i].backward(values[i], slopes[i + 1], samples, i == 0 ? null : slopes[i], gradient, at[i]);
        }
    }

    /** Multiplies powers by 1 + noise · normal; a power never falls below zero. */
    static void noisyPowers(float[] powers, int samples, int width, double noise, Seed seed, long first) {
        if (noise > 0) {
            Work.over(samples, 20L * width, s -> {
                var random = seed.child(first + s).generator();
                for (int i = s * width; i < (s + 1) * width; i++) {
                    powers[i] *= (float) Math.max(0, 1 + noise * random.nextGaussian());
                }
            });
        }
    }
}
