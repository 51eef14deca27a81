package io.larmor.device.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import io.larmor.encoding.Modulation;
import io.larmor.physics.Constants;
import java.util.List;
import org.junit.jupiter.api.Test;

class DwOscillatorResultsTest {

    private final DwOscillator wall = DwOscillator.standard();

    @Test
    void theWellsRingAsTheClosedFormSays() {
        var wells = wall.wells();
        assertEquals(-63.46e-9, wells.places()[0], 1e-11);
        assertEquals(62.14e-9, wells.places()[1], 1e-11);
        assertEquals(2.45e-21, wells.barriers()[0], 1e-23);
        assertEquals(2.63e-21, wells.barriers()[1], 1e-23);
        for (int i = 0; i < 2; i++) {
            assertEquals(1, wells.simulated()[i] / wells.closed()[i], 0.05);
        }
        assertEquals(491e6, wells.closed()[1], 1e6);
    }

    @Test
    void theSpeedsAreWithinATenthOfAPercent() {
        double walker = wall.law().walkerField() * Constants.MU0;
        var speeds = wall.mobility(0.2 * walker, 0.9 * walker, 1.5 * walker);
        for (int i = 0; i < 3; i++) {
            assertEquals(1, speeds.simulated()[i] / speeds.closed()[i], 1e-3);
        }
        assertTrue(speeds.simulated()[2] < speeds.simulated()[1]);
    }

    @Test
    void aWeakFieldMakesOneBranchAndAStrongerOneMany() {
        int[] branches = wall.bifurcation(new double[] {50 * Constants.MU0, 800 * Constants.MU0}, 40).branches();
        assertEquals(1, branches[0]);
        assertTrue(branches[1] > 8, branches[1] + " branches");
    }

    @Test
    void theOrbitOfAWeakFieldStaysInItsWell() {
        var orbit = wall.field(50 * Constants.MU0).portrait(3);
        assertTrue(orbit.extent() < 60e-9, orbit.toString());
        assertEquals(orbit.onceX()[0], orbit.onceX()[2], 1e-12);
    }

    @Test
    void aMaterialWithoutAPotentialHoldsNoWall() {
        var error = assertThrows(IllegalArgumentException.class, () -> wall.material(WallMaterial.COBALT).start(List.of(Seed.root(1))));
        assertTrue(error.getMessage().contains("no potential"), error.getMessage());
        assertTrue(wall.material(WallMaterial.COBALT).mobility(1e-3).simulated()[0] > 0);
    }

    @Test
    void badSettingsAreRefusedWithTheReason() {
        assertTrue(message(() -> wall.field(1500)).contains("dwOscillator.field = 1.5 kT"));
        assertTrue(message(() -> wall.strip(5e-9, 6e-9)).contains("flat strip"));
        assertTrue(message(() -> wall.frequency(10e9).step(6e-12)).contains("step"));
        assertTrue(message(() -> wall.step(5e-12).frequency(10e9 + 1)).contains("frequency"));
        assertTrue(message(() -> wall.step(5e-12).frequency(10e9)).contains("50 steps a period"));
    }

    @Test
    void aModulationThatLeavesTheRangeIsRefused() {
        var encoding = new Modulation(8, 2e-9, 1600 * Constants.MU0, 0.001, 0);
        var error = message(() -> encoding.fit(List.<double[][]>of(new double[][] {{1}}), 1, wall, Seed.root(1)));
        assertTrue(error.contains("Use a smaller drive"), error);
    }

    @Test
    void aModulationTakesTheLargestTrainingValueToTheDrive() {
        var fit = new Modulation(4, 2e-9, 1000 * Constants.MU0, 0, 0).fit(List.<double[][]>of(new double[][] {{2}, {-1}}), 1, wall, Seed.root(1));
        double[] full = new double[4];
        double[] beyond = new double[4];
        double[] half = new double[4];
        fit.encode(new double[] {2}, full);
        fit.encode(new double[] {5}, beyond);
        fit.encode(new double[] {1}, half);
        for (int i = 0; i < 4; i++) {
            assertEquals(1000, Math.abs(full[i] / Constants.MU0 - 1500), 1e-9);
            assertEquals(full[i], beyond[i], 0);
            assertEquals((full[i] - wall.field()) / 2, half[i] - wall.field(), 1e-15);
        }
    }

    private static String message(Runnable work) {
        return assertThrows(IllegalArgumentException.class, work::run).getMessage();
    }
}
