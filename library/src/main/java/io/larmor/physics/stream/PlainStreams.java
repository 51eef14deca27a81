package io.larmor.physics.stream;

import java.util.Arrays;

/** The loops of bit streams in plain Java: the reference. */
final class PlainStreams implements StreamKernel {

    @Override
    public void random(long[] state, long[] words, int count) {
        for (int g = 0; g < LANES; g++) {
            long s0 = state[g];
            long s1 = state[LANES + g];
            long s2 = state[2 * LANES + g];
            long s3 = state[3 * LANES + g];
            for (int i = g; i < count; i += LANES) {
                words[i] = Long.rotateLeft(s0 + s3, 23) + s0;
                long t = s1 << 17;
                s2 ^= s0;
                s3 ^= s1;
                s1 ^= s2;
                s0 ^= s3;
                s2 ^= t;
                s3 = Long.rotateLeft(s3, 45);
            }
            state[g] = s0;
            state[LANES + g] = s1;
            state[2 * LANES + g] = s2;
            state[3 * LANES + g] = s3;
        }
    }

    @Override
    public void compare(long[] random, int from, long threshold, int first, long[] y, int at, int count) {
        for (int i = 0; i < count; i++) {
            y[at + i] = rounds(random, from + i, count, threshold >>> first, y[at + i]);
        }
    }

    @Override
    public void compareEach(long[] random, int from, long[] thresholds, int thresholdsFrom, int first, long[] y, int at, int count) {
        for (int i = 0; i < count; i++) {
            y[at + i] = rounds(random, from + i, count, thresholds[thresholdsFrom + i] >>> first, y[at + i]);
        }
    }

    private static long rounds(long[] random, int from, int stride, long threshold, long y) {
        long word = y;
        for (int k = 0; k < ROUNDS; k++) {
            long r = random[from + k * stride];
            word = (threshold >>> k & 1) == 0 ? word & r : word | r;
        }
        return word;
    }

    /** Four sums, so that the additions do not wait for each other. */
    @Override
    public long andCount(long[] a, int aFrom, long[] b, int bFrom, int words) {
        long s = 0, t = 0, u = 0, v = 0;
        int i = 0;
        for (; i + 4 <= words; i += 4) {
            s += Long.bitCount(a[aFrom + i] & b[bFrom + i]);
            t += Long.bitCount(a[aFrom + i + 1] & b[bFrom + i + 1]);
            u += Long.bitCount(a[aFrom + i + 2] & b[bFrom + i + 2]);
            v += Long.bitCount(a[aFrom + i + 3] & b[bFrom + i + 3]);
        }
        for (; i < words; i++) {
            s += Long.bitCount(a[aFrom + i] & b[bFrom + i]);
        }
        return s + t + u + v;
    }

    @Override
    public void orAnd(long[] x, int[] rows, int inputs, long[] w, long[] into, int columns) {
        Arrays.fill(into, 0, columns, 0);
        for (int k = 0; k < inputs; k++) {
            long word = x[k];
            int row = rows[k];
            for (int j = 0; j < columns; j++) {
                into[j] |= word & w[row + j];
            }
        }
    }
}
