package io.larmor.neuron;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.learn.product.FloatProducts;

/** The numbers of one network: weights and biases of both layers, and samples on their way through them. */
final class SpikingLayers {

    final int inputs;
    final int hidden;
    final int classes;
    /** Hidden x inputs, hidden, classes x hidden, classes. */
    final float[][] parameters;
    private final SpikingNetwork network;
    private final float[][] used;
    final float[] x;
    final float[] currents;
    final float[] rates;
    final float[] slopes;
    final float[] outputs;

    SpikingLayers(SpikingNetwork network, int inputs, int classes, float[][] parameters, int most) {
        this.network = network;
        this.inputs = inputs;
        this.hidden = network.hidden();
        this.classes = classes;
        this.parameters = parameters;
        used = new float[][] {parameters[0], parameters[2]};
        x = new float[most * inputs];
        currents = new float[most * hidden];
        rates = new float[most * hidden];
        slopes = new float[most * hidden];
        outputs = new float[most * classes];
    }

    static float[][] initial(SpikingNetwork network, int inputs, int classes, Seed seed) {
        int hidden = network.hidden();
        float[][] parameters = {new float[hidden * inputs], new float[hidden], new float[classes * hidden], new float[classes]};
        fill(parameters[0], inputs, seed.child("first").generator());
        fill(parameters[2], hidden, seed.child("second").generator());
        return parameters;
    }

    private static void fill(float[] weights, int fan, Philox random) {
        double spread = Math.sqrt(2.0 / fan);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (spread * random.nextGaussian());
        }
    }

    /** Brings the weights to their levels, if they have any. */
    void prepare() {
        if (network.levels() > 0) {
            used[0] = rounded(parameters[0], network.levels());
            used[1] = rounded(parameters[2], network.levels());
        }
    }

    /** Weights at evenly spaced levels between plus and minus twice their root mean square. */
    static float[] rounded(float[] weights, int levels) {
        double squares = 0;
        for (float w : weights) {
            squares += (double) w * w;
        }
        float largest = (float) (2 * Math.sqrt(squares / weights.length));
        float step = 2 * largest / (levels - 1);
        float[] rounded = new float[weights.length];
        for (int i = 0; i < weights.length && step > 0; i++) {
            rounded[i] = Math.round(Math.max(-largest, Math.min(largest, weights[i])) / step) * step;
        }
        return rounded;
    }

    /** Sends the samples in {@link #x} through. */
    void forward(int count, boolean training, Philox random, float[][] sizes) {
        FloatProducts.multiplyTransposed(x, used[0], currents, count, inputs, hidden);
        for (int i = 0; i < count * hidden; i++) {
            currents[i] += parameters[1][i % hidden];
        }
        network.firing().rates(currents, count * hidden, network.steps(), training, random, sizes, rates, slopes);
        FloatProducts.multiplyTransposed(rates, used[1], outputs, count, hidden, classes);
        for (int i = 0; i < count * classes; i++) {
            outputs[i] += parameters[3][i % classes];
        }
    }

    /**
     * The gradients of the parameters.
     *
     * @param wanted the derivatives of the loss by the outputs, samples x classes
     * @param gradients gets one array for each of {@link #parameters}
     * @param back room for samples x hidden
     */
    void backward(int count, float[] wanted, float[][] gradients, float[] back) {
        FloatProducts.transposedMultiply(wanted, rates, gradients[2], classes, count, hidden);
        sums(wanted, count, classes, gradients[3]);
        FloatProducts.multiply(wanted, used[1], back, count, classes, hidden);
        for (int i = 0; i < count * hidden; i++) {
            back[i] *= slopes[i];
        }
        FloatProducts.transposedMultiply(back, x, gradients[0], hidden, count, inputs);
        sums(back, count, hidden, gradients[1]);
    }

    private static void sums(float[] rows, int count, int width, float[] sums) {
        java.util.Arrays.fill(sums, 0);
        for (int i = 0; i < count * width; i++) {
            sums[i % width] += rows[i];
        }
    }
}
