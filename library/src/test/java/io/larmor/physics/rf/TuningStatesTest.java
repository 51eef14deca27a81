package io.larmor.physics.rf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TuningStatesTest {

    @Test
    void shiftsGoToTheNearestState() {
        var states = new TuningStates(-2, 2, 5);
        double[] shifts = {-7, -1.6, -1.4, 0.49, 0.5, 1.9, 9};
        double[] found = new double[7];
        states.nearest(shifts, found);
        assertArrayEquals(new double[] {-2, -2, -1, 0, 1, 2, 2}, found);
        float[] single = {-1.4f, 0.6f};
        states.nearest(single, single);
        assertArrayEquals(new float[] {-1, 1}, single);
        for (int i = 0; i < 5; i++) {
            assertEquals(i, states.number(states.shift(i)));
        }
        assertThrows(IllegalArgumentException.class, () -> states.shift(5));
        assertThrows(IllegalArgumentException.class, () -> states.nearest(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new TuningStates(0, 1, 1));
    }

    @Test
    void aVortexCoreHasTwo() {
        var states = TuningStates.vortexPolarity(3e6);
        assertEquals(-3e6, states.nearest(-1));
        assertEquals(3e6, states.nearest(1));
        assertEquals(97e6, TuningStates.vortexResonance(100e6, -1, 3e6));
        assertEquals(103e6, TuningStates.vortexResonance(100e6, 1, 3e6));
        assertThrows(IllegalArgumentException.class, () -> TuningStates.vortexResonance(100e6, 0, 3e6));
    }
}
