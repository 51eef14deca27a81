package io.larmor.stochastic;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.learn.Adam;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import java.util.Arrays;

/**
 * A convolutional network of bit streams and gates for images of one channel, after Daniels et al., Phys. Rev. Applied 13,
 * 034016 (2020): a neuron of AND and OR gates for every filter at every place, with the same weights at all places, and behind
 * them one such neuron a class, whose two trees are counted. Neurons are those of {@link StreamNetwork}: a positive and a
 * negative tree, joined by h = p₊ (1 − p₋). The sizes are our choice. It is trained in closed form.
 *
 * @param rows of the image
 * @param columns of the image
 * @param filters how many neurons look at a place
 * @param size the side of the square that they look at, in pixels
 * @param stride the pixels from a place to the next
 * @param classes how many
 * @param gain what the difference of the last trees is multiplied by for the softmax of the training
 * @param noise the bits whose noise training puts on the scores; 0 for none
 * @param rate of Adam at the beginning; it falls along half a cosine
 * @param batch samples of a step
 * @param epochs passes over the training set
 * @param repeat numbers the training: other ones start elsewhere
 */
public record StreamCnn(int rows, int columns, int filters, int size, int stride, int classes, double gain, int noise, double rate, int batch,
        int epochs, int repeat) {

    public static final Parameter FILTERS = new Parameter("filters", Quantity.of("filters"), 1, 1024, 16, "how many neurons look at each place");
    public static final Parameter SIZE = new Parameter("size", Quantity.of("size"), 1, 64, 5, "the side of the square of pixels that a neuron looks at");
    public static final Parameter STRIDE = new Parameter("stride", Quantity.of("stride"), 1, 64, 2, "the pixels from a place to the next");

    private static final int BATCH = 100;
    private static final int EPOCHS = 10;
    private static final double RATE = 0.01;

    public StreamCnn {
        FILTERS.check("streamCnn", filters);
        SIZE.check("streamCnn", size);
        STRIDE.check("streamCnn", stride);
        Adam.RATE.check("streamCnn", rate);
        StreamNetwork.GAIN.check("streamCnn", gain);
        StreamNetwork.NOISE.check("streamCnn", noise);
        SynapseLayer.BATCH.check("streamCnn", batch);
        SynapseLayer.EPOCHS.check("streamCnn", epochs);
        SynapseLayer.REPEAT.check("streamCnn", repeat);
        if (size > rows || size > columns) {
            throw new IllegalArgumentException("streamCnn.size = " + size + " is larger than the image of " + rows + " x " + columns);
        }
        if (classes < 2) {
            throw new IllegalArgumentException("streamCnn: " + classes + " classes cannot be told apart; there must be at least 2");
        }
    }

    /** For images of a size: 16 filters of 5 x 5 pixels, 2 pixels apart, ten epochs of Adam at 0.01. */
    public static StreamCnn of(int rows, int columns, int classes) {
        return new StreamCnn(rows, columns, (int) FILTERS.standard(), (int) SIZE.standard(), (int) STRIDE.standard(), classes,
                StreamNetwork.GAIN.standard(), (int) StreamNetwork.NOISE.standard(), RATE, BATCH, EPOCHS, 0);
    }

    /** The same with other filters. */
    public StreamCnn filters(int filters, int size, int stride) {
        return new StreamCnn(rows, columns, filters, size, stride, classes, gain, noise, rate, batch, epochs, repeat);
    }

    /** The same with another gain, a plain number. */
    public StreamCnn gain(double gain) {
        return new StreamCnn(rows, columns, filters, size, stride, classes, gain, noise, rate, batch, epochs, repeat);
    }

    /** The same trained with the noise of so many bits. */
    public StreamCnn noise(int bits) {
        return new StreamCnn(rows, columns, filters, size, stride, classes, gain, bits, rate, batch, epochs, repeat);
    }

    /** The same with another learning rate at the beginning, a plain number. */
    public StreamCnn rate(double rate) {
        return new StreamCnn(rows, columns, filters, size, stride, classes, gain, noise, rate, batch, epochs, repeat);
    }

    /** The same with other epochs. */
    public StreamCnn epochs(int epochs) {
        return new StreamCnn(rows, columns, filters, size, stride, classes, gain, noise, rate, batch, epochs, repeat);
    }

    /** The same training with other random numbers. */
    public StreamCnn repeat(int repeat) {
        return new StreamCnn(rows, columns, filters, size, stride, classes, gain, noise, rate, batch, epochs, repeat);
    }

    int placeRows() {
        return (rows - size) / stride + 1;
    }

    int placeColumns() {
        return (columns - size) / stride + 1;
    }

    int places() {
        return placeRows() * placeColumns();
    }

    /** The pixels of a patch. */
    int patch() {
        return size * size;
    }

    /** Where a pixel of the patch at a place is in the image. */
    int pixel(int place, int k) {
        int row = place / placeColumns() * stride + k / size;
        int column = place % placeColumns() * stride + k % size;
        return row * columns + column;
    }

    /** The patches of some samples, (samples x places) x pixels of a patch. */
    float[] patches(VectorTask task, int[] samples) {
        int places = places();
        int patch = patch();
        float[] x = new float[samples.length * places * patch];
        int at = 0;
        for (int sample : samples) {
            int image = sample * task.width();
            for (int place = 0; place < places; place++) {
                for (int k = 0; k < patch; k++) {
                    x[at++] = task.values()[image + pixel(place, k)];
                }
            }
        }
        return x;
    }

    /** Trains on a task's training set. */
    public FittedCnn fit(VectorTask task) {
        Citations.use(Papers.DANIELS_2020, "stream convolution");
        if (task.train().length == 0) {
            throw new IllegalArgumentException(task.name() + " has no training samples");
        }
        requireShape(task);
        for (int sample : task.train()) {
            StreamNetwork.requireProbabilities(task, sample);
        }
        var seed = Seed.root().child("streamCnn").child(repeat);
        int[] order = task.train();
        var descent = new CnnDescent(this, task, seed);
        int steps = (order.length + batch - 1) / batch;
        try (var progress = Progress.of("training " + this, (long) epochs * steps)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                int[] mixed = seed.child("order").child(epoch).generator().permutation(order.length);
                for (int step = 0; step < steps; step++) {
                    int start = step * batch;
                    int[] samples = new int[Math.min(batch, order.length - start)];
                    Arrays.setAll(samples, k -> order[mixed[start + k]]);
                    double part = (epoch * (double) steps + step) / ((double) epochs * steps);
                    descent.step(task, samples, rate * 0.5 * (1 + Math.cos(Math.PI * part)));
                    progress.step();
                }
            }
        }
        return new FittedCnn(this, descent.filters(), descent.dense(), seed);
    }

    void requireShape(VectorTask task) {
        if (task.width() != rows * columns || task.classes().size() != classes) {
            throw new IllegalArgumentException(task.name() + " has " + task.width() + " inputs and " + task.classes().size() + " classes; this is a "
                    + this + " for images of " + rows + " x " + columns);
        }
    }

    @Override
    public String toString() {
        return "stream convolution of " + filters + " filters of " + size + " x " + size + " at " + places() + " places, " + classes + " classes";
    }
}
