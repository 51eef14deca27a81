package io.larmor.stochastic;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.learn.Adam;
import io.larmor.learn.Optimizer;
import io.larmor.learn.Schedule;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import java.util.Arrays;
import java.util.List;

/**
 * A network of bit streams and gates: every synapse an AND gate on its input and a stream of its weight, every neuron an OR
 * gate. A weight of −1 to 1 belongs to one of two such trees that each neuron has, a positive and a negative one (separate
 * trees, as in Daniels et al., Phys. Rev. Applied 13, 034016, 2020). A hidden neuron puts out a one where the positive tree has
 * one and the negative has none, h = p₊ (1 − p₋), an AND gate with one inverted input; that joining is our choice. A class's
 * score is the difference of two counters on its trees. It is trained in closed form, which is exact on average as long as the
 * streams that meet in a gate are independent; {@link FittedStreams} runs it bit by bit.
 *
 * @param sizes inputs, hidden neurons layer by layer, classes
 * @param gain what the difference of the last trees, of −1 to 1, is multiplied by for the softmax of the training
 * @param noise the bits whose noise training puts on the scores; 0 for none
 * @param optimizer of the weights
 * @param schedule of the learning rate
 * @param batch samples of a step
 * @param epochs passes over the training set
 * @param repeat numbers the training: other ones start elsewhere
 */
public record StreamNetwork(List<Integer> sizes, double gain, int noise, Optimizer optimizer, Schedule schedule, int batch, int epochs,
        int repeat) {

    public static final Parameter GAIN = new Parameter("gain", Quantity.of("gain"), 1e-3, 1e4, 12,
            "what the difference of two trees is multiplied by for the softmax of the training");
    public static final Parameter NOISE = new Parameter("noise", Quantity.of("bits of noise"), 0, 1 << 24, 256,
            "the bits whose noise is put on the scores in training; 0 for none");

    public StreamNetwork {
        sizes = List.copyOf(sizes);
        if (sizes.size() < 2) {
            throw new IllegalArgumentException("streamNetwork(" + sizes + "): give the inputs, the hidden neurons and the classes, "
                    + "for example streamNetwork(784, 128, 10)");
        }
        sizes.forEach(size -> OrLayer.SIZE.check("streamNetwork", size));
        GAIN.check("streamNetwork", gain);
        NOISE.check("streamNetwork", noise);
        SynapseLayer.BATCH.check("streamNetwork", batch);
        SynapseLayer.EPOCHS.check("streamNetwork", epochs);
        SynapseLayer.REPEAT.check("streamNetwork", repeat);
    }

    /**
     * A network with a gain of 12, trained by 20 epochs of Adam at a rate of 0.003 that falls along a cosine, batches of 100,
     * with the noise of 256 bits.
     */
    public static StreamNetwork of(int... sizes) {
        return new StreamNetwork(Arrays.stream(sizes).boxed().toList(), GAIN.standard(), (int) NOISE.standard(), Adam.of(0.003),
                new Schedule.Cosine(), 100, 20, 0);
    }

    /** The same with another gain, a plain number. */
    public StreamNetwork gain(double gain) {
        return new StreamNetwork(sizes, gain, noise, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same trained with the noise of so many bits; 0 for none. */
    public StreamNetwork noise(int bits) {
        return new StreamNetwork(sizes, gain, bits, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same with another optimizer. */
    public StreamNetwork optimizer(Optimizer optimizer) {
        return new StreamNetwork(sizes, gain, noise, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same with another schedule of the learning rate. */
    public StreamNetwork schedule(Schedule schedule) {
        return new StreamNetwork(sizes, gain, noise, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same with other batches. */
    public StreamNetwork batch(int batch) {
        return new StreamNetwork(sizes, gain, noise, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same with other epochs. */
    public StreamNetwork epochs(int epochs) {
        return new StreamNetwork(sizes, gain, noise, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same training with other random numbers. */
    public StreamNetwork repeat(int repeat) {
        return new StreamNetwork(sizes, gain, noise, optimizer, schedule, batch, epochs, repeat);
    }

    /** Trains on a task's training set. */
    public FittedStreams fit(VectorTask task) {
        Citations.use(Papers.DANIELS_2020, "stream network");
        check(task);
        var seed = Seed.root().child("streamNetwork").child(repeat);
        var descent = new StreamDescent(this, task, seed);
        int[] order = task.train().clone();
        int steps = (order.length + batch - 1) / batch;
        try (var progress = Progress.of("training " + this, (long) epochs * steps)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                double rate = optimizer.rate() * schedule.factor(epoch, epochs);
                int[] mixed = seed.child("order").child(epoch).generator().permutation(order.length);
                for (int from = 0; from < order.length; from += batch) {
                    int start = from;
                    int[] samples = new int[Math.min(batch, order.length - from)];
                    Arrays.setAll(samples, k -> order[mixed[start + k]]);
                    descent.step(task, samples, rate);
                    progress.step();
                }
            }
        }
        return new FittedStreams(this, descent.weights(), seed);
    }

    private void check(VectorTask task) {
        if (task.train().length == 0) {
            throw new IllegalArgumentException(task.name() + " has no training samples");
        }
        requireShape(task);
        for (int sample : task.train()) {
            requireProbabilities(task, sample);
        }
    }

    void requireShape(VectorTask task) {
        int classes = sizes.get(sizes.size() - 1);
        if (task.width() != sizes.get(0) || task.classes().size() != classes) {
            throw new IllegalArgumentException(task.name() + " has " + task.width() + " inputs and " + task.classes().size()
                    + " classes; this is a streamNetwork of " + sizes);
        }
    }

    static void requireProbabilities(VectorTask task, int sample) {
        int width = task.width();
        for (int i = sample * width; i < (sample + 1) * width; i++) {
            if (!(task.values()[i] >= 0 && task.values()[i] <= 1)) {
                throw new IllegalArgumentException(task.name() + ": sample " + sample + " has " + task.values()[i]
                        + " at place " + i % width + "; a stream's value is a probability of 0 .. 1, so scale the inputs");
            }
        }
    }

    @Override
    public String toString() {
        return "stream network of " + String.join(" - ", sizes.stream().map(String::valueOf).toList());
    }
}
