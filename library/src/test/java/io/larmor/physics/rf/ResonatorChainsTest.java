package io.larmor.physics.rf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("kernels")
class ResonatorChainsTest {

    private static final double DAMPING = 0.01;
    private static final double SCALE = SpinDiodeLine.scale(10);
    /** The largest error of the fast weights over K: what single precision makes of a detuning of 1/α half widths. */
    private static final double BOUND = 16 * 0x1p-24 / DAMPING;

    @Test
    void lineHasItsShape() {
        var line = SpinDiodeLine.standard();
        assertEquals(0, line.voltage(0.07, 0.07));
        assertEquals(line.scale(), line.voltage(0.07 * 1.01, 0.07), 1e-12 * line.scale());
        assertEquals(-line.scale(), line.voltage(0.07 * 0.99, 0.07), 1e-12 * line.scale());
        double largest = 0;
        for (int i = 1; i < 100_000; i++) {
            largest = Math.max(largest, Math.abs(line.voltage(0.07 + i * 1e-6, 0.07)));
            assertEquals(-line.voltage(0.07 - i * 1e-7, 0.07), line.voltage(0.07 + i * 1e-7, 0.07), 1e-12 * line.scale());
        }
        assertEquals(line.scale(), largest, 1e-5 * line.scale());
    }

    @Test
    void slopeIsTheOneOfThePaperAndOfDifferences() {
        var line = SpinDiodeLine.standard();
        double alpha = line.damping();
        for (double tone : new double[] {0.02, 0.0693, 0.07, 0.0707, 0.0712, 0.12}) {
            double r = 0.07;
            double d = tone - r;
            double a = alpha * r;
            double sum = a * a + d * d;
            double paper = line.scale() * (2 * alpha * (d - r) * sum - 2 * a * d * (2 * alpha * alpha * r - 2 * d)) / (sum * sum);
            assertEquals(paper, line.slope(tone, r), 1e-11 * Math.abs(line.slope(0.07, 0.07)));
            double h = 1e-7;
            double differences = (line.voltage(tone, r + h) - line.voltage(tone, r - h)) / (2 * h);
            assertEquals(differences, line.slope(tone, r), 1e-6 * Math.abs(line.slope(0.07, 0.07)));
        }
    }

    @Test
    void gradientIsThatOfDifferences() {
        var chains = chains(7, 3, 5);
        double[] shifts = shifts(15);
        double[] worth = normals(5, 21);
        double[] gradient = new double[15];
        chains.gradient(shifts, worth, gradient);
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int k = 0; k < 15; k++) {
            double h = 1e-7;
            double at = shifts[k];
            shifts[k] = at + h;
            double up = loss(chains, shifts, worth);
            shifts[k] = at - h;
            double down = loss(chains, shifts, worth);
            shifts[k] = at;
            assertEquals((up - down) / (2 * h), gradient[k], 1e-6 * largest, "shift " + k);
        }
    }

    private static double loss(ResonatorChains chains, double[] shifts, double[] worth) {
        double[] weights = new double[worth.length];
        chains.weights(shifts, weights);
        double sum = 0;
        for (int i = 0; i < worth.length; i++) {
            sum += weights[i] * worth[i];
        }
        return sum;
    }

    /** Tones, chains and resonators that fill vectors, and that do not. */
    @ParameterizedTest
    @CsvSource({"256, 8, 256", "1, 1, 1", "5, 3, 2", "17, 2, 3", "37, 4, 41", "784, 1, 784", "16, 2, 4", "128, 10, 128"})
    void fastFormsAreWithinTheirBoundOfThePlainOnes(int tones, int chains, int resonators) throws InterruptedException {
        ResonatorChains.awaitFastKernel();
        var network = chains(tones, chains, resonators);
        float[] shifts = narrow(shifts(chains * resonators));
        float[] worth = narrow(normals(6, chains * tones));
        float[] weights = new float[chains * tones];
        float[] gradient = new float[chains * resonators];
        network.weights(shifts, weights);
        network.gradient(shifts, worth, gradient);
        double[] expectedWeights = new double[weights.length];
        double[] expectedGradient = new double[gradient.length];
        network.weights(widen(shifts), expectedWeights);
        network.gradient(widen(shifts), widen(worth), expectedGradient);
        for (int i = 0; i < weights.length; i++) {
            assertEquals(expectedWeights[i], weights[i], BOUND * SCALE, "weight " + i + ", seeds 4 and 6");
        }
        double steepest = Arrays.stream(expectedGradient).map(Math::abs).max().orElseThrow();
        double one = Math.abs(network.line().slope(0.02, 0.02)) * Arrays.stream(widen(worth)).map(Math::abs).max().orElseThrow();
        for (int k = 0; k < gradient.length; k++) {
            assertEquals(expectedGradient[k], gradient[k], BOUND * Math.max(one, steepest), "gradient " + k + ", seeds 4 and 6");
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 1", "16, 4", "32, 5", "48, 7", "256, 256", "784, 13"})
    void theVectorKernelGivesTheSameBits(int tones, int resonators) {
        ChainKernel vector = ResonatorChains.CHOICE.vector();
        assumeTrue(vector != null, "Java runs without the vector module");
        float[] f = narrow(uniform(7, tones));
        float[] worth = narrow(normals(8, tones));
        float[] widths = new float[(resonators + 3) & -4];
        double[] resonances = uniform(9, widths.length);
        for (int k = 0; k < widths.length; k++) {
            widths[k] = (float) (100 / resonances[k]);
        }
        for (int again = 0; again < 3; again++) {
            float[][] found = new float[2][tones];
            ResonatorChains.CHOICE.plain().weights(f, 100f, widths, resonators, found[0]);
            vector.weights(f, 100f, widths, resonators, found[1]);
            assertArrayEquals(found[0], found[1], 0f, "seeds 7 to 9");
            float[][] slopes = new float[2][widths.length];
            ResonatorChains.CHOICE.plain().slopes(f, worth, 100f, widths, slopes[0]);
            vector.slopes(f, worth, 100f, widths, slopes[1]);
            assertArrayEquals(slopes[0], slopes[1], 0f, "seeds 7 to 9");
        }
    }

    @Test
    void threadsDoNotChangeTheBits() {
        var network = chains(256, 16, 256);
        float[] shifts = narrow(shifts(16 * 256));
        float[] worth = narrow(normals(10, 16 * 256));
        Supplier<float[]> work = () -> {
            float[] both = new float[16 * 256];
            float[] gradient = new float[16 * 256];
            network.weights(shifts, both);
            network.gradient(shifts, worth, gradient);
            float[] all = Arrays.copyOf(both, 2 * both.length);
            System.arraycopy(gradient, 0, all, both.length, gradient.length);
            return all;
        };
        int before = Parallel.threads();
        try {
            Parallel.threads(1);
            float[] one = work.get();
            for (int threads : new int[] {2, 7}) {
                Parallel.threads(threads);
                assertArrayEquals(one, work.get(), 0f, threads + " threads, seeds 4 and 10");
            }
        } finally {
            Parallel.threads(before);
        }
    }

    /** Where single precision would overflow or a resonance falls below zero, the plain form takes over. */
    @Test
    void extremesAreComputedPlainly() {
        double[] tones = {0.02, 0.05};
        var narrowLines = new ResonatorChains(tones, new double[] {0.021, 0.049}, 1, 1e-5, 1);
        var below = new ResonatorChains(tones, new double[] {0.021, 0.049}, 1, 0.01, 1);
        for (var chains : new ResonatorChains[] {narrowLines, below}) {
            float[] shifts = {chains == below ? -0.03f : 1e-5f, 2e-5f};
            float[] weights = new float[2];
            float[] gradient = new float[2];
            double[] expected = new double[2];
            chains.weights(shifts, weights);
            chains.weights(widen(shifts), expected);
            assertArrayEquals(expected, widen(weights), 1e-6 * Math.abs(expected[0]));
            chains.gradient(shifts, new float[] {1, 2}, gradient);
            chains.gradient(widen(shifts), new double[] {1, 2}, expected);
            assertEquals(expected[0], gradient[0], 1e-6 * Math.abs(expected[0]));
            assertEquals(expected[1], gradient[1], 1e-6 * Math.abs(expected[1]));
        }
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ResonatorChains(new double[2], new double[5], 2, 0.01, 1));
        assertThrows(IllegalArgumentException.class, () -> new ResonatorChains(new double[] {-1}, new double[] {1}, 1, 0.01, 1));
        var error = assertThrows(IllegalArgumentException.class, () -> chains(3, 2, 4).weights(new float[7], new float[6]));
        assertTrue(error.getMessage().contains("2 chains of 4 resonators for 3 tones have 8 shifts and 6 weights; 7 and 6"));
    }

    static ResonatorChains chains(int tones, int chains, int resonators) {
        double[] all = new double[chains * resonators];
        Arrays.setAll(all, k -> 0.02 + 0.1 * (k % resonators) / Math.max(1, resonators - 1));
        double[] grid = new double[tones];
        Arrays.setAll(grid, i -> 0.02 + 0.1 * i / Math.max(1, tones - 1));
        return new ResonatorChains(grid, all, chains, DAMPING, SCALE);
    }

    private static double[] shifts(int count) {
        return Arrays.stream(normals(4, count)).map(x -> 3e-4 * x).toArray();
    }

    private static double[] normals(long seed, int count) {
        var random = new Philox(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    /** Frequencies of 0.02 to 0.12. */
    private static double[] uniform(long seed, int count) {
        var random = new Philox(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> 0.02 + 0.1 * random.nextDouble());
        return values;
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
