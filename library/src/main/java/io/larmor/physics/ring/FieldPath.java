package io.larmor.physics.ring;

import java.util.function.DoubleUnaryOperator;

/**
 * How a field moves in one turn: its vector, in units of the amplitude, against the part of the turn that is over.
 *
 * @param name for people: {@code rotating}
 * @param x the part along x, of 0 up to 1
 * @param y the part along y, of 0 up to 1
 */
public record FieldPath(String name, DoubleUnaryOperator x, DoubleUnaryOperator y) {

    private static final FieldPath ROTATING = new FieldPath("rotating", p -> Math.cos(2 * Math.PI * p), p -> Math.sin(2 * Math.PI * p));
    private static final double SILENT = 1e-12;

    /** A field of constant size that turns counterclockwise, from +x on. */
    public static FieldPath rotating() {
        return ROTATING;
    }

    /** A field of constant size that turns clockwise. */
    public static FieldPath clockwise() {
        return new FieldPath("rotating clockwise", p -> Math.cos(2 * Math.PI * p), p -> -Math.sin(2 * Math.PI * p));
    }

    /** A field along a line that goes to and fro as a cosine; the angle of the line to x in radians. */
    public static FieldPath linear(double angle) {
        return new FieldPath("linear", p -> Math.cos(angle) * Math.cos(2 * Math.PI * p), p -> Math.sin(angle) * Math.cos(2 * Math.PI * p));
    }

    /** A turning field whose part along y is smaller or larger than that along x by a factor. */
    public static FieldPath elliptic(double ratio) {
        return new FieldPath("elliptic", p -> Math.cos(2 * Math.PI * p), p -> ratio * Math.sin(2 * Math.PI * p));
    }

    /** For each tick of a turn the size of the field, in units of the amplitude. */
    public double[] sizes(int ticks) {
        double[] sizes = new double[ticks];
        for (int i = 0; i < ticks; i++) {
            double p = (double) i / ticks;
            double size = Math.hypot(x.applyAsDouble(p), y.applyAsDouble(p));
            if (!Double.isFinite(size)) {
                throw new IllegalArgumentException("path \"" + name + "\": the field at " + p + " of a turn is not a number");
            }
            sizes[i] = size < SILENT ? 0 : size;
        }
        return sizes;
    }

    /** For each tick of a turn where the field points, in segments; a whole number where it means one. */
    public double[] directions(int ticks) {
        double[] directions = new double[ticks];
        for (int i = 0; i < ticks; i++) {
            double p = (double) i / ticks;
            double turns = Math.atan2(y.applyAsDouble(p), x.applyAsDouble(p)) / (2 * Math.PI);
            double segment = (turns - Math.floor(turns)) * ticks;
            double whole = Math.rint(segment);
            segment = Math.abs(segment - whole) < 1e-9 * ticks ? whole : segment;
            directions[i] = segment >= ticks ? segment - ticks : segment;
        }
        return directions;
    }

    @Override
    public String toString() {
        return name;
    }
}
