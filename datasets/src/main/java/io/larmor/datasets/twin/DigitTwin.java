package io.larmor.datasets.twin;

import io.larmor.core.Philox;
import io.larmor.core.Seed;

/**
 * Handwritten digits that nobody wrote: strokes through points that wobble, drawn by a pen of some thickness, slanted,
 * turned, stretched and moved, with some noise of the scanner. It has the shape of MNIST (28 x 28 gray pixels), not its
 * value: accuracies measured on it say whether a notebook works, not how well a device reads.
 *
 * <p>A digit depends on nothing but (seed, set, digit, index): the same bytes on every machine and in every session.
 *
 * @param seed number of the whole set; default {@link #STANDARD}
 */
public record DigitTwin(long seed) {

    /** The seed of the twin that notebooks use. */
    public static final long STANDARD = 28;
    /** Rows and columns of an image. */
    public static final int SIDE = 28;

    /** Straight pieces between two points of a stroke. */
    private static final int PIECES = 5;
    /** How far points are off, as a share of the digit's size. */
    private static final double WOBBLE = 0.045;
    private static final double HEIGHT = 18.5;
    private static final double WIDTH = 14;
    private static final double SLANT = 0.28;
    private static final double TURN = 0.13;
    private static final double STRETCH = 0.13;
    private static final double SHIFT = 1.1;
    private static final double NOISE = 14;

    /** The standard twin. */
    public DigitTwin() {
        this(STANDARD);
    }

    /**
     * One image.
     *
     * @param set names the set that it belongs to: {@code train}
     * @param digit 0 .. 9
     * @param index 0 or more: which of the images of the digit
     * @return 28 x 28 unsigned bytes, row by row: 0 is the paper, 255 is ink
     */
    public byte[] image(String set, int digit, int index) {
        if (digit < 0 || digit > 9 || index < 0) {
            throw new IllegalArgumentException("twin.image(" + digit + ", " + index + "): the digit is 0 .. 9, the index is 0 or more");
        }
        Philox random = Seed.root(seed).child("digits").child(set).child(digit).child(index).generator();
        double[][][] ways = Glyphs.WAYS[digit];
        double[][] strokes = ways[random.nextInt(ways.length)];
        var hand = new Hand(random);
        double[] ink = new double[SIDE * SIDE];
        double thickness = 0.9 + 0.75 * random.nextDouble();
        for (double[] stroke : strokes) {
            draw(placed(stroke, hand, random), thickness, ink);
        }
        double pressure = 215 + 40 * random.nextDouble();
        byte[] image = new byte[ink.length];
        for (int p = 0; p < ink.length; p++) {
            // Scans have clean paper: noise is seen in ink and at its edges only.
            double noise = ink[p] > 0 ? NOISE * random.nextGaussian() : 0;
            image[p] = (byte) Math.rint(Math.max(0, Math.min(255, pressure * ink[p] + noise)));
        }
        return image;
    }

    /** How a digit lies on its paper. */
    private static final class Hand {
        private final double xx;
        private final double xy;
        private final double yx;
        private final double yy;
        private final double dx;
        private final double dy;

        Hand(Philox random) {
            double slant = SLANT * random.nextGaussian();
            double turn = TURN * random.nextGaussian();
            double width = WIDTH * (1 + STRETCH * random.nextGaussian());
            double height = HEIGHT * (1 + 0.5 * STRETCH * random.nextGaussian());
            double cos = StrictMath.cos(turn);
            double sin = StrictMath.sin(turn);
            xx = width * cos;
            xy = -height * (sin + slant * cos);
            yx = width * sin;
            yy = height * (cos - slant * sin);
            dx = SIDE / 2.0 + SHIFT * random.nextGaussian();
            dy = SIDE / 2.0 + SHIFT * random.nextGaussian();
        }

        double x(double u, double v) {
            return dx + xx * (u - 0.5) + xy * (v - 0.5);
        }

        double y(double u, double v) {
            return dy + yx * (u - 0.5) + yy * (v - 0.5);
        }
    }

    /** The points on the paper, each a little off. */
    private static double[] placed(double[] stroke, Hand hand, Philox random) {
        double[] points = new double[stroke.length];
        for (int i = 0; i < stroke.length; i += 2) {
            double u = stroke[i] + WOBBLE * random.nextGaussian();
            double v = stroke[i + 1] + WOBBLE * random.nextGaussian();
            points[i] = hand.x(u, v);
            points[i + 1] = hand.y(u, v);
        }
        return points;
    }

    /** The curve of Catmull and Rom through the points, in straight pieces. */
    private static void draw(double[] points, double thickness, double[] ink) {
        int last = points.length / 2 - 1;
        double fromX = points[0];
        double fromY = points[1];
        for (int i = 0; i < last; i++) {
            for (int k = 1; k <= PIECES; k++) {
                double t = (double) k / PIECES;
                double toX = along(points, i, last, 0, t);
                double toY = along(points, i, last, 1, t);
                line(fromX, fromY, toX, toY, thickness, ink);
                fromX = toX;
                fromY = toY;
            }
        }
    }

    private static double along(double[] points, int i, int last, int axis, double t) {
        double p0 = points[2 * Math.max(0, i - 1) + axis];
        double p1 = points[2 * i + axis];
        double p2 = points[2 * (i + 1) + axis];
        double p3 = points[2 * Math.min(last, i + 2) + axis];
        return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
    }

    /** A straight piece with round ends: full ink inside, fading over one pixel at its edge. */
    private static void line(double ax, double ay, double bx, double by, double thickness, double[] ink) {
        double reach = thickness + 1;
        int left = (int) Math.max(0, Math.floor(Math.min(ax, bx) - reach));
        int right = (int) Math.min(SIDE - 1, Math.ceil(Math.max(ax, bx) + reach));
        int top = (int) Math.max(0, Math.floor(Math.min(ay, by) - reach));
        int bottom = (int) Math.min(SIDE - 1, Math.ceil(Math.max(ay, by) + reach));
        double dx = bx - ax;
        double dy = by - ay;
        double square = Math.max(1e-12, dx * dx + dy * dy);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - ax;
                double py = row + 0.5 - ay;
                double t = Math.max(0, Math.min(1, (px * dx + py * dy) / square));
                double ex = px - t * dx;
                double ey = py - t * dy;
                double shade = Math.min(1, thickness + 0.5 - Math.sqrt(ex * ex + ey * ey));
                ink[row * SIDE + column] = Math.max(ink[row * SIDE + column], Math.max(0, shade));
            }
        }
    }
}
