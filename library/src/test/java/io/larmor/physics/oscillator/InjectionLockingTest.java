package io.larmor.physics.oscillator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.ReferenceVector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectionLockingTest {

    private static final double TURN = 2 * Math.PI;

    @Test
    void meanFrequenciesMatchTheReferenceVector() throws IOException {
        var vector = ReferenceVector.read("adler_mean_frequency");
        double range = vector.parameter("K_rad_s");
        for (double[] row : vector.rows()) {
            double beat = Adler.beat(TURN * row[0], range) / TURN;
            assertEquals(row[1], beat, 1e-12 * Math.max(1, row[1]), "detuning " + row[0]);
            if (Double.isNaN(row[2])) {
                assertTrue(!Adler.locks(TURN * row[0], range));
            } else {
                assertEquals(row[2], Adler.lockedPhase(TURN * row[0], range), 1e-12 * Math.max(1, row[2]));
            }
        }
    }

    @Test
    void theSlippingPhaseMatchesTheReferenceVector() throws IOException {
        var vector = ReferenceVector.read("adler_trajectory_unlocked");
        double range = vector.parameter("K");
        double detuning = vector.parameter("dw");
        double[] t = vector.column("t");
        double[] expected = vector.column("phi");
        // The oscillator against the signal: a network of one, seen from the signal's frame.
        var method = new Rk4(new PhaseNetwork(new double[] {detuning}, DenseCoupling.uniform(1, 0), new double[] {range}, 0));
        double[] phase = {vector.parameter("phi0")};
        for (int i = 0; i < t.length; i++) {
            if (i > 0) {
                method.advance(phase, t[i - 1], (t[i] - t[i - 1]) / 20, 20);
            }
            assertEquals(expected[i], phase[0], 1e-9, "at " + t[i]);
            assertEquals(expected[i], Adler.slipping(vector.parameter("phi0"), detuning, range, t[i]), 1e-9, "at " + t[i]);
        }
    }

    @Test
    void theInjectedOscillatorMatchesTheReferenceVector() throws IOException {
        var vector = ReferenceVector.read("st_injection_trajectory");
        var method = new Rk4(network(vector, vector.parameter("omega_e")));
        double[] t = vector.column("t");
        double[] c = {vector.column("re_c")[0], vector.column("im_c")[0]};
        for (int i = 1; i < t.length; i++) {
            method.advance(c, t[i - 1], (t[i] - t[i - 1]) / 10, 10);
            assertEquals(vector.column("re_c")[i], c[0], 1e-8, "at " + t[i]);
            assertEquals(vector.column("im_c")[i], c[1], 1e-8, "at " + t[i]);
        }
    }

    @Test
    void theLockingSweepMatchesTheReferenceVector() throws IOException {
        var vector = ReferenceVector.read("st_injection_locking_sweep");
        int locked = 0;
        for (double[] row : vector.rows()) {
            var run = Run.of(network(vector, vector.parameter("wfree") + TURN * row[0]), 0.2, 20e-12);
            run.until(100e-9);
            double before = run.turns;
            run.power = 0;
            run.steps = 0;
            run.until(200e-9);
            // With exp(-iωt) a phase that runs ahead turns backward.
            double beat = -(run.turns - before) / 100e-9;
            assertEquals(row[1], beat, Math.max(2000, 0.01 * Math.abs(row[1])), "detuning " + row[0]);
            assertEquals(row[2], run.power / run.steps, 1e-4, "detuning " + row[0]);
            locked += Math.abs(beat) < 2000 ? 1 : 0;
        }
        assertTrue(locked > 5 && locked < 20, "both sides of the locking range are in the sweep: " + locked);
    }

    @Test
    void tenCoupledOscillatorsMatchTheReferenceVector() throws IOException {
        var vector = ReferenceVector.read("coupled_sto_network10");
        int n = 10;
        double[] uniform = ReferenceVector.uniform(301, n * n);
        double scale = vector.parameter("coupling") / vector.parameter("spectral_radius_before");
        double[][] w = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                w[i][j] = i == j ? 0 : scale * (2 * uniform[i * n + j] - 1);
            }
        }
        assertEquals(vector.parameter("coupling"), SpectralRadius.of(DenseCoupling.of(w)), 1e-12);
        var junction = new SpinTorqueNetwork.Junction(vector.parameter("alpha"), vector.parameter("kz"),
                vector.parameter("hz"), vector.parameter("hs"), vector.parameter("asym"), new double[] {1, 0, 0});
        var method = new Rk4(new SpinTorqueNetwork(junction, DenseCoupling.of(w)));
        double[] m = new double[3 * n];
        for (int row = 0; row < vector.rows().length; row++) {
            double[] expected = vector.rows()[row];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < 3; k++) {
                    if (row == 0) {
                        m[k * n + i] = expected[1 + 3 * i + k];
                    }
                    assertEquals(expected[1 + 3 * i + k], m[k * n + i], 1e-9, "oscillator " + i + " at " + expected[0]);
                }
            }
            method.advance(m, expected[0], vector.parameter("h_rk4") / 16, 16);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1.5, 4})
    void nonlinearityWidensTheLockingRangeByTheEnhancement(double nu) {
        // Weak injection: the half width is F sqrt(1 + nu²) / sqrt(p).
        double zeta = 2;
        double damping = 1;
        var law = new AmplitudeNetwork.Oscillator(0, nu * damping * (2 + zeta), damping, 2, 0);
        double power = law.power(zeta);
        assertEquals(nu, law.nu(zeta), 1e-15);
        double injection = 2e-3;
        double expected = Adler.enhancement(nu) * injection / Math.sqrt(power);
        double low = 0.5 * expected;
        double high = 2 * expected;
        while (high - low > 3e-3 * expected) {
            double middle = (low + high) / 2;
            // The free frequency in the frame of the signal is the detuning.
            var network = new AmplitudeNetwork(law, new double[] {middle - law.shift() * power}, new double[] {zeta},
                    new double[] {injection}, DenseCoupling.uniform(1, 0));
            var run = Run.of(network, power, 0.05);
            run.until(4000);
            double before = run.turns;
            run.until(10000);
            if (Math.abs(run.turns - before) < 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        assertEquals(expected, low, 0.01 * expected, "nu " + nu);
    }

    @Test
    void beatsFollowTheSquareRoot() {
        double range = 3;
        for (double detuning : new double[] {3.1, 4, 10}) {
            double[] phase = {0};
            var method = new Rk4(new PhaseNetwork(new double[] {detuning}, DenseCoupling.uniform(1, 0),
                    new double[] {range}, 0));
            double t = method.advance(phase, 0, 1e-3, 200_000);
            assertEquals(Math.sqrt(detuning * detuning - range * range), phase[0] / t, 0.01 * detuning, "" + detuning);
        }
    }

    @Test
    void twoAmplitudeOscillatorsPullEachOtherIntoStep() {
        // Equal powers, real coupling, no nonlinear shift: their phases obey Adler's equation with twice the coupling.
        var law = new AmplitudeNetwork.Oscillator(0, 0, 1, 2, 0);
        double strength = 1e-3;
        for (double detuning : new double[] {1.9e-3, 2.1e-3}) {
            double[] c = {0.5, 0.5, 0, 0};
            var network = new AmplitudeNetwork(law, new double[] {-detuning / 2, detuning / 2}, new double[] {2, 2},
                    new double[2], DenseCoupling.uniform(2, strength));
            var method = new Rk4(network);
            method.advance(c, 0, 0.05, 200_000);
            double before = Math.atan2(c[2], c[0]) - Math.atan2(c[3], c[1]);
            method.advance(c, 0, 0.05, 20_000);
            double after = Math.atan2(c[2], c[0]) - Math.atan2(c[3], c[1]);
            assertEquals(detuning < 2 * strength, Math.abs(Math.sin(after - before)) < 0.02, "detuning " + detuning);
        }
    }

    private static AmplitudeNetwork network(ReferenceVector vector, double frame) {
        var law = new AmplitudeNetwork.Oscillator(frame, vector.parameter("N"), vector.parameter("GammaG"),
                vector.parameter("Q"), 0);
        return new AmplitudeNetwork(law, new double[] {vector.parameter("omega0")},
                new double[] {vector.parameter("sigma") * vector.parameter("I")},
                new double[] {vector.parameter("F_used")}, DenseCoupling.uniform(1, 0));
    }

    /** One oscillator whose turns are counted. */
    private static final class Run {
        private final Rk4 method;
        private final double h;
        private final double[] c;
        private double t;
        private double turns;
        private double power;
        private int steps;

        private Run(Rk4 method, double h, double[] c) {
            this.method = method;
            this.h = h;
            this.c = c;
        }

        static Run of(AmplitudeNetwork network, double power, double h) {
            return new Run(new Rk4(network), h, new double[] {Math.sqrt(power), 0});
        }

        void until(double end) {
            while (t < end - h / 2) {
                double before = Math.atan2(c[1], c[0]);
                t = method.advance(c, t, h, 1);
                double moved = (Math.atan2(c[1], c[0]) - before) / TURN;
                turns += moved - Math.rint(moved);
                power += c[0] * c[0] + c[1] * c[1];
                steps++;
            }
        }
    }
}
