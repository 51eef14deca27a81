package io.larmor.datasets.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DigitTwinTest {

    private final DigitTwin twin = new DigitTwin();

    @Test
    void imageDependsOnNothingButItsPlace() {
        byte[] image = twin.image("train", 3, 17);
        long session = Seed.sessionNumber();
        try {
            Seed.session(99);
            twin.image("train", 4, 2);
            assertArrayEquals(image, new DigitTwin().image("train", 3, 17));
        } finally {
            Seed.session(session);
        }
        assertFalse(Arrays.equals(image, new DigitTwin(1).image("train", 3, 17)));
        assertFalse(Arrays.equals(image, twin.image("test", 3, 17)));
        assertFalse(Arrays.equals(image, twin.image("train", 4, 17)));
        assertFalse(Arrays.equals(image, twin.image("train", 3, 18)));
    }

    /** Ink is neither missing nor everywhere, it has soft edges, and it is not cut off by the paper. */
    @Test
    void imagesAreInkOnPaper() {
        int atEdge = 0;
        for (int digit = 0; digit < 10; digit++) {
            for (int index = 0; index < 50; index++) {
                byte[] image = twin.image("train", digit, index);
                String id = digit + ", " + index;
                long inked = ink(image, 128);
                assertTrue(inked > 15 && inked < 300, id + " has " + inked + " dark pixels");
                assertTrue(ink(image, 1) > inked, id + " has no soft edge");
                for (int i = 0; i < DigitTwin.SIDE; i++) {
                    atEdge += image[i] != 0 || image[i * DigitTwin.SIDE] != 0 || image[i * DigitTwin.SIDE + DigitTwin.SIDE - 1] != 0
                            || image[(DigitTwin.SIDE - 1) * DigitTwin.SIDE + i] != 0 ? 1 : 0;
                }
            }
        }
        assertTrue(atEdge < 250, atEdge + " of 14000 places at the edge are inked");
    }

    /** A zero has a hole in its middle, a one has its ink there. */
    @Test
    void shapesAreThoseOfTheDigits() {
        assertEquals(0, middle(0), 40, "zero");
        assertTrue(middle(1) > 150, "one: " + middle(1));
    }

    @Test
    void placesThatDoNotExistAreRefused() {
        for (int[] place : new int[][] {{10, 0}, {-1, 0}, {0, -1}}) {
            String message = assertThrows(IllegalArgumentException.class, () -> twin.image("train", place[0], place[1])).getMessage();
            assertTrue(message.contains("the digit is 0 .. 9"), message);
        }
    }

    private static long ink(byte[] image, int least) {
        long count = 0;
        for (byte pixel : image) {
            count += (pixel & 0xff) >= least ? 1 : 0;
        }
        return count;
    }

    /** The mean ink at the center of mass. */
    private double middle(int digit) {
        double sum = 0;
        for (int index = 0; index < 100; index++) {
            byte[] image = twin.image("train", digit, index);
            double all = 0;
            double x = 0;
            double y = 0;
            for (int p = 0; p < image.length; p++) {
                all += image[p] & 0xff;
                x += (image[p] & 0xff) * (p % DigitTwin.SIDE);
                y += (image[p] & 0xff) * (p / DigitTwin.SIDE);
            }
            sum += image[(int) Math.rint(y / all) * DigitTwin.SIDE + (int) Math.rint(x / all)] & 0xff;
        }
        return sum / 100;
    }
}
