package io.larmor.stochastic;

import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.physics.stream.BitSource;
import io.larmor.physics.stream.Streams;
import io.larmor.task.VectorTask;
import java.util.Arrays;

/**
 * A convolutional network run bit by bit, 64 bits at a time, for all of its samples before the next 64. A pixel's stream goes to
 * all filters and to all places that see it. What comes of the same bit must not meet again in a gate of the last layer: neurons
 * that share a pixel have delays of different length, one step a filter, and one of all filters a place within the square of
 * places that overlap.
 */
final class CnnRunner {

    private static final int LANES = 16;

    private final StreamCnn net;
    private final int resolution;
    private final BitSource source;
    private final int filterColumns;
    private final int denseColumns;
    private final long[] filterThresholds;
    private final long[] filterWords;
    private final long[] denseThresholds;
    private final long[] denseWords;

    CnnRunner(StreamCnn net, float[] filters, float[] dense, int resolution, Seed seed) {
        this.net = net;
        this.resolution = resolution;
        this.source = new BitSource(seed, resolution);
        filterColumns = Streams.padded(2 * net.filters());
        denseColumns = Streams.padded(2 * net.classes());
        int patch = net.patch();
        filterThresholds = new long[net.places() * patch * filterColumns];
        for (int place = 0; place < net.places(); place++) {
            thresholds(filters, net.filters(), filterThresholds, place * patch * filterColumns, filterColumns);
        }
        filterWords = new long[filterThresholds.length];
        denseThresholds = new long[net.places() * net.filters() * denseColumns];
        thresholds(dense, net.classes(), denseThresholds, 0, denseColumns);
        denseWords = new long[denseThresholds.length];
    }

    private void thresholds(float[] signed, int outputs, long[] thresholds, int from, int columns) {
        for (int k = 0; k < signed.length; k++) {
            int at = from + k / outputs * columns + k % outputs + (signed[k] < 0 ? outputs : 0);
            thresholds[at] = BitSource.threshold(Math.abs(signed[k]), resolution);
        }
    }

    /** The places along a side that share pixels with one. */
    private static int overlap(StreamCnn net) {
        return (net.size() + net.stride() - 1) / net.stride();
    }

    static int delay(StreamCnn net, int place, int filter) {
        int side = overlap(net);
        int within = place / net.placeColumns() % side * side + place % net.placeColumns() % side;
        return within * net.filters() + filter;
    }

    /** The words that pass until every delay line is full. */
    static int warmUp(StreamCnn net) {
        int side = overlap(net);
        return (side * side * net.filters() - 1 + 63) / 64;
    }

    void run(VectorTask task, int[] samples, int[] bits, StreamRunner.Answers answers) {
        int before = warmUp(net);
        int depth = before + 1;
        int neurons = net.places() * net.filters();
        long[][] rings = new long[samples.length][neurons * depth];
        int[][] counts = new int[samples.length][2 * net.classes() + 1];
        int blocks = before + bits[bits.length - 1] / 64;
        int point = 0;
        for (int block = 0; block < blocks; block++) {
            Progress.checkpoint();
            source.each(filterThresholds, filterWords, filterWords.length);
            source.each(denseThresholds, denseWords, denseWords.length);
            for (int s = 0; s < samples.length; s++) {
                filter(task, samples[s], rings[s], block, depth);
                if (block >= before) {
                    classify(rings[s], block, depth, counts[s]);
                }
            }
            if (64 * (block + 1 - before) == bits[point]) {
                for (int s = 0; s < samples.length; s++) {
                    answers.take(point, s, counts[s]);
                }
                point++;
            }
        }
    }

    /** The next 64 bits of all filters at all places, into the ring of what is delayed. */
    private void filter(VectorTask task, int sample, long[] ring, int block, int depth) {
        int width = task.width();
        long[] thresholds = new long[width + LANES];
        for (int i = 0; i < width; i++) {
            thresholds[i] = BitSource.threshold(task.values()[sample * width + i], resolution);
        }
        long[] pixels = new long[width + LANES];
        source.each(thresholds, pixels, width);
        int patch = net.patch();
        long[] x = new long[patch];
        int[] rows = new int[patch];
        long[] into = new long[filterColumns];
        for (int place = 0; place < net.places(); place++) {
            int used = 0;
            for (int k = 0; k < patch; k++) {
                long word = pixels[net.pixel(place, k)];
                if (word != 0) {
                    x[used] = word;
                    rows[used++] = (place * patch + k) * filterColumns;
                }
            }
            if (used == 0) {
                Arrays.fill(into, 0);
            } else {
                Streams.orAnd(x, rows, used, filterWords, into, filterColumns);
            }
            for (int f = 0; f < net.filters(); f++) {
                ring[(place * net.filters() + f) * depth + block % depth] = into[f] & ~into[net.filters() + f];
            }
        }
    }

    /** The last layer on what has come out of the delays. */
    private void classify(long[] ring, int block, int depth, int[] counts) {
        int neurons = net.places() * net.filters();
        long[] x = new long[neurons];
        int[] rows = new int[neurons];
        int used = 0;
        for (int n = 0; n < neurons; n++) {
            int delay = delay(net, n / net.filters(), n % net.filters());
            int whole = delay >> 6;
            long word = ring[n * depth + (block - whole) % depth];
            if ((delay & 63) != 0) {
                word = word << delay | ring[n * depth + (block - whole - 1) % depth] >>> 64 - (delay & 63);
            }
            if (word != 0) {
                x[used] = word;
                rows[used++] = n * denseColumns;
            }
        }
        long[] into = new long[denseColumns];
        Streams.orAnd(x, rows, used, denseWords, into, denseColumns);
        for (int j = 0; j < 2 * net.classes(); j++) {
            counts[j] += Long.bitCount(into[j]);
        }
        counts[2 * net.classes()] += 64;
    }
}
