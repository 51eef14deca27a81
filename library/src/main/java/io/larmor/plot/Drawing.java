package io.larmor.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A picture of magnets: disks, rings, islands, and arrows colored by their direction in the plane. A notebook gets
 * compact SVG and a PNG of the same shapes. Each method returns a larger drawing.
 *
 * <pre>{@code
 * var d = Drawing.titled("Vortex").circle(0, 0, 120e-9, null);
 * d = d.arrow(60e-9, 0, Math.PI / 2, 18e-9).wheel();
 * }</pre>
 *
 * <p>The unit is the caller's; the drawing is scaled to its width, 420 pixels unless {@link #wide} says otherwise. x is
 * to the right, y upwards, angles are counterclockwise from x in radians.
 */
public final class Drawing implements Picture {

    private static final int WIDTH = 420;
    private static final double MARGIN = 12;
    private static final double WHEEL = 26;

    private final String title;
    private final List<Primitive> parts;
    private final boolean wheel;
    private final int width;
    private final Theme theme;

    private Drawing(String title, List<Primitive> parts, boolean wheel, int width, Theme theme) {
        this.title = title;
        this.parts = parts;
        this.wheel = wheel;
        this.width = width;
        this.theme = theme;
    }

    /** An empty drawing with a heading; an empty heading takes no room. */
    public static Drawing titled(String title) {
        return new Drawing(title, List.of(), false, WIDTH, null);
    }

    /** The color of a direction in the plane: red to the right, on through yellow, green and blue, all equally light. */
    public static Color color(double angle) {
        return color(angle, 0);
    }

    /**
     * The color of a direction: by its angle in the plane, lighter the more it points out of the plane, darker the more
     * it points into it.
     *
     * @param out the part out of the plane, -1 to 1
     */
    public static Color color(double angle, double out) {
        double lift = Math.max(-1, Math.min(1, out));
        double lightness = 0.67 + (lift > 0 ? 0.30 : 0.50) * lift;
        double chroma = 0.145 * Math.sqrt(1 - lift * lift);
        double hue = angle + Math.toRadians(25);
        return new Color(ColorMap.fromOklab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)));
    }

    /** Adds parts on top of those already there. */
    public Drawing add(List<? extends Primitive> more) {
        var all = new ArrayList<>(parts);
        all.addAll(more);
        return new Drawing(title, List.copyOf(all), wheel, width, theme);
    }

    /** Adds an outlined disk; a fill of null leaves it empty. */
    public Drawing circle(double x, double y, double radius, Color fill) {
        return add(List.of(new Primitive.Circle(x, y, radius, fill, true)));
    }

    /** Adds an outlined ring. */
    public Drawing ring(double x, double y, double inner, double outer, Color fill) {
        return add(List.of(new Primitive.Ring(x, y, inner, outer, 0, 2 * Math.PI, fill, true)));
    }

    /** Adds an outlined rectangle with its middle at (x, y), turned by an angle. */
    public Drawing box(double x, double y, double width, double height, double angle, Color fill) {
        return add(List.of(new Primitive.Box(x, y, width, height, angle, 0, fill, true)));
    }

    /** Adds an outlined polygon. */
    public Drawing polygon(double[] xs, double[] ys, Color fill) {
        return add(List.of(new Primitive.Polygon(xs, ys, fill, true)));
    }

    /** Adds an arrow with its middle at (x, y), in the color of its direction. */
    public Drawing arrow(double x, double y, double angle, double length) {
        return add(List.of(new Primitive.Arrow(x, y, angle, length, color(angle))));
    }

    /** Adds text with its middle at (x, y). */
    public Drawing label(double x, double y, String text) {
        return add(List.of(new Primitive.Label(x, y, text)));
    }

    /** Adds the wheel that explains the colors of directions. */
    public Drawing wheel() {
        return new Drawing(title, parts, true, width, theme);
    }

    /** The width on the page in pixels; the height follows from the parts. */
    public Drawing wide(int pixels) {
        if (pixels < 120 || pixels > 4000) {
            throw new IllegalArgumentException("wide(" + pixels + "): a drawing is 120 to 4000 pixels wide");
        }
        return new Drawing(title, parts, wheel, pixels, theme);
    }

    /** This drawing dark, whatever the session's theme. */
    public Drawing dark() {
        return new Drawing(title, parts, wheel, width, Theme.DARK);
    }

    /** This drawing light, whatever the session's theme. */
    public Drawing light() {
        return new Drawing(title, parts, wheel, width, Theme.LIGHT);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        Rectangle2D bounds = bounds();
        double high = bounds.getHeight() * scale(bounds);
        return (int) Math.ceil(top() + Math.max(high, wheel ? 2 * WHEEL + 20 : 0) + 2 * MARGIN);
    }

    private double top() {
        return title.isBlank() ? 0 : Ink.line(Ink.TITLE) + 6;
    }

    private double scale(Rectangle2D bounds) {
        return (width - 2 * MARGIN - (wheel ? 2 * WHEEL + 3 * MARGIN : 0)) / bounds.getWidth();
    }

    private Rectangle2D bounds() {
        Rectangle2D all = null;
        for (Primitive part : parts) {
            Rectangle2D one = part.shape().getBounds2D();
            all = all == null ? one : all.createUnion(one);
        }
        if (all == null || all.getWidth() == 0) {
            throw new IllegalStateException("Drawing \"" + title + "\" has no parts with a size; add a circle, a ring, a box, a polygon or an arrow");
        }
        return all;
    }

    /** From the drawing's own unit to pixels of the page. */
    private AffineTransform view() {
        Rectangle2D bounds = bounds();
        double scale = scale(bounds);
        double spare = height() - top() - 2 * MARGIN - bounds.getHeight() * scale;
        var view = AffineTransform.getTranslateInstance(MARGIN, top() + MARGIN + spare / 2);
        view.scale(scale, -scale);
        view.translate(-bounds.getX(), -bounds.getMaxY());
        return view;
    }

    private Theme look() {
        return theme == null ? Theme.current() : theme;
    }

    /** The wheel's sectors, in pixels of the page. */
    private List<Primitive> sectors() {
        double x = width - MARGIN - WHEEL - 6;
        double y = top() + MARGIN + WHEEL + 4;
        var sectors = new ArrayList<Primitive>();
        int n = 24;
        for (int i = 0; i < n && wheel; i++) {
            // On the page y is downwards, so the angles run the other way round.
            double middle = 2 * Math.PI * i / n;
            double half = Math.PI / n * 1.03;
            sectors.add(new Primitive.Ring(x, y, 0.45 * WHEEL, WHEEL, -middle - half, -middle + half, color(middle), false));
        }
        return sectors;
    }

    @Override
    public void paint(Graphics2D g) {
        Theme theme = look();
        g.setColor(theme.background());
        g.fill(new Rectangle2D.Double(0, 0, width, height()));
        Ink.draw(g, title, Ink.fitting(Ink.TITLE, title, width - 2 * MARGIN), theme.ink(), width / 2.0, MARGIN + Ink.line(Ink.TITLE) / 2, 0.5);
        AffineTransform view = view();
        g.setStroke(new BasicStroke(1.2f));
        for (Primitive part : parts) {
            Shape shape = view.createTransformedShape(part.shape());
            if (part instanceof Primitive.Label label) {
                Ink.draw(g, label.text(), Ink.TICK, theme.ink(), shape.getBounds2D().getX(), shape.getBounds2D().getY(), 0.5);
            } else {
                paint(g, part, shape, theme);
            }
        }
        for (Primitive sector : sectors()) {
            paint(g, sector, sector.shape(), theme);
        }
    }

    private static void paint(Graphics2D g, Primitive part, Shape shape, Theme theme) {
        if (part.fill() != null) {
            g.setColor(part.fill());
            g.fill(shape);
        }
        if (part.outlined()) {
            g.setColor(theme.ink());
            g.draw(shape);
        }
    }

    @Override
    public String svg() {
        Theme theme = look();
        var svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">",
                width, height(), width, height()));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"").append(hex(theme.background())).append("\"/>");
        svg.append("<g font-family=\"sans-serif\" text-anchor=\"middle\" stroke-width=\"1.2\">");
        if (!title.isBlank()) {
            double size = Ink.fitting(Ink.TITLE, title, width - 2 * MARGIN).getSize2D();
            text(svg, title, width / 2.0, MARGIN + Ink.line(Ink.TITLE) / 2, size, " font-weight=\"bold\"");
        }
        AffineTransform view = view();
        for (Primitive part : parts) {
            Shape shape = view.createTransformedShape(part.shape());
            if (part instanceof Primitive.Label label) {
                text(svg, label.text(), shape.getBounds2D().getX(), shape.getBounds2D().getY(), Ink.TICK.getSize2D(), "");
            } else {
                path(svg, part, shape);
            }
        }
        for (Primitive sector : sectors()) {
            path(svg, sector, sector.shape());
        }
        return svg.append("</g></svg>").toString();
    }

    private void text(StringBuilder svg, String text, double x, double y, double size, String style) {
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y + 0.365 * size)).append("\" font-size=\"").append(number(size))
                .append("\" fill=\"").append(hex(look().ink())).append('"').append(style).append('>').append(Tables.escape(text)).append("</text>");
    }

    private void path(StringBuilder svg, Primitive part, Shape shape) {
        svg.append("<path fill=\"").append(part.fill() == null ? "none" : hex(part.fill())).append('"');
        if (part.fill() != null && part.fill().getAlpha() < 255) {
            svg.append(" fill-opacity=\"").append(number(part.fill().getAlpha() / 255.0)).append('"');
        }
        if (part.outlined()) {
            svg.append(" stroke=\"").append(hex(look().ink())).append('"');
        }
        PathIterator steps = shape.getPathIterator(null);
        svg.append(steps.getWindingRule() == PathIterator.WIND_EVEN_ODD ? " fill-rule=\"evenodd\" d=\"" : " d=\"");
        var numbers = new double[6];
        for (; !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(numbers);
            svg.append("MLQCZ".charAt(kind));
            int count = new int[] {2, 2, 4, 6, 0}[kind];
            for (int i = 0; i < count; i++) {
                String number = number(numbers[i]);
                svg.append(i == 0 || number.startsWith("-") ? "" : " ").append(number);
            }
        }
        svg.append("\"/>");
    }

    /** A number with up to two decimals, as short as SVG allows. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        String text = Double.toString(hundredths / 100.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String hex(Color color) {
        return String.format("#%06x", color.getRGB() & 0xFFFFFF);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("image/svg+xml", svg());
        bundle.put("image/png", png());
        bundle.put("text/plain", text());
        return bundle;
    }

    @Override
    public String text() {
        var kinds = new TreeMap<String, Integer>();
        var labels = new ArrayList<String>();
        for (Primitive part : parts) {
            if (part instanceof Primitive.Label label) {
                labels.add(label.text());
            } else {
                kinds.merge(part.getClass().getSimpleName().toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        String counts = kinds.entrySet().stream().map(kind -> kind.getValue() + " " + plural(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(", "));
        String named = labels.isEmpty() ? "" : "; labels: " + String.join(", ", labels);
        return (title.isBlank() ? "Drawing" : title) + ": " + counts + named;
    }

    private static String plural(String kind, int count) {
        return count == 1 ? kind : kind.equals("box") ? "boxes" : kind + "s";
    }

    @Override
    public String toString() {
        return text();
    }
}
