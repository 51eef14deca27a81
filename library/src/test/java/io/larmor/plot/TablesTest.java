package io.larmor.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.units.Quantity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {

    private static final Table SMALL = Table.create("Runs",
            StringColumn.create("machine", "<b>ring</b> & \"co\"", "vortex"),
            IntColumn.create("neurons", new int[] {25, 400}),
            DoubleColumn.create("error", new double[] {0.5, 0.0625}));

    @Test
    void htmlIsWellFormedEscapedAndStyledInline() throws Exception {
        String html = Tables.html(SMALL);
        assertEquals("table", Xml.parse(html).getDocumentElement().getTagName());
        assertTrue(html.contains("&lt;b&gt;ring&lt;/b&gt; &amp; &quot;co&quot;"));
        assertFalse(html.matches("(?s).*<(style|script|svg|b)[ >].*"));
        assertTrue(html.matches("(?s).*text-align:right;\">0\\.0625</td>.*"), html);
    }

    @Test
    void numbersOfAColumnHaveTheSameDecimals() {
        assertEquals("""
                Runs
                machine             neurons   error
                <b>ring</b> & "co"       25  0.5000
                vortex                  400  0.0625""", Tables.text(SMALL));
    }

    @Test
    void numbersOfManySizesKeepTheirDigits() {
        String text = Tables.text(Table.create(DoubleColumn.create("x", new double[] {1e-9, 2.5, 3e7, Double.NaN})));
        assertTrue(text.contains("1e-9") && text.contains("3e7"), text);
        assertFalse(text.contains("NaN"));
    }

    @Test
    void longTablesSayHowManyRowsWereLeftOut() {
        Table table = Table.create(IntColumn.create("n", IntStream.range(0, 1000).toArray()));
        for (String form : new String[] {Tables.html(table), Tables.text(table)}) {
            assertTrue(form.contains("975 of 1000 rows left out"));
            assertTrue(form.contains("19") && form.contains("999"));
            assertFalse(form.contains("500"));
        }
        assertFalse(Tables.text(table.first(30)).contains("left out"));
        assertEquals(31, Tables.text(table.first(30)).lines().count());
    }

    @Test
    void emptyTableShowsItsColumns() {
        assertTrue(Tables.html(SMALL.emptyCopy()).contains("neurons"));
        assertTrue(Tables.text(SMALL.emptyCopy()).contains("neurons"));
    }

    @Test
    void pageStartsWithItsLineAndHoldsThePicture() {
        Plot plot = Plot.line(Quantity.of("x"), new double[] {0, 1}, Quantity.of("y"), new double[] {0, 1}).title("a <b>");
        var bundle = Page.of("accuracy 98 % < 99 %").table(SMALL).picture(plot).with("application/x+json", 1).mimeBundle();
        String html = (String) bundle.get("text/html");
        assertTrue(html.startsWith("<p style=\"margin:4px 0;\">accuracy 98 % &lt; 99 %</p>"));
        assertTrue(html.contains("<img src=\"data:image/png;base64,") && html.contains("width=\"640\""));
        assertTrue(html.contains("alt=\"a &lt;b&gt;\""));
        assertTrue(((String) bundle.get("text/plain")).startsWith("accuracy 98 % < 99 %\nRuns\n"));
        assertEquals(1, bundle.get("application/x+json"));
    }

    @Test
    void usersOwnChartsAreShownAtDoubleDensity() {
        var chart = new XYChart(300, 200);
        chart.addSeries("a", new double[] {0, 1}, new double[] {0, 1});
        assertEquals(600, new Pixels(Charts.png(chart)).image.getWidth());
        assertTrue(Charts.mimeMetadata(chart).toString().contains("300"));
    }
}
