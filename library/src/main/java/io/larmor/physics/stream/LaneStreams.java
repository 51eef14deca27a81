package io.larmor.physics.stream;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of bit streams on the JDK's Vector API. Sums carried around a loop begin as loads from an array: begun as
 * constants, Java's compiler keeps them as objects.
 */
final class LaneStreams implements StreamKernel {

    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int WIDTH = LONGS.length();
    private static final long[] ZEROS = new long[WIDTH];
    /** Vectors in a group of adders. */
    private static final int GROUP = 8;
    /** Words counted before the eights are summed: they stay in the first cache. */
    private static final int CHUNK = 2048;

    private static final ThreadLocal<long[][]> SCRATCH = ThreadLocal.withInitial(() -> new long[][] {new long[CHUNK / GROUP], new long[3 * WIDTH]});

    private final PlainStreams plain = new PlainStreams();

    @Override
    public void random(long[] state, long[] words, int count) {
        if (2 * WIDTH > LANES) {
            plain.random(state, words, count);
            return;
        }
        for (int g = 0; g < LANES; g += 2 * WIDTH) {
            twoVectors(state, g, words, count);
        }
    }

    /** Two vectors of generators at a time, so that one works while the other waits for its own result. */
    private static void twoVectors(long[] state, int g, long[] words, int count) {
        var a0 = LongVector.fromArray(LONGS, state, g);
        var b0 = LongVector.fromArray(LONGS, state, g + WIDTH);
        var a1 = LongVector.fromArray(LONGS, state, LANES + g);
        var b1 = LongVector.fromArray(LONGS, state, LANES + g + WIDTH);
        var a2 = LongVector.fromArray(LONGS, state, 2 * LANES + g);
        var b2 = LongVector.fromArray(LONGS, state, 2 * LANES + g + WIDTH);
        var a3 = LongVector.fromArray(LONGS, state, 3 * LANES + g);
        var b3 = LongVector.fromArray(LONGS, state, 3 * LANES + g + WIDTH);
        for (int i = g; i < count; i += LANES) {
            var p = a0.add(a3);
            var q = b0.add(b3);
            p.lanewise(LSHL, 23).or(p.lanewise(LSHR, 41)).add(a0).intoArray(words, i);
            q.lanewise(LSHL, 23).or(q.lanewise(LSHR, 41)).add(b0).intoArray(words, i + WIDTH);
            var t = a1.lanewise(LSHL, 17);
            var u = b1.lanewise(LSHL, 17);
            a2 = a2.lanewise(XOR, a0);
            b2 = b2.lanewise(XOR, b0);
            a3 = a3.lanewise(XOR, a1);
            b3 = b3.lanewise(XOR, b1);
            a1 = a1.lanewise(XOR, a2);
            b1 = b1.lanewise(XOR, b2);
            a0 = a0.lanewise(XOR, a3);
            b0 = b0.lanewise(XOR, b3);
            a2 = a2.lanewise(XOR, t);
            b2 = b2.lanewise(XOR, u);
            a3 = a3.lanewise(LSHL, 45).or(a3.lanewise(LSHR, 19));
            b3 = b3.lanewise(LSHL, 45).or(b3.lanewise(LSHR, 19));
        }
        a0.intoArray(state, g);
        b0.intoArray(state, g + WIDTH);
        a1.intoArray(state, LANES + g);
        b1.intoArray(state, LANES + g + WIDTH);
        a2.intoArray(state, 2 * LANES + g);
        b2.intoArray(state, 2 * LANES + g + WIDTH);
        a3.intoArray(state, 3 * LANES + g);
        b3.intoArray(state, 3 * LANES + g + WIDTH);
    }

    @Override
    public void compare(long[] random, int from, long threshold, int first, long[] y, int at, int count) {
        var m0 = LongVector.broadcast(LONGS, -(threshold >>> first & 1));
        var m1 = LongVector.broadcast(LONGS, -(threshold >>> first + 1 & 1));
        var m2 = LongVector.broadcast(LONGS, -(threshold >>> first + 2 & 1));
        var m3 = LongVector.broadcast(LONGS, -(threshold >>> first + 3 & 1));
        for (int i = 0; i < count; i += WIDTH) {
            var word = LongVector.fromArray(LONGS, y, at + i);
            var r = LongVector.fromArray(LONGS, random, from + i);
            word = word.lanewise(XOR, r).and(m0.lanewise(XOR, r)).lanewise(XOR, r);
            r = LongVector.fromArray(LONGS, random, from + count + i);
            word = word.lanewise(XOR, r).and(m1.lanewise(XOR, r)).lanewise(XOR, r);
            r = LongVector.fromArray(LONGS, random, from + 2 * count + i);
            word = word.lanewise(XOR, r).and(m2.lanewise(XOR, r)).lanewise(XOR, r);
            r = LongVector.fromArray(LONGS, random, from + 3 * count + i);
            word = word.lanewise(XOR, r).and(m3.lanewise(XOR, r)).lanewise(XOR, r);
            word.intoArray(y, at + i);
        }
    }

    @Override
    public void compareEach(long[] random, int from, long[] thresholds, int thresholdsFrom, int first, long[] y, int at, int count) {
        var one = LongVector.broadcast(LONGS, 1);
        var zero = LongVector.broadcast(LONGS, 0);
        for (int i = 0; i < count; i += WIDTH) {
            var threshold = LongVector.fromArray(LONGS, thresholds, thresholdsFrom + i).lanewise(LSHR, first);
            var word = LongVector.fromArray(LONGS, y, at + i);
            var r = LongVector.fromArray(LONGS, random, from + i);
            word = word.lanewise(XOR, r).and(zero.sub(threshold.and(one)).lanewise(XOR, r)).lanewise(XOR, r);
            r = LongVector.fromArray(LONGS, random, from + count + i);
            word = word.lanewise(XOR, r).and(zero.sub(threshold.lanewise(LSHR, 1).and(one)).lanewise(XOR, r)).lanewise(XOR, r);
            r = LongVector.fromArray(LONGS, random, from + 2 * count + i);
            word = word.lanewise(XOR, r).and(zero.sub(threshold.lanewise(LSHR, 2).and(one)).lanewise(XOR, r)).lanewise(XOR, r);
            r = LongVector.fromArray(LONGS, random, from + 3 * count + i);
            word = word.lanewise(XOR, r).and(zero.sub(threshold.lanewise(LSHR, 3).and(one)).lanewise(XOR, r)).lanewise(XOR, r);
            word.intoArray(y, at + i);
        }
    }

    /**
     * By carry-save adders, after Harley and Seal: eight words become ones, twos and fours that go on, and eights, which are
     * the only ones to be counted each time (Muła, Kurz and Lemire, Comput. J. 61, 111, 2018).
     */
    @Override
    public long andCount(long[] a, int aFrom, long[] b, int bFrom, int words) {
        // Vectors of two lanes would leave the eights no multiple of four.
        int whole = WIDTH < 4 ? 0 : words / (GROUP * WIDTH) * (GROUP * WIDTH);
        long sum = 0;
        if (whole > 0) {
            long[] eights = SCRATCH.get()[0];
            long[] rest = SCRATCH.get()[1];
            for (int from = 0; from < whole; from += CHUNK) {
                int count = Math.min(CHUNK, whole - from);
                add(a, aFrom + from, b, bFrom + from, count, eights, rest);
                sum += 8L * ones(eights, count / GROUP);
                for (int k = 0; k < WIDTH; k++) {
                    sum += Long.bitCount(rest[k]) + 2 * Long.bitCount(rest[WIDTH + k]) + 4 * Long.bitCount(rest[2 * WIDTH + k]);
                }
            }
        }
        return sum + plain.andCount(a, aFrom + whole, b, bFrom + whole, words - whole);
    }

    /** The sum is an int, which a chunk can't exceed: a long one would cost an extension of each count. */
    private static int ones(long[] words, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Long.bitCount(words[i]);
        }
        return sum;
    }

    private static LongVector both(long[] a, int i, long[] b, int j) {
        return LongVector.fromArray(LONGS, a, i).and(LongVector.fromArray(LONGS, b, j));
    }

    /**
     * The carry of a + b + c is a & b | (a ^ b) & c. It is written out each time: in a method of its own the compiler stops
     * halfway, and all gets ten times slower.
     */
    private static void add(long[] a, int aFrom, long[] b, int bFrom, int words, long[] eights, long[] rest) {
        var ones = LongVector.fromArray(LONGS, ZEROS, 0);
        var twos = LongVector.fromArray(LONGS, ZEROS, 0);
        var fours = LongVector.fromArray(LONGS, ZEROS, 0);
        int out = 0;
        // The loop counts the places of a itself: one sum less for each address.
        int between = bFrom - aFrom;
        int end = aFrom + words;
        for (int j = aFrom; j < end; j += GROUP * WIDTH, out += WIDTH) {
            int k = j + between;
            var x = both(a, j, b, k);
            var y = both(a, j + WIDTH, b, k + WIDTH);
            var u = ones.lanewise(XOR, x);
            var twosA = ones.and(x).or(u.and(y));
            ones = u.lanewise(XOR, y);
            x = both(a, j + 2 * WIDTH, b, k + 2 * WIDTH);
            y = both(a, j + 3 * WIDTH, b, k + 3 * WIDTH);
            u = ones.lanewise(XOR, x);
            var twosB = ones.and(x).or(u.and(y));
            ones = u.lanewise(XOR, y);
            u = twos.lanewise(XOR, twosA);
            var foursA = twos.and(twosA).or(u.and(twosB));
            twos = u.lanewise(XOR, twosB);
            x = both(a, j + 4 * WIDTH, b, k + 4 * WIDTH);
            y = both(a, j + 5 * WIDTH, b, k + 5 * WIDTH);
            u = ones.lanewise(XOR, x);
            twosA = ones.and(x).or(u.and(y));
            ones = u.lanewise(XOR, y);
            x = both(a, j + 6 * WIDTH, b, k + 6 * WIDTH);
            y = both(a, j + 7 * WIDTH, b, k + 7 * WIDTH);
            u = ones.lanewise(XOR, x);
            twosB = ones.and(x).or(u.and(y));
            ones = u.lanewise(XOR, y);
            u = twos.lanewise(XOR, twosA);
            var foursB = twos.and(twosA).or(u.and(twosB));
            twos = u.lanewise(XOR, twosB);
            u = fours.lanewise(XOR, foursA);
            fours.and(foursA).or(u.and(foursB)).intoArray(eights, out);
            fours = u.lanewise(XOR, foursB);
        }
        ones.intoArray(rest, 0);
        twos.intoArray(rest, WIDTH);
        fours.intoArray(rest, 2 * WIDTH);
    }

    @Override
    public void orAnd(long[] x, int[] rows, int inputs, long[] w, long[] into, int columns) {
        for (int j = 0; j < columns; j += 4 * WIDTH) {
            fourVectors(x, rows, inputs, w, j, into);
        }
    }

    private static void fourVectors(long[] x, int[] rows, int inputs, long[] w, int j, long[] into) {
        var a = LongVector.fromArray(LONGS, ZEROS, 0);
        var b = LongVector.fromArray(LONGS, ZEROS, 0);
        var c = LongVector.fromArray(LONGS, ZEROS, 0);
        var d = LongVector.fromArray(LONGS, ZEROS, 0);
        for (int k = 0; k < inputs; k++) {
            var word = LongVector.broadcast(LONGS, x[k]);
            int at = rows[k] + j;
            a = a.or(word.and(LongVector.fromArray(LONGS, w, at)));
            b = b.or(word.and(LongVector.fromArray(LONGS, w, at + WIDTH)));
            c = c.or(word.and(LongVector.fromArray(LONGS, w, at + 2 * WIDTH)));
            d = d.or(word.and(LongVector.fromArray(LONGS, w, at + 3 * WIDTH)));
        }
        a.intoArray(into, j);
        b.intoArray(into, j + WIDTH);
        c.intoArray(into, j + 2 * WIDTH);
        d.intoArray(into, j + 3 * WIDTH);
    }
}
