package io.larmor.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhiloxTest {

    /** The known answers that the generator's authors publish with Random123. */
    @Test
    void knownAnswers() {
        assertArrayEquals(new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, block(0, 0, 0, 0, 0, 0));
        assertArrayEquals(new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}, block(-1, -1, -1, -1, -1, -1));
        assertArrayEquals(new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
                block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0));
    }

    private static int[] block(int c0, int c1, int c2, int c3, int k0, int k1) {
        int[] out = new int[4];
        Philox.block(c0, c1, c2, c3, k0, k1, out);
        return out;
    }

    @Test
    void gaussianMoments() {
        var random = new Philox(5);
        int n = 400_000;
        double[] sums = new double[4];
        for (int i = 0; i < n; i++) {
            double x = random.nextGaussian();
            sums[0] += x;
            sums[1] += x * x;
            sums[2] += x * x * x;
            sums[3] += x * x * x * x;
        }
        assertEquals(0, sums[0] / n, 5 / Math.sqrt(n), "mean, seed 5");
        assertEquals(1, sums[1] / n, 5 * Math.sqrt(2.0 / n), "variance, seed 5");
        assertEquals(0, sums[2] / n, 5 * Math.sqrt(15.0 / n), "third moment, seed 5");
        assertEquals(3, sums[3] / n, 5 * Math.sqrt(96.0 / n), "fourth moment, seed 5");
    }

    @Test
    void boundedNumbersAreUniform() {
        var random = new Philox(6);
        int[] counts = new int[7];
        int n = 70_000;
        for (int i = 0; i < n; i++) {
            counts[random.nextInt(7)]++;
        }
        double chi2 = Arrays.stream(counts).mapToDouble(c -> (c - n / 7.0) * (c - n / 7.0) / (n / 7.0)).sum();
        assertEquals(0, chi2, 22.5, "chi squared with 6 degrees of freedom, one in a thousand, seed 6");
        assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
    }

    @Test
    void permutationHoldsEveryIndexOnce() {
        int[] sorted = new Philox(7).permutation(100);
        assertNotEquals(Arrays.toString(IntStream.range(0, 100).toArray()), Arrays.toString(sorted));
        Arrays.sort(sorted);
        assertArrayEquals(IntStream.range(0, 100).toArray(), sorted);
    }

    @Test
    void seedsAreStructural() {
        var root = Seed.root(2017);
        assertEquals(root.child("mask").child(3), Seed.root(2017).child("mask").child(3));
        assertNotEquals(root.child("mask").child(3), root.child("mask").child(4));
        assertNotEquals(root.child("ab").child("c"), root.child("a").child("bc"));
        assertNotEquals(Seed.root(2017).key(), Seed.root(2018).key());
        assertEquals(root.generator().nextInt(), root.generator().nextInt());
    }

    @Test
    void neighboringSeedsAreUncorrelated() {
        var root = Seed.root(1);
        int n = 100_000;
        double product = 0;
        var a = root.child(0).generator();
        var b = root.child(1).generator();
        for (int i = 0; i < n; i++) {
            product += a.nextGaussian() * b.nextGaussian();
        }
        assertEquals(0, product / n, 5 / Math.sqrt(n), "seed 1");
    }
}
