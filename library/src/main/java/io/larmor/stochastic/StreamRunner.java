package io.larmor.stochastic;

import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.physics.stream.BitSource;
import io.larmor.physics.stream.Streams;
import io.larmor.task.VectorTask;
import java.util.Arrays;
import java.util.List;

/**
 * A network run bit by bit, 64 bits at a time: for all of its samples before the next 64, so that the words of the weights are
 * made once for all of them and stay in cache. Hidden neurons share their inputs; behind neuron j of the first hidden layer is a
 * delay of j bits, so that those which meet in the next layer are of different times. A neuron there has to do with the inputs of
 * as many times as the first layer has neurons, so that its own delays go in steps of that many.
 */
final class StreamRunner {

    private static final int LANES = 16;

    /** Takes what has been counted: for every class the positive, then the negative trees' ones, then the bits. */
    interface Answers {
        void take(int point, int sample, int[] counts);
    }

    private final List<Integer> sizes;
    private final boolean delays;
    private final BitSource source;
    private final int resolution;
    private final int[] columns;
    private final long[][] thresholds;
    private final long[][] words;

    StreamRunner(List<Integer> sizes, List<float[]> weights, boolean delays, int resolution, Seed seed) {
        this.sizes = sizes;
        this.delays = delays;
        this.resolution = resolution;
        this.source = new BitSource(seed, resolution);
        int layers = weights.size();
        columns = new int[layers];
        thresholds = new long[layers][];
        words = new long[layers][];
        for (int l = 0; l < layers; l++) {
            int outputs = sizes.get(l + 1);
            columns[l] = Streams.padded(2 * outputs);
            thresholds[l] = new long[sizes.get(l) * columns[l]];
            words[l] = new long[thresholds[l].length];
            float[] signed = weights.get(l);
            for (int k = 0; k < signed.length; k++) {
                int at = k / outputs * columns[l] + k % outputs + (signed[k] < 0 ? outputs : 0);
                thresholds[l][at] = BitSource.threshold(Math.abs(signed[k]), resolution);
            }
        }
    }

    /** The bits by which the delays of a hidden layer grow, of 0 on: the neurons of all layers before it, multiplied. */
    private static int step(List<Integer> sizes, int hidden) {
        int step = 1;
        for (int l = 1; l <= hidden; l++) {
            step = Math.multiplyExact(step, sizes.get(l));
        }
        return step;
    }

    private static int longest(List<Integer> sizes, int hidden) {
        return Math.multiplyExact(sizes.get(hidden + 1) - 1, step(sizes, hidden));
    }

    /** The words that pass until every delay line is full. */
    static int warmUp(List<Integer> sizes) {
        int all = 0;
        for (int hidden = 0; hidden + 2 < sizes.size(); hidden++) {
            all += (longest(sizes, hidden) + 63) / 64;
        }
        return all;
    }

    void run(VectorTask task, int[] samples, int[] bits, Answers answers) {
        var inputs = new Inputs[samples.length];
        for (int s = 0; s < samples.length; s++) {
            inputs[s] = new Inputs(task, samples[s], sizes, resolution);
        }
        int before = delays ? warmUp(sizes) : 0;
        int blocks = before + bits[bits.length - 1] / 64;
        int point = 0;
        int widest = Arrays.stream(columns).max().orElseThrow();
        long[] into = new long[widest];
        long[] x = new long[sizes.stream().mapToInt(i -> i).max().orElseThrow() + LANES];
        int[] every = new int[x.length];
        for (int block = 0; block < blocks; block++) {
            Progress.checkpoint();
            for (int l = 0; l < words.length; l++) {
                source.each(thresholds[l], words[l], words[l].length);
            }
            for (var one : inputs) {
                source.each(one.thresholds, x, one.rows.length);
                Streams.orAnd(x, one.rows, one.rows.length, words[0], into, columns[0]);
                for (int l = 1; l < words.length; l++) {
                    int size = sizes.get(l);
                    one.join(l - 1, block, into, size, x, delays);
                    for (int i = 0; i < size; i++) {
                        every[i] = i * columns[l];
                    }
                    Streams.orAnd(x, every, size, words[l], into, columns[l]);
                }
                if (block >= before) {
                    one.count(into);
                }
            }
            if (64 * (block + 1 - before) == bits[point]) {
                for (int s = 0; s < inputs.length; s++) {
                    answers.take(point, s, inputs[s].counts);
                }
                point++;
            }
        }
    }

    /** One sample: its inputs that are not zero, what its delay lines hold, its counters. */
    private static final class Inputs {

        private final int[] rows;
        private final long[] thresholds;
        private final long[][] held;
        private final int[] depth;
        private final int[] steps;
        private final int[] counts;

        Inputs(VectorTask task, int sample, List<Integer> sizes, int resolution) {
            int width = task.width();
            int[] found = new int[width];
            long[] kept = new long[width + LANES];
            int used = 0;
            int columns = Streams.padded(2 * sizes.get(1));
            for (int i = 0; i < width; i++) {
                long threshold = BitSource.threshold(task.values()[sample * width + i], resolution);
                if (threshold != 0) {
                    kept[used] = threshold;
                    found[used++] = i * columns;
                }
            }
            rows = Arrays.copyOf(found, used);
            thresholds = Arrays.copyOf(kept, used + LANES);
            held = new long[sizes.size() - 2][];
            depth = new int[held.length];
            steps = new int[held.length];
            for (int l = 0; l < held.length; l++) {
                steps[l] = step(sizes, l);
                depth[l] = longest(sizes, l) / 64 + 2;
                held[l] = new long[sizes.get(l + 1) * depth[l]];
            }
            counts = new int[2 * sizes.get(sizes.size() - 1) + 1];
        }

        /** A hidden layer's words: both trees joined, kept, and given out late. */
        void join(int l, int block, long[] trees, int size, long[] x, boolean delays) {
            long[] ring = held[l];
            int words = depth[l];
            for (int j = 0; j < size; j++) {
                long word = trees[j] & ~trees[size + j];
                if (!delays) {
                    x[j] = word;
                    continue;
                }
                ring[j * words + block % words] = word;
                int delay = j * steps[l];
                int whole = delay >> 6;
                long late = block >= whole ? ring[j * words + (block - whole) % words] : 0;
                long later = block > whole ? ring[j * words + (block - whole - 1) % words] : 0;
                x[j] = (delay & 63) == 0 ? late : late << delay | later >>> 64 - (delay & 63);
            }
        }

        void count(long[] trees) {
            for (int j = 0; j < counts.length - 1; j++) {
                counts[j] += Long.bitCount(trees[j]);
            }
            counts[counts.length - 1] += 64;
        }
    }
}
