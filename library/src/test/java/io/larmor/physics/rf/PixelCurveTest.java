package io.larmor.physics.rf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PixelCurveTest {

    private static int[] visited(int rows, int columns) {
        int[] places = PixelCurve.places(rows, columns);
        int[] order = new int[places.length];
        for (int pixel = 0; pixel < places.length; pixel++) {
            order[places[pixel]] = pixel;
        }
        return order;
    }

    @Test
    void everyPixelHasAPlaceOfItsOwn() {
        int[] places = PixelCurve.places(5, 28);
        Arrays.sort(places);
        assertArrayEquals(IntStream.range(0, 140).toArray(), places);
    }

    @Test
    void aStepGoesToANeighborInASquareOfAPowerOfTwo() {
        int[] order = visited(16, 16);
        for (int i = 1; i < order.length; i++) {
            int rows = Math.abs(order[i] / 16 - order[i - 1] / 16);
            int columns = Math.abs(order[i] % 16 - order[i - 1] % 16);
            assertEquals(1, rows + columns, "step " + i);
        }
    }

    @Test
    void nineStepsOnPixelsAreNearerThanAlongRows() {
        int[] order = visited(28, 28);
        double sum = 0;
        for (int i = 9; i < order.length; i++) {
            sum += Math.hypot(order[i] / 28 - order[i - 9] / 28, order[i] % 28 - order[i - 9] % 28);
        }
        // along a row they are 9 pixels apart, mostly
        assertTrue(sum / (order.length - 9) < 5, "mean distance " + sum / (order.length - 9));
    }

    @Test
    void noPixelsAreRefused() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> PixelCurve.places(0, 3)).getMessage().contains("0 x 3"));
    }
}
