package io.larmor.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** The inside of the axes: where layers draw, and which pixel a value lies at. */
record Area(Graphics2D g, Rectangle2D box, Scale x, Scale y, Plot plot) {

    /** Room that a reference line's note takes beside it. */
    private static final double NOTE = 16;

    double px(double value) {
        return box.getX() + x.place(value) * box.getWidth();
    }

    double py(double value) {
        return box.getMaxY() - y.place(value) * box.getHeight();
    }

    Theme theme() {
        return plot.theme();
    }

    /** Whether a part of the page is outside the axes or has marks in it. */
    boolean isTaken(Rectangle2D part) {
        return !box.contains(part) || plot.layers.stream().anyMatch(layer -> touches(layer, part));
    }

    private boolean touches(Layer layer, Rectangle2D part) {
        if (layer instanceof Layer.Rule rule) {
            double at = rule.vertical() ? px(rule.at()) : py(rule.at());
            return rule.vertical() ? at > part.getX() - 1 && at < part.getMaxX() + 1 : at > part.getY() - 1 && at < part.getMaxY() + 1;
        }
        var touched = new boolean[1];
        layer.reach((xs, ys) -> {
            for (int i = 0; i < xs.length && !touched[0]; i++) {
                double toX = px(xs[i]);
                double toY = py(ys[i]);
                boolean joined = i > 0 && (layer instanceof Layer.Line || layer instanceof Layer.Band);
                double fromX = joined ? px(xs[i - 1]) : toX;
                double fromY = layer instanceof Layer.Bars ? box.getMaxY() : joined ? py(ys[i - 1]) : toY;
                touched[0] = Double.isFinite(toX + toY + fromX + fromY) && part.intersectsLine(fromX, fromY, toX, toY);
            }
        });
        return touched[0];
    }

    /** The part with a margin about it that keeps it clear of marks and of notes. */
    static Rectangle2D around(Rectangle2D part) {
        double half = NOTE / 2;
        return new Rectangle2D.Double(part.getX() - half, part.getY() - half, part.getWidth() + NOTE, part.getHeight() + NOTE);
    }
}
