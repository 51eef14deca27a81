package io.larmor.stochastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.units.Quantity;
import org.junit.jupiter.api.Test;

class ProgressiveTest {

    private static final Progressive RUN = new Progressive("toy", Quantity.of("bits"), new int[] {64, 128, 256},
            new boolean[][] {{true, false, false, true}, {true, true, false, true}, {true, true, true, false}},
            new float[][] {{3, 0.5f, 0, 2}, {3, 2, 1, 3}, {3, 3, 1, 3}});

    @Test
    void accuraciesAreOfAllSamples() {
        assertEquals(0.5, RUN.accuracy(64));
        assertEquals(0.75, RUN.accuracy(128));
        assertEquals(75, RUN.accuracies().ys()[2]);
    }

    @Test
    void stoppingIsSampleBySample() {
        var stopped = RUN.stop(2);
        assertEquals(1, stopped.accuracy());
        assertEquals((64 + 128 + 256 + 64) / 4.0, stopped.spent());
        assertEquals(0.5, RUN.stop(0).accuracy());
        assertEquals(64, RUN.stop(0).spent());
        assertEquals(256, RUN.stop(100).spent());
    }

    @Test
    void stoppingMayHaveALimit() {
        var stopped = RUN.stop(2, 128);
        assertEquals(0.75, stopped.accuracy());
        assertEquals((64 + 128 + 128 + 64) / 4.0, stopped.spent());
        assertEquals(stopped.spent(), RUN.stoppings(2).xs()[1]);
    }

    @Test
    void theCheapestThatIsGoodEnoughIsFound() {
        var best = RUN.cheapest(0);
        assertTrue(best.accuracy() >= 0.75);
        // By hand: the second sample has to go on to 128, the others may stop at once.
        assertEquals((64 + 128 + 128 + 64) / 4.0, best.spent());
        assertEquals(64, RUN.cheapest(0.25).spent());
    }

    @Test
    void badInputIsNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RUN.accuracy(100)).getMessage().contains("[64, 128, 256]"));
        assertThrows(IllegalArgumentException.class, () -> RUN.stop(-1));
        assertThrows(IllegalArgumentException.class, () -> new Progressive("none", Quantity.of("bits"), new int[0], new boolean[0][], new float[0][]));
    }
}
