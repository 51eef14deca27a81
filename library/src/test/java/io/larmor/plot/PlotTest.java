package io.larmor.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {

    private static final Quantity CURRENT = new Quantity("bias current", "I", Unit.AMPERE);
    private static final Quantity RADIUS = new Quantity("radius", "r", Unit.METER);
    private static final double[] XS = {0, 2e-3, 10e-3};
    private static final double[] YS = {0, 50e-9, 100e-9};

    @ParameterizedTest
    @CsvSource({
        "10e-3, bias current I (mA), 1e3",
        "2, bias current I (A), 1",
        "400e-9, bias current I (nA), 1e9"})
    void axesTakeThePrefixOfTheLargestValue(double largest, String title, double factor) {
        Plot plot = Plot.line(CURRENT, new double[] {0, largest}, RADIUS, new double[] {0, 1});
        Scale x = Layout.scale(plot, true);
        assertEquals(title, x.title());
        assertEquals(factor, x.factor(), factor * 1e-12);
    }

    @Test
    void quantitiesWithoutPrefixesShowAPowerOfTen() {
        Plot plot = Plot.line(Quantity.of("epoch"), new double[] {0, 1}, Quantity.of("loss"), new double[] {0, 3e-7});
        assertEquals("loss (10⁻⁷)", Layout.scale(plot, false).title());
        Plot rate = Plot.line(Quantity.of("epoch"), new double[] {0, 1}, Quantity.of("rate", Unit.PER_SECOND), new double[] {0, 2e9});
        assertEquals("rate (10⁹ 1/s)", Layout.scale(rate, false).title());
    }

    @Test
    void pngHasTwicePageSizeAndMetadataThePageSize() {
        Plot plot = Plot.line(CURRENT, XS, RADIUS, YS).size(500, 300);
        Pixels pixels = new Pixels((byte[]) plot.mimeBundle().get("image/png"));
        assertEquals(1000, pixels.image.getWidth());
        assertEquals(600, pixels.image.getHeight());
        assertEquals(Map.of("image/png", Map.of("width", 500, "height", 300)), plot.mimeMetadata());
    }

    @Test
    void textTellsAxesAndSeries() {
        String text = Plot.line(CURRENT, XS, RADIUS, YS).named("theory").points("here", XS, YS).horizontal(80e-9, "edge").title("Radius").text();
        assertEquals("""
                Radius
                x: bias current I (mA): −0.3 .. 10.3
                y: radius r (nm): −6 .. 106
                theory: 3 points, 0 .. 100
                here: 3 points, 0 .. 100
                edge at y = 80""", text);
    }

    @Test
    void smallConfusionMatrixIsWrittenOut() {
        String text = Plot.confusion(List.of("up", "down"), new long[][] {{9, 1}, {0, 12}}).text();
        assertEquals("""
                true \\ predicted    up  down
                up                   9     1
                down                 .    12""", text);
    }

    @Test
    void confusionHasTrueClassZeroOnTopAndPredictedToTheRight() {
        var counts = new long[4][4];
        counts[0][3] = 7;
        double[] middle = Pixels.of(Plot.confusion(List.of("a", "b", "c", "d"), counts).light()).middle(new Color(ColorMap.SHADES.rgb(1)), 0, 0.8);
        assertTrue(middle[0] > 0.5 && middle[1] < 0.4, Arrays.toString(middle));
    }

    @Test
    void confusionColorsAreSharesOfTheTrueClass() {
        assertTrue(luminanceFalls(ColorMap.SHADES), "more is darker on a light page");
        // Nine of ten right in a rare class and in a frequent one: the same color.
        Plot plot = Plot.confusion(List.of("rare", "frequent"), new long[][] {{9, 1}, {100, 900}}).light();
        double[] middle = Pixels.of(plot).middle(new Color(ColorMap.SHADES.rgb(0.9)), 0, 0.8);
        assertEquals(0.5, middle[1], 0.1);
    }

    private static boolean luminanceFalls(ColorMap map) {
        double before = 22;
        for (int i = 0; i <= 20; i++) {
            double now = Pixels.contrast(new Color(map.rgb(i / 20.0)), Color.BLACK);
            if (now >= before) {
                return false;
            }
            before = now;
        }
        return true;
    }

    @Test
    void textInCellsCanBeReadOnEveryColor() {
        for (ColorMap map : ColorMap.values()) {
            for (int i = 0; i < 256; i++) {
                int background = map.rgb(i / 255.0);
                double contrast = Pixels.contrast(new Color(background), ColorMap.readableOn(background));
                assertTrue(contrast > 4.5, map + " at " + i + ": contrast " + contrast);
            }
        }
    }

    @Test
    void heatMapHasRowZeroAtTheBottom() {
        double[][] values = {{1, 0, 0}, {0, 0, 0}, {0, 0, 0}};
        Plot plot = Plot.heatMap(Quantity.of("x"), new double[] {0, 1, 2}, Quantity.of("y"), new double[] {0, 1, 2}, Quantity.of("z"), values).light();
        double[] middle = Pixels.of(plot).middle(new Color(ColorMap.SEQUENTIAL.rgb(1)), 0, 0.8);
        assertTrue(middle[0] < 0.4 && middle[1] > 0.6, Arrays.toString(middle));
    }

    @Test
    void signedColorsAreCenteredOnZero() {
        double[][] values = {{-1, 4}};
        Plot plot = Plot.heatMap(Quantity.of("x"), new double[] {0, 1}, Quantity.of("y"), new double[] {0}, Quantity.of("z"), values).signed();
        Scale z = new Raster((Layer.Cells) plot.layers.get(0), plot.colors, Theme.LIGHT).scale();
        assertEquals(0.5, z.place(0));
        assertEquals(1, z.place(4));
    }

    @Test
    void seriesColorsDifferFromThePageAndFromEachOther() {
        for (Theme theme : Theme.values()) {
            for (int a = 0; a < 7; a++) {
                assertTrue(Pixels.contrast(theme.series(a), theme.background()) > 2, theme + " " + a);
                for (int b = 0; b < a; b++) {
                    assertTrue(Pixels.distance(theme.series(a), theme.series(b)) > 60, theme + " " + a + " " + b);
                }
            }
        }
    }

    @Test
    void aSpikeAmongAMillionPointsIsSeen() {
        var ys = new double[1_000_000];
        ys[456_789] = 1;
        Plot plot = Plot.line(CURRENT, Gallery.range(0, 1, ys.length), RADIUS, ys).light();
        assertTrue(Pixels.of(plot).top(Theme.LIGHT.series(0)) < 0.3);
    }

    @Test
    void darkIsPerPlotOrPerSession() {
        Plot plot = Plot.line(CURRENT, XS, RADIUS, YS);
        assertEquals(Theme.DARK.background(), Pixels.of(plot.dark()).corner());
        Theme.dark();
        try {
            assertEquals(Theme.DARK.background(), Pixels.of(plot).corner());
            assertEquals(Theme.LIGHT.background(), Pixels.of(plot.light()).corner());
        } finally {
            Theme.light();
        }
        assertEquals(Theme.LIGHT.background(), Pixels.of(plot).corner());
    }

    @Test
    void settersReturnCopiesAndDataAreCopied() {
        double[] ys = YS.clone();
        Plot plot = Plot.line(CURRENT, XS, RADIUS, ys).light();
        byte[] before = plot.png();
        ys[0] = 1;
        plot.title("other").logX().size(300, 200).series("more", XS, YS);
        assertArrayEquals(before, plot.png());
        assertNotEquals(before.length, plot.title("other").png().length);
    }

    @Test
    void everyRangeOfNumbersCanBeDrawn() {
        long seed = 20170;
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 60; run++) {
            double size = Math.pow(10, random.nextDouble(-25, 25));
            double offset = random.nextBoolean() ? 0 : size * Math.pow(10, random.nextDouble(0, 6));
            double[] ys = random.doubles(4).map(u -> offset + size * u).toArray();
            double[] xs = {size, 2 * size, 4 * size, 9 * size};
            Unit unit = random.nextBoolean() ? Unit.TESLA : Unit.PER_SECOND;
            Plot plot = Plot.line(Quantity.of("x", unit), xs, Quantity.of("y", unit), ys).size(200 + random.nextInt(300), 150 + random.nextInt(200));
            plot = random.nextBoolean() ? plot.logX() : plot;
            plot = random.nextBoolean() ? plot.logY().light() : plot.light();
            double top = Pixels.of(plot).top(Theme.LIGHT.series(0));
            assertTrue(top < 0.9, "seed " + seed + ", run " + run + ": nothing was drawn of " + Arrays.toString(ys));
        }
    }

    @Test
    void galleryIsDrawnAndSavedWellFormed(@TempDir Path folder) throws Exception {
        for (var entry : Gallery.pictures().entrySet()) {
            Path svg = entry.getValue().save(folder.resolve("deep/er/" + entry.getKey() + ".svg").toString());
            assertEquals("svg", Xml.parse(Files.readString(svg)).getDocumentElement().getTagName(), entry.getKey());
            Path png = entry.getValue().save("target/gallery/" + entry.getKey() + ".png");
            assertEquals(2 * entry.getValue().width(), new Pixels(Files.readAllBytes(png)).image.getWidth());
            assertTrue(entry.getValue().text().length() > 20);
        }
        try (var left = Files.list(folder.resolve("deep/er"))) {
            assertTrue(left.allMatch(file -> file.toString().endsWith(".svg")), "only whole files are left");
        }
    }

    @Test
    void errorsNameWhatIsWrong() {
        double[] nan = {Double.NaN, Double.NaN, Double.NaN};
        refuses("ys has 2", () -> Plot.line(CURRENT, XS, RADIUS, new double[2]));
        refuses("xs is empty", () -> Plot.line(CURRENT, new double[0], RADIUS, new double[0]));
        refuses("none of the 3 values of ys is finite", () -> Plot.scatter(CURRENT, XS, RADIUS, nan));
        refuses("series \"theory\"", () -> Plot.line(CURRENT, XS, RADIUS, YS).series("theory", XS, new double[4]));
        refuses("bins = 0", () -> Plot.histogram(CURRENT, YS, 0));
        refuses("row 1 of counts has 1", () -> Plot.confusion(List.of("a", "b"), new long[][] {{1, 2}, {3}}));
        refuses("counts are not negative", () -> Plot.confusion(List.of("a"), new long[][] {{-1}}));
        refuses("xs[1] = 0", () -> Plot.heatMap(CURRENT, new double[] {1, 0}, RADIUS, new double[] {0}, RADIUS, new double[][] {{1, 2}}));
        refuses("lower end", () -> Plot.line(CURRENT, XS, RADIUS, YS).xRange(3, 1));
        refuses("logY()", () -> Plot.line(CURRENT, XS, RADIUS, new double[3]).logY().png());
        assertTrue(Plot.line(CURRENT, XS, RADIUS, YS).save("target/gallery/CAPITALS.PNG").toFile().delete());
        refuses(".png or .svg", () -> Plot.line(CURRENT, XS, RADIUS, YS).save("figure.pdf"));
        var cells = assertThrows(IllegalStateException.class, () -> Plot.line(CURRENT, XS, RADIUS, YS).annotated());
        assertTrue(cells.getMessage().contains("annotated()"));
    }

    private static void refuses(String part, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}
