package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.ReferenceVector;
import io.larmor.core.Device;
import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.encoding.RotatingField;
import io.larmor.physics.ring.FieldPath;
import io.larmor.physics.ring.RingLaw;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NanoringsTest extends DeviceContract {

    private static final double[] FIELDS = {15e-4, 18e-4, 21e-4, 24e-4, 26e-4, 28e-4, 32e-4, 40e-4};
    /** Of the published code, 10 x 10 rings, 20 turns of which the last 10 count, one run. */
    private static final double[] MOMENT = {.895, .895, .395, .114, .010, .013, .212, .995};
    private static final double[] WALLS = {.98, .98, .67, .45, .10, .08, .40, 1.00};

    @Override
    Device device() {
        return Nanorings.of(5, 5);
    }

    @Override
    double slot() {
        return RotatingField.standard().slot();
    }

    @Test
    void momentAndWallsAgainstFieldAreThePublishedOnes() {
        var here = Nanorings.of(10, 10).law(RingLaw.standard().asPublished()).against(FIELDS, 20, 10);
        for (int i = 0; i < FIELDS.length; i++) {
            // One published run is a draw from the spread of runs, which is large where arrays recover or do not.
            assertEquals(MOMENT[i], here.moment().ys()[i], 0.1 + 2 * here.moment().spreads()[i], "moment, field " + FIELDS[i]);
            assertEquals(WALLS[i], here.walls().ys()[i], 0.1 + 2 * here.walls().spreads()[i], "walls, field " + FIELDS[i]);
        }
    }

    @Test
    void theCollapseLiesBetween24And30Oersted() {
        var here = Nanorings.of(10, 10).against(FIELDS, 20, 6);
        assertTrue(here.moment().least() >= 24e-4 && here.moment().least() <= 30e-4, here.toString());
        assertTrue(here.walls().least() >= 24e-4 && here.walls().least() <= 30e-4, here.toString());
    }

    @Test
    void theReferencePopulationIsMet() throws IOException {
        var vector = ReferenceVector.read("ringsim_dw_population");
        double[] fields = vector.column("H");
        double[] means = vector.column("dw_population_mean");
        double[] errors = vector.column("dw_population_se");
        int runs = 12;
        for (int i = 0; i < fields.length; i++) {
            double sum = 0;
            double squares = 0;
            for (int run = 0; run < runs; run++) {
                var rings = Nanorings.of(10, 10).law(RingLaw.standard().asPublished()).sample(run);
                var dynamics = rings.start(List.of(Seed.root(8).child(run)));
                dynamics.advance(new double[] {fields[i] * 1e-4}, 20 / rings.frequency());
                double[] walls = new double[1];
                dynamics.read(Nanorings.WALLS, walls);
                sum += walls[0] / runs;
                squares += walls[0] * walls[0] / runs;
            }
            double error = Math.sqrt(Math.max(0, squares - sum * sum) / runs);
            assertEquals(means[i], sum, 4 * Math.hypot(error, errors[i]) + 1e-9, fields[i] + " Oe");
        }
    }

    @Test
    void threadsHaveNoSay() {
        int before = Parallel.threads();
        try {
            double[] fields = {22e-4, 27e-4};
            Parallel.threadsWhateverTheCores(1);
            var one = Nanorings.of(6, 6).kagome().against(fields, 4, 3);
            Parallel.threadsWhateverTheCores(4);
            var four = Nanorings.of(6, 6).kagome().against(fields, 4, 3);
            assertArrayEquals(one.walls().ys(), four.walls().ys());
            assertArrayEquals(one.fundamental().ys(), four.fundamental().ys());
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void resistanceGoesFromTheFieldsFrequencyToTwiceThat() {
        var here = Nanorings.of(10, 10).against(new double[] {10e-4, 40e-4}, 8, 3);
        // pinned walls are stretched once a turn, running ones pass the current twice
        assertTrue(here.fundamental().ys()[0] > 5 * here.harmonic().ys()[0], "10 Oe");
        assertTrue(here.harmonic().ys()[1] > 5 * here.fundamental().ys()[1], "40 Oe");
    }

    @Test
    void wrongUnitsNoRingsAndWhatATickCannotResolveAreRefused() {
        refused("Did you mean field(mT(3))?", () -> Nanorings.of(5, 5).field(3));
        refused("nanorings.field = 30 T", () -> Nanorings.of(5, 5).field(30));
        refused("nanorings.rows = 0", () -> Nanorings.of(0, 25));
        refused("nanorings.columns = 0", () -> Nanorings.of(25, 0));
        refused("nanorings.frequency", () -> Nanorings.of(5, 5).frequency(1e9));
        refused("nanorings.temperature", () -> Nanorings.of(5, 5).temperature(-1));
        refused("cannot be resolved", () -> Nanorings.of(5, 5).start(List.of(Seed.root(1))).advance(new double[] {2e-3}, 1e-7));
        refused("rotatingField().frequency(50)", () -> RotatingField.standard().fit(frames(), 1, Nanorings.of(5, 5).frequency(50), Seed.root(1)));
        refused("does not divide", () -> RotatingField.standard().samples(30).fit(frames(), 1, Nanorings.of(5, 5), Seed.root(1)));
        refused("leaves 0 T", () -> RotatingField.standard().swing(4e-3).fit(frames(), 1, Nanorings.of(5, 5), Seed.root(1)));
        refused("rotatingField.swing", () -> RotatingField.standard().swing(3));
        refused("film(0)", () -> Nanorings.of(5, 5).film(0));
        refused("is not a number", () -> Nanorings.of(5, 5).path(new FieldPath("broken", p -> Double.NaN, p -> 0)).start(List.of(Seed.root(1))));
    }

    private static List<double[][]> frames() {
        return List.<double[][]>of(new double[][] {{0}, {1}});
    }

    private static void refused(String words, org.junit.jupiter.api.function.Executable wrong) {
        var error = assertThrows(IllegalArgumentException.class, wrong);
        assertTrue(error.getMessage().contains(words), error.getMessage());
    }

    @Test
    void theFilmIsASmallDrawingThatMoves() {
        var film = Nanorings.of(10, 10).film(3);
        String svg = film.svg();
        assertTrue(svg.length() < 300_000, svg.length() + " bytes");
        assertEquals(1, svg.split("<animateTransform", -1).length - 1);
        assertTrue(svg.split("<animate ", -1).length > 300);
        assertTrue(film.mimeBundle().containsKey("image/svg+xml"));
        assertTrue(Nanorings.of(4, 5).after(0).text().contains("20 rings"));
    }
}
