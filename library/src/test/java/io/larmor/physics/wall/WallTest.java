package io.larmor.physics.wall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.ReferenceVector;
import io.larmor.core.Parallel;
import io.larmor.physics.Constants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallTest {

    private static final Wall FREE = Wall.free(477e3, 1.05e-11, 0.02, 50e-9, 5e-9);
    private static final Wall NOTCHES = FREE.in(2.21117e-21, -3.8271e-15, -1.2866e-6, 0.61164, 1.632e8);

    @Test
    void theStripsFactorsAndItsWalkerFieldAreTheClosedForms() {
        assertEquals(0.1211, Strip.alongWidth(50e-9, 5e-9), 5e-5);
        assertEquals(0.5, Strip.alongWidth(5e-9, 5e-9), 1e-12);
        assertEquals(1, Strip.alongWidth(50e-9, 5e-9) + Strip.alongWidth(5e-9, 50e-9), 1e-12);
        assertEquals(3615, FREE.walkerField(), 1);
        assertEquals(0.9115 - 0.0885, FREE.withDecimalLogarithms().hard() / 477e3, 1e-4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9})
    void aFreeWallMovesAtTheClosedFormsSpeed(double part) {
        double field = part * FREE.walkerField();
        var wall = new WallBatch(List.of(FREE), 0, 1e-12);
        wall.advance(new double[] {field}, new double[1], 40e-9);
        double from = wall.position(0);
        wall.advance(new double[] {field}, new double[1], 10e-9);
        assertEquals(1, (wall.position(0) - from) / 10e-9 / FREE.steadySpeed(field), 1e-6);
        assertEquals(0.5 * Math.asin(part), wall.angle(0), 1e-6);
    }

    @Test
    void aboveTheWalkerFieldTheMeanSpeedDropsAsTheClosedFormSays() {
        double field = 1.5 * FREE.walkerField();
        assertTrue(FREE.meanSpeed(field) < FREE.steadySpeed(0.9 * FREE.walkerField()) / 2);
        assertTrue(Double.isNaN(FREE.steadySpeed(field)));
        var fixed = new Wall(477e3, 1.05e-11, 0.02, 50e-9, 5e-9, FREE.hard(), 1e-8, new double[0], 0, 0);
        // The same wall by the numeric mean over a turn: a width that hardly changes.
        double slip = Math.sqrt(1.5 * 1.5 - 1) * fixed.walkerField() / 1.0004;
        assertEquals(Wall.GAMMA0 * 1e-8 / 0.02 * (field - slip), fixed.meanSpeed(field), 1e-9);
        assertEquals(-fixed.meanSpeed(field), fixed.meanSpeed(-field), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dw_field_below_walker", "dw_field_above_walker", "dw_stt"})
    void trajectoriesOfFreeWallsAgreeWithTheReference(String name) throws IOException {
        var reference = ReferenceVector.read(name);
        double[] t = reference.column("t");
        var batch = new WallBatch(List.of(ofReference(reference)), 0, 5e-13);
        double[] field = {reference.parameter("H")};
        for (int i = 1; i < t.length; i++) {
            batch.advance(field, new double[1], t[i] - t[i - 1]);
            double q = reference.column("q")[i];
            double phi = reference.column("phi")[i];
            assertEquals(q, batch.position(0), 1e-17 + 1e-8 * Math.abs(q), name + " q at " + t[i]);
            assertEquals(phi, batch.angle(0), 1e-8 + 1e-9 * Math.abs(phi), name + " phi at " + t[i]);
        }
    }

    private static Wall ofReference(ReferenceVector reference) {
        return new Wall(reference.parameter("Ms"), 1e-11, reference.parameter("alpha"), 1e-7, 1e-8, reference.parameter("Hk_perp"),
                reference.parameter("Delta"), new double[0], reference.parameter("u"), reference.parameter("beta"));
    }

    @Test
    void theSpeedThroughWalkerBreakdownAgreesWithTheReference() throws IOException {
        var reference = ReferenceVector.read("dw_walker_velocity");
        var about = reference.about().path("parameters");
        var wall = new Wall(about.path("Ms").asDouble(), 1e-11, about.path("alpha").asDouble(), 1e-7, 1e-8,
                about.path("Hk_perp").asDouble(), about.path("Delta").asDouble(), new double[0], 0, about.path("beta").asDouble());
        for (double[] row : reference.rows()) {
            assertEquals(row[2], wall.meanSpeed(row[1]), 1e-4 * row[2], "H/H_W = " + row[0]);
        }
    }

    @Test
    void theFastFormsKeepToTheLawAsItIsWrittenDown() {
        var batch = new WallBatch(List.of(NOTCHES), 500e6, 1e-12);
        batch.place(0, 62e-9, 0);
        double[] y = {62e-9, 0};
        for (int n = 0; n < 4000; n++) {
            plainStep(NOTCHES, y, n * 1e-12, 1e-12, 800);
        }
        batch.advance(new double[1], new double[] {800}, 4e-9);
        assertEquals(y[0], batch.position(0), 1e-15);
        assertEquals(y[1], batch.angle(0), 1e-9);
    }

    private static void plainStep(Wall wall, double[] y, double t, double h, double swing) {
        double[] k1 = new double[2];
        double[] k2 = new double[2];
        double[] k3 = new double[2];
        double[] k4 = new double[2];
        wall.rates(y[0], y[1], field(swing, t), k1);
        wall.rates(y[0] + h / 2 * k1[0], y[1] + h / 2 * k1[1], field(swing, t + h / 2), k2);
        wall.rates(y[0] + h / 2 * k2[0], y[1] + h / 2 * k2[1], field(swing, t + h / 2), k3);
        wall.rates(y[0] + h * k3[0], y[1] + h * k3[1], field(swing, t + h), k4);
        for (int i = 0; i < 2; i++) {
            y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
    }

    private static double field(double swing, double t) {
        return swing * Math.sin(2 * Math.PI * 500e6 * t);
    }

    @Test
    void halvingTheStepConvergesWithTheFourthPower() {
        double exact = after(2.5e-13);
        assertEquals(16, (after(4e-12) - exact) / (after(2e-12) - exact), 3);
        assertEquals(exact, after(2e-12), 1e-16);
    }

    private static double after(double step) {
        var batch = new WallBatch(List.of(NOTCHES), 500e6, step);
        batch.place(0, 62e-9, 0);
        batch.advance(new double[1], new double[] {500}, 3e-9);
        return batch.position(0);
    }

    @Test
    void allFormsAndAnyNumberOfThreadsGiveTheSameBits() {
        var vector = WallBatch.CHOICE.vector();
        assumeTrue(vector != null, "Java runs without the Vector API");
        var walls = new ArrayList<WallBlock>();
        for (var kernel : List.of(WallBatch.CHOICE.plain(), vector)) {
            var block = new WallBlock(40);
            double[] drive = new double[1001];
            for (int j = 0; j < drive.length; j++) {
                drive[j] = Math.sin(0.003 * j);
            }
            for (int lane = 0; lane < block.lanes; lane++) {
                block.put(lane, lane % 3 == 0 ? FREE : NOTCHES);
                block.field(lane, lane, 60 * lane);
            }
            block.anchor();
            kernel.advance(block, drive, 500, 1e-12);
            walls.add(block);
        }
        assertArrayEquals(walls.get(0).state, walls.get(1).state);
    }

    @Test
    void aWallDoesNotDependOnWhatRunsBesideIt() {
        int threads = Parallel.threads();
        try {
            Parallel.threads(2);
            var many = new WallBatch(Collections.nCopies(300, NOTCHES), 500e6, 1e-12);
            double[] fields = new double[300];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = 10 * i;
            }
            many.advance(new double[300], fields, 20e-9);
            for (int i : new int[] {0, 17, 299}) {
                var alone = new WallBatch(List.of(NOTCHES), 500e6, 1e-12);
                alone.advance(new double[1], new double[] {fields[i]}, 20e-9);
                assertEquals(alone.position(0), many.position(i), 0);
                assertEquals(alone.rms(0), many.rms(i), 0);
            }
        } finally {
            Parallel.threads(threads);
        }
    }

    @Test
    void withoutAFieldEnergyOnlyFalls() {
        var batch = new WallBatch(List.of(NOTCHES), 500e6, 1e-12);
        batch.place(0, 90e-9, 0);
        double last = energy(batch);
        for (int n = 0; n < 200; n++) {
            batch.advance(new double[1], new double[1], 20e-12);
            assertTrue(energy(batch) <= last * (1 + 1e-12), "at " + n);
            last = energy(batch);
        }
    }

    /** Of the place and of the angle, μ0 M_s H_d D w t sin² φ, for a width that does not change. */
    private static double energy(WallBatch batch) {
        double sin = Math.sin(batch.angle(0));
        double c = Constants.MU0 * 477e3 * 477e3;
        double h = Constants.MU0 * 477e3 * NOTCHES.hard();
        // The integral of the torque 2 A-type width over φ: w t · 2 μ0 M_s · ∫ (H_d/2) sin 2φ D dφ with D = π sqrt(2A/(c s + h)).
        double width = Math.PI * Math.sqrt(2 * 1.05e-11) * 2 * (Math.sqrt(c * sin * sin + h) - Math.sqrt(h)) / c;
        return NOTCHES.energy(batch.position(0)) + 2 * Constants.MU0 * 477e3 * 50e-9 * 5e-9 * NOTCHES.hard() / 2 * width;
    }

    @Test
    void aStepThatIsTooLongForTheFieldIsRefused() {
        var batch = new WallBatch(List.of(NOTCHES), 500e6, 5e-12);
        var error = assertThrows(IllegalArgumentException.class,
                () -> batch.advance(new double[] {1e6}, new double[1], 1e-9));
        assertTrue(error.getMessage().contains("Use a shorter step"), error.getMessage());
    }
}
