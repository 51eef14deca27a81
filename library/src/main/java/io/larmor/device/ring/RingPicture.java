package io.larmor.device.ring;

import io.larmor.core.Seed;
import io.larmor.device.Nanorings;
import io.larmor.physics.ring.RingDrive;
import io.larmor.physics.ring.RingLayout;
import io.larmor.physics.ring.RingReader;
import io.larmor.physics.ring.RingState;
import io.larmor.plot.Picture;
import io.larmor.plot.Theme;
import io.larmor.units.Unit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;

/**
 * An array as colored rings: blue where the magnetization runs counterclockwise, orange where it runs clockwise, a dark dot at a
 * head-to-head wall and a light one at a tail-to-tail wall. A vortex has one color, an onion half of each.
 *
 * @param title the heading
 * @param layout where the rings are
 * @param heads the segments of the head-to-head walls, -1 in vortices
 * @param tails the segments of the tail-to-tail walls, -1 in vortices
 * @param senses of vortices, 1 counterclockwise
 * @param x the net moment along x
 * @param y the net moment along y
 * @param pixels the width on the page
 */
public record RingPicture(String title, RingLayout layout, int[] heads, int[] tails, int[] senses, double x, double y, int pixels)
        implements Picture {

    static final Color COUNTERCLOCKWISE = new Color(0x3F8FC4);
    static final Color CLOCKWISE = new Color(0xE8912D);
    static final double RADIUS = 0.40;
    static final double WIDTH = 0.15;
    static final double DOT = 0.085;
    static final int MARGIN = 10;
    static final int TOP = 26;
    private static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    /** The picture of a state. */
    public static RingPicture of(String title, RingState state) {
        var layout = state.sample().layout();
        int[] heads = new int[layout.rings()];
        int[] tails = new int[layout.rings()];
        int[] senses = new int[layout.rings()];
        for (int ring = 0; ring < heads.length; ring++) {
            heads[ring] = state.head(ring);
            tails[ring] = state.tail(ring);
            senses[ring] = state.sense(ring);
        }
        var reader = new RingReader(state.sample());
        return new RingPicture(title, layout, heads, tails, senses, reader.x(state), reader.y(state), 360);
    }

    /** An array after some turns of its field at rest, from saturation. */
    public static RingPicture after(Nanorings rings, int turns) {
        var made = rings.made();
        var drive = RingDrive.along(rings.path(), made.layout());
        var state = new RingState(made, drive.start(), Seed.root().child("run").child(rings.name()));
        for (int i = 0; i < turns * rings.ticks(); i++) {
            drive.tick(state, rings.field());
        }
        return of(turns == 0 ? "saturated" : Unit.TESLA.format(rings.field()) + ", after " + turns + " turns", state);
    }

    /** The same with another width, in pixels; the height follows. */
    public RingPicture wide(int pixels) {
        if (pixels < 80 || pixels > 4000) {
            throw new IllegalArgumentException("wide(" + pixels + "): a picture is 80 to 4000 pixels wide");
        }
        return new RingPicture(title, layout, heads, tails, senses, x, y, pixels);
    }

    /** The same with another heading. */
    public RingPicture title(String title) {
        return new RingPicture(title, layout, heads, tails, senses, x, y, pixels);
    }

    @Override
    public int width() {
        return pixels;
    }

    @Override
    public int height() {
        return (int) Math.ceil(frame(layout).getHeight() * scale() + TOP + 22 + MARGIN);
    }

    private double scale() {
        return (pixels - 2 * MARGIN) / frame(layout).getWidth();
    }

    /** The place that the rings take, in diameters. */
    static Rectangle2D frame(RingLayout layout) {
        Rectangle2D all = new Rectangle2D.Double(layout.x(0) - 0.5, layout.y(0) - 0.5, 1, 1);
        for (int ring = 1; ring < layout.rings(); ring++) {
            all = all.createUnion(new Rectangle2D.Double(layout.x(ring) - 0.5, layout.y(ring) - 0.5, 1, 1));
        }
        return all;
    }

    static Color page() {
        return Theme.current() == Theme.DARK ? new Color(0x16181C) : Color.WHITE;
    }

    static Color ink() {
        return Theme.current() == Theme.DARK ? new Color(0xE8EAED) : new Color(0x1A1A1A);
    }

    @Override
    public void paint(Graphics2D g) {
        g.setColor(page());
        g.fill(new Rectangle2D.Double(0, 0, width(), height()));
        g.setColor(ink());
        g.setFont(HEADING);
        g.drawString(title, (float) (width() - g.getFontMetrics().stringWidth(title)) / 2, TOP - 9);
        var frame = frame(layout);
        double scale = scale();
        for (int ring = 0; ring < heads.length; ring++) {
            double cx = MARGIN + (layout.x(ring) - frame.getX()) * scale;
            double cy = TOP + (frame.getMaxY() - layout.y(ring)) * scale;
            ring(g, ring, cx, cy, scale);
        }
        legend(g);
    }

    private void ring(Graphics2D g, int ring, double cx, double cy, double scale) {
        double r = RADIUS * scale;
        double degrees = 360.0 / layout.segments();
        g.setStroke(new BasicStroke((float) (WIDTH * scale), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        if (heads[ring] < 0) {
            g.setColor(senses[ring] > 0 ? COUNTERCLOCKWISE : CLOCKWISE);
            g.draw(new Ellipse2D.Double(cx - r, cy - r, 2 * r, 2 * r));
            return;
        }
        double ahead = Math.floorMod(heads[ring] - tails[ring], layout.segments()) * degrees;
        g.setColor(COUNTERCLOCKWISE);
        g.draw(new Arc2D.Double(cx - r, cy - r, 2 * r, 2 * r, tails[ring] * degrees, ahead, Arc2D.OPEN));
        g.setColor(CLOCKWISE);
        g.draw(new Arc2D.Double(cx - r, cy - r, 2 * r, 2 * r, heads[ring] * degrees, 360 - ahead, Arc2D.OPEN));
        dot(g, cx, cy, r, Math.toRadians(heads[ring] * degrees), DOT * scale, true);
        dot(g, cx, cy, r, Math.toRadians(tails[ring] * degrees), DOT * scale, false);
    }

    private static void dot(Graphics2D g, double cx, double cy, double r, double angle, double size, boolean head) {
        var dot = new Ellipse2D.Double(cx + r * Math.cos(angle) - size, cy - r * Math.sin(angle) - size, 2 * size, 2 * size);
        g.setColor(head ? Color.BLACK : Color.WHITE);
        g.fill(dot);
        g.setStroke(new BasicStroke((float) Math.max(0.5, size / 4)));
        g.setColor(Color.BLACK);
        g.draw(dot);
    }

    private void legend(Graphics2D g) {
        String text = summary();
        g.setFont(LEGEND);
        g.setColor(ink());
        g.drawString(text, (float) (width() - g.getFontMetrics().stringWidth(text)) / 2, height() - 8);
    }

    private String summary() {
        long full = Arrays.stream(heads).filter(h -> h >= 0).count();
        return String.format(Locale.ROOT, "walls %.2f, moment %.2f", (double) full / heads.length, Math.hypot(x, y));
    }

    @Override
    public String text() {
        long vortices = Arrays.stream(heads).filter(h -> h < 0).count();
        return title + ": " + layout.rings() + " rings, " + layout.name() + ", " + vortices + " of them vortices; " + summary()
                + " of saturation. Blue runs counterclockwise, orange clockwise; dark dots are head-to-head, light ones tail-to-tail walls";
    }

    @Override
    public String toString() {
        return text();
    }
}
