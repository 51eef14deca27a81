package io.larmor.physics.pbit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.larmor.core.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PbitsTest {

    private static final int SWEEPS = 400;

    /** Whole couplings, so that no order of additions rounds. */
    private static double[] couplings(int n) {
        var random = new SplittableRandom(n);
        double[] j = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                j[i * n + k] = j[k * n + i] = random.nextInt(-3, 4);
            }
        }
        return j;
    }

    private static double[] fields(int n) {
        double[] h = new double[n];
        Arrays.setAll(h, i -> i % 3 - 1);
        return h;
    }

    private static boolean[] all(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The law as the papers write it: every field a sum over all others, a hyperbolic tangent for each decision. */
    private static boolean[] literal(double[] j, double[] h, double strength, int sweeps, Seed seed) {
        int n = h.length;
        boolean[] up = new boolean[n];
        var random = new RandomBits(seed, n);
        for (int s = 0; s < sweeps; s++) {
            random.advance();
            for (int i = 0; i < n; i++) {
                double field = h[i];
                for (int k = 0; k < n; k++) {
                    field += j[i * n + k] * (up[k] ? 1 : -1);
                }
                up[i] = Decision.up(strength * field, random.head(i), random.tail(i));
            }
        }
        return up;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 13, 64, 100})
    void allFormsTakeTheSameDecisionsAsTheLawWrittenOut(int n) {
        double[] j = couplings(n);
        double strength = 0.5 / Math.sqrt(n);
        boolean[] expected = literal(j, fields(n), strength, SWEEPS, new Seed(n));
        var plain = new DensePbits(j, fields(n), 0, new boolean[n], all(n), ones(n), new Seed(n), new PlainPairs());
        plain.run(strength, SWEEPS, null);
        assertArrayEquals(expected, plain.state());
        PairKernel lanes = DensePbits.CHOICE.vector();
        if (lanes != null) {
            var fast = new DensePbits(j, fields(n), 0, new boolean[n], all(n), ones(n), new Seed(n), lanes);
            fast.run(strength, SWEEPS, null);
            assertArrayEquals(expected, fast.state());
            assertEquals(plain.energy(), fast.energy());
        }
        var sparse = sparse(j, fields(n), n, new Seed(n));
        sparse.run(strength, SWEEPS, null);
        assertArrayEquals(expected, sparse.state());
        assertEquals(plain.energy(), sparse.energy(), 1e-9);
    }

    private static SparsePbits sparse(double[] j, double[] h, int n, Seed seed) {
        int[] starts = new int[n + 1];
        int[] neighbors = new int[n * n];
        double[] values = new double[n * n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                if (j[i * n + k] != 0) {
                    neighbors[at] = k;
                    values[at++] = j[i * n + k];
                }
            }
            starts[i + 1] = at;
        }
        return new SparsePbits(starts, neighbors, values, h, 0, new boolean[n], all(n), ones(n), seed);
    }

    @Test
    void theEnergyThatIsCarriedAlongIsThatOfTheState() {
        int n = 20;
        double[] j = couplings(n);
        double[] h = fields(n);
        var pbits = new DensePbits(j, h, 2.5, new boolean[n], all(n), ones(n), new Seed(3));
        for (int s = 0; s < 50; s++) {
            pbits.run(0.1, 1, null);
            double energy = 2.5;
            for (int i = 0; i < n; i++) {
                energy -= h[i] * (pbits.up(i) ? 1 : -1);
                for (int k = 0; k < i; k++) {
                    energy -= j[i * n + k] * (pbits.up(i) == pbits.up(k) ? 1 : -1);
                }
            }
            assertEquals(energy, pbits.energy(), 1e-9);
        }
    }

    @Test
    void aSingleOneIsUpAsOftenAsItsFieldSays() {
        for (double field : new double[] {-1.3, 0, 0.4, 3}) {
            int n = 64;
            double[] h = new double[n];
            Arrays.fill(h, field);
            var pbits = new DensePbits(new double[n * n], h, 0, new boolean[n], all(n), ones(n), new Seed(11));
            var tally = new Tally(n);
            int sweeps = 20_000;
            pbits.run(1, sweeps, tally);
            double mean = Arrays.stream(tally.means()).average().orElseThrow();
            double error = Math.sqrt((1 - Math.pow(Math.tanh(field), 2)) / sweeps / n);
            assertEquals(Math.tanh(field), mean, 4 * error);
        }
    }

    @Test
    void whatAProductRisesByIsTheDifferenceOfItsEnergies() {
        for (long x = 1; x < 40; x += 2) {
            for (long y = 1; y < 20; y += 2) {
                long number = 161;
                double with = Math.pow((x + 8) * y - number, 2);
                double without = Math.pow(x * y - number, 2);
                assertEquals(with - without, ProductPbits.rise(8, x, y, number), 1e-9);
            }
        }
    }

    @Test
    void aRunInPiecesIsTheRunInOnePieceAndAnotherSeedIsAnotherRun() {
        int n = 30;
        var whole = new DensePbits(couplings(n), fields(n), 0, new boolean[n], all(n), ones(n), new Seed(5));
        whole.run(0.1, 1000, null);
        var pieces = new DensePbits(couplings(n), fields(n), 0, new boolean[n], all(n), ones(n), new Seed(5));
        for (int k = 0; k < 10; k++) {
            pieces.run(0.1, 100, null);
        }
        assertArrayEquals(whole.state(), pieces.state());
        var other = new DensePbits(couplings(n), fields(n), 0, new boolean[n], all(n), ones(n), new Seed(6));
        other.run(0.1, 1000, null);
        assertNotEquals(Arrays.toString(whole.state()), Arrays.toString(other.state()));
    }
}
