package io.larmor.physics.oscillator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Philox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    private static final AmplitudeNetwork.Oscillator LAW = new AmplitudeNetwork.Oscillator(3, -8, 1, 2, 0.4);
    private static final SpinTorqueNetwork.Junction JUNCTION = new SpinTorqueNetwork.Junction(0.02, 0.9, 0.4, 0.3, 0.2,
            new double[] {0.6, 0, 0.8});

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 67})
    void fastFormsEqualThePlainOnes(int n) {
        var random = new Philox(40 + n);
        double[][] k = matrix(n, random);
        double[] frequency = vector(n, random);
        double[] gain = vector(n, random);
        double[] pull = vector(n, random);
        double[] phase = Arrays.stream(vector(n, random)).map(x -> 50 * x).toArray();
        double[] c = vector(2 * n, random);
        double[] m = vector(3 * n, random);
        for (var coupling : new Coupling[] {DenseCoupling.of(k), sparse(k)}) {
            double[] into = new double[n];
            new PhaseNetwork(frequency, coupling, pull, 1.7).at(0.3, phase, into);
            assertArrayEquals(PlainNetworks.phases(0.3, phase, frequency, k, pull, 1.7), into, 1e-12 * n, "phase " + n);
            into = new double[2 * n];
            new AmplitudeNetwork(LAW, frequency, gain, pull, coupling).at(0, c, into);
            assertArrayEquals(PlainNetworks.amplitudes(c, LAW, frequency, gain, pull, k), into, 1e-11, "amplitude " + n);
            into = new double[3 * n];
            new SpinTorqueNetwork(JUNCTION, coupling).at(0, m, into);
            assertArrayEquals(PlainNetworks.spins(m, JUNCTION, k), into, 1e-12 * n, "spins " + n);
        }
    }

    @Test
    void sinesAndCosinesAreExactToRounding() {
        var random = new Philox(9);
        double[] angle = new double[20_001];
        Arrays.setAll(angle, i -> i == 0 ? 0 : (i % 3 == 0 ? 6000 : i % 3 == 1 ? 7 : 0.01) * (2 * random.nextDouble() - 1));
        double[] sine = new double[angle.length];
        double[] cosine = new double[angle.length];
        SineCosine.of(angle, sine, cosine, angle.length);
        for (int i = 0; i < angle.length; i++) {
            assertEquals(Math.sin(angle[i]), sine[i], 2e-15, "sin " + angle[i] + ", seed 9");
            assertEquals(Math.cos(angle[i]), cosine[i], 2e-15, "cos " + angle[i] + ", seed 9");
        }
    }

    @Test
    void theMethodIsOfFourthOrder() {
        var random = new Philox(12);
        var network = new SpinTorqueNetwork(JUNCTION, DenseCoupling.of(matrix(3, random)).times(0.1));
        double[] exact = spins(network, 0.0125);
        double coarse = distance(spins(network, 0.2), exact);
        double fine = distance(spins(network, 0.1), exact);
        assertEquals(16, coarse / fine, 4, coarse + " and " + fine);
    }

    private static double[] spins(SpinTorqueNetwork network, double h) {
        double[] m = {0.6, 0, 0.8, 0, 0.6, 0, 0.8, 0.8, 0.6};
        new Rk4(network).advance(m, 0, h, (int) Math.round(4 / h));
        return m;
    }

    @Test
    void lengthsOfSpinsAreKeptByTheLaw() {
        var network = new SpinTorqueNetwork(JUNCTION, DenseCoupling.uniform(4, 0.05));
        double[] m = new double[12];
        Arrays.fill(m, 0, 4, 0.6);
        Arrays.fill(m, 8, 12, 0.8);
        new Rk4(network).advance(m, 0, 0.02, 5000);
        for (int i = 0; i < 4; i++) {
            assertEquals(1, Math.sqrt(m[i] * m[i] + m[4 + i] * m[4 + i] + m[8 + i] * m[8 + i]), 1e-7);
        }
    }

    @Test
    void phasesOrderAboveTheCriticalCouplingAndNotBelow() {
        // Kuramoto: with frequencies of a Lorentzian of half width g the threshold is K = 2 g, and r = sqrt(1 - 2 g / K) beyond.
        int n = 600;
        var random = new Philox(13);
        double[] frequency = new double[n];
        // Evenly spaced quantiles: less scatter than draws.
        Arrays.setAll(frequency, i -> Math.tan(Math.PI * ((i + 0.5) / n - 0.5)));
        for (double strength : new double[] {1, 4}) {
            double[] phase = new double[n];
            Arrays.setAll(phase, i -> 2 * Math.PI * random.nextDouble());
            var method = new Rk4(new PhaseNetwork(frequency, DenseCoupling.uniform(n, strength / n)));
            double t = method.advance(phase, 0, 0.05, 250);
            double order = 0;
            for (int i = 0; i < 30; i++) {
                t = method.advance(phase, t, 0.05, 5);
                order += PhaseNetwork.order(phase) / 30;
            }
            double expected = strength > 2 ? Math.sqrt(1 - 2 / strength) : 0;
            assertEquals(expected, order, strength > 2 ? 0.04 : 0.15, "K = " + strength + ", seed 13");
        }
    }

    @Test
    void twoPhasesLockWhereTheirDetuningIsWithinTheirCoupling() {
        // Their difference obeys Adler's equation with twice the coupling as locking range.
        for (double detuning : new double[] {0.5, 1.9, 2.1, 5}) {
            double[] phase = {0, 0};
            var method = new Rk4(new PhaseNetwork(new double[] {0, detuning}, DenseCoupling.uniform(2, 1)));
            double t = method.advance(phase, 0, 0.01, 10_000);
            double before = phase[1] - phase[0];
            method.advance(phase, t, 0.01, 300_000);
            double beat = (phase[1] - phase[0] - before) / 3000;
            assertEquals(Adler.beat(detuning, 2), beat, 0.01 * detuning, "detuning " + detuning);
        }
    }

    @Test
    void wrongSizesAndNumbersAreRefused() {
        var coupling = DenseCoupling.uniform(3, 1);
        assertEquals("phase network: 2 frequencies for a coupling of 3 nodes; one a node is needed",
                assertThrows(IllegalArgumentException.class, () -> new PhaseNetwork(new double[2], coupling)).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new PhaseNetwork(new double[] {0, Double.NaN, 0},
                coupling)).getMessage().contains("NaN"));
        assertThrows(IllegalArgumentException.class, () -> DenseCoupling.of(new double[][] {{1, 2}, {3}}));
        assertThrows(IllegalArgumentException.class, () -> SparseCoupling.of(new int[][] {{1}}, new double[][] {{1}}));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new SpinTorqueNetwork.Junction(0.1, 1, 1, 1, 0,
                new double[] {1, 1, 0})).getMessage().contains("unit vector"));
    }

    private static Coupling sparse(double[][] rows) {
        int n = rows.length;
        int[][] sources = new int[n][n];
        for (int[] row : sources) {
            Arrays.setAll(row, j -> j);
        }
        return SparseCoupling.of(sources, rows);
    }

    private static double[][] matrix(int n, Philox random) {
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> vector(n, random));
        return rows;
    }

    private static double[] vector(int n, Philox random) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> 2 * random.nextDouble() - 1);
        return values;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
