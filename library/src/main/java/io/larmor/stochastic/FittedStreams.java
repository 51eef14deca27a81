package io.larmor.stochastic;

import io.larmor.core.Parallel;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.learn.Loss;
import io.larmor.plot.Page;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A trained network of bit streams: in closed form, and as streams. */
public final class FittedStreams {

    /** What a gate's bit takes. */
    public static final Parameter BIT_ENERGY = new Parameter("bit", new Quantity("energy of a bit", "E", Unit.JOULE), 0, 1e-9, 20e-15,
            "what one bit of one gate takes, our choice of 20 fJ");

    private static final Quantity BITS = Quantity.of("bits");
    /** The samples that share the streams of the weights. */
    private static final int CHUNK = 500;
    private static final int RESOLUTION = 16;

    private final StreamNetwork network;
    private final List<float[]> weights;
    private final Seed seed;
    private final int resolution;
    private final boolean delays;

    FittedStreams(StreamNetwork network, List<float[]> weights, Seed seed) {
        this(network, weights, seed, RESOLUTION, true);
    }

    private FittedStreams(StreamNetwork network, List<float[]> weights, Seed seed, int resolution, boolean delays) {
        this.network = network;
        this.weights = weights;
        this.seed = seed;
        this.resolution = resolution;
        this.delays = delays;
    }

    /** The same with streams whose probabilities have 8, 16 (default) or 32 bits. */
    public FittedStreams resolution(int bits) {
        return new FittedStreams(network, weights, seed, bits, delays);
    }

    /**
     * The same without the delays behind hidden neurons, each longer than the one before. Neurons share their inputs,
     * so that without them the streams that meet in the next layer are correlated, and the closed form does not hold.
     */
    public FittedStreams withoutDelays() {
        return new FittedStreams(network, weights, seed, resolution, false);
    }

    /** The signed weights of a layer, inputs × outputs; a copy. */
    public float[] weights(int layer) {
        return weights.get(layer).clone();
    }

    /** The bits that pass before the delay lines are full, which come on top of those that are counted. */
    public int latency() {
        return delays ? 64 * StreamRunner.warmUp(network.sizes()) : 0;
    }

    /** The share of right answers on samples of a task in closed form, as infinitely long streams would give. */
    public double closedForm(VectorTask task, int[] samples) {
        network.requireShape(task);
        var hits = Parallel.map("closed form", (samples.length + CHUNK - 1) / CHUNK, chunk -> {
            int[] part = Arrays.copyOfRange(samples, chunk * CHUNK, Math.min(samples.length, (chunk + 1) * CHUNK));
            float[] scores = scores(task, part);
            int right = 0;
            for (int s = 0; s < part.length; s++) {
                right += Loss.winner(scores, s * task.classes().size(), task.classes().size()) == task.labels()[part[s]] ? 1 : 0;
            }
            return right;
        });
        return hits.stream().mapToInt(i -> i).sum() / (double) samples.length;
    }

    /** The differences of both trees of each class, samples × classes, in closed form. */
    public float[] scores(VectorTask task, int[] samples) {
        network.requireShape(task);
        float[] x = new float[samples.length * task.width()];
        for (int s = 0; s < samples.length; s++) {
            StreamNetwork.requireProbabilities(task, samples[s]);
            System.arraycopy(task.values(), samples[s] * task.width(), x, s * task.width(), task.width());
        }
        for (int l = 0; l < weights.size(); l++) {
            int outputs = network.sizes().get(l + 1);
            float[] trees = new float[2 * weights.get(l).length];
            StreamDescent.grow(weights.get(l), trees, outputs);
            float[] p = new float[samples.length * 2 * outputs];
            OrLayer.of(network.sizes().get(l), 2 * outputs).forward(x, trees, p, samples.length);
            x = l < weights.size() - 1 ? StreamDescent.join(p, samples.length, outputs) : difference(p, samples.length, outputs);
        }
        return x;
    }

    static float[] difference(float[] p, int samples, int outputs) {
        float[] scores = new float[samples * outputs];
        for (int k = 0; k < scores.length; k++) {
            int at = k / outputs * 2 * outputs + k % outputs;
            scores[k] = p[at] - p[at + outputs];
        }
        return scores;
    }

    /**
     * Runs it as streams, and answers after some numbers of bits. Every sample has streams of its own for its inputs; the
     * streams of the weights are shared by 500 samples. Sure is the lead over the next class in standard errors of the counters.
     *
     * @param samples of the task: {@code task.test()}
     * @param bits the numbers of bits, multiples of 64, rising; those of {@link #latency} pass before
     */
    public Progressive run(VectorTask task, int[] samples, int... bits) {
        network.requireShape(task);
        return run("running " + network, network + (delays ? "" : " without delays"), task, samples, bits, CHUNK,
                (chunk, part, answers) -> new StreamRunner(network.sizes(), weights, delays, resolution, seed.child("run").child(chunk))
                        .run(task, part, bits, answers));
    }

    /** Runs some samples, whose weights share streams, by a seed of their own. */
    interface Chunks {

        void run(int chunk, int[] samples, StreamRunner.Answers answers);
    }

    /** Runs samples in chunks, on all threads, and collects what is answered after some numbers of bits. */
    static Progressive run(String doing, String name, VectorTask task, int[] samples, int[] bits, int size, Chunks chunks) {
        for (int k = 0; k < bits.length; k++) {
            if (bits[k] < 64 || bits[k] % 64 != 0 || k > 0 && bits[k] <= bits[k - 1]) {
                throw new IllegalArgumentException("a run over " + Arrays.toString(bits)
                        + " bits was asked for; give multiples of 64, rising, for example 64, 256, 1024");
            }
        }
        for (int sample : samples) {
            StreamNetwork.requireProbabilities(task, sample);
        }
        boolean[][] right = new boolean[bits.length][samples.length];
        float[][] sure = new float[bits.length][samples.length];
        Parallel.forEach(doing, (samples.length + size - 1) / size, chunk -> {
            int from = chunk * size;
            int[] part = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + size));
            chunks.run(chunk, part, (point, s, counts) -> answer(task, part[s], counts, right[point], sure[point], from + s));
        });
        return new Progressive(name, BITS, bits.clone(), right, sure);
    }

    /** From counts of positive and negative trees, and how many bits they are of, to an answer. */
    private static void answer(VectorTask task, int sample, int[] counts, boolean[] right, float[] sure, int at) {
        int classes = task.classes().size();
        double bits = counts[2 * classes];
        int best = 0;
        for (int j = 1; j < classes; j++) {
            best = score(counts, j, classes) > score(counts, best, classes) ? j : best;
        }
        right[at] = best == task.labels()[sample];
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < classes; j++) {
            double variance = variance(counts, j, classes, bits) + variance(counts, best, classes, bits);
            least = j == best ? least : Math.min(least, (score(counts, best, classes) - score(counts, j, classes)) / Math.sqrt(variance + 1));
        }
        sure[at] = (float) least;
    }

    private static int score(int[] counts, int j, int classes) {
        return counts[j] - counts[classes + j];
    }

    private static double variance(int[] counts, int j, int classes, double bits) {
        return counts[j] * (1 - counts[j] / bits) + counts[classes + j] * (1 - counts[classes + j] / bits);
    }

    /** Gates that work each bit: one AND a synapse whose weight is not zero, and for every neuron two ORs and what joins them. */
    public long gates() {
        long gates = 0;
        for (int l = 0; l < weights.size(); l++) {
            for (float w : weights.get(l)) {
                gates += Math.round(Math.abs(w) * 65536) > 0 ? 1 : 0;
            }
            gates += 3L * network.sizes().get(l + 1);
        }
        return gates;
    }

    /**
     * What an answer takes, in joules: bits × gates × what a bit of a gate takes, the bits that fill the delays included.
     *
     * @param bits counted; a mean where runs stop early
     * @param perBit {@link #BIT_ENERGY}, in joules
     */
    public double energy(double bits, double perBit) {
        return (bits + latency()) * gates() * BIT_ENERGY.check("energy", perBit);
    }

    /** What a notebook shows. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).mimeBundle();
    }

    @Override
    public String toString() {
        return network + ", trained; " + gates() + " gates" + (delays ? ", " + latency() + " bits to fill its delays" : ", no delays");
    }
}
