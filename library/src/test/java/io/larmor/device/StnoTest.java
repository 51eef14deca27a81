package io.larmor.device;

import static io.larmor.units.Units.mA;
import static io.larmor.units.Units.ns;
import static io.larmor.units.Units.us;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.core.Device;
import io.larmor.core.Trace;
import io.larmor.dsl.Larmor;
import io.larmor.measure.Measures;
import io.larmor.physics.SlavinTiberkevich;
import io.larmor.core.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StnoTest extends DeviceContract {

    @Override
    Device device() {
        return Stno.standard().noise(1e-5);
    }

    @Override
    double slot() {
        return ns(100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.3, 4, 5, 6, 8, 12, 18})
    void powerAgainstCurrentFollowsTheClosedForm(double current) {
        double zeta = current / 3;
        // Switched on from a weaker current, so that it has to find the power by itself.
        var drive = Larmor.constant(mA(3.1), us(1)).then(mA(current), us(20));
        for (double noise : new double[] {0, 1e-7}) {
            double here = Trace.run(Stno.standard().noise(noise).step(0.5e-9), drive).settled("power");
            assertEquals((zeta - 1) / (zeta + 2), here, 0.02 * here, current + " mA, noise " + noise);
        }
    }

    @Test
    void oscillationSetsInAtTheThreshold() {
        var from = Larmor.constant(mA(6), us(1));
        assertTrue(Trace.run(Stno.standard(), from.then(mA(2.99), us(500))).last("power") < 1e-3);
        assertTrue(Trace.run(Stno.standard(), from.then(mA(3.05), us(500))).last("power") > 3e-3);
    }

    @Test
    void frequencyShiftsWithThePower() {
        var trace = Trace.run(Stno.standard(), Larmor.constant(mA(6), us(5)));
        assertEquals(300e6 + 20e6 * 0.25, trace.last("frequency"), 1e3);
        assertEquals(0.5, trace.last("amplitude"), 1e-9);
    }

    @Test
    void withVanishingNoiseTheStepsApproachTheClosedSolution() {
        var drive = Larmor.constant(mA(4), ns(300)).then(mA(7), ns(100)).then(mA(2), ns(100));
        double exact = Trace.run(Stno.standard(), drive, ns(20)).last("power");
        double coarse = Trace.run(Stno.standard().noise(1e-18).step(ns(1)), drive, ns(20)).last("power");
        double fine = Trace.run(Stno.standard().noise(1e-18).step(ns(0.5)), drive, ns(20)).last("power");
        assertEquals(2, (coarse - exact) / (fine - exact), 0.1, "halving the step halves the error");
        assertEquals(exact, fine, 0.01 * exact);
    }

    /** Runs where the reference vectors are, in the folder that LARMOR_VECTORS names. */
    @Test
    void stepResponseMatchesTheReferenceVector() throws IOException {
        String folder = System.getenv("LARMOR_VECTORS");
        assumeTrue(folder != null, "LARMOR_VECTORS names no folder of reference vectors");
        // Its parameters: sigma = 157.079e9 per A s, so that I_th = Gamma / sigma = 2 mA; Gamma = 314.159e6; I = 3.5 mA.
        double damping = 314159265.3589793;
        var lines = Files.readAllLines(Path.of(folder, "st_step_response.csv"));
        double p = 0.01;
        double before = 0;
        for (var line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double time = Double.parseDouble(cells[0]);
            p = SlavinTiberkevich.settle(p, 0.0035 / 0.002, damping, 2, time - before);
            before = time;
            assertEquals(Double.parseDouble(cells[1]), p, 1e-9, "at " + time);
        }
    }

    @Test
    void anUnknownObservableIsRefusedByName() {
        var trace = Trace.run(Stno.standard(), Larmor.constant(mA(6), us(1)));
        assertEquals("the trace of stno has no \"voltage\". It has amplitude, power, frequency.",
                assertThrows(IllegalArgumentException.class, () -> trace.last("voltage")).getMessage());
        var dynamics = Stno.standard().start(List.of(Seed.root()));
        assertThrows(IllegalArgumentException.class, () -> dynamics.read(Measures.INPUT, new double[1]));
    }

    @Test
    void aTraceOfTheSameSeedRepeatsItself() {
        Larmor.seed(5);
        var first = Trace.run(Stno.standard().noise(1e-4), Larmor.constant(mA(6), us(2))).values("power");
        var second = Trace.run(Stno.standard().noise(1e-4), Larmor.constant(mA(6), us(2))).values("power");
        Larmor.seed(Seed.STANDARD);
        assertArrayEquals(first, second, 0);
    }
}
