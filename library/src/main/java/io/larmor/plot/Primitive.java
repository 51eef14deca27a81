package io.larmor.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/**
 * What a {@link Drawing} is made of. Places and sizes are in the drawing's own unit (meters, or whatever the caller
 * likes), x to the right and y upwards; angles are counterclockwise from x, in radians. A fill of null leaves a shape
 * empty.
 */
public sealed interface Primitive {

    /** The inside; null for none. */
    Color fill();

    /** Whether the edge is drawn, in the ink of the theme. */
    boolean outlined();

    /** The outline, in the drawing's own unit. */
    Shape shape();

    /** A disk about (x, y). */
    record Circle(double x, double y, double radius, Color fill, boolean outlined) implements Primitive {
        public Circle {
            positive("Circle", "radius", radius);
        }

        @Override
        public Shape shape() {
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    /** A ring about (x, y), or the part of it from one angle to another: 0 to 2 pi is the whole. */
    record Ring(double x, double y, double inner, double outer, double from, double to, Color fill, boolean outlined) implements Primitive {
        public Ring {
            positive("Ring", "inner", inner);
            positive("Ring", "outer less inner", outer - inner);
            positive("Ring", "to less from", to - from);
        }

        @Override
        public Shape shape() {
            if (to - from >= 2 * Math.PI - 1e-9) {
                var whole = new Path2D.Double(Path2D.WIND_EVEN_ODD);
                whole.append(new Ellipse2D.Double(x - outer, y - outer, 2 * outer, 2 * outer), false);
                whole.append(new Ellipse2D.Double(x - inner, y - inner, 2 * inner, 2 * inner), false);
                return whole;
            }
            // Java2D measures arcs clockwise where y points up.
            double start = -Math.toDegrees(from);
            double extent = -Math.toDegrees(to - from);
            var part = new Path2D.Double();
            part.append(new Arc2D.Double(x - outer, y - outer, 2 * outer, 2 * outer, start, extent, Arc2D.OPEN), false);
            part.append(new Arc2D.Double(x - inner, y - inner, 2 * inner, 2 * inner, start + extent, -extent, Arc2D.OPEN), true);
            part.closePath();
            return part;
        }
    }

    /** A rectangle with its middle at (x, y), turned by an angle; {@code rounding} is the radius of its corners. */
    record Box(double x, double y, double width, double height, double angle, double rounding, Color fill, boolean outlined) implements Primitive {
        public Box {
            positive("Box", "width", width);
            positive("Box", "height", height);
        }

        @Override
        public Shape shape() {
            Shape upright = rounding > 0
                    ? new RoundRectangle2D.Double(-width / 2, -height / 2, width, height, 2 * rounding, 2 * rounding)
                    : new Rectangle2D.Double(-width / 2, -height / 2, width, height);
            var place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(angle);
            return place.createTransformedShape(upright);
        }
    }

    /** Straight lines around an area, the last corner joined to the first. */
    record Polygon(double[] xs, double[] ys, Color fill, boolean outlined) implements Primitive {
        public Polygon {
            Data.lengths("Polygon", "xs", xs.length, "ys", ys.length);
            xs = xs.clone();
            ys = ys.clone();
        }

        @Override
        public Shape shape() {
            var path = new Path2D.Double();
            path.moveTo(xs[0], ys[0]);
            for (int i = 1; i < xs.length; i++) {
                path.lineTo(xs[i], ys[i]);
            }
            path.closePath();
            return path;
        }
    }

    /** An arrow with its middle at (x, y). */
    record Arrow(double x, double y, double angle, double length, Color fill) implements Primitive {
        public Arrow {
            positive("Arrow", "length", length);
        }

        @Override
        public boolean outlined() {
            return false;
        }

        @Override
        public Shape shape() {
            double half = length / 2;
            double head = 0.42 * length;
            double[] along = {-half, half - head, half - head, half, half - head, half - head, -half};
            double[] across = {0.06, 0.06, 0.23, 0, -0.23, -0.06, -0.06};
            var path = new Path2D.Double();
            for (int i = 0; i < along.length; i++) {
                double px = x + along[i] * Math.cos(angle) - across[i] * length * Math.sin(angle);
                double py = y + along[i] * Math.sin(angle) + across[i] * length * Math.cos(angle);
                if (i == 0) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
            path.closePath();
            return path;
        }
    }

    /** A line of text with its middle at (x, y). */
    record Label(double x, double y, String text) implements Primitive {
        @Override
        public Color fill() {
            return null;
        }

        @Override
        public boolean outlined() {
            return false;
        }

        @Override
        public Shape shape() {
            return new Rectangle2D.Double(x, y, 0, 0);
        }
    }

    private static void positive(String owner, String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(owner + ": " + name + " = " + value + "; it has to be above zero");
        }
    }
}
