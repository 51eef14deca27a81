package io.larmor.physics.ensemble;

import io.larmor.physics.spin.Direction;

/**
 * What one unit of a drive adds to a spin, in tesla: a current's spin torque, an antenna's field. With the drive u the
 * field b of {@link io.larmor.physics.spin.SpinParameters} is b + u (bx, by, bz), the torque c is c + u (cx, cy, cz).
 *
 * @param bx the field of one unit, along x; a field-like torque b_J m x p is the field -b_J p
 * @param by along y
 * @param bz along z
 * @param cx the damping-like torque of one unit, along x
 * @param cy along y
 * @param cz along z
 */
public record SpinDrive(double bx, double by, double bz, double cx, double cy, double cz) {

    public SpinDrive {
        double sum = bx + by + bz + cx + cy + cz;
        if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException("spinDrive: field (" + bx + ", " + by + ", " + bz + ") T and torque (" + cx + ", "
                    + cy + ", " + cz + ") T a unit must be finite numbers");
        }
    }

    /** A field along a direction, in tesla a unit. */
    public static SpinDrive field(Direction along, double strength) {
        return new SpinDrive(strength * along.x(), strength * along.y(), strength * along.z(), 0, 0, 0);
    }

    /** A spin torque with polarization p, in tesla a unit: positive damping-like torque pulls the spin toward p. */
    public static SpinDrive torque(Direction p, double dampingLike, double fieldLike) {
        return new SpinDrive(-fieldLike * p.x(), -fieldLike * p.y(), -fieldLike * p.z(), dampingLike * p.x(), dampingLike * p.y(),
                dampingLike * p.z());
    }

    /** A bound of the field of one unit, in tesla. */
    double largestField() {
        return Math.sqrt(bx * bx + by * by + bz * bz) + Math.sqrt(cx * cx + cy * cy + cz * cz);
    }
}
