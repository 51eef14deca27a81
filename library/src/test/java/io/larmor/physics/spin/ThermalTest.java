package io.larmor.physics.spin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import io.larmor.physics.spin.term.Uniaxial;
import io.larmor.physics.spin.term.Zeeman;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heat: closed forms, reference values, and what the stochastic law does. */
class ThermalTest {

    private static final long SEED = 20;

    @Test
    void momentsMatchTheReferenceVector() {
        var vector = Vectors.read("boltzmann_uniaxial_moments");
        for (double[] row : vector.rows()) {
            double[] here = Thermal.moments(row[0], row[1]);
            assertEquals(row[2], here[0], vector.tolerance(), "sigma " + row[0] + ", xi " + row[1]);
            assertEquals(row[3], here[1], vector.tolerance(), "sigma " + row[0] + ", xi " + row[1]);
        }
    }

    @Test
    void eigenvaluesMatchTheReferenceVector() {
        var vector = Vectors.read("brown_uniaxial_eigenvalue");
        double tolerance = vector.head().path("tolerance").path("rel").doubleValue();
        for (double[] row : vector.rows()) {
            assertEquals(row[2], Thermal.eigenvalue(row[0], row[1]), tolerance * row[2], "sigma " + row[0] + ", h " + row[1]);
        }
    }

    @Test
    void langevinIsTheLimitWithoutAnisotropy() {
        for (double xi : new double[] {-3, 0.01, 0.049, 0.051, 1, 8}) {
            assertEquals(Thermal.moments(0, xi)[0], Thermal.langevin(xi), 1e-13, "xi " + xi);
        }
        assertEquals(2, Thermal.eigenvalue(0, 0), 1e-12);
    }

    @Test
    void brownsHighBarrierFormulaIsTheLimitOfTheEigenvalue() {
        var magnet = warm(25);
        double asymptotic = 2 * Thermal.highBarrierRate(magnet.damping(), 0.3, 25, 0);
        assertEquals(1, Thermal.rate(magnet, 0.3, 0) / asymptotic, 0.06);
        assertThrows(IllegalArgumentException.class, () -> Thermal.rate(new Magnet(1e6, 1e-24, 0.01, 0), 0.3, 0));
    }

    /** A magnet at 300 K whose barrier with B_k = 0.3 T is a number of times k_B T; strongly damped, to be quick. */
    private static Magnet warm(double stability) {
        double volume = stability * 1.380649e-23 * 300 / (0.5 * 0.3 * 1e6);
        return new Magnet(1e6, volume, 0.1, 300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0, 3.0})
    void magnetizationInAFieldIsLangevins(double xi) {
        var magnet = new Magnet(1e6, 1e-25, 0.1, 300);
        var spin = new Spin(magnet, List.of(Zeeman.of(0, 0, xi * magnet.thermalEnergy())));
        double[] z = sample(spin, 4000, 1e-12, xi);
        assertEquals(Thermal.langevin(xi), mean(z), 4 * spread(z) / Math.sqrt(z.length) + 0.003, "seed " + SEED);
    }

    @Test
    void theHistogramAcrossAnEasyAxisIsBoltzmanns() {
        double sigma = 2;
        double[] z = sample(new Spin(warm(sigma), List.of(new Uniaxial(0.3, Direction.Z))), 6000, 1e-12, 0);
        int bins = 10;
        double[] counts = new double[bins];
        for (double value : z) {
            counts[Math.min(bins - 1, (int) ((value + 1) / 2 * bins))]++;
        }
        for (int bin = 0; bin < bins; bin++) {
            double expected = z.length * share(sigma, -1 + 2.0 * bin / bins, -1 + 2.0 * (bin + 1) / bins);
            assertEquals(expected, counts[bin], 4.5 * Math.sqrt(expected), "bin " + bin + ", seed " + SEED);
        }
    }

    private static double share(double sigma, double from, double to) {
        double[] z = new double[200];
        Arrays.setAll(z, i -> from + (to - from) * (i + 0.5) / z.length);
        return Arrays.stream(Thermal.density(sigma, 0, z)).sum() * (to - from) / z.length;
    }

    /** Values of z far enough apart to be independent, from many short lives rather than one long one. */
    private static double[] sample(Spin spin, int count, double step, double xi) {
        double time = 3 * Thermal.diffusionTime(spin.magnet());
        double[] z = new double[count];
        int each = 200;
        for (int life = 0; life < count / each; life++) {
            var motion = new Motion("macrospin", Llgs.of(spin), new double[] {1, 0.3, life % 2 == 0 ? 0.2 : -0.2},
                    Integrator.heun(step), Seed.root(SEED).child("sample").child(life));
            motion.advance(3 * time);
            for (int i = 0; i < each; i++) {
                motion.advance(time / 2);
                z[life * each + i] = motion.spins()[2];
            }
        }
        return z;
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double spread(double[] x) {
        double mean = mean(x);
        return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    /** Escapes from one well past the saddle, counted against Brown's rates. */
    @Test
    void escapesOverABarrierAreAsOftenAsBrownSays() {
        double stability = 4;
        var magnet = warm(stability);
        var spin = new Spin(magnet, List.of(new Uniaxial(0.3, Direction.Z)));
        double total = 0;
        int flips = 0;
        for (int life = 0; life < 40; life++) {
            var motion = new Motion("macrospin", Llgs.of(spin), new double[] {0, 0.1, 1}, Integrator.heun(1e-12),
                    Seed.root(SEED).child("escape").child(life));
            int well = 1;
            for (int i = 0; i < 1000; i++) {
                motion.advance(20e-12);
                double z = motion.spins()[2];
                // A flip is a well reached, not a saddle passed: many who pass it turn back.
                if (z * well < -0.7) {
                    well = -well;
                    flips++;
                }
            }
            total += 1000 * 20e-12;
        }
        double rate = flips / total;
        double brown = Thermal.highBarrierRate(magnet.damping(), 0.3, stability, 0);
        double exact = Thermal.rate(magnet, 0.3, 0) / 2;
        assertTrue(rate > brown / 2 && rate < brown * 2, rate + " against Brown's " + brown + ", seed " + SEED);
        assertEquals(1, rate / exact, 0.25, flips + " flips, rate " + rate + " against " + exact + ", seed " + SEED);
    }
}
