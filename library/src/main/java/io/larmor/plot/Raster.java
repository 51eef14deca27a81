package io.larmor.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws colored cells, the text in them, and the color bar. */
final class Raster {

    private static final int BAR = 13;
    private static final double SMALLEST_TEXT = 7;

    private final Layer.Cells cells;
    private final Plot.Colors colors;
    private final ColorMap map;
    private final Scale scale;

    Raster(Layer.Cells cells, Plot.Colors colors, Theme theme) {
        this.cells = cells;
        this.colors = colors;
        map = colors.map().on(theme);
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (double[] row : cells.values()) {
            for (double value : row) {
                if (Double.isFinite(value)) {
                    lo = Math.min(lo, value);
                    hi = Math.max(hi, value);
                }
            }
        }
        if (colors.map() == ColorMap.DIVERGING) {
            hi = Math.max(Math.abs(lo), Math.abs(hi));
            lo = -hi;
        }
        lo = Double.isNaN(colors.lo()) ? lo : colors.lo();
        hi = Double.isNaN(colors.hi()) ? hi : colors.hi();
        if (lo == hi) {
            double half = lo == 0 ? 0.5 : Math.abs(lo) / 20;
            lo -= half;
            hi += half;
        }
        scale = Scale.of(colors.quantity(), lo, hi, false, Math.max(Math.abs(lo), Math.abs(hi)));
    }

    Scale scale() {
        return scale;
    }

    void paint(Area area) {
        Rectangle2D box = area.box();
        Graphics2D g = area.g();
        int width = (int) Math.round(box.getWidth() * Images.DENSITY);
        int height = (int) Math.round(box.getHeight() * Images.DENSITY);
        int[] columns = cellOfPixel(cells.xEdges(), area.x(), width);
        int[] rows = cellOfPixel(cells.yEdges(), area.y(), height);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int gap = area.theme().grid().getRGB();
        var line = new int[width];
        int before = -2;
        for (int pixel = 0; pixel < height; pixel++) {
            int row = rows[height - 1 - pixel];
            if (row != before) {
                for (int i = 0; i < width; i++) {
                    line[i] = row < 0 || columns[i] < 0 ? gap : color(cells.values()[row][columns[i]], gap);
                }
                before = row;
            }
            image.setRGB(0, pixel, width, 1, line, 0, width);
        }
        var transform = g.getTransform();
        g.translate(box.getX(), box.getY());
        g.scale(box.getWidth() / width, box.getHeight() / height);
        g.drawImage(image, 0, 0, null);
        g.setTransform(transform);
        if (colors.annotated()) {
            write(area);
        }
    }

    private int color(double value, int gap) {
        return Double.isFinite(value) ? map.rgb(scale.place(value)) : gap;
    }

    /** For each pixel from the lower end on: the cell it lies in, -1 outside. */
    private static int[] cellOfPixel(double[] edges, Scale scale, int pixels) {
        var cell = new int[pixels];
        int current = 0;
        int n = edges.length - 1;
        for (int i = 0; i < pixels; i++) {
            double place = (i + 0.5) / pixels;
            while (current < n && scale.place(edges[current + 1]) <= place) {
                current++;
            }
            cell[i] = current < n && scale.place(edges[0]) <= place ? current : -1;
        }
        return cell;
    }

    private void write(Area area) {
        double room = Math.min(Math.abs(area.px(cells.xEdges()[1]) - area.px(cells.xEdges()[0])),
                2.2 * Math.abs(area.py(cells.yEdges()[1]) - area.py(cells.yEdges()[0])));
        double longest = 0;
        for (int row = 0; row < cells.values().length; row++) {
            for (int column = 0; column < cells.values()[row].length; column++) {
                longest = Math.max(longest, Ink.width(note(row, column), Ink.LABEL));
            }
        }
        double size = Math.min(12.5, Math.min(room * 0.42, 12.5 * 0.86 * room / Math.max(1, longest)));
        if (size < SMALLEST_TEXT) {
            return;
        }
        Font font = Ink.LABEL.deriveFont((float) size);
        for (int row = 0; row < cells.values().length; row++) {
            for (int column = 0; column < cells.values()[row].length; column++) {
                double x = (area.px(cells.xEdges()[column]) + area.px(cells.xEdges()[column + 1])) / 2;
                double y = (area.py(cells.yEdges()[row]) + area.py(cells.yEdges()[row + 1])) / 2;
                int background = color(cells.values()[row][column], area.theme().grid().getRGB());
                Ink.draw(area.g(), note(row, column), font, ColorMap.readableOn(background), x, y, 0.5);
            }
        }
    }

    private String note(int row, int column) {
        double value = cells.values()[row][column];
        if (colors.notes() != null) {
            return colors.notes()[row][column];
        }
        return Double.isFinite(value) ? label(value * scale.factor()) : "";
    }

    /** The width that the color bar needs, its distance from the plot included. */
    double barWidth() {
        double widest = 0;
        double step = step();
        for (double tick = firstTick(step); tick <= scale.hi() * scale.factor() + step * 1e-9; tick += step) {
            widest = Math.max(widest, Ink.width(label(tick), Ink.TICK));
        }
        return 12 + BAR + 7 + widest + 6 + (scale.title().isBlank() ? 0 : Ink.line(Ink.LABEL) + 4);
    }

    void paintBar(Graphics2D g, Rectangle2D box, Theme theme) {
        double x = box.getMaxX() + 12;
        int parts = 128;
        var strip = new BufferedImage(1, parts, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < parts; i++) {
            strip.setRGB(0, parts - 1 - i, map.rgb(i / (parts - 1.0)));
        }
        var before = g.getTransform();
        g.translate(x, box.getY());
        g.scale(BAR, box.getHeight() / parts);
        g.drawImage(strip, 0, 0, null);
        g.setTransform(before);
        g.setColor(theme.muted());
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(x, box.getY(), BAR, box.getHeight()));
        double step = step();
        double widest = 0;
        for (double tick = firstTick(step); tick <= scale.hi() * scale.factor() + step * 1e-9; tick += step) {
            double y = box.getMaxY() - scale.place(tick / scale.factor()) * box.getHeight();
            g.setColor(theme.muted());
            g.draw(new Line2D.Double(x + BAR, y, x + BAR + 3.5, y));
            Ink.draw(g, label(tick), Ink.TICK, theme.ink(), x + BAR + 7, y, 0);
            widest = Math.max(widest, Ink.width(label(tick), Ink.TICK));
        }
        Font font = Ink.fitting(Ink.LABEL, scale.title(), box.getHeight());
        Ink.draw(g, scale.title(), font, theme.ink(), x + BAR + 7 + widest + 4 + Ink.line(font) / 2, box.getCenterY(), 0.5, 90);
    }

    private double step() {
        return Scale.step((scale.hi() - scale.lo()) * scale.factor(), 5);
    }

    private double firstTick(double step) {
        return Math.ceil(scale.lo() * scale.factor() / step - 1e-9) * step;
    }

    private String label(double tick) {
        return Scale.number(tick, (scale.hi() - scale.lo()) * scale.factor());
    }
}
