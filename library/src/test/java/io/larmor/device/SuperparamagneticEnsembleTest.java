package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Device;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.encoding.Mask;
import io.larmor.machine.DelayLine;
import io.larmor.machine.Reservoir;
import io.larmor.physics.StrainedDot;
import io.larmor.task.Narma;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuperparamagneticEnsembleTest extends DeviceContract {

    private static final double FIELD = 0.4;

    @Override
    Device device() {
        return SuperparamagneticEnsemble.standard().dots(50).feedback(0.1, 7);
    }

    @Override
    double slot() {
        return device().memory();
    }

    @Test
    void withoutStrainMinimaAndBarriersHaveTheirClosedForm() {
        for (double field : new double[] {0, 0.1, 0.4, 0.5}) {
            var land = StrainedDot.landscape(0, field);
            assertEquals(Math.asin(field), land.angles()[0], 1e-9);
            assertEquals(Math.PI - Math.asin(field), Math.abs(land.angles()[1]), 1e-9);
            for (int side = 0; side < 4; side += 2) {
                assertEquals((1 - field) * (1 - field), land.barriers()[side], 1e-9);
                assertEquals((1 + field) * (1 + field), land.barriers()[side + 1], 1e-9);
            }
        }
        var usual = StrainedDot.landscape(0, FIELD);
        assertEquals(23.578, Math.toDegrees(usual.angles()[0]), 1e-3);
        assertEquals(0.36, usual.barriers()[0], 1e-12);
    }

    @Test
    void equilibriaUnderStrainAreThePublishedOnes() {
        var dot = new StrainedDot(FIELD, 10, 1e9);
        for (double[] known : new double[][] {{0, 0}, {0.2, 0.537}, {-0.2, -0.537}, {0.4, 0.756}, {-0.4, -0.756}}) {
            assertEquals(known[1], dot.magnetization(dot.equilibrium(known[0]), known[0]), 1e-3, "k = " + known[0]);
        }
        double[] barriers = StrainedDot.landscape(0.4, FIELD).barriers();
        assertEquals(0.5847, barriers[0], 1e-4);
        assertEquals(0.3031, barriers[2], 1e-4);
    }

    @Test
    void minimaAreWhereTheEnergyIsLeastNearby() {
        for (double strain = -1; strain <= 1; strain += 0.05) {
            var land = StrainedDot.landscape(strain, FIELD);
            for (double angle : land.angles()) {
                double here = StrainedDot.energy(angle, strain, FIELD);
                assertTrue(StrainedDot.energy(angle + 1e-4, strain, FIELD) > here, "strain " + strain);
                assertTrue(StrainedDot.energy(angle - 1e-4, strain, FIELD) > here, "strain " + strain);
            }
        }
    }

    @Test
    void strainTheOtherWayMirrorsTheRates() {
        var dot = new StrainedDot(FIELD, 20, 1e9);
        for (double strain : new double[] {0.013, 0.2, 0.77, 1}) {
            assertEquals(1, dot.rateToSecond(strain) / dot.rateToFirst(-strain), 1e-9);
            assertEquals(dot.magnetization(0.7, strain), -dot.magnetization(0.3, -strain), 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.3, 0, 0.1, 0.6})
    void theExactUpdateIsTheLimitOfSmallSteps(double strain) {
        var dot = new StrainedDot(FIELD, 12, 1e9);
        double time = 0.7 / (dot.rateToFirst(strain) + dot.rateToSecond(strain));
        double exact = dot.relax(0.9, strain, time);
        assertEquals(exact, euler(dot, strain, time, 100_000), 1e-5);
        double coarse = Math.abs(euler(dot, strain, time, 500) - exact);
        double fine = Math.abs(euler(dot, strain, time, 1000) - exact);
        assertEquals(2, coarse / fine, 0.05, "Euler's method is of first order");
    }

    private static double euler(StrainedDot dot, double strain, double time, int steps) {
        double share = 0.9;
        for (int i = 0; i < steps; i++) {
            share += time / steps * ((1 - share) * dot.rateToFirst(strain) - share * dot.rateToSecond(strain));
        }
        return share;
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000_000})
    void dotsFollowTheMeanWithinTheirScatter(int dots) {
        var mean = SuperparamagneticEnsemble.standard();
        var one = List.of(Seed.root(5).child("dots"));
        var crowd = mean.dots(dots).start(one);
        var law = mean.start(one);
        var drive = new Philox(6);
        double[] a = new double[1];
        double[] b = new double[1];
        double squares = 0;
        int steps = 400;
        for (int i = 0; i < steps; i++) {
            double[] strain = {0.1 * (2 * drive.nextDouble() - 1)};
            crowd.advance(strain, mean.memory() / 2);
            law.advance(strain, mean.memory() / 2);
            crowd.read(SuperparamagneticEnsemble.MAGNETIZATION, a);
            law.read(SuperparamagneticEnsemble.MAGNETIZATION, b);
            squares += (a[0] - b[0]) * (a[0] - b[0]) / steps;
        }
        // Of a mean m of n two-valued dots the scatter is sqrt(1 - m²) / sqrt(n), here with values of about 0.9.
        double scatter = Math.sqrt(squares * dots);
        assertTrue(scatter > 0.5 && scatter < 1.1, scatter + " over sqrt(n), seed 5");
    }

    @Test
    void feedbackArrivesAfterItsDelay() {
        var with = SuperparamagneticEnsemble.standard().feedback(0.1, 3).start(List.of(Seed.root()));
        var without = SuperparamagneticEnsemble.standard().start(List.of(Seed.root()));
        double[] a = new double[1];
        double[] b = new double[1];
        double[] pulse = {0.05, 0, 0, 0};
        for (int i = 0; i < pulse.length; i++) {
            with.advance(new double[] {pulse[i]}, 1);
            without.advance(new double[] {pulse[i]}, 1);
            with.read(SuperparamagneticEnsemble.MAGNETIZATION, a);
            without.read(SuperparamagneticEnsemble.MAGNETIZATION, b);
            assertEquals(i < 3, Math.abs(a[0] - b[0]) < 1e-12, "slot " + i);
        }
    }

    @Test
    void narmaComesOutBetterThanTheLinearControl() {
        // Settings of a scan on the validation steps, see notebooks/papers/superparamagnetic-ensemble.ipynb.
        var task = Narma.task(10);
        var ensemble = SuperparamagneticEnsemble.standard().strain(0.03).feedback(0.12, 401);
        var machine = Reservoir.of(ensemble).encode(new Mask(400).every(10 * ensemble.memory()).drive(0.01));
        double error = machine.score(task).error();
        assertTrue(error <= 0.40, "NRMSE " + error);
        double control = DelayLine.of(50).score(task).error();
        assertTrue(error < control - 0.05, error + " against " + control);
    }

    @Test
    void wrongDotsAreRefused() {
        var low = assertThrows(IllegalArgumentException.class,
                () -> SuperparamagneticEnsemble.standard().barrier(5).start(List.of(Seed.root())));
        assertTrue(low.getMessage().contains("Use barrier(9)"), low.getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SuperparamagneticEnsemble.standard().field(2))
                .getMessage().startsWith("superparamagneticEnsemble.field = 2 is outside"));
    }
}
