package io.larmor.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides the page among title, axes, names, color bar, legend and caption, and draws them. */
final class Layout {

    private static final double EDGE = 10;
    private static final double STEEP = 40;
    private static final double LEAST = 100;

    private final Plot plot;
    private final Theme theme;
    private final Scale x;
    private final Scale y;
    private final Raster raster;
    private final Map<String, Layer.Style> styles = new LinkedHashMap<>();

    Layout(Plot plot) {
        this.plot = plot;
        theme = plot.theme();
        x = scale(plot, true);
        y = scale(plot, false);
        raster = plot.layers.get(0) instanceof Layer.Cells cells ? new Raster(cells, plot.colors, plot.theme()) : null;
        for (Layer layer : plot.layers) {
            if (!(layer instanceof Layer.Rule || layer instanceof Layer.Cells)) {
                styles.computeIfAbsent(layer.name(), name -> new Layer.Style(theme.series(styles.size()), theme.background(), styles.size()));
            }
        }
    }

    /** The axis with its ends: those that were asked for, or those of the data with a little air. */
    static Scale scale(Plot plot, boolean alongX) {
        Axis axis = alongX ? plot.x : plot.y;
        Axis other = alongX ? plot.y : plot.x;
        var reach = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Layer layer : plot.layers) {
            layer.reach((xs, ys) -> {
                double[] mine = alongX ? xs : ys;
                double[] others = alongX ? ys : xs;
                for (int i = 0; i < mine.length; i++) {
                    boolean outside = others[i] < other.lo() || others[i] > other.hi();
                    if (Double.isFinite(mine[i]) && !outside && (!axis.log() || mine[i] > 0)) {
                        reach[0] = Math.min(reach[0], mine[i]);
                        reach[1] = Math.max(reach[1], mine[i]);
                    }
                }
            });
        }
        if (reach[0] > reach[1]) {
            if (axis.log()) {
                throw new IllegalArgumentException("log" + (alongX ? "X" : "Y") + "(): no value of "
                        + axis.quantity().name() + " is positive, so a logarithmic axis has nothing to show");
            }
            reach[0] = 0;
            reach[1] = 1;
        }
        double largest = Math.max(Math.abs(reach[0]), Math.abs(reach[1]));
        double air = air(plot, alongX);
        double lo = reach[0];
        double hi = reach[1];
        if (axis.log()) {
            double ratio = lo == hi ? 2 : Math.pow(hi / lo, air);
            lo /= ratio;
            hi *= ratio;
        } else {
            double span = lo == hi ? (lo == 0 ? 1 : Math.abs(lo)) * 0.5 : (hi - lo) * air;
            // Bars stand on zero, without air below.
            boolean standing = !alongX && plot.layers.stream().anyMatch(Layer.Bars.class::isInstance);
            lo = standing && lo == 0 ? 0 : lo - span;
            hi = standing && hi == 0 ? 0 : hi + span;
        }
        if (axis.log() && axis.lo() <= 0) {
            throw new IllegalArgumentException((alongX ? "x" : "y") + "Range(" + axis.lo() + ", ..): a logarithmic axis starts above zero");
        }
        lo = Double.isNaN(axis.lo()) ? lo : axis.lo();
        hi = Double.isNaN(axis.hi()) ? hi : axis.hi();
        if (!Double.isNaN(axis.hi())) {
            largest = Math.max(Math.abs(lo), Math.abs(hi));
        }
        return Scale.of(axis.quantity(), lo, hi, axis.log(), largest);
    }

    private static double air(Plot plot, boolean alongX) {
        if (plot.layers.get(0) instanceof Layer.Cells) {
            return 0;
        }
        boolean markers = plot.layers.stream().anyMatch(layer -> layer instanceof Layer.Points || layer instanceof Layer.Bars);
        return alongX && !markers ? 0 : alongX ? 0.03 : 0.06;
    }

    void paint(Graphics2D g) {
        int width = plot.width();
        int height = plot.height();
        g.setColor(theme.background());
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        List<String> title = lines(plot.look.title(), Ink.TITLE);
        List<String> caption = lines(plot.look.caption(), Ink.SMALL);
        double top = title.isEmpty() ? 0 : EDGE - 2 + title.size() * Ink.line(Ink.TITLE);
        double bottom = height - (caption.isEmpty() ? 0 : caption.size() * Ink.line(Ink.SMALL) + EDGE * 0.8);
        double captionTop = bottom;
        double left = 0;
        double right = width - (raster == null ? EDGE * 0.8 : raster.barWidth());
        var legend = new Legend(entries(), theme, width - 140);
        Legend.Corner inside = null;
        if (!legend.isEmpty()) {
            // The axes will enclose about this box; the legend goes where nothing is drawn in it, or else beside it.
            var guess = new Rectangle2D.Double(left + 62, top + EDGE, right - left - 72, bottom - top - 56);
            inside = legend.freeCorner(new Area(g, guess, x, y, plot));
        }
        // Names too long to stand beside the axes go below them.
        boolean beside = inside == null && !legend.isEmpty() && legend.width() < 0.34 * width;
        boolean beneath = inside == null && !legend.isEmpty() && !beside;
        right -= beside ? legend.width() + 6 : 0;
        bottom -= beneath ? legend.height() : 0;
        double legendTop = bottom;
        var names = new Names(plot, theme);
        left += names.left();
        boolean steep = names.steep((right - left - 2 * EDGE) * 0.95);
        left += steep ? names.overhang(right - left) : 0;
        bottom -= names.below(steep);
        var room = new Rectangle2D.Double(left, top, Math.max(LEAST, right - left), Math.max(LEAST, bottom - top));
        boolean grid = raster == null;
        Rectangle2D box = new Frame(x, y, plot.x.hasNames(), plot.y.hasNames(), grid, theme).paint(g, room);
        var area = new Area(g, box, x, y, plot);
        paintLayers(area);
        names.paint(area, steep);
        if (raster != null) {
            raster.paintBar(g, box, theme);
        }
        if (inside != null) {
            legend.paintInside(g, box, inside);
        } else if (beside) {
            legend.paint(g, box.getMaxX() + 10, box.getY());
        } else if (beneath) {
            legend.paint(g, box.getX() - 6, legendTop);
        }
        paintText(g, title, Ink.TITLE, theme.ink(), width / 2.0, EDGE, 0.5);
        paintText(g, caption, Ink.SMALL, theme.muted(), EDGE, captionTop, 0);
    }

    private List<String> lines(String text, Font font) {
        return text.isBlank() ? List.of() : Ink.wrap(text, font, plot.width() - 2 * EDGE);
    }

    private static void paintText(Graphics2D g, List<String> lines, Font font, Color color, double x, double top, double anchor) {
        for (int i = 0; i < lines.size(); i++) {
            Ink.draw(g, lines.get(i), font, color, x, top + (i + 0.5) * Ink.line(font), anchor);
        }
    }

    private void paintLayers(Area area) {
        Graphics2D g = area.g();
        Shape clip = g.getClip();
        g.clip(area.box());
        if (raster == null) {
            paintLogGrid(area);
        }
        plot.layers.stream().sorted(Comparator.comparingInt(Layer::depth)).forEach(layer -> layer.paint(area, styles.get(layer.name())));
        g.setClip(clip);
        g.setColor(theme.muted());
        g.setStroke(new BasicStroke(0.8f));
        g.draw(area.box());
    }

    private void paintLogGrid(Area area) {
        Graphics2D g = area.g();
        Rectangle2D box = area.box();
        g.setColor(theme.grid());
        g.setStroke(new BasicStroke(0.7f));
        for (double value : x.log() ? x.logLines() : new double[0]) {
            g.draw(new Line2D.Double(area.px(value), box.getY(), area.px(value), box.getMaxY()));
        }
        for (double value : y.log() ? y.logLines() : new double[0]) {
            g.draw(new Line2D.Double(box.getX(), area.py(value), box.getMaxX(), area.py(value)));
        }
    }

    private List<Legend.Entry> entries() {
        var entries = new ArrayList<Legend.Entry>();
        styles.forEach((name, style) -> {
            if (!name.isBlank()) {
                List<Layer> named = plot.layers.stream().filter(layer -> !(layer instanceof Layer.Rule) && layer.name().equals(name)).toList();
                entries.add(new Legend.Entry(name, style, named));
            }
        });
        return entries;
    }

    /** The names along axes that show classes. */
    private record Names(Plot plot, Theme theme) {

        private Font font() {
            int most = Math.max(plot.x.names().size(), plot.y.names().size());
            return most > 30 ? Ink.TICK.deriveFont(9f) : Ink.TICK;
        }

        double left() {
            return plot.y.hasNames() ? Ink.widest(shown(plot.y), font()) + title(plot.y) : 0;
        }

        /** A name as it is written: cut where it would take a third of the page. */
        private List<String> shown(Axis axis) {
            return axis.names().stream().map(name -> Ink.cut(name, font(), plot.width() / 3.0)).toList();
        }

        private double title(Axis axis) {
            return axis.quantity().name().isBlank() ? 4 : Ink.line(Ink.LABEL) + 6;
        }

        /** Whether names along x have to be slanted to fit. */
        boolean steep(double room) {
            return plot.x.hasNames() && Ink.widest(shown(plot.x), font()) + 6 > room / plot.x.names().size();
        }

        /** How far slanted names would stick out on the left of a part of the page of this width. */
        double overhang(double width) {
            double axis = plot.y.hasNames() ? EDGE : 50;
            double cell = (width - axis - EDGE) / plot.x.names().size();
            double most = 0;
            for (int i = 0; i < plot.x.names().size(); i++) {
                double reach = Ink.width(shown(plot.x).get(i), font()) * Math.cos(Math.toRadians(STEEP));
                most = Math.max(most, reach + 4 - axis - (i + 0.5) * cell - (plot.y.hasNames() ? left() : 0));
            }
            return most;
        }

        double below(boolean steep) {
            if (!plot.x.hasNames()) {
                return 0;
            }
            double names = steep ? Ink.widest(shown(plot.x), font()) * Math.sin(Math.toRadians(STEEP)) + 12 : Ink.line(font()) + 2;
            return names + title(plot.x);
        }

        void paint(Area area, boolean steep) {
            Graphics2D g = area.g();
            Rectangle2D box = area.box();
            for (int i = 0; i < plot.x.names().size(); i++) {
                double x = area.px(i);
                Ink.draw(g, shown(plot.x).get(i), font(), theme.ink(), x, box.getMaxY() + 10, steep ? 1 : 0.5, steep ? STEEP : 0);
            }
            for (int i = 0; i < plot.y.names().size(); i++) {
                Ink.draw(g, shown(plot.y).get(i), font(), theme.ink(), box.getX() - 6, area.py(i), 1);
            }
            if (plot.x.hasNames()) {
                double y = box.getMaxY() + below(steep) - Ink.line(Ink.LABEL) / 2 + 2;
                Ink.draw(g, area.x().title(), Ink.LABEL, theme.ink(), box.getCenterX(), y, 0.5);
            }
            if (plot.y.hasNames()) {
                double x = box.getX() - left() + Ink.line(Ink.LABEL) / 2;
                Ink.draw(g, area.y().title(), Ink.LABEL, theme.ink(), x - 4, box.getCenterY(), 0.5, 90);
            }
        }
    }
}
