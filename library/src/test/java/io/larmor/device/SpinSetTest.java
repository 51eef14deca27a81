package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.physics.Constants;
import io.larmor.physics.spin.Direction;
import org.junit.jupiter.api.Test;

class SpinSetTest {

    private static final double GAMMA = Constants.GAMMA / (2 * Math.PI);

    private static Macrospin spin() {
        return Macrospin.standard().damping(1e-4);
    }

    @Test
    void uncoupledSpinsMoveAsAlone() {
        var alone = spin().pointing(1, 0, 1).evolve(1e-9);
        var together = SpinSet.of(spin(), spin().pointing(1, 0, 1)).evolve(1e-9);
        assertArrayEquals(alone.x(), together.x(1), 1e-14);
    }

    /** Two equal spins with the exchange J: in phase they do not feel it, out of phase by twice J over their moment. */
    @Test
    void exchangeSplitsTheResonance() {
        double energy = 1e-20;
        double[] modes = SpinSet.of(spin().pointing(0, 0, 1), spin().pointing(0, 0, 1)).exchange(0, 1, energy).modes();
        double shift = 2 * energy / spin().magnet().moment();
        assertArrayEquals(new double[] {GAMMA * 0.3, GAMMA * (0.3 + shift)}, modes, 1e4);
    }

    /** One above the other along z: the dipole field is 2 μ0 M V / (4 π r³) along z, half of it and opposite across. */
    @Test
    void dipoleFieldsShiftTheResonance() {
        double distance = 60e-9;
        double field = Constants.MU0 * spin().magnet().moment() / (4 * Math.PI * Math.pow(distance, 3));
        double[] modes = SpinSet.of(spin().pointing(0, 0, 1), spin().pointing(0, 0, 1))
                .at(new double[] {0, 0, 0}, new double[] {0, 0, distance}).modes();
        assertArrayEquals(new double[] {GAMMA * (0.3 + 2 * field - field), GAMMA * (0.3 + 2 * field + field)}, modes, 1e4);
    }

    /** Magnets that hardly mind where they point lie head to tail. */
    @Test
    void dipolesLineUpHeadToTail() {
        var weak = spin().easyAxis(0.002);
        double[][] places = {{30e-9, 0, 0}, {0, 30e-9, 0}, {0, 0, 30e-9}};
        for (double[] place : places) {
            var rests = SpinSet.of(weak.pointing(0.1, 0.2, 1), weak.pointing(0.5, 0.4, -0.2)).at(new double[3], place).settled();
            assertEquals(1, rests.get(0).dot(rests.get(1)), 1e-6, rests.toString());
            assertEquals(1, Math.abs(rests.get(0).dot(Direction.of(place[0], place[1], place[2]))), 1e-6, rests.toString());
        }
    }

    /** Exchange and dipole fields conserve energy without damping, so the pair keeps its own. */
    @Test
    void withoutDampingTheEnergyIsKept() {
        double energy = 2e-20;
        var set = SpinSet.of(spin().damping(0).pointing(1, 0, 0.5), spin().damping(0).pointing(0, 1, -0.3)).exchange(0, 1, energy);
        var path = set.evolve(2e-9);
        double moment = spin().magnet().moment();
        double[][] m = path.components();
        double first = Double.NaN;
        for (int i = 0; i < path.times().length; i++) {
            double dot = m[0][i] * m[3][i] + m[1][i] * m[4][i] + m[2][i] * m[5][i];
            double now = -energy * dot - 0.15 * moment * (m[2][i] * m[2][i] + m[5][i] * m[5][i]);
            first = i == 0 ? now : first;
            assertEquals(first, now, 1e-7 * Math.abs(energy));
        }
    }

    @Test
    void pairsAndPlacesMustFitTheSpins() {
        var set = SpinSet.of(spin(), spin());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> set.exchange(0, 2, 1e-20)).getMessage()
                .startsWith("exchange(0, 2, ...): there are 2 spins"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> set.at(new double[3])).getMessage()
                .startsWith("dipoles: 1 positions for 2 spins"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> set.at(new double[3], new double[3])).getMessage()
                .startsWith("dipoles: the spins 0 and 1 are 0 m apart"));
    }
}
