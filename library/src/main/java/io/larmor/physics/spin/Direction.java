package io.larmor.physics.spin;

import io.larmor.units.Unit;

/**
 * A direction in space, a vector of length 1. Build it with {@link #of}, which takes any length, or {@link #polar}.
 *
 * @param x the part along x
 * @param y the part along y
 * @param z the part along z
 */
public record Direction(double x, double y, double z) {

    public static final Direction X = new Direction(1, 0, 0);
    public static final Direction Y = new Direction(0, 1, 0);
    public static final Direction Z = new Direction(0, 0, 1);

    private static final double ROUNDING = 1e-9;

    public Direction {
        double length = Math.sqrt(x * x + y * y + z * z);
        if (!(Math.abs(length - 1) < ROUNDING)) {
            throw new IllegalArgumentException("direction (" + x + ", " + y + ", " + z + ") has the length "
                    + Unit.digits(length) + ", not 1. Direction.of(x, y, z) takes any length but 0.");
        }
    }

    /** The direction of a vector of any length. */
    public static Direction of(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("direction (" + x + ", " + y + ", " + z + ") points nowhere: its "
                    + "components must be numbers and not all 0");
        }
        return new Direction(x / length, y / length, z / length);
    }

    /** The direction at a polar angle from z and an azimuth from x, both in radians. */
    public static Direction polar(double theta, double phi) {
        return of(Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta));
    }

    /** The cosine of the angle to another direction. */
    public double dot(Direction other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** The angle to another direction, in radians; exact also where it is tiny. */
    public double angle(Direction other) {
        double cx = y * other.z - z * other.y;
        double cy = z * other.x - x * other.z;
        double cz = x * other.y - y * other.x;
        return Math.atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), dot(other));
    }

    /** The direction at right angles to this one and another, by the right hand. */
    public Direction cross(Direction other) {
        return of(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** The opposite direction. */
    public Direction reversed() {
        return new Direction(-x, -y, -z);
    }

    /**
     * Refuses two axes that are not at right angles.
     *
     * @param owner what they belong to, for the error
     */
    public static void orthogonal(String owner, Direction first, Direction second) {
        if (Math.abs(first.dot(second)) > 1e-6) {
            throw new IllegalArgumentException(owner + ": the axes " + first + " and " + second + " are "
                    + Unit.digits(Math.toDegrees(first.angle(second))) + "° apart, not 90°. Choose axes at right angles, "
                    + "for example (1, 0, 0) and (0, 1, 0).");
        }
    }

    @Override
    public String toString() {
        return "(" + Unit.digits(x) + ", " + Unit.digits(y) + ", " + Unit.digits(z) + ")";
    }
}
