package io.larmor.datasets.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RadioTwinTest {

    private final RadioTwin twin = new RadioTwin();

    @Test
    void spectrumDependsOnNothingButItsPlace() {
        double[] spectrum = twin.spectrum(3, 17);
        long session = Seed.sessionNumber();
        try {
            Seed.session(99);
            twin.spectrum(4, 2);
            assertArrayEquals(spectrum, new RadioTwin().spectrum(3, 17));
        } finally {
            Seed.session(session);
        }
        assertFalse(Arrays.equals(spectrum, new RadioTwin(1).spectrum(3, 17)));
        assertFalse(Arrays.equals(spectrum, twin.spectrum(4, 17)));
        assertFalse(Arrays.equals(spectrum, twin.spectrum(3, 18)));
    }

    @Test
    void valuesAreSharesOfFullScale() {
        for (int kind = 0; kind < RadioTwin.KINDS; kind++) {
            for (int index = 0; index < 20; index++) {
                for (double value : twin.spectrum(kind, index)) {
                    assertTrue(value > 0 && value < 1, kind + ", " + index + ": " + value);
                }
            }
        }
    }

    /** Power is where a kind sends: on its channels, in its bands, and nowhere else. */
    @Test
    void powerIsWhereTheKindSends() {
        for (int kind = 0; kind < RadioTwin.KINDS; kind++) {
            Emitter emitter = Emitter.KINDS.get(kind);
            double[] mean = new double[RadioTwin.BINS];
            for (int index = 0; index < 60; index++) {
                double[] spectrum = twin.spectrum(kind, index);
                Arrays.setAll(mean, b -> mean[b] + spectrum[b] / 60);
            }
            double sent = 0;
            double silent = 0;
            for (int b = 0; b < RadioTwin.BINS; b++) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int channel = 0; channel < emitter.channels(); channel++) {
                    nearest = Math.min(nearest, Math.abs(b - emitter.first() - channel * emitter.spacing()) - 4 * emitter.width());
                }
                for (double band : emitter.bands()) {
                    nearest = Math.min(nearest, Math.abs(b - band) - emitter.spread() / 2);
                }
                sent = Math.max(sent, nearest < 0 ? mean[b] : 0);
                silent = Math.max(silent, nearest > 8 ? mean[b] : 0);
            }
            assertTrue(sent > 5 * silent, "kind " + kind + " sends " + sent + ", is silent at " + silent);
        }
    }

    @Test
    void placesThatDoNotExistAreRefused() {
        for (int[] place : new int[][] {{10, 0}, {-1, 0}, {0, -1}}) {
            String message = assertThrows(IllegalArgumentException.class, () -> twin.spectrum(place[0], place[1])).getMessage();
            assertTrue(message.contains("the kind is 0 .. 9"), message);
        }
    }
}
