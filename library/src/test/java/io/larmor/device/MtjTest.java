package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Device;
import io.larmor.core.Seed;
import io.larmor.core.Trace;
import io.larmor.encoding.Steps;
import io.larmor.physics.Constants;
import io.larmor.physics.Tunneling;
import io.larmor.physics.spin.Constant;
import io.larmor.physics.spin.Demagnetizing;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Equilibrium;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.term.SpinTransfer;
import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;

class MtjTest extends DeviceContract {

    private static final double GAMMA = Constants.GAMMA / (2 * Math.PI);

    @Override
    Device device() {
        return Mtj.standard().temperature(300);
    }

    @Override
    double slot() {
        return 2e-12;
    }

    @Test
    void resistanceGoesFromParallelToAntiparallelAndFallsWithVoltage() {
        var tunneling = new Tunneling(5e3, 1, 0.5);
        assertEquals(5e3, tunneling.resistance(1, 0), 1e-9);
        assertEquals(10e3, tunneling.resistance(-1, 0), 1e-9);
        assertEquals(1 / (0.75 / 5e3), tunneling.resistance(0, 0), 1e-9);
        assertEquals(7.5e3, tunneling.resistance(-1, 0.5), 1e-9);
        assertEquals(5e3, tunneling.resistance(1, 0.5), 1e-9);
        double voltage = tunneling.voltage(-1, 60e-6);
        assertEquals(60e-6 * tunneling.resistance(-1, voltage), voltage, 1e-12);
        assertEquals(-voltage, tunneling.voltage(-1, -60e-6), 0);
    }

    @Test
    void theThresholdIsThatOfTheClosedForm() {
        double expected = 2 * Constants.CHARGE / Constants.HBAR * 0.01 / 0.6 * Mtj.standard().free().magnet().moment() * 0.3;
        assertEquals(22.9e-6, expected, 0.05e-6);
        assertEquals(expected, Mtj.standard().threshold(), 1e-3 * expected);
        // In the plane half of the demagnetizing field across the film joins the easy axis.
        var inPlane = Mtj.sankey2008();
        var magnet = inPlane.free().magnet();
        var n = Demagnetizing.ellipsoid(100e-9, 50e-9, 3e-9);
        double field = Constants.MU0 * magnet.saturation() * ((n.y() - n.x()) + (n.z() - n.y()) / 2);
        double inPlaneThreshold = 2 * Constants.CHARGE / Constants.HBAR * 0.01 / 0.66 * magnet.moment() * field;
        assertEquals(inPlaneThreshold, inPlane.threshold(), 1e-3 * inPlaneThreshold);
    }

    /** From antiparallel the angular efficiency P / (1 + P² m·p) is that of P / (1 − P²). */
    @Test
    void theAngularEfficiencyHelpsAntiparallelLayers() {
        double expected = Mtj.standard().threshold() * (1 - 0.36);
        assertEquals(expected, Mtj.standard().angular().threshold(), 1e-3 * expected);
    }

    @Test
    void aCurrentPulseSwitchesAndTheResistanceShowsIt() {
        var junction = Mtj.standard().free(Macrospin.standard().pointing(0.05, 0, -1));
        var trace = Trace.run(junction, new Steps(new double[] {60e-6, 0}, new double[] {20e-9, 5e-9}), 10e-12);
        assertEquals(10e3 * 0.8, trace.values("resistance")[2], 1.5e3);
        assertEquals(5e3, trace.last("resistance"), 5);
        assertTrue(trace.last("mz") > 0.99);
        assertEquals(0, trace.last("voltage"), 0);
    }

    @Test
    void drivenByVoltageItFeelsTheSameTorqueAndAWeakerAnisotropy() {
        // ξ V / (M_s t t_b) changes B_k by 2 * 60e-15 / (1e6 * 1.2e-9 * 1.2e-9) = 83 mT for 1 V.
        var free = Macrospin.standard().pointing(0, 0, 1);
        var field = new Steps(new double[] {0.5}, new double[] {3e-9});
        var tilted = Mtj.standard().free(free.field(0.1, 0, 0).damping(0.5)).polarization(0).voltage(0);
        double expected = 0.1 / (0.3 - 2 * 60e-15 * 0.5 / (1e6 * 1.2e-9 * 1.2e-9));
        assertEquals(expected, Trace.run(tilted, field, 10e-12).last("mx"), 1e-3);
        // Without voltage control the torque is that of the mean conductance.
        var by = Mtj.standard().free(free.pointing(1, 0, -0.2)).voltageControl(0, 1.2e-9, 1.2e-9);
        double current = 0.5 * by.tunneling().meanConductance(0.5);
        assertEquals(Trace.run(by.current(0), new Steps(new double[] {current}, new double[] {1e-9}), 1e-12).last("my"),
                Trace.run(by.voltage(0), new Steps(new double[] {0.5}, new double[] {1e-9}), 1e-12).last("my"), 1e-12);
    }

    @Test
    void drivenByAFieldItSwitchesAtItsAnisotropy() {
        var junction = Mtj.standard().free(Macrospin.standard().damping(0.1)).field(Direction.Z, 1e-6);
        assertTrue(Trace.run(junction, new Steps(new double[] {-0.28}, new double[] {20e-9}), 1e-10).last("resistance") < 5.1e3);
        assertTrue(Trace.run(junction, new Steps(new double[] {-0.33}, new double[] {20e-9}), 1e-10).last("resistance") > 9.9e3);
    }

    @Test
    void moreCurrentSwitchesMoreOften() {
        // A strongly damped small layer, so that little time is enough.
        var junction = Mtj.standard().free(Macrospin.standard().damping(0.1).temperature(300)).step(1e-12);
        double threshold = junction.temperature(0).threshold();
        var sweep = junction.switchingProbability(new double[] {-3 * threshold, 0, 0.5 * threshold, 2 * threshold, 4 * threshold}, 2e-9, 40);
        assertTrue(sweep.ys()[0] > 0.9 && sweep.ys()[1] == 0 && sweep.ys()[2] < 0.1 && sweep.ys()[4] > 0.95,
                Arrays.toString(sweep.ys()) + ", session seed " + Seed.sessionNumber());
        assertTrue(sweep.ys()[3] > 0.2, Arrays.toString(sweep.ys()));
        var again = junction.switchingProbability(new double[] {-3 * threshold, 0, 0.5 * threshold, 2 * threshold}, 2e-9, 40);
        assertArrayEquals(Arrays.copyOf(sweep.ys(), 4), again.ys(), 0);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Mtj.standard().switchingProbability(new double[] {1e-6}, 1e-9))
                .getMessage().startsWith("mtj.switchingProbability needs heat"));
    }

    /** To first order δm = (iω − J)⁻¹ (∂ṁ/∂I) I_ac, and the rectified voltage is half the real part of I_ac δR. */
    @Test
    void theSpinDiodeFollowsLinearResponse() {
        var free = Macrospin.standard().damping(0.02).field(0.1, 0, 0);
        var junction = Mtj.standard().free(free.pointing(0, 0, 1)).reference(1, 0, 0);
        double amplitude = 0.2e-6;
        double center = junction.free().resonance().frequency();
        double[] frequencies = {0.9 * center, 0.97 * center, 0.99 * center, center, 1.01 * center, 1.03 * center, 1.1 * center};
        double[] here = junction.spinDiode(frequencies, amplitude).ys();
        double largest = Arrays.stream(frequencies).map(f -> Math.abs(linear(junction, f, amplitude))).max().orElseThrow();
        for (int i = 0; i < frequencies.length; i++) {
            assertEquals(linear(junction, frequencies[i], amplitude), here[i], 0.02 * largest, "at " + frequencies[i]);
        }
    }

    private static double linear(Mtj junction, double frequency, double amplitude) {
        Direction rest = junction.free().settled();
        double[] m = {rest.x(), rest.y(), rest.z()};
        double[][] j = Equilibrium.jacobian(junction.free().law(), m);
        Direction second = rest.cross(Math.abs(rest.z()) < 0.9 ? Direction.Z : Direction.X);
        Direction first = second.cross(rest);
        double[] push = new double[3];
        double h = 1e-6;
        Llgs.of(junction.under(new Constant(h)).spin()).derivative(m, null, push);
        double a = (push[0] * first.x() + push[1] * first.y() + push[2] * first.z()) / h;
        double b = (push[0] * second.x() + push[1] * second.y() + push[2] * second.z()) / h;
        var iw = new Complex(0, 2 * Math.PI * frequency);
        Complex j00 = iw.subtract(j[0][0]);
        Complex j11 = iw.subtract(j[1][1]);
        Complex determinant = j00.multiply(j11).subtract(j[0][1] * j[1][0]);
        Complex x = j11.multiply(a).add(j[0][1] * b).divide(determinant);
        Complex y = j00.multiply(b).add(j[1][0] * a).divide(determinant);
        Direction p = junction.torque().polarizer();
        double slope = (junction.resistanceAt(rest.dot(p) + 1e-6) - junction.resistanceAt(rest.dot(p) - 1e-6)) / 2e-6;
        double cosine = x.getReal() * first.dot(p) + y.getReal() * second.dot(p);
        return 0.5 * amplitude * amplitude * slope * cosine;
    }

    @Test
    void presetsStandOnTheirPapers() {
        var ikeda = Mtj.ikeda2010();
        assertEquals(14.3e3, ikeda.tunneling().parallel(), 50);
        assertEquals(83, ikeda.temperature(300).free().heat().sigma(), 1);
        assertEquals(91e-6, ikeda.threshold(), 2e-6);
        assertEquals(1, Math.abs(Mtj.sankey2008().free().settled().x()), 1e-4);
        double resonance = Mtj.sankey2008().free().resonance().frequency();
        assertTrue(resonance > 3e9 && resonance < 12e9, "an in-plane layer resonates at a few gigahertz: " + resonance);
        assertEquals(GAMMA * 0.3 / (1 + 1e-4), Mtj.standard().free().resonance().frequency(), 1e4);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var twice = assertThrows(IllegalArgumentException.class,
                () -> Mtj.standard().free(Macrospin.standard().with(SpinTransfer.of(Direction.Z, 0.6, 1e-6))));
        assertTrue(twice.getMessage().startsWith("mtj.free has a spin-transfer torque of its own"), twice.getMessage());
        var slip = assertThrows(IllegalArgumentException.class, () -> Mtj.standard().current(20));
        assertTrue(slip.getMessage().startsWith("mtj.current = 20 A is outside -5 mA .. 5 mA."), slip.getMessage());
        var across = assertThrows(IllegalStateException.class, () -> Mtj.standard().reference(1, 0, 0).threshold());
        assertTrue(across.getMessage().startsWith("mtj.threshold: the fixed layer (1, 0, 0) lies across the rest"), across.getMessage());
    }
}
