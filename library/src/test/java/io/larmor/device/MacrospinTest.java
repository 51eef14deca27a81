package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Device;
import io.larmor.core.StoppedException;
import io.larmor.core.Trace;
import io.larmor.encoding.Steps;
import io.larmor.encoding.Tone;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.Demagnetizing;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Integrator;
import io.larmor.physics.spin.term.Biaxial;
import io.larmor.physics.spin.term.Cubic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacrospinTest extends DeviceContract {

    private static final double GAMMA = Constants.GAMMA / (2 * Math.PI);

    @Override
    Device device() {
        return Macrospin.standard().temperature(300);
    }

    @Override
    double slot() {
        return 2e-12;
    }

    @Test
    void theDefaultIsTheDeviceOfTheDefaults() {
        assertEquals(54.6, Macrospin.standard().temperature(300).heat().sigma(), 0.05);
        assertEquals(0.0559, Macrospin.standard().temperature(300).magnet().thermalField() / Math.sqrt(1e-13), 1e-4);
    }

    @Test
    void withoutDriveAndHeatTheEnergyFalls() {
        var path = Macrospin.standard().pointing(1, 0, 0.2).field(0.05, 0, -0.02).evolve(2e-9);
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < path.times().length; i++) {
            double energy = -0.05 * path.x()[i] + 0.02 * path.z()[i] - 0.15 * path.z()[i] * path.z()[i];
            assertTrue(energy <= before + 1e-12, "at " + path.times()[i]);
            before = energy;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.2})
    void perpendicularResonanceFollowsKittel(double field) {
        var spin = Macrospin.standard().field(0, 0, field);
        double expected = GAMMA * (field + 0.3) / (1 + 1e-4);
        assertEquals(expected, spin.resonance().frequency(), 1e-6 * expected);
        assertEquals(expected, spin.ringDown().frequency(), 1e-4 * expected);
        assertEquals(2 * 0.01 * expected, spin.resonance().linewidth(), 1e-5 * expected);
        assertEquals(spin.resonance().linewidth(), spin.ringDown().linewidth(), 1e-2 * spin.resonance().linewidth());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.4})
    void inPlaneResonanceFollowsKittel(double field) {
        var factors = Demagnetizing.ellipsoid(160e-9, 80e-9, 3e-9);
        var spin = Macrospin.standard().saturation(8e5).easyAxis(0).demagnetized(factors).damping(1e-3)
                .field(field, 0, 0).pointing(1, 0, 0);
        double m = Constants.MU0 * 8e5;
        double expected = GAMMA * Math.sqrt((field + (factors.y() - factors.x()) * m) * (field + (factors.z() - factors.x()) * m));
        assertEquals(expected, spin.resonance().frequency(), 1e-4 * expected);
        assertEquals(expected, spin.ringDown().frequency(), 1e-4 * expected);
    }

    @Test
    void currentNarrowsTheLineUntilItVanishesAtTheThreshold() {
        double threshold = 2 * Constants.CHARGE / Constants.HBAR * 0.01 / 0.6 * Macrospin.standard().magnet().moment() * 0.3;
        assertEquals(22.9e-6, threshold, 0.05e-6);
        assertTrue(Macrospin.standard().current(-0.99 * threshold, Direction.Z, 0.6).resonance().isStable());
        assertTrue(!Macrospin.standard().current(-1.01 * threshold, Direction.Z, 0.6).resonance().isStable());
        assertTrue(Macrospin.standard().current(-0.97 * threshold, Direction.Z, 0.6).evolve(200e-9).last().z() > 0.99);
        assertTrue(Macrospin.standard().current(-1.03 * threshold, Direction.Z, 0.6).evolve(400e-9).last().z() < -0.99);
    }

    @Test
    void theAstroidIsThatOfStonerAndWohlfarth() {
        double[] angles = {0, Math.toRadians(5), Math.toRadians(20), Math.toRadians(45), Math.toRadians(70), Math.toRadians(85)};
        var astroid = Macrospin.standard().astroid(angles);
        assertEquals(0.15, astroid.fields()[3], 1e-4);
        assertEquals(0, astroid.largestError(), 1e-3);
    }

    @Test
    void hysteresisAlongTheEasyAxisIsASquareAndAcrossALine() {
        double[] fields = new double[81];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = -0.4 + 0.01 * i;
        }
        var easy = Macrospin.standard().hysteresis(Direction.Z, fields);
        assertEquals(0.3, easy.coercivity(), 0.011);
        assertEquals(1, easy.remanence(), 1e-6);
        var hard = Macrospin.standard().hysteresis(Direction.X, fields);
        for (int i = 0; i < fields.length; i++) {
            assertEquals(Math.max(-1, Math.min(1, fields[i] / 0.3)), hard.up()[i], 2e-3, "at " + fields[i]);
        }
    }

    @Test
    void aCubicMagnetRestsAlongItsAxesAndABiaxialOneAlongItsFirst() {
        var cubic = Macrospin.standard().easyAxis(0).with(new Cubic(0.1, Direction.X, Direction.Y));
        assertEquals(1, cubic.pointing(0.3, 0.2, 1).settled().z(), 1e-6);
        assertEquals(1, cubic.pointing(1, 0.2, 0.3).settled().x(), 1e-6);
        // About an axis the cubic field is that of an easy axis of the same strength.
        assertEquals(GAMMA * 0.1 / (1 + 1e-4), cubic.pointing(0, 0, 1).resonance().frequency(), 1e4);
        var biaxial = Macrospin.standard().easyAxis(0).with(new Biaxial(0.02, Direction.X, -0.9, Direction.Z));
        assertEquals(1, biaxial.pointing(1, 1, 1).settled().x(), 1e-6);
        double expected = GAMMA * Math.sqrt(0.02 * 0.92);
        assertEquals(expected, biaxial.damping(1e-4).pointing(1, 0, 0).resonance().frequency(), 1e-4 * expected);
    }

    @Test
    void eventsAndDenseOutputAgreeWithSmallSteps() {
        // Down along a field: tanh gives the time at which the spin passes the equator.
        double rate = 0.05 * Constants.GAMMA * 0.1 / (1 + 0.0025);
        var spin = Macrospin.standard().easyAxis(0).damping(0.05).field(0, 0, -0.1).pointing(Math.sqrt(1 - 0.81), 0, 0.9);
        double time = spin.crossing(Direction.Z, 0, 10e-9).orElseThrow();
        assertEquals(0.5 * Math.log(1.9 / 0.1) / rate, time, 1e-15);
        assertTrue(spin.crossing(Direction.Z, 0, time / 2).isEmpty());
        var dense = spin.integrator(Integrator.dormandPrince()).evolve(2e-9, 20);
        var fixed = spin.evolve(2e-9, 20);
        for (int i = 0; i <= 20; i++) {
            assertEquals(fixed.x()[i], dense.x()[i], 1e-7);
            double length = dense.x()[i] * dense.x()[i] + dense.y()[i] * dense.y()[i] + dense.z()[i] * dense.z()[i];
            assertEquals(1, length, 1e-12);
        }
    }

    @Test
    void aDriveMovesItAsATermDoes() {
        var tone = new Tone(0, 0.02, 8e9, 1e-9);
        var driven = Trace.run(Macrospin.standard(), tone, 1e-12);
        var own = Macrospin.standard().field(Direction.X, tone).evolve(1e-9, 1000);
        // The device holds its input for each picosecond, the term follows it.
        assertEquals(own.last().x(), driven.last("mx"), 2e-3);
        assertTrue(Math.abs(own.last().x()) > 0.02, own.last().toString());
        var steps = new Steps(new double[] {0.05}, new double[] {1e-9});
        assertEquals(Macrospin.standard().field(0.05, 0, 0).evolve(1e-9).last().y(),
                Trace.run(Macrospin.standard(), steps, 1e-12).last("my"), 1e-9);
    }

    @Test
    void whatWouldBeWrongIsRefusedWithTheReason() {
        assertMessage("macrospin.temperature > 0 K with a deterministic integrator. The method of Runge and Kutta has no place "
                + "for the thermal field; use integrator(heun(ps(0.1))) or temperature(0).",
                () -> Macrospin.standard().temperature(300).integrator(Integrator.rungeKutta(1e-12)).evolve(1e-9));
        assertMessage("macrospin.step = 20 ps is too long: in a field of 300 mT a spin turns by 1.057 rad in one step, 0.3 rad "
                + "are allowed. Use a step of at most 5.679 ps.", () -> Macrospin.standard().step(20e-12).evolve(1e-9));
        assertMessage("magnet.volume = 0 m³ is outside 1e-28 m³ .. 1e-15 m³. It is the volume that turns as one.",
                () -> Macrospin.standard().volume(0));
        assertMessage("magnet.damping = NaN is not a number. It is how fast the precession dies; 0 for none.",
                () -> Macrospin.standard().damping(Double.NaN));
        assertMessage("zeeman.field = NaN T is not a number. It is the flux density of the applied field.",
                () -> Macrospin.standard().field(Double.NaN, 0, 0));
        assertMessage("biaxial: the axes (1, 0, 0) and (0.7071, 0.7071, 0) are 45° apart, not 90°. Choose axes at right angles, "
                + "for example (1, 0, 0) and (0, 1, 0).", () -> new Biaxial(0.1, Direction.X, 0.1, Direction.of(1, 1, 0)));
        assertMessage("demagnetization: the factors 0.5, 0.5, 0.5 add up to 1.5. Their sum is 1", () -> Macrospin.standard().demagnetized(new Demagnetizing(0.5, 0.5, 0.5)));
        // A field that grows too strong for the step is noticed where it does.
        assertMessage("macrospin.step = 1 ps is too long", () -> Macrospin.standard()
                .field(Direction.Z, new Tone(0, 10, 1e8, 1e-8)).evolve(5e-9));
    }

    @Test
    void aLongRunEndsWhenItIsInterrupted() {
        for (var method : new Integrator[] {Integrator.rungeKutta(1e-12), Integrator.dormandPrince()}) {
            Thread.currentThread().interrupt();
            assertThrows(StoppedException.class, () -> Macrospin.standard().damping(0).pointing(1, 0, 1).integrator(method).evolve(1e-4, 1));
            assertFalse(Thread.interrupted());
        }
    }

    @Test
    void equilibriumIsBoltzmannsAndNeedsHeatAndNothingButAnEasyAxis() {
        var warm = Macrospin.standard().disk(20e-9, 1.2e-9).temperature(300);
        double[] z = new double[2001];
        for (int i = 0; i < z.length; i++) {
            z[i] = -1 + i / 1000.0;
        }
        double[] density = warm.field(0, 0, 0.01).heat().density(z);
        double[] expected = {0, 0};
        for (int i = 1; i < z.length; i++) {
            expected[0] += (density[i] + density[i - 1]) / 2000;
            expected[1] += (density[i] * z[i] + density[i - 1] * z[i - 1]) / 2000;
        }
        assertEquals(1, expected[0], 1e-3);
        assertEquals(warm.field(0, 0, 0.01).heat().moments()[0], expected[1], 1e-3);
        assertThrows(IllegalStateException.class, () -> Macrospin.standard().heat().density(z));
        assertThrows(IllegalStateException.class, () -> warm.field(0.1, 0, 0).heat().density(z));
        assertThrows(IllegalStateException.class, () -> warm.field(0, 0, 0.1).heat().escapeRate());
    }

    private static void assertMessage(String start, Runnable work) {
        var error = assertThrows(IllegalArgumentException.class, work::run);
        assertTrue(error.getMessage().startsWith(start), error.getMessage());
    }
}
