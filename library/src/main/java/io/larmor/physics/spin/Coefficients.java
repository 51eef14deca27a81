package io.larmor.physics.spin;

/**
 * What the terms of one spin add up to, in tesla: the numbers that {@link Llgs} computes its effective field from,
 *
 * <pre>B = b + A·m + m × c + (a m × p − b_p p) / (1 + λ m·p) + cubic part</pre>
 *
 * with a constant field b, a symmetric tensor A (anisotropies and demagnetization), a torque c, one torque whose
 * efficiency depends on the angle, and one cubic anisotropy. Terms add to it; nothing is allocated.
 */
public final class Coefficients {

    static final int ALPHA = 0;
    static final int FIELD = 1;
    static final int TENSOR = 4;
    static final int TORQUE = 10;
    static final int THERMAL = 13;
    static final int POLARIZER = 14;
    static final int DAMPING_LIKE = 17;
    static final int FIELD_LIKE = 18;
    static final int ASYMMETRY = 19;
    static final int CUBIC = 20;
    static final int AXES = 21;
    /** How many numbers a spin has. */
    static final int STRIDE = 27;

    final double[] values;
    private int at;

    Coefficients(int spins) {
        this.values = new double[spins * STRIDE];
    }

    /** Moves to a spin. */
    void spin(int spin) {
        at = spin * STRIDE;
    }

    void magnet(Magnet magnet) {
        values[at + ALPHA] = magnet.damping();
        values[at + THERMAL] = magnet.thermalField();
    }

    /** Adds a constant field, in tesla. */
    public void field(Direction along, double strength) {
        values[at + FIELD] += strength * along.x();
        values[at + FIELD + 1] += strength * along.y();
        values[at + FIELD + 2] += strength * along.z();
    }

    /** Adds a field of {@code strength (m·u) u}, in tesla. */
    public void axis(Direction u, double strength) {
        tensor(strength * u.x() * u.x(), strength * u.y() * u.y(), strength * u.z() * u.z(), strength * u.x() * u.y(),
                strength * u.x() * u.z(), strength * u.y() * u.z());
    }

    /** Adds a field of {@code A·m} with a symmetric tensor A, in tesla. */
    public void tensor(double xx, double yy, double zz, double xy, double xz, double yz) {
        values[at + TENSOR] += xx;
        values[at + TENSOR + 1] += yy;
        values[at + TENSOR + 2] += zz;
        values[at + TENSOR + 3] += xy;
        values[at + TENSOR + 4] += xz;
        values[at + TENSOR + 5] += yz;
    }

    /**
     * Adds a spin torque {@code γ a m × (p × m) + γ b m × p}, whose strength does not depend on the angle.
     *
     * @param p the polarization
     * @param dampingLike a, in tesla; positive pulls the spin toward p
     * @param fieldLike b, in tesla
     */
    public void torque(Direction p, double dampingLike, double fieldLike) {
        values[at + TORQUE] += dampingLike * p.x();
        values[at + TORQUE + 1] += dampingLike * p.y();
        values[at + TORQUE + 2] += dampingLike * p.z();
        field(p, -fieldLike);
    }

    /** Sets the spin torque over {@code 1 + λ m·p}; a spin has at most one of them. */
    public void asymmetricTorque(Direction p, double dampingLike, double fieldLike, double asymmetry) {
        refuseSecond(POLARIZER, "torques whose efficiency depends on the angle");
        values[at + POLARIZER] = p.x();
        values[at + POLARIZER + 1] = p.y();
        values[at + POLARIZER + 2] = p.z();
        values[at + DAMPING_LIKE] = dampingLike;
        values[at + FIELD_LIKE] = fieldLike;
        values[at + ASYMMETRY] = asymmetry;
    }

    /** Sets a cubic anisotropy, a field of {@code −B (1 − (m·u)²) (m·u) u} for each of three axes, in tesla. */
    public void cubic(Direction first, Direction second, double strength) {
        refuseSecond(AXES, "cubic anisotropies");
        values[at + CUBIC] = strength;
        values[at + AXES] = first.x();
        values[at + AXES + 1] = first.y();
        values[at + AXES + 2] = first.z();
        values[at + AXES + 3] = second.x();
        values[at + AXES + 4] = second.y();
        values[at + AXES + 5] = second.z();
    }

    private void refuseSecond(int direction, String what) {
        double[] v = values;
        if (v[at + direction] != 0 || v[at + direction + 1] != 0 || v[at + direction + 2] != 0) {
            throw new IllegalArgumentException("a spin has two " + what + "; one is the most that it can have");
        }
    }

    void copyFrom(Coefficients other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
    }

    /** A bound of the effective field of a spin without its couplings, in tesla. */
    double largestField(int spin) {
        int c = spin * STRIDE;
        double[] v = values;
        double tensor = Math.sqrt(square(v[c + 4]) + square(v[c + 5]) + square(v[c + 6])
                + 2 * (square(v[c + 7]) + square(v[c + 8]) + square(v[c + 9])));
        double torque = Math.hypot(v[c + DAMPING_LIKE], v[c + FIELD_LIKE]) / (1 - Math.min(0.99, Math.abs(v[c + ASYMMETRY])));
        return length(v, c + FIELD) + tensor + length(v, c + TORQUE) + torque + Math.abs(v[c + CUBIC]);
    }

    private static double length(double[] v, int i) {
        return Math.sqrt(square(v[i]) + square(v[i + 1]) + square(v[i + 2]));
    }

    private static double square(double x) {
        return x * x;
    }
}
