package io.larmor.physics.stream;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Seed;
import java.util.Arrays;

/**
 * Makes bit streams, packed 64 to a word, the first bit lowest. The random words are those of 16 generators abreast,
 * xoshiro256++ of Blackman and Vigna, ACM Trans. Math. Softw. 47, 36 (2021), whose states come from the house's Philox at a
 * place in the {@link Seed} tree: two places give unrelated streams. It costs a tenth of Philox itself on a machine without
 * wide multiplication. A probability is met to a resolution of 8, 16 or 32 bits, and every bit of resolution takes a random
 * word. Not thread-safe. The same seed and the same calls give the same bits on every machine.
 */
public final class BitSource {

    /** Words that are made at once, so that their random words stay in the first cache. */
    private static final int BLOCK = 64;

    private final int bits;
    private final long[] state = new long[4 * StreamKernel.LANES];
    private final long[] random;
    private final long[] tail = new long[BLOCK];

    /**
     * A source at a place in the tree of randomness.
     *
     * @param bits the resolution of probabilities: 8, 16 or 32
     */
    public BitSource(Seed seed, int bits) {
        if (bits != 8 && bits != 16 && bits != 32) {
            throw new IllegalArgumentException("a bit stream was asked for with probabilities of " + bits
                    + " bits; there are 8 (steps of 1/256), 16 and 32");
        }
        Citations.use(Papers.BLACKMAN_2021, "bit streams");
        this.bits = bits;
        this.random = new long[bits * BLOCK];
        var philox = seed.generator();
        for (int i = 0; i < state.length; i++) {
            state[i] = (long) philox.nextInt() << 32 | philox.nextInt() & 0xFFFFFFFFL;
        }
    }

    /** The resolution, in bits. */
    public int bits() {
        return bits;
    }

    /**
     * The threshold that stands for a probability: the nearest multiple of 2^-bits.
     *
     * @param probability of 0 to 1, both included
     */
    public static long threshold(double probability, int bits) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a bit stream was asked for with a probability of " + probability
                    + "; it must be one of 0 .. 1");
        }
        return Math.round(Math.scalb(probability, bits));
    }

    /**
     * A stretch of a stream.
     *
     * @param probability of 0 to 1, to the resolution
     * @param out receives {@code words} words from {@code from} on
     */
    public void fill(double probability, long[] out, int from, int words) {
        long threshold = threshold(probability, bits);
        // Certainty has one bit more than is compared.
        if (threshold >>> bits != 0) {
            Arrays.fill(out, from, from + words, -1);
            return;
        }
        StreamKernel kernel = Streams.CHOICE.current((long) words * bits);
        for (int done = 0; done < words; done += BLOCK) {
            int left = words - done;
            if (left >= BLOCK) {
                block(kernel, threshold, out, from + done, BLOCK);
            } else {
                block(kernel, threshold, tail, 0, whole(left));
                System.arraycopy(tail, 0, out, from + done, left);
            }
        }
    }

    private static int whole(int words) {
        return (words + StreamKernel.LANES - 1) / StreamKernel.LANES * StreamKernel.LANES;
    }

    private void block(StreamKernel kernel, long threshold, long[] out, int from, int words) {
        kernel.random(state, random, bits * words);
        Arrays.fill(out, from, from + words, 0);
        for (int b = 0; b < bits; b += StreamKernel.ROUNDS) {
            kernel.compare(random, b * words, threshold, b, out, from, words);
        }
    }

    /**
     * One word of each of many streams: 64 further bits of each.
     *
     * @param thresholds one of {@link #threshold} a stream, filled up with anything to a multiple of 16
     * @param out one word a stream, with room for a multiple of 16
     * @param streams how many
     */
    public void each(long[] thresholds, long[] out, int streams) {
        int all = whole(streams);
        if (thresholds.length < all || out.length < all) {
            throw new IllegalArgumentException(streams + " streams need thresholds and room for " + all + ", there are " + thresholds.length
                    + " and " + out.length);
        }
        StreamKernel kernel = Streams.CHOICE.current((long) all * bits);
        for (int done = 0; done < all; done += BLOCK) {
            int words = Math.min(BLOCK, all - done);
            kernel.random(state, random, bits * words);
            Arrays.fill(out, done, done + words, 0);
            for (int b = 0; b < bits; b += StreamKernel.ROUNDS) {
                kernel.compareEach(random, b * words, thresholds, done, b, out, done, words);
            }
        }
        for (int i = 0; i < all; i++) {
            out[i] |= -(thresholds[i] >>> bits);
        }
    }
}
