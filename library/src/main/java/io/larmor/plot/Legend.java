package io.larmor.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Names of layers beside what they look like. */
final class Legend {

    /** One name, with all layers of that name. */
    record Entry(String name, Layer.Style style, List<Layer> layers) {
    }

    private static final double ROW = 17;
    private static final double SWATCH = 34;
    private static final double PADDING = 6;
    private static final double GAP = 8;
    private static final int MOST_INSIDE = 8;
    private static final List<Corner> CORNERS = List.of(
            new Corner(true, false), new Corner(false, false), new Corner(true, true), new Corner(false, true));

    private final List<Entry> entries;
    private final Theme theme;

    /**
     * @param room the width that a name may take; longer ones are cut
     */
    Legend(List<Entry> entries, Theme theme, double room) {
        this.entries = entries.stream().map(entry -> new Entry(Ink.cut(entry.name, Ink.TICK, room), entry.style, entry.layers)).toList();
        this.theme = theme;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    double width() {
        return SWATCH + Ink.widest(entries.stream().map(Entry::name).toList(), Ink.TICK) + 2 * PADDING;
    }

    double height() {
        return entries.size() * ROW + 2 * PADDING - 3;
    }

    /** A corner of the box inside the axes. */
    record Corner(boolean right, boolean low) {
    }

    /** The corner that no mark comes near; null where there is none. */
    Corner freeCorner(Area area) {
        Rectangle2D box = area.box();
        if (entries.size() > MOST_INSIDE || width() > 0.6 * box.getWidth() || height() > 0.6 * box.getHeight()) {
            return null;
        }
        for (Corner corner : CORNERS) {
            if (!area.isTaken(Area.around(at(box, corner)))) {
                return corner;
            }
        }
        return null;
    }

    private Rectangle2D at(Rectangle2D box, Corner corner) {
        double x = corner.right ? box.getMaxX() - GAP - width() : box.getX() + GAP;
        double y = corner.low ? box.getMaxY() - GAP - height() : box.getY() + GAP;
        return new Rectangle2D.Double(x, y, width(), height());
    }

    void paintInside(Graphics2D g, Rectangle2D box, Corner place) {
        Rectangle2D corner = at(box, place);
        Color page = theme.background();
        g.setColor(new Color(page.getRed(), page.getGreen(), page.getBlue(), 225));
        g.fill(corner);
        g.setColor(theme.grid());
        g.setStroke(new BasicStroke(0.8f));
        g.draw(corner);
        paint(g, corner.getX(), corner.getY());
    }

    void paint(Graphics2D g, double x, double y) {
        double middle = y + PADDING + ROW / 2 - 1.5;
        for (Entry entry : entries) {
            for (Layer layer : entry.layers()) {
                layer.swatch(g, entry.style(), x + PADDING + 13, middle);
            }
            Ink.draw(g, entry.name(), Ink.TICK, theme.ink(), x + PADDING + SWATCH, middle, 0);
            middle += ROW;
        }
    }
}
