package io.larmor.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;

/** Draws lines, markers, bands, bars and reference lines; each layer is one path, which keeps dashes whole and files small. */
final class Marks {

    private static final float[][] DASHES = {null, {7, 3}, {2, 2.5f}, {8, 2.5f, 2, 2.5f}, {12, 3}, {4, 2}, {8, 2, 2, 2, 2, 2}};
    private static final int MANY_POINTS = 400;

    private Marks() {
    }

    static void line(Area area, Layer.Style style, double[] xs, double[] ys) {
        area.g().setColor(style.color());
        area.g().setStroke(stroke(style));
        area.g().draw(path(area, xs, ys));
    }

    private static BasicStroke stroke(Layer.Style style) {
        float[] dash = DASHES[style.number() % DASHES.length];
        return dash == null ? new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    /**
     * The curve in pixels. Of points that share half a pixel column only the first, the lowest, the highest and the last
     * are kept, which looks the same and draws a million points as fast as a thousand.
     */
    private static Path2D path(Area area, double[] xs, double[] ys) {
        var path = new Path2D.Double();
        boolean open = false;
        for (int i = 0; i < xs.length;) {
            double x = area.px(xs[i]);
            double y = area.py(ys[i]);
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                open = false;
                i++;
                continue;
            }
            move(path, open, x, y);
            open = true;
            double column = Math.floor(2 * x);
            double low = y;
            double high = y;
            int next = i + 1;
            double lastX = x;
            double lastY = y;
            while (next < xs.length) {
                double nextX = area.px(xs[next]);
                double nextY = area.py(ys[next]);
                if (Math.floor(2 * nextX) != column || !Double.isFinite(nextY)) {
                    break;
                }
                low = Math.min(low, nextY);
                high = Math.max(high, nextY);
                lastX = nextX;
                lastY = nextY;
                next++;
            }
            if (next - i > 4) {
                path.lineTo(x, low);
                path.lineTo(x, high);
                path.lineTo(lastX, lastY);
                i = next;
            } else {
                i++;
            }
        }
        return path;
    }

    private static void move(Path2D path, boolean open, double x, double y) {
        if (open) {
            path.lineTo(x, y);
        } else {
            path.moveTo(x, y);
        }
    }

    static void points(Area area, Layer.Style style, double[] xs, double[] ys, double[] errors) {
        double size = xs.length > MANY_POINTS ? 4 : 6.5;
        var all = new Path2D.Double();
        var bars = new Path2D.Double();
        for (int i = 0; i < xs.length; i++) {
            double x = area.px(xs[i]);
            double y = area.py(ys[i]);
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            all.append(marker(style.number(), x, y, size), false);
            if (errors != null && Double.isFinite(errors[i])) {
                double top = area.py(ys[i] + errors[i]);
                double bottom = area.py(ys[i] - errors[i]);
                errorBar(bars, x, Double.isFinite(bottom) ? bottom : area.box().getMaxY(), top);
            }
        }
        Graphics2D g = area.g();
        g.setStroke(new BasicStroke(1.1f));
        g.setColor(style.color());
        g.draw(bars);
        marked(g, style, all, xs.length > MANY_POINTS);
    }

    private static void marked(Graphics2D g, Layer.Style style, Shape markers, boolean many) {
        g.setColor(style.color());
        g.fill(markers);
        if (!many) {
            // A thin edge in the color of the page keeps neighbors apart.
            g.setColor(style.page());
            g.setStroke(new BasicStroke(0.6f));
            g.draw(markers);
        }
    }

    private static void errorBar(Path2D bars, double x, double bottom, double top) {
        bars.append(new Line2D.Double(x, bottom, x, top), false);
        bars.append(new Line2D.Double(x - 3, top, x + 3, top), false);
        bars.append(new Line2D.Double(x - 3, bottom, x + 3, bottom), false);
    }

    /** Circle, square, triangle, diamond, triangle on its tip, plus: of equal weight to the eye. */
    private static Shape marker(int number, double x, double y, double size) {
        double r = size / 2;
        return switch (number % 6) {
            case 0 -> new Ellipse2D.Double(x - r, y - r, size, size);
            case 1 -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
            case 2 -> polygon(x, y, 1.25 * r, 3, -90);
            case 3 -> polygon(x, y, 1.25 * r, 4, 0);
            case 4 -> polygon(x, y, 1.25 * r, 3, 90);
            default -> polygon(x, y, 1.15 * r, 5, -90);
        };
    }

    private static Shape polygon(double x, double y, double radius, int corners, double firstAngle) {
        var path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = Math.toRadians(firstAngle + 360.0 * i / corners);
            move(path, i > 0, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        path.closePath();
        return path;
    }

    static void band(Area area, Layer.Style style, double[] xs, double[] low, double[] high) {
        Graphics2D g = area.g();
        var region = new Path2D.Double();
        for (int start = 0; start < xs.length;) {
            int end = start;
            while (end < xs.length && Double.isFinite(area.px(xs[end]) + area.py(low[end]) + area.py(high[end]))) {
                end++;
            }
            for (int i = start; i < end; i++) {
                move(region, i > start, area.px(xs[i]), area.py(low[i]));
            }
            for (int i = end - 1; i >= start; i--) {
                region.lineTo(area.px(xs[i]), area.py(high[i]));
            }
            if (end > start) {
                region.closePath();
            }
            start = end + 1;
        }
        g.setColor(veil(style));
        g.fill(region);
    }

    private static Color veil(Layer.Style style) {
        return new Color(style.color().getRed(), style.color().getGreen(), style.color().getBlue(), 60);
    }

    static void bars(Area area, Layer.Style style, Layer.Bars bars) {
        Graphics2D g = area.g();
        var all = new Path2D.Double();
        var errors = new Path2D.Double();
        double zero = area.y().log() ? area.box().getMaxY() : area.py(0);
        for (int i = 0; i < bars.heights().length; i++) {
            double left = area.px(bars.starts()[i]);
            double right = area.px(bars.ends()[i]);
            double top = area.py(bars.heights()[i]);
            if (!Double.isFinite(left + right + top)) {
                continue;
            }
            all.append(new Rectangle2D.Double(left, Math.min(top, zero), right - left, Math.abs(zero - top)), false);
            if (bars.errors() != null && Double.isFinite(bars.errors()[i])) {
                errorBar(errors, (left + right) / 2, area.py(bars.heights()[i] - bars.errors()[i]), area.py(bars.heights()[i] + bars.errors()[i]));
            }
        }
        g.setColor(style.color());
        g.fill(all);
        g.setColor(style.page());
        g.setStroke(new BasicStroke(0.8f));
        g.draw(all);
        g.setColor(area.theme().ink());
        g.setStroke(new BasicStroke(1.2f));
        g.draw(errors);
    }

    static void rule(Area area, Layer.Rule rule) {
        Graphics2D g = area.g();
        Rectangle2D box = area.box();
        g.setColor(area.theme().muted());
        g.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 3}, 0));
        double at = rule.vertical() ? area.px(rule.at()) : area.py(rule.at());
        g.draw(rule.vertical() ? new Line2D.Double(at, box.getY(), at, box.getMaxY()) : new Line2D.Double(box.getX(), at, box.getMaxX(), at));
        if (!rule.name().isBlank()) {
            note(area, rule, at);
        }
    }

    /** Writes a reference line's note at one of its ends, on the side where the fewest marks are in the way. */
    private static void note(Area area, Layer.Rule rule, double at) {
        Rectangle2D box = area.box();
        double width = Ink.width(rule.name(), Ink.SMALL);
        double height = Ink.line(Ink.SMALL);
        var places = new ArrayList<Rectangle2D>();
        for (double inset : new double[] {4, 4 + height, 4 + 2 * height}) {
            if (rule.vertical()) {
                for (double top : new double[] {box.getY() + inset, box.getMaxY() - inset - height}) {
                    places.add(new Rectangle2D.Double(at + 5, top, width, height));
                    places.add(new Rectangle2D.Double(at - 5 - width, top, width, height));
                }
            } else {
                for (double left : new double[] {box.getMaxX() - inset - 2 - width, box.getX() + inset + 2}) {
                    places.add(new Rectangle2D.Double(left, at - 1.5 - height, width, height));
                    places.add(new Rectangle2D.Double(left, at + 2, width, height));
                }
            }
        }
        Rectangle2D place = places.stream().filter(part -> !area.isTaken(part)).findFirst()
                .or(() -> places.stream().filter(box::contains).findFirst()).orElse(places.get(0));
        Ink.draw(area.g(), rule.name(), Ink.SMALL, area.theme().muted(), place.getX(), place.getCenterY(), 0);
    }

    static void lineSwatch(Graphics2D g, Layer.Style style, double x, double y) {
        g.setColor(style.color());
        g.setStroke(stroke(style));
        g.draw(new Line2D.Double(x - 13, y, x + 13, y));
    }

    static void pointSwatch(Graphics2D g, Layer.Style style, double x, double y) {
        marked(g, style, marker(style.number(), x, y, 6.5), false);
    }

    static void bandSwatch(Graphics2D g, Layer.Style style, double x, double y) {
        g.setColor(veil(style));
        g.fill(new Rectangle2D.Double(x - 13, y - 5, 26, 10));
    }

    static void barSwatch(Graphics2D g, Layer.Style style, double x, double y) {
        g.setColor(style.color());
        g.fill(new Rectangle2D.Double(x - 6, y - 5, 12, 10));
    }
}
