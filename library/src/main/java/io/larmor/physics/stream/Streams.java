package io.larmor.physics.stream;

import io.larmor.core.KernelChoice;
import java.util.SplittableRandom;

/** Counts and logic over packed streams, by the fastest form that there is; see {@link BitSource} for their making. */
public final class Streams {

    private static final int SAMPLE = 1024;
    /** Words of 64 bits in all before it is worth to warm the other form: a tenth of a second's work. */
    private static final double WORTH_WARMING = 1e8;

    static final KernelChoice<StreamKernel> CHOICE = new KernelChoice<>("bit streams", StreamKernel.class, new PlainStreams(),
            Streams.class.getPackageName() + ".LaneStreams", Streams::sample, WORTH_WARMING);

    private Streams() {
    }

    /** The columns that the weights of a layer of so many outputs are padded to. */
    public static int padded(int outputs) {
        return (outputs + StreamKernel.COLUMNS - 1) / StreamKernel.COLUMNS * StreamKernel.COLUMNS;
    }

    /** The ones of {@code a & b}: a product of two streams, summed up. */
    public static long andCount(long[] a, long[] b, int words) {
        return CHOICE.current(words).andCount(a, 0, b, 0, words);
    }

    /** The ones of a stream. */
    public static long count(long[] a, int words) {
        return andCount(a, a, words);
    }

    /**
     * A layer of AND gates and OR gates for 64 bits: {@code into[j]} becomes the OR over k of {@code x[k] & w[rows[k] + j]}.
     *
     * @param rows where each input's words begin in {@code w}
     * @param columns {@link #padded}
     */
    public static void orAnd(long[] x, int[] rows, int inputs, long[] w, long[] into, int columns) {
        CHOICE.current((long) inputs * columns).orAnd(x, rows, inputs, w, into, columns);
    }

    /** Waits until the fast kernel has taken over, for measurements. */
    public static void awaitFastKernel() throws InterruptedException {
        CHOICE.settled();
    }

    /** What the kernels are compared on. */
    private static long[][] sample(StreamKernel kernel) {
        var random = new SplittableRandom(1);
        long[] state = random.longs(4 * StreamKernel.LANES).toArray();
        long[] words = new long[4 * SAMPLE];
        long[] y = new long[2 * SAMPLE];
        long[] into = new long[64];
        long[] thresholds = random.longs(SAMPLE, 0, 256).toArray();
        kernel.random(state, words, words.length);
        kernel.compare(words, 0, 0b0101, 0, y, 0, SAMPLE);
        kernel.compareEach(words, 0, thresholds, 0, 3, y, SAMPLE, SAMPLE);
        int[] rows = random.ints(200, 0, 60).map(i -> 16 * i).toArray();
        kernel.orAnd(y, rows, rows.length, words, into, into.length);
        long[] counts = new long[20];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = kernel.andCount(words, 0, words, SAMPLE + i, SAMPLE);
        }
        return new long[][] {state, words, y, into, counts};
    }
}
