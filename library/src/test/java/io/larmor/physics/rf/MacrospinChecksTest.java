package io.larmor.physics.rf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.device.AutoOscillation;
import io.larmor.device.Macrospin;
import io.larmor.device.Mtj;
import io.larmor.device.Resonance;
import io.larmor.physics.SlavinTiberkevich;
import io.larmor.physics.spin.term.SpinTransfer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The closed forms that networks are trained with, against the dynamics of a macrospin. */
class MacrospinChecksTest {

    @Test
    void aFitFindsTheLineItIsGiven() {
        var line = new SpinDiodeLine(0.02, 3e-6);
        double[] f = new double[31];
        Arrays.setAll(f, i -> 1e9 + 1e7 * (i - 14));
        var fit = LineFit.of(f, Arrays.stream(f).map(x -> line.voltage(x, 1.02e9) + 0.5 * line.symmetricVoltage(x, 1.02e9)).toArray());
        assertEquals(1.02e9, fit.center(), 1);
        assertEquals(0.02, fit.effectiveDamping(), 1e-9);
        assertEquals(3e-6, fit.antisymmetric(), 1e-13);
        assertEquals(1.5e-6, fit.symmetric(), 1e-13);
        assertTrue(fit.residual() < 1e-8, fit.toString());
    }

    /**
     * What a field-like torque adds is the antisymmetric line of training, turned by an angle of the order of α: a symmetric
     * part of some 5 % comes with it, whose height at the center is twice that. A damping-like torque alone makes the symmetric
     * line. The half width is not α f but α (f_x + f_y)/2, larger by the ellipticity, as the linearized law has it.
     */
    @Test
    void theMacrospinHasTheLineOfTraining() {
        double alpha = 0.02;
        var free = Macrospin.standard().damping(alpha).field(0.1, 0, 0).pointing(0, 0, 1);
        var junction = Mtj.standard().free(free).reference(1, 0, 0);
        Resonance resonance = free.resonance();
        double half = resonance.linewidth() / 2;
        double[] f = new double[25];
        Arrays.setAll(f, i -> resonance.frequency() + half * (i - 12) / 3.0);
        double[] dampingLike = junction.spinDiode(f, 0.2e-6).ys();
        double[] both = junction.fieldLike(1).spinDiode(f, 0.2e-6).ys();
        double[] fieldLike = new double[f.length];
        Arrays.setAll(fieldLike, i -> both[i] - dampingLike[i]);
        var odd = LineFit.of(f, fieldLike);
        var even = LineFit.of(f, dampingLike);
        for (var fit : new LineFit[] {odd, even}) {
            assertEquals(resonance.frequency(), fit.center(), 0.05 * half, fit.toString());
            assertEquals(half, fit.halfWidth(), 0.05 * half, fit.toString());
            assertTrue(fit.residual() < 0.05, fit.toString());
        }
        assertTrue(Math.abs(odd.symmetric()) < 0.06 * Math.abs(odd.antisymmetric()), odd.toString());
        assertTrue(Math.abs(even.antisymmetric()) < 0.06 * Math.abs(even.symmetric()), even.toString());
        double largest = Math.abs(odd.antisymmetric());
        for (int i = 0; i < f.length; i++) {
            assertEquals(odd.line().voltage(f[i], odd.center()), fieldLike[i], 0.12 * largest, "at " + f[i]);
        }
        assertTrue(odd.effectiveDamping() >= alpha * 0.98 && odd.effectiveDamping() < 1.2 * alpha, odd.toString());
    }

    /** In the plane the two stiffnesses differ, and the line is several times as wide as α f. */
    @Test
    void anEllipticalPrecessionIsWiderThanAlphaF() {
        var resonance = Mtj.sankey2008().free().resonance();
        double ratio = resonance.linewidth() / 2 / (0.01 * resonance.frequency());
        assertTrue(ratio > 1.5 && ratio < 4, "half width over α f: " + ratio);
    }

    @Test
    void anAutoOscillatorHasThresholdAndGrowth() {
        double field = 0.5;
        double plane = 0.3;
        double alpha = 0.02;
        var free = Macrospin.standard().damping(alpha).easyAxis(-plane).field(0, 0, field).pointing(0, 0, 1);
        var junction = Mtj.standard().free(free);
        double threshold = alpha * (field - plane) / (SpinTransfer.perAmpere(free.magnet()) * junction.torque().polarization());
        double[] zeta = {0.8, 1.1, 1.5, 2, 3};
        double q = 2 * plane / (field - plane);
        double[] found = AutoOscillation.powers(junction, Arrays.stream(zeta).map(z -> -z * threshold).toArray(), 200e-9).ys();
        assertEquals(0, found[0], 1e-6);
        for (int i = 1; i < zeta.length; i++) {
            assertEquals((zeta[i] - 1) / q, found[i], 2e-3, "ζ = " + zeta[i]);
        }
        // Near the threshold it is the law of the neuron, with its Q = 2 here; further up that one bends and this does not.
        assertEquals(OscillatorNeuron.NONLINEARITY, q - 1, 1e-12);
        assertEquals(1, found[1] / SlavinTiberkevich.stationaryPower(zeta[1], q - 1), 0.05);
        assertTrue(found[4] > 1.5 * SlavinTiberkevich.stationaryPower(zeta[4], q - 1));
    }
}
