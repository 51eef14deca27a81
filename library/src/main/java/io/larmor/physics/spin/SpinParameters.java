package io.larmor.physics.spin;

/**
 * One spin in numbers: the part of the law that is linear in the spin, which fast kernels take. The effective field is
 *
 * <pre>B = b + A·m + m × c,   dm/dt = −γ / (1 + α²) [m × B + α m × (m × B)]</pre>
 *
 * All but α and the thermal strength are in tesla. {@code SpinSteps.of(parameters)} steps it in the plain form that
 * kernels are compared with.
 *
 * @param alpha Gilbert's damping
 * @param bx the constant field along x; a field-like torque b_J m × p is the field −b_J p
 * @param by along y
 * @param bz along z
 * @param axx the symmetric tensor A: a uniaxial anisotropy B_k along u is B_k u u, demagnetization −μ0 M_s N
 * @param ayy row y, column y
 * @param azz row z, column z
 * @param axy row x, column y
 * @param axz row x, column z
 * @param ayz row y, column z
 * @param cx the damping-like torque a_J p, along x
 * @param cy along y
 * @param cz along z
 * @param thermal the strength of the thermal field, sqrt(2 α k_B T / (γ M_s V)), in T √s; 0 for none
 */
public record SpinParameters(double alpha, double bx, double by, double bz, double axx, double ayy, double azz,
        double axy, double axz, double ayz, double cx, double cy, double cz, double thermal) {

    /** The parameters in the order of their declaration. */
    double[] values() {
        return new double[] {alpha, bx, by, bz, axx, ayy, azz, axy, axz, ayz, cx, cy, cz, thermal};
    }

    static SpinParameters of(double[] v, int at) {
        return new SpinParameters(v[at], v[at + 1], v[at + 2], v[at + 3], v[at + 4], v[at + 5], v[at + 6], v[at + 7],
                v[at + 8], v[at + 9], v[at + 10], v[at + 11], v[at + 12], v[at + 13]);
    }
}
