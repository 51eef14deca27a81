package io.larmor.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void svgIsWellFormedAndCompact() throws Exception {
        var arrows = new ArrayList<Primitive>();
        for (int i = 0; i < 2500; i++) {
            arrows.add(new Primitive.Arrow(i % 50, i / 50, i, 0.9, Drawing.color(i)));
        }
        String svg = Drawing.titled("<field> & core").add(arrows).label(3, 3, "a < b").wheel().svg();
        assertEquals("svg", Xml.parse(svg).getDocumentElement().getTagName());
        assertTrue(svg.length() < 2500 * 130 + 10_000, "length " + svg.length());
    }

    @Test
    void bundleHasVectorsPixelsAndWords() {
        var bundle = Gallery.vortex().mimeBundle();
        assertTrue(((String) bundle.get("image/svg+xml")).startsWith("<svg "));
        assertEquals(2 * 420, new Pixels((byte[]) bundle.get("image/png")).image.getWidth());
        assertEquals("Vortex oscillator, core at 51 nm: 97 arrows, 2 circles; labels: core", bundle.get("text/plain"));
    }

    @Test
    void yPointsUp() {
        Drawing drawing = Drawing.titled("").light().circle(0, 0, 1, Color.RED).circle(10, 10, 1, Color.BLUE);
        Pixels pixels = Pixels.of(drawing);
        double[] red = pixels.middle(Color.RED, 0, 1);
        double[] blue = pixels.middle(Color.BLUE, 0, 1);
        assertTrue(red[0] < blue[0] && red[1] > blue[1], Arrays.toString(red) + Arrays.toString(blue));
    }

    @Test
    void directionColorsGoAroundOnceAndAreEquallyLight() {
        double least = 100;
        double most = 0;
        for (int i = 0; i < 36; i++) {
            Color color = Drawing.color(Math.toRadians(10 * i));
            double light = Pixels.contrast(color, Color.BLACK);
            least = Math.min(least, light);
            most = Math.max(most, light);
            assertTrue(Pixels.distance(color, Drawing.color(Math.toRadians(10 * i + 180))) > 80, "opposite directions look different at " + i);
        }
        assertTrue(most / least < 1.35, least + " .. " + most);
        assertEquals(Drawing.color(0.3), Drawing.color(0.3 + 2 * Math.PI));
        assertTrue(Pixels.contrast(Drawing.color(0, 0.9), Color.BLACK) > Pixels.contrast(Drawing.color(0, -0.9), Color.BLACK));
    }

    @Test
    void arrowPointsWhereItSays() {
        var tip = new Primitive.Arrow(0, 0, Math.PI / 2, 2, Color.RED).shape();
        assertTrue(tip.contains(0, 0.9) && tip.contains(0, -0.9));
        assertTrue(tip.contains(0.25, 0.2) && !tip.contains(0.25, -0.5), "the head is at the upper end");
    }

    @Test
    void ringPartCoversItsAngles() {
        var part = new Primitive.Ring(0, 0, 1, 2, 0, Math.PI / 2, Color.RED, true).shape();
        assertTrue(part.contains(1, 1.1) && !part.contains(-1, 1.1) && !part.contains(1, -1.1) && !part.contains(0.3, 0.3));
        var whole = new Primitive.Ring(0, 0, 1, 2, 0, 2 * Math.PI, Color.RED, true).shape();
        assertTrue(whole.contains(-1.5, 0) && !whole.contains(0, 0));
    }

    @Test
    void emptyAndWrongPartsAreRefused() {
        assertThrows(IllegalStateException.class, () -> Drawing.titled("empty").png());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Drawing.titled("").circle(0, 0, -1, null)).getMessage().contains("radius"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Drawing.titled("").ring(0, 0, 2, 1, null)).getMessage().contains("outer"));
    }
}
