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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** One of each kind: with a current, in a well of the eighth order, of a fixed width, without damping, without H_d. */
    private static final List<Wall> UNLIKE = List.of(NOTCHES, FREE,
            new Wall(477e3, 1.05e-11, 0.02, 50e-9, 5e-9, FREE.hard(), 0, NOTCHES.potential(), 30, 0.04),
            FREE.in(0, -3.8271e-15, -1.2866e-6, 0.61164, 1.632e8, 1e13, 1e20, -1e27, 1e35),
            new Wall(477e3, 1.05e-11, 0.02, 50e-9, 5e-9, FREE.hard(), 1e-8, NOTCHES.potential(), 30, 0.04),
            new Wall(477e3, 1.05e-11, 0, 50e-9, 5e-9, FREE.hard(), 0, NOTCHES.potential(), 0, 0),
            new Wall(477e3, 1.05e-11, 0.02, 50e-9, 5e-9, 0, 1e-8, NOTCHES.potential(), 0, 0),
            new Wall(477e3, 1.05e-11, 0.02, 50e-9, 5e-9, -FREE.hard() / 2, 1e-8, new double[0], 0, 0));

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

    /**
     * What the series of the fast forms leave out is below rounding at short steps, and at the longest steps and strongest
     * fields that devices take small against the method's own error, which steps of a quarter show.
     */
    @ParameterizedTest
    @CsvSource({"1e-12, 800, 4000", "1e-12, 5250, 4000", "4e-12, 2000, 1000", "5e-12, 8000, 2000"})
    void theFastFormsKeepToTheLawAsItIsWrittenDown(double step, double swing, int steps) {
        for (Wall wall : UNLIKE) {
            double x = wall.potential().length == 0 ? 0 : 62e-9;
            var batch = new WallBatch(List.of(wall), 500e6, step);
            batch.place(0, x, 0);
            batch.advance(new double[1], new double[] {swing}, steps * step);
            double[] y = {x, 0};
            for (int n = 0; n < steps; n++) {
                plainStep(wall, y, n * step, step, swing);
            }
            double[] exact = {x, 0};
            for (int n = 0; n < 4 * steps; n++) {
                plainStep(wall, exact, n * step / 4, step / 4, swing);
            }
            assertEquals(y[0], batch.position(0), 1e-20 + 2e-13 * Math.abs(y[0]) + 0.02 * Math.abs(y[0] - exact[0]), wall.toString());
            assertEquals(y[1], batch.angle(0), 1e-13 * (1 + Math.abs(y[1])) + 0.02 * Math.abs(y[1] - exact[1]), wall.toString());
        }
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

    /** Blocks without a current and higher terms, and with them. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void allFormsGiveTheSameBits(int kinds) {
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
                block.put(lane, UNLIKE.get(lane % kinds));
                block.field(lane, lane, 60 * lane);
                block.place(lane, lane * 1e-9, 0.01 * lane);
            }
            block.begin(1e-12);
            kernel.advance(block, drive, 500);
            walls.add(block);
        }
        assertArrayEquals(walls.get(0).state(), walls.get(1).state());
        assertTrue(Arrays.stream(walls.get(0).state()).allMatch(Double::isFinite));
    }

    @Test
    void aWallDependsNeitherOnWhatRunsBesideItNorOnTheThreads() {
        int threads = Parallel.threads();
        double[] fields = new double[300];
        var unlike = new ArrayList<Wall>();
        for (int i = 0; i < fields.length; i++) {
            fields[i] = 10 * i;
            unlike.add(i < 100 ? NOTCHES : UNLIKE.get(i % UNLIKE.size()));
        }
        try {
            var runs = new ArrayList<WallBatch>();
            for (int count : new int[] {1, 2, 7}) {
                Parallel.threadsWhateverTheCores(count);
                var many = new WallBatch(unlike, 500e6, 1e-12);
                many.advance(new double[300], fields, 3e-9);
                runs.add(many);
            }
            for (int i = 0; i < fields.length; i++) {
                assertEquals(runs.get(0).position(i), runs.get(1).position(i), 0);
                assertEquals(runs.get(0).position(i), runs.get(2).position(i), 0);
                assertEquals(runs.get(0).rms(i), runs.get(2).rms(i), 0);
            }
            for (int i : new int[] {0, 17, 130, 259, 299}) {
                var alone = new WallBatch(List.of(unlike.get(i)), 500e6, 1e-12);
                alone.advance(new double[1], new double[] {fields[i]}, 3e-9);
                assertEquals(alone.position(0), runs.get(0).position(i), 0);
                assertEquals(alone.angle(0), runs.get(0).angle(i), 0);
                assertEquals(alone.rms(0), runs.get(0).rms(i), 0);
            }
        } finally {
            Parallel.threadsWhateverTheCores(threads);
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

    @Test
    void afterATurnToAndFroAStepThatWasTooLongIsRefusedAsWell() {
        var batch = new WallBatch(List.of(NOTCHES), 500e6, 5e-12);
        assertThrows(IllegalArgumentException.class, () -> batch.advance(new double[1], new double[] {1e6}, 2e-9));
    }

    @Test
    void aStripThatIsThickerThanWideIsRefusedWithTheReason() {
        var wall = Wall.free(477e3, 1.05e-11, 0.02, 5e-9, 50e-9);
        var error = assertThrows(IllegalArgumentException.class, () -> new WallBatch(List.of(wall), 0, 1e-12));
        assertTrue(error.getMessage().contains("wider than it is thick"), error.getMessage());
    }
}
