package io.larmor.network.engine;

import io.larmor.core.Seed;
import io.larmor.learn.product.FloatProducts;
import java.util.Arrays;

/**
 * Weighted sums with a bias: of all inputs, or of every patch of an image with the same weights. Parameters: those behind the
 * weights, then one bias an output.
 *
 * @param weights how weights follow from parameters
 * @param patches null for sums over all inputs
 */
public record LinearStage(Weights weights, Patches patches) implements Stage {

    @Override
    public int inputs() {
        return patches == null ? weights.inputs() : patches.inputs();
    }

    @Override
    public int outputs() {
        return weights.outputs() * places();
    }

    @Override
    public int parameters() {
        return weights.parameters() + weights.outputs();
    }

    /** How often the weights are used on a sample. */
    public int places() {
        return patches == null ? 1 : patches.places();
    }

    @Override
    public void initialize(Seed seed, float[] into, int at) {
        weights.initialize(seed, into, at);
    }

    @Override
    public Tunable tunable() {
        return weights.tunable();
    }

    @Override
    public Pass start(int samples) {
        return new Sums(this, samples);
    }

    @Override
    public double[] reference(double[] parameters, int at, double[] input, int samples) {
        double[] w = weights.matrix(parameters, at);
        int n = weights.inputs();
        double[] output = new double[samples * outputs()];
        double[] row = new double[n];
        int to = 0;
        for (int s = 0; s < samples; s++) {
            for (int p = 0; p < places(); p++) {
                read(input, s, p, row);
                for (int j = 0; j < weights.outputs(); j++) {
                    double sum = weights.biasScale() * parameters[at + weights.parameters() + j];
                    for (int i = 0; i < n; i++) {
                        sum += row[i] * w[j * n + i];
                    }
                    output[to++] = sum;
                }
            }
        }
        return output;
    }

    @Override
    public double[] referenceGradient(double[] parameters, int at, double[] input, double[] outputGradient, int samples,
            double[] gradient) {
        double[] w = weights.matrix(parameters, at);
        int n = weights.inputs();
        double[] weightGradient = new double[w.length];
        double[] inputGradient = new double[samples * inputs()];
        double[] row = new double[n];
        int from = 0;
        for (int s = 0; s < samples; s++) {
            for (int p = 0; p < places(); p++) {
                read(input, s, p, row);
                for (int j = 0; j < weights.outputs(); j++) {
                    double g = outputGradient[from++];
                    gradient[at + weights.parameters() + j] += weights.biasScale() * g;
                    for (int i = 0; i < n; i++) {
                        weightGradient[j * n + i] += g * row[i];
                        inputGradient[place(s, p, i)] += g * w[j * n + i];
                    }
                }
            }
        }
        weights.gradient(parameters, at, weightGradient, gradient);
        return inputGradient;
    }

    private int place(int sample, int place, int i) {
        if (patches == null) {
            return sample * weights.inputs() + i;
        }
        int line = patches.size() * patches.channels();
        return sample * patches.inputs() + patches.start(place, i / line) + i % line;
    }

    private void read(double[] input, int sample, int place, double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = input[place(sample, place, i)];
        }
    }

    private static final class Sums implements Pass {
        private final LinearStage stage;
        private final Weights weights;
        private final float[] ideal;
        private final float[] weightGradient;
        private final float[] gathered;
        private final float[] scattered;
        private final float[] biases;
        private float[] parameters;
        private float[] realized;
        private float[] forwardWeights;
        private double noise;
        private Seed noiseSeed;

        Sums(LinearStage stage, int samples) {
            this.stage = stage;
            weights = stage.weights;
            int size = weights.outputs() * weights.inputs();
            ideal = new float[size];
            weightGradient = new float[size];
            biases = new float[weights.outputs()];
            int patched = stage.patches == null ? 0 : Math.multiplyExact(samples * stage.places(), weights.inputs());
            gathered = new float[patched];
            scattered = new float[patched];
        }

        @Override
        public void load(float[] trained, int at, Twin twin, int index) {
            parameters = trained;
            weights.matrix(trained, at, ideal);
            float[] used = twin == null ? trained : twin.parameters();
            forwardWeights = ideal;
            if (twin != null) {
                realized = realized == null ? new float[ideal.length] : realized;
                weights.matrix(used, at, realized);
                forwardWeights = realized;
            }
            for (int j = 0; j < biases.length; j++) {
                biases[j] = (float) (weights.biasScale() * used[at + weights.parameters() + j]);
            }
            noise = twin == null ? 0 : weights.noise(twin.conditions());
            noiseSeed = twin == null ? null : twin.conditions().seed().child(index);
        }

        @Override
        public void forward(float[] input, int samples, float[] output, long first) {
            int rows = samples * stage.places();
            int m = weights.outputs();
            float[] in = input;
            if (stage.patches != null) {
                in = gathered;
                int width = stage.places() * weights.inputs();
                Work.over(samples, width, s -> stage.patches.gather(input, s * stage.inputs(), gathered, s * width));
            }
            FloatProducts.multiplyTransposed(in, forwardWeights, output, rows, weights.inputs(), m);
            for (int r = 0, to = 0; r < rows; r++) {
                for (int j = 0; j < m; j++, to++) {
                    output[to] += biases[j];
                }
            }
            if (noise > 0) {
                int width = stage.outputs();
                Work.over(samples, 20L * width, s -> {
                    var random = noiseSeed.child(first + s).generator();
                    for (int i = s * width; i < (s + 1) * width; i++) {
                        output[i] += (float) (noise * random.nextGaussian());
                    }
                });
            }
        }

        @Override
        public void backward(float[] input, float[] outputGradient, int samples, float[] inputGradient, float[] gradient, int at) {
            int rows = samples * stage.places();
            int m = weights.outputs();
            int n = weights.inputs();
            float[] in = stage.patches == null ? input : gathered;
            FloatProducts.transposedMultiply(outputGradient, in, weightGradient, m, rows, n);
            weights.gradient(parameters, at, weightGradient, gradient);
            double[] sums = new double[m];
            for (int r = 0, from = 0; r < rows; r++) {
                for (int j = 0; j < m; j++) {
                    sums[j] += outputGradient[from++];
                }
            }
            for (int j = 0; j < m; j++) {
                gradient[at + weights.parameters() + j] = (float) (weights.biasScale() * sums[j]);
            }
            if (inputGradient == null) {
                return;
            }
            if (stage.patches == null) {
                FloatProducts.multiply(outputGradient, ideal, inputGradient, rows, m, n);
                return;
            }
            FloatProducts.multiply(outputGradient, ideal, scattered, rows, m, n);
            Arrays.fill(inputGradient, 0, samples * stage.inputs(), 0);
            int width = stage.places() * n;
            Work.over(samples, 2L * width, s -> stage.patches.scatter(scattered, s * width, inputGradient, s * stage.inputs()));
        }
    }
}
