package io.larmor.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.function.Consumer;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Axes, ticks, grid and axis titles, drawn by XChart. XChart's own marks are not used: it strokes every segment of a
 * line by itself, which breaks dashes and makes vector files a hundred times larger.
 */
final class Frame {

    private static final int PADDING = 10;

    private final Scale x;
    private final Scale y;
    private final boolean namedX;
    private final boolean namedY;
    private final boolean grid;
    private final Theme theme;

    /**
     * @param namedX whether names stand along the x axis; then the frame leaves ticks and title of that axis out
     * @param namedY the same for the y axis
     */
    Frame(Scale x, Scale y, boolean namedX, boolean namedY, boolean grid, Theme theme) {
        this.x = x;
        this.y = y;
        this.namedX = namedX;
        this.namedY = namedY;
        this.grid = grid;
        this.theme = theme;
    }

    /** Draws the frame inside the given part of the page and returns the box that its axes enclose. */
    Rectangle2D paint(Graphics2D g, Rectangle2D room) {
        int width = (int) Math.round(room.getWidth());
        int height = (int) Math.round(room.getHeight());
        Axes axes = new Axes(x, y);
        XYChart chart = new XYChart(width, height);
        style(chart.getStyler(), axes, width, height);
        chart.setXAxisTitle(Ink.cut(x.title(), chart.getStyler().getAxisTitleFont(), width - 40));
        chart.setYAxisTitle(Ink.cut(y.title(), chart.getStyler().getAxisTitleFont(), height - 20));
        // XChart takes axis ends from series; three uneven points also keep it from putting ticks at the data only.
        XYSeries ends = chart.addSeries("ends", axes.x.uneven(), axes.y.uneven());
        ends.setMarker(SeriesMarkers.NONE);
        ends.setLineStyle(SeriesLines.NONE);
        AffineTransform before = g.getTransform();
        g.translate(room.getX(), room.getY());
        chart.paint(g, width, height);
        g.setTransform(before);
        double left = chart.getScreenXFromChart(axes.x.lo);
        double right = chart.getScreenXFromChart(axes.x.hi);
        double top = chart.getScreenYFromChart(axes.y.hi);
        double bottom = chart.getScreenYFromChart(axes.y.lo);
        return new Rectangle2D.Double(room.getX() + left, room.getY() + top, right - left, bottom - top);
    }

    private void style(XYStyler s, Axes axes, int width, int height) {
        s.setLocale(Locale.ROOT);
        s.setChartPadding(PADDING).setPlotContentSize(1).setLegendVisible(false).setChartTitleVisible(false);
        s.setChartBackgroundColor(theme.background()).setPlotBackgroundColor(theme.background());
        s.setPlotBorderVisible(false);
        s.setChartFontColor(theme.ink()).setXAxisTitleColor(theme.ink()).setYAxisTitleColor(theme.ink());
        // XChart would draw all ten lines of every decade.
        s.setPlotGridVerticalLinesVisible(grid && !namedX && !x.log()).setPlotGridHorizontalLinesVisible(grid && !namedY && !y.log());
        s.setPlotGridLinesColor(theme.grid()).setPlotGridLinesStroke(new BasicStroke(0.7f));
        s.setPlotMargin(0).setAxisTicksLineVisible(false).setAxisTicksMarksVisible(true);
        s.setAxisTickMarkLength(4).setAxisTickMarksColor(theme.muted()).setAxisTickMarksStroke(new BasicStroke(0.8f));
        s.setAxisTickPadding(4).setAxisTitlePadding(8).setYAxisLabelAlignment(TextAlignment.Right);
        s.setAxisTickLabelsFont(Ink.TICK).setAxisTickLabelsColor(theme.ink());
        // XChart gives up on an axis shorter than the hint for x, whichever axis it is.
        int spacing = Math.max(8, Math.min(64, Math.min(width, height) / 6));
        s.setXAxisTickMarkSpacingHint(spacing).setYAxisTickMarkSpacingHint(Math.min(38, spacing));
        Font title = Ink.fitting(Ink.LABEL, x.title(), width - 90);
        Font other = Ink.fitting(Ink.LABEL, y.title(), height - 70);
        s.setAxisTitleFont(title.getSize2D() < other.getSize2D() ? title : other);
        s.setXAxisTicksVisible(!namedX).setXAxisTitleVisible(!namedX);
        s.setYAxisTicksVisible(!namedY).setYAxisTitleVisible(!namedY);
        axes.x.apply(x.log(), s::setXAxisLogarithmic, s::setXAxisLogarithmicDecadeOnly);
        axes.y.apply(y.log(), s::setYAxisLogarithmic, s::setYAxisLogarithmicDecadeOnly);
        s.setXAxisMin(axes.x.below).setXAxisMax(axes.x.above).setYAxisMin(axes.y.below).setYAxisMax(axes.y.above);
        s.setXAxisTickLabelsFormattingFunction(axes.x::label).setYAxisTickLabelsFormattingFunction(axes.y::label);
    }

    /** Both axes in the numbers that XChart is given. */
    private static final class Axes {
        private final Numbers x;
        private final Numbers y;

        Axes(Scale x, Scale y) {
            this.x = new Numbers(x);
            this.y = new Numbers(y);
        }
    }

    /**
     * The numbers of one axis. XChart rounds tick places to ten decimals, so linear axes are given to it times a power
     * of ten that makes the span 10 to 100; round steps stay round under that.
     */
    private static final class Numbers {
        private final Scale scale;
        private final double power;
        private final double lo;
        private final double hi;
        private final double below;
        private final double above;

        Numbers(Scale scale) {
            this.scale = scale;
            double span = (scale.hi() - scale.lo()) * scale.factor();
            power = scale.log() ? 1 : Math.pow(10, 1 - Math.floor(Math.log10(span)));
            lo = scale.lo() * scale.factor() * power;
            hi = scale.hi() * scale.factor() * power;
            // XChart leaves out the label of a tick at the very end of an axis, so the ends are moved out: by a hair, or,
            // as it cuts places on logarithmic axes to whole pixels, by about a pixel.
            double ratio = scale.log() ? Math.pow(hi / lo, 0.004) : 1;
            double hair = scale.log() ? 0 : (hi - lo) * 1e-5;
            below = lo / ratio - hair;
            above = hi * ratio + hair;
        }

        double[] uneven() {
            return new double[] {lo, lo + 0.3 * (hi - lo), hi};
        }

        String label(double value) {
            return scale.log() ? scale.logTick(value) : Scale.number(value / power, (hi - lo) / power);
        }

        void apply(boolean log, Consumer<Boolean> logarithmic, Consumer<Boolean> decadesOnly) {
            logarithmic.accept(log);
            decadesOnly.accept(log && Math.log10(hi / lo) > 2.5);
        }
    }
}
