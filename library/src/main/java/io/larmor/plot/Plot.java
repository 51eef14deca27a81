package io.larmor.plot;

import io.larmor.units.Quantity;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A chart. It is made from its first data by one of the static methods, and each setter returns a changed copy. Values
 * are in SI; the axes choose a fitting prefix and say so: {@code bias current I (mA)}.
 *
 * <pre>{@code
 * Plot.line(current, xs, radius, ys).named("closed form")
 *     .points("simulated", xs2, ys2, spread)
 *     .title("Radius of the vortex core")
 *     .save("figures/radius.svg");
 * }</pre>
 *
 * <p>Layers of the same name share color, dash, marker and legend entry, so a band named like a line belongs to it.
 * Numbers that are not finite leave gaps. The defaults: 640 by 400 pixels, the session's {@link Theme}.
 */
public final class Plot implements Picture {

    static final int WIDTH = 640;
    static final int HEIGHT = 400;

    final Look look;
    final Axis x;
    final Axis y;
    final Colors colors;
    final List<Layer> layers;

    /** How the page looks. */
    record Look(String title, String caption, int width, int height, Theme theme) {
    }

    /** How cells are colored: the quantity they show, its range (NaN: from the data), the map, and the cells' text. */
    record Colors(Quantity quantity, double lo, double hi, ColorMap map, boolean annotated, String[][] notes) {
    }

    private Plot(Look look, Axis x, Axis y, Colors colors, List<Layer> layers) {
        this.look = look;
        this.x = x;
        this.y = y;
        this.colors = colors;
        this.layers = List.copyOf(layers);
    }

    private static Plot of(Axis x, Axis y, Colors colors, Layer first) {
        return new Plot(new Look("", "", WIDTH, HEIGHT, null), x, y, colors, List.of(first));
    }

    /** A curve. */
    public static Plot line(Quantity x, double[] xs, Quantity y, double[] ys) {
        Data.pairs("Plot.line", xs, ys);
        return of(Axis.of(x), Axis.of(y), null, new Layer.Line("", xs.clone(), ys.clone()));
    }

    /** Markers without a line. */
    public static Plot scatter(Quantity x, double[] xs, Quantity y, double[] ys) {
        Data.pairs("Plot.scatter", xs, ys);
        return of(Axis.of(x), Axis.of(y), null, new Layer.Points("", xs.clone(), ys.clone(), null));
    }

    /** How often values fall into bins of equal width between the smallest and the largest. */
    public static Plot histogram(Quantity x, double[] values, int bins) {
        return of(Axis.of(x), Axis.of(Quantity.of("count")), null, Data.histogram(values, bins));
    }

    /** A bar for each name. */
    public static Plot bars(List<String> names, Quantity y, double[] heights) {
        return bars(names, y, heights, null);
    }

    /** A bar for each name, with an error bar of plus and minus {@code errors}. */
    public static Plot bars(List<String> names, Quantity y, double[] heights, double[] errors) {
        Data.lengths("Plot.bars", "names", names.size(), "heights", heights.length);
        Data.finite("Plot.bars", "heights", heights);
        if (errors != null) {
            Data.lengths("Plot.bars", "heights", heights.length, "errors", errors.length);
        }
        var starts = new double[heights.length];
        var ends = new double[heights.length];
        Arrays.setAll(starts, i -> i - 0.36);
        Arrays.setAll(ends, i -> i + 0.36);
        return of(Axis.of("", names), Axis.of(y), null,
                new Layer.Bars("", starts, ends, heights.clone(), errors == null ? null : errors.clone()));
    }

    /**
     * A colored cell for each pair of an x and a y. Many cells are drawn fast, so this also shows spectrograms and
     * cochleagrams.
     *
     * @param xs the middles of the columns, ascending
     * @param ys the middles of the rows, ascending: row 0 is at the bottom, as on axes
     * @param values {@code values[row][column]}
     */
    public static Plot heatMap(Quantity x, double[] xs, Quantity y, double[] ys, Quantity z, double[][] values) {
        Layer.Cells cells = Data.cells(xs, ys, values);
        return of(Axis.of(x), Axis.of(y), new Colors(z, Double.NaN, Double.NaN, ColorMap.SEQUENTIAL, false, null), cells);
    }

    /**
     * A confusion matrix: true classes downwards (class 0 on top), predicted classes to the right, colored by the share
     * of the true class, with the counts written in the cells.
     *
     * @param counts {@code counts[truth][predicted]}
     */
    public static Plot confusion(List<String> classes, long[][] counts) {
        Data.square("Plot.confusion", classes, counts);
        int n = classes.size();
        var shares = new double[n][n];
        var notes = new String[n][n];
        for (int truth = 0; truth < n; truth++) {
            long total = Math.max(1, Arrays.stream(counts[truth]).sum());
            for (int predicted = 0; predicted < n; predicted++) {
                long count = counts[truth][predicted];
                shares[n - 1 - truth][predicted] = (double) count / total;
                notes[n - 1 - truth][predicted] = count == 0 ? "" : Long.toString(count);
            }
        }
        var upwards = new ArrayList<>(classes);
        Collections.reverse(upwards);
        var colors = new Colors(Quantity.of("share of the true class"), 0, 1, ColorMap.SHADES, true, notes);
        double[] edges = Data.middlesToEdges(Data.indices(n));
        int side = (int) Math.round(150 + n * Math.min(95.0, Math.max(15.0, 290.0 / n)));
        return of(Axis.of("predicted class", classes), Axis.of("true class", upwards), colors,
                new Layer.Cells(edges, edges, shares)).size(side + 90, side);
    }

    /** Names the layer that was added last, for the legend. */
    public Plot named(String name) {
        var more = new ArrayList<>(layers);
        Layer last = more.remove(more.size() - 1);
        more.add(last.named(name));
        return with(look, x, y, colors, more);
    }

    /** Adds a curve. */
    public Plot series(String name, double[] xs, double[] ys) {
        Data.pairs("series \"" + name + "\"", xs, ys);
        return plus(new Layer.Line(name, xs.clone(), ys.clone()));
    }

    /** Adds markers. */
    public Plot points(String name, double[] xs, double[] ys) {
        return points(name, xs, ys, null);
    }

    /** Adds markers with error bars of plus and minus {@code errors}. */
    public Plot points(String name, double[] xs, double[] ys, double[] errors) {
        Data.pairs("points \"" + name + "\"", xs, ys);
        if (errors != null) {
            Data.lengths("points \"" + name + "\"", "ys", ys.length, "errors", errors.length);
        }
        return plus(new Layer.Points(name, xs.clone(), ys.clone(), errors == null ? null : errors.clone()));
    }

    /** Adds a shaded region between two curves, for a spread or an accepted range. */
    public Plot band(String name, double[] xs, double[] low, double[] high) {
        Data.pairs("band \"" + name + "\"", xs, low);
        Data.pairs("band \"" + name + "\"", xs, high);
        return plus(new Layer.Band(name, xs.clone(), low.clone(), high.clone()));
    }

    /** Adds a horizontal line across the plot with a note beside it. */
    public Plot horizontal(double y, String note) {
        return plus(new Layer.Rule(note, false, Data.finite("horizontal", "y", y)));
    }

    /** Adds a vertical line across the plot with a note beside it. */
    public Plot vertical(double x, String note) {
        return plus(new Layer.Rule(note, true, Data.finite("vertical", "x", x)));
    }

    /** The heading above the plot; none by default. */
    public Plot title(String title) {
        return with(new Look(title, look.caption, look.width, look.height, look.theme), x, y, colors, layers);
    }

    /** Small print below the plot; none by default. */
    public Plot caption(String caption) {
        return with(new Look(look.title, caption, look.width, look.height, look.theme), x, y, colors, layers);
    }

    /** The size on the page in pixels; the default is 640 by 400. */
    public Plot size(int width, int height) {
        if (width < 160 || height < 120 || width > 4000 || height > 4000) {
            throw new IllegalArgumentException("size(" + width + ", " + height + "): a plot is 160 x 120 to 4000 x 4000 pixels");
        }
        return with(new Look(look.title, look.caption, width, height, look.theme), x, y, colors, layers);
    }

    /** A logarithmic x axis; values that are not positive are left out. */
    public Plot logX() {
        return with(look, x.logarithmic(), y, colors, layers);
    }

    /** A logarithmic y axis; values that are not positive are left out. */
    public Plot logY() {
        return with(look, x, y.logarithmic(), colors, layers);
    }

    /** The ends of the x axis, in SI; by default they follow the data. */
    public Plot xRange(double lo, double hi) {
        Data.range("xRange", lo, hi);
        return with(look, x.between(lo, hi), y, colors, layers);
    }

    /** The ends of the y axis, in SI; by default they follow the data. */
    public Plot yRange(double lo, double hi) {
        Data.range("yRange", lo, hi);
        return with(look, x, y.between(lo, hi), colors, layers);
    }

    /** The ends of the color bar, in SI; by default they follow the data. */
    public Plot zRange(double lo, double hi) {
        Data.range("zRange", lo, hi);
        Colors c = cellColors("zRange");
        return with(look, x, y, new Colors(c.quantity, lo, hi, c.map, c.annotated, c.notes), layers);
    }

    /** Colors for signed values: blue below zero, red above, as far down as up. */
    public Plot signed() {
        Colors c = cellColors("signed");
        return with(look, x, y, new Colors(c.quantity, c.lo, c.hi, ColorMap.DIVERGING, c.annotated, c.notes), layers);
    }

    /** Writes the values into the cells. */
    public Plot annotated() {
        Colors c = cellColors("annotated");
        return with(look, x, y, new Colors(c.quantity, c.lo, c.hi, c.map, true, c.notes), layers);
    }

    /** This plot dark, whatever the session's theme. */
    public Plot dark() {
        return with(new Look(look.title, look.caption, look.width, look.height, Theme.DARK), x, y, colors, layers);
    }

    /** This plot light, whatever the session's theme. */
    public Plot light() {
        return with(new Look(look.title, look.caption, look.width, look.height, Theme.LIGHT), x, y, colors, layers);
    }

    @Override
    public int width() {
        return look.width;
    }

    @Override
    public int height() {
        return look.height;
    }

    @Override
    public void paint(Graphics2D g) {
        new Layout(this).paint(g);
    }

    @Override
    public String text() {
        return Words.of(this);
    }

    @Override
    public String toString() {
        return text();
    }

    Theme theme() {
        return look.theme == null ? Theme.current() : look.theme;
    }

    private Colors cellColors(String setter) {
        if (colors == null) {
            throw new IllegalStateException(setter + "() is for heat maps; this plot has no cells");
        }
        return colors;
    }

    private Plot plus(Layer layer) {
        var more = new ArrayList<>(layers);
        more.add(layer);
        return with(look, x, y, colors, more);
    }

    private static Plot with(Look look, Axis x, Axis y, Colors colors, List<Layer> layers) {
        return new Plot(look, x, y, colors, layers);
    }
}
