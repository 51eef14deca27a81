package io.larmor.device.ring;

import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.device.Nanorings;
import io.larmor.physics.ring.RingDrive;
import io.larmor.physics.ring.RingLayout;
import io.larmor.physics.ring.RingState;
import io.larmor.plot.Picture;
import io.larmor.units.Unit;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An array over some turns of its field as a drawing that moves by itself, without a kernel: an SVG with all of its frames in it,
 * colored like {@link RingPicture}. In print, and where SVG does not move, it is its last frame.
 */
public final class RingFilm implements Picture {

    /** Ticks from one frame to the next: half of them are enough to see walls run. */
    private static final int STRIDE = 2;
    private static final double SECONDS_A_TURN = 5;
    /** More frames than this times rings make a file that a notebook should not carry. */
    private static final int LARGEST = 40_000;

    private final RingPicture last;
    private final String heading;
    /** Rings x frames: unwrapped places of the walls, and the length of the counterclockwise domain; in segments. */
    private final int[][] heads;
    private final int[][] tails;
    private final int[][] lengths;
    private final boolean[][] empty;
    private final double[] angles;
    private final int turns;

    private RingFilm(RingPicture last, String heading, int frames, int turns) {
        int rings = last.layout().rings();
        this.last = last;
        this.heading = heading;
        this.heads = new int[rings][frames];
        this.tails = new int[rings][frames];
        this.lengths = new int[rings][frames];
        this.empty = new boolean[rings][frames];
        this.angles = new double[frames];
        this.turns = turns;
    }

    /** The film of some turns of the field at rest, from saturation. */
    public static RingFilm of(Nanorings rings, int turns) {
        var made = rings.made();
        int frames = turns * rings.ticks() / STRIDE;
        if (turns < 1 || (long) frames * made.layout().rings() > LARGEST) {
            throw new IllegalArgumentException("film(" + turns + "): of " + made.layout().rings() + " rings 1 .. "
                    + Math.max(1, LARGEST / made.layout().rings() * STRIDE / rings.ticks())
                    + " turns make a drawing that a notebook can carry. Use fewer turns, or fewer rings such as nanorings(10, 10).");
        }
        var drive = RingDrive.along(rings.path(), made.layout());
        var state = new RingState(made, drive.start(), Seed.root().child("run").child(rings.name()));
        String heading = Unit.TESLA.format(rings.field()) + ", turn 1 to " + turns;
        var film = new RingFilm(RingPicture.of(heading, state), heading, frames, turns);
        try (var progress = Progress.of("filming " + rings.name(), frames)) {
            for (int frame = 0; frame < frames; frame++) {
                for (int i = 0; i < STRIDE; i++) {
                    drive.tick(state, rings.field());
                }
                film.take(frame, state, drive.direction(state));
                progress.step();
            }
        }
        var shown = new RingFilm(RingPicture.of(heading, state), heading, 0, turns);
        return new RingFilm(shown.last, film);
    }

    private RingFilm(RingPicture last, RingFilm taken) {
        this.last = last;
        this.heading = taken.heading;
        this.heads = taken.heads;
        this.tails = taken.tails;
        this.lengths = taken.lengths;
        this.empty = taken.empty;
        this.angles = taken.angles;
        this.turns = taken.turns;
    }

    private void take(int frame, RingState state, double direction) {
        int segments = last.layout().segments();
        angles[frame] = direction;
        for (int ring = 0; ring < heads.length; ring++) {
            int before = Math.max(0, frame - 1);
            empty[ring][frame] = state.head(ring) < 0;
            if (empty[ring][frame]) {
                heads[ring][frame] = heads[ring][before];
                tails[ring][frame] = tails[ring][before];
                lengths[ring][frame] = state.sense(ring) > 0 ? segments : 0;
            } else {
                heads[ring][frame] = near(state.head(ring), heads[ring][before], segments);
                tails[ring][frame] = near(state.tail(ring), tails[ring][before], segments);
                lengths[ring][frame] = Math.floorMod(state.head(ring) - state.tail(ring), segments);
            }
        }
    }

    /** The same place with as many turns as bring it nearest to the one before, so that what moves never jumps back. */
    private static int near(int place, int before, int segments) {
        return place + segments * Math.round((float) (before - place) / segments);
    }

    @Override
    public int width() {
        return last.width();
    }

    @Override
    public int height() {
        return last.height();
    }

    /** The last frame. */
    @Override
    public void paint(Graphics2D g) {
        last.paint(g);
    }

    /** The drawing that moves, as an SVG document. */
    @Override
    public String svg() {
        var layout = last.layout();
        var frame = RingPicture.frame(layout);
        double scale = (width() - 2.0 * RingPicture.MARGIN) / frame.getWidth();
        String ink = hex(RingPicture.ink());
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width()).append("\" height=\"").append(height())
                .append("\" viewBox=\"0 0 ").append(width()).append(' ').append(height()).append("\"><style>circle{fill:none}.r{stroke:")
                .append(hex(RingPicture.CLOCKWISE)).append("}.p{stroke:").append(hex(RingPicture.COUNTERCLOCKWISE))
                .append("}.r,.p{stroke-width:").append(number(RingPicture.WIDTH * scale)).append("}.h,.t{stroke-linecap:round;stroke-width:")
                .append(number(1.8 * RingPicture.DOT * scale)).append("}.h{stroke:#000}.t{stroke:#fff}</style><rect width=\"100%\" height=\"100%\" fill=\"").append(hex(RingPicture.page())).append("\"/>")
                .append("<text x=\"").append(width() / 2).append("\" y=\"").append(RingPicture.TOP - 9)
                .append("\" font-family=\"sans-serif\" font-size=\"13\" font-weight=\"bold\" text-anchor=\"middle\" fill=\"").append(ink)
                .append("\">").append(heading).append("</text>");
        field(svg, ink);
        svg.append("<g transform=\"matrix(").append(number(scale)).append(" 0 0 ").append(number(-scale)).append(' ')
                .append(number(RingPicture.MARGIN - frame.getX() * scale)).append(' ')
                .append(number(RingPicture.TOP + frame.getMaxY() * scale)).append(")\">");
        for (int ring = 0; ring < heads.length; ring++) {
            ring(svg, layout, ring, scale);
        }
        return svg.append("</g></svg>").toString();
    }

    /** The arrow of the field, below the rings. */
    private void field(StringBuilder svg, String ink) {
        String turning = IntStream.range(0, angles.length)
                .mapToObj(i -> number(-360 * angles[i] / last.layout().segments())).collect(Collectors.joining(";"));
        svg.append("<g transform=\"translate(").append(width() / 2).append(' ').append(height() - 14)
                .append(")\"><g><path d=\"M-9 0H6M2-4L8 0L2 4\" stroke=\"").append(ink).append("\" stroke-width=\"2\" fill=\"none\"/>")
                .append("<animateTransform attributeName=\"transform\" type=\"rotate\" calcMode=\"discrete\" ").append(timing())
                .append(" values=\"").append(turning).append("\"/></g><text x=\"16\" y=\"4\" font-family=\"sans-serif\" font-size=\"11\" fill=\"")
                .append(ink).append("\">field</text></g>");
    }

    private String timing() {
        return "dur=\"" + number(SECONDS_A_TURN * turns) + "s\" repeatCount=\"indefinite\"";
    }

    private void ring(StringBuilder svg, RingLayout layout, int ring, double scale) {
        int segments = layout.segments();
        svg.append("<g transform=\"translate(").append(number(layout.x(ring))).append(' ').append(number(layout.y(ring)))
                .append(")scale(").append(number(1 / scale)).append(")\">");
        String radius = number(RingPicture.RADIUS * scale);
        String circle = " r=\"" + radius + "\" pathLength=\"" + segments + "\"";
        svg.append("<circle class=\"r\" r=\"").append(radius).append("\"/>");
        circle(svg, "p", circle, animated("stroke-dasharray", lengths[ring], segments) + animated("stroke-dashoffset", negative(tails[ring]), 0));
        String gone = gone(ring);
        circle(svg, "t", circle + dash(segments), animated("stroke-dashoffset", negative(tails[ring]), 0) + gone);
        circle(svg, "h", circle + dash(segments), animated("stroke-dashoffset", negative(heads[ring]), 0) + gone);
        svg.append("</g>");
    }

    private static String dash(int segments) {
        return " stroke-dasharray=\".01 " + (segments - 1) + ".99\"";
    }

    private static void circle(StringBuilder svg, String kind, String attributes, String inside) {
        svg.append("<circle class=\"").append(kind).append('"').append(attributes);
        svg.append(inside.isEmpty() ? "/>" : ">" + inside + "</circle>");
    }

    private static int[] negative(int[] places) {
        return IntStream.of(places).map(i -> -i).toArray();
    }

    private String animated(String attribute, int[] values, int period) {
        String list = IntStream.of(values).mapToObj(v -> period == 0 ? Integer.toString(v) : v + " " + (period - v)).collect(Collectors.joining(";"));
        return "<animate attributeName=\"" + attribute + "\" " + timing() + " values=\"" + list + "\"/>";
    }

    private String gone(int ring) {
        boolean ever = IntStream.range(0, angles.length).anyMatch(i -> empty[ring][i]);
        return !ever ? "" : "<animate attributeName=\"opacity\" calcMode=\"discrete\" " + timing() + " values=\""
                + IntStream.range(0, angles.length).mapToObj(i -> empty[ring][i] ? "0" : "1").collect(Collectors.joining(";")) + "\"/>";
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return text.equals("-0") ? "0" : text;
    }

    /** What a notebook shows: the drawing that moves, without a second picture that would make the notebook larger. */
    @Override
    public Map<String, Object> mimeBundle() {
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("image/svg+xml", svg());
        bundle.put("text/plain", text());
        return bundle;
    }

    @Override
    public Map<String, Object> mimeMetadata() {
        return Map.of();
    }

    @Override
    public String text() {
        return "film of " + last.layout().rings() + " rings over " + turns + " turns of the field, " + angles.length + " frames; at its end: "
                + last.text();
    }

    @Override
    public String toString() {
        return text();
    }
}
