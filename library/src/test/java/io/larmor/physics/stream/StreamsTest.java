package io.larmor.physics.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {

    private static final Seed SEED = Seed.root(4).child("streams");
    private static final int WORDS = 1 << 14;
    private static final double BITS = 64.0 * WORDS;
    private static final StreamKernel PLAIN = new PlainStreams();

    private static long[] random(int count, long seed) {
        return new SplittableRandom(seed).longs(count).toArray();
    }

    @Test
    void theWordsAreThoseOfXoshiro256PlusPlus() {
        long[] state = new long[4 * StreamKernel.LANES];
        for (int k = 0; k < 4; k++) {
            Arrays.fill(state, k * StreamKernel.LANES, (k + 1) * StreamKernel.LANES, k + 1);
        }
        long[] words = new long[5 * StreamKernel.LANES];
        PLAIN.random(state, words, words.length);
        // The published generator from the state 1, 2, 3, 4.
        long[] expected = {41943041L, 58720359L, 3588806011781223L, 3591011842654386L, Long.parseUnsignedLong("9228616714210784205")};
        for (int n = 0; n < expected.length; n++) {
            assertEquals(expected[n], words[n * StreamKernel.LANES + 3], "word " + n);
        }
    }

    @Test
    void theFastFormGivesTheSameBits() {
        StreamKernel fast = Streams.CHOICE.vector();
        assertNotNull(fast, "tests run with the Vector API");
        long[] words = random(4 * 256, 1);
        for (int count : new int[] {16, 48, 256}) {
            long[] state = random(64, 2);
            long[] other = state.clone();
            long[] a = new long[256];
            long[] b = new long[256];
            PLAIN.random(state, a, count);
            fast.random(other, b, count);
            assertArrayEquals(a, b);
            assertArrayEquals(state, other);
            PLAIN.compare(words, 0, 0b10110, 1, a, 0, count);
            fast.compare(words, 0, 0b10110, 1, b, 0, count);
            assertArrayEquals(a, b);
            PLAIN.compareEach(words, 0, words, 512, 5, a, 0, count);
            fast.compareEach(words, 0, words, 512, 5, b, 0, count);
            assertArrayEquals(a, b);
        }
        int[] rows = {0, 32, 96, 7, 640};
        long[] a = new long[96];
        long[] b = new long[96];
        PLAIN.orAnd(words, rows, rows.length, words, a, 96);
        fast.orAnd(words, rows, rows.length, words, b, 96);
        assertArrayEquals(a, b);
    }

    @Test
    void countsAreThoseOfEveryBit() {
        StreamKernel fast = Streams.CHOICE.vector();
        long[] a = random(6000, 5);
        long[] b = random(6000, 6);
        for (int words : new int[] {0, 1, 31, 32, 64, 67, 1000, 2048, 2049, 4500}) {
            long expected = 0;
            for (int i = 0; i < words; i++) {
                expected += Long.bitCount(a[3 + i] & b[1 + i]);
            }
            assertEquals(expected, PLAIN.andCount(a, 3, b, 1, words));
            assertEquals(expected, fast.andCount(a, 3, b, 1, words));
        }
    }

    /** All thresholds of 8 bits: a wrong one would be off by 1/256, which is eight standard deviations. */
    @Test
    void everyProbabilityIsMet() {
        var source = new BitSource(SEED, 8);
        long[] out = new long[WORDS / 8];
        double bits = 64.0 * out.length;
        double chi = 0;
        for (int t = 0; t <= 256; t++) {
            double p = t / 256.0;
            source.fill(p, out, 0, out.length);
            double mean = Streams.count(out, out.length) / bits;
            if (t % 256 == 0) {
                assertEquals(p, mean, "certain");
            } else {
                double off = (mean - p) / Math.sqrt(p * (1 - p) / bits);
                assertTrue(Math.abs(off) < 4.5, "threshold " + t + " is off by " + off);
                chi += off * off;
            }
        }
        assertEquals(255, chi, 4.5 * Math.sqrt(2 * 255), "the spread over all thresholds is that of coins");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void aProbabilityIsRoundedToTheResolution(int bits) {
        double p = 0.3 + 0.25 * Math.scalb(1.0, -bits);
        long[] out = new long[WORDS];
        new BitSource(SEED.child(bits), bits).fill(p, out, 0, WORDS);
        double met = Math.scalb((double) BitSource.threshold(p, bits), -bits);
        assertEquals(met, Streams.count(out, WORDS) / BITS, 4.5 * Math.sqrt(0.21 / BITS));
        assertEquals(p, met, Math.scalb(0.5, -bits));
    }

    @Test
    void manyStreamsAtOnceEachHaveTheirOwnProbability() {
        int streams = 37;
        long[] thresholds = new long[48];
        for (int i = 0; i < streams; i++) {
            thresholds[i] = BitSource.threshold(i / 36.0, 16);
        }
        var source = new BitSource(SEED.child("each"), 16);
        int[] ones = new int[streams];
        long[] out = new long[48];
        int rounds = 2000;
        for (int round = 0; round < rounds; round++) {
            source.each(thresholds, out, streams);
            for (int i = 0; i < streams; i++) {
                ones[i] += Long.bitCount(out[i]);
            }
        }
        for (int i = 0; i < streams; i++) {
            double p = i / 36.0;
            assertEquals(p, ones[i] / (64.0 * rounds), 4.5 * Math.sqrt(p * (1 - p) / (64.0 * rounds)) + 1e-5, "stream " + i);
        }
    }

    @Test
    void streamsOfOneSourceAreNested() {
        long[] low = new long[100];
        long[] high = new long[100];
        new BitSource(SEED, 8).fill(0.3, low, 0, 100);
        new BitSource(SEED, 8).fill(0.4, high, 0, 100);
        for (int i = 0; i < 100; i++) {
            assertEquals(low[i], low[i] & high[i]);
        }
    }

    /** Of two places in the tree, of neighboring lanes, and of a stream and itself some bits later. */
    @Test
    void streamsAreIndependent() {
        long[] a = new long[WORDS];
        long[] b = new long[WORDS];
        new BitSource(SEED.child(0), 8).fill(0.5, a, 0, WORDS);
        new BitSource(SEED.child(1), 8).fill(0.5, b, 0, WORDS);
        independent(a, 0, b, 0, WORDS, "two places");
        for (int lag = 1; lag <= 32; lag++) {
            independent(a, 0, a, lag, WORDS - 32, "words " + lag + " apart");
        }
        for (int lag = 1; lag < 64; lag++) {
            long[] late = new long[WORDS - 1];
            for (int i = 0; i < late.length; i++) {
                late[i] = a[i] >>> lag | a[i + 1] << 64 - lag;
            }
            independent(a, 0, late, 0, late.length, "bits " + lag + " apart");
        }
    }

    private static void independent(long[] a, int aFrom, long[] b, int bFrom, int words, String what) {
        double together = Streams.CHOICE.plain().andCount(a, aFrom, b, bFrom, words) / (64.0 * words);
        double ones = PLAIN.andCount(a, aFrom, a, aFrom, words) / (64.0 * words);
        double others = PLAIN.andCount(b, bFrom, b, bFrom, words) / (64.0 * words);
        double correlation = (together - ones * others) / 0.25;
        assertTrue(Math.abs(correlation) < 4.5 / Math.sqrt(64.0 * words), what + ": correlation " + correlation);
    }

    /** A word's ones are binomially spread: chi square over their number. */
    @Test
    void theBitsOfAWordAreIndependent() {
        long[] a = new long[WORDS];
        new BitSource(SEED.child("words"), 8).fill(0.25, a, 0, WORDS);
        double squares = 0;
        for (long word : a) {
            squares += Math.pow(Long.bitCount(word) - 16, 2);
        }
        assertEquals(64 * 0.25 * 0.75, squares / WORDS, 4.5 * 12 * Math.sqrt(2.0 / WORDS));
    }

    @Test
    void badInputIsNamed() {
        var source = new BitSource(SEED, 8);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> source.fill(1.01, new long[1], 0, 1)).getMessage().contains("0 .. 1"));
        assertThrows(IllegalArgumentException.class, () -> source.fill(Double.NaN, new long[1], 0, 1));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new BitSource(SEED, 9)).getMessage().contains("there are 8"));
        assertThrows(IllegalArgumentException.class, () -> source.each(new long[5], new long[16], 5));
    }
}
