package io.larmor.physics.spin;

import io.larmor.units.Unit;
import org.hipparchus.special.elliptic.carlson.CarlsonEllipticIntegral;

/**
 * Demagnetizing factors of bodies, along their axes x, y and z; they add up to 1. Only the ratios of the lengths matter.
 *
 * @param x along x
 * @param y along y
 * @param z along z
 */
public record Demagnetizing(double x, double y, double z) {

    /**
     * An ellipsoid, exactly: N_x = (abc / 3) R_D(b², c², a²) with Carlson's integral R_D (Osborn, Phys. Rev. 67, 351,
     * 1945).
     *
     * @param a the semi-axis along x
     * @param b along y
     * @param c along z
     */
    public static Demagnetizing ellipsoid(double a, double b, double c) {
        check("ellipsoid", a, b, c);
        // Lengths in units of their mean keep products of nanometers far from the smallest numbers.
        double mean = Math.cbrt(a * b * c);
        double x = a / mean;
        double y = b / mean;
        double z = c / mean;
        return new Demagnetizing(CarlsonEllipticIntegral.rD(y * y, z * z, x * x) / 3,
                CarlsonEllipticIntegral.rD(z * z, x * x, y * y) / 3, CarlsonEllipticIntegral.rD(x * x, y * y, z * z) / 3);
    }

    /**
     * A rectangular prism, its field averaged over the volume (Aharoni, J. Appl. Phys. 83, 3432, 1998).
     *
     * @param a the side along x
     * @param b along y
     * @param c along z
     */
    public static Demagnetizing prism(double a, double b, double c) {
        check("prism", a, b, c);
        double mean = Math.cbrt(a * b * c);
        double x = a / mean;
        double y = b / mean;
        double z = c / mean;
        return new Demagnetizing(aharoni(y, z, x), aharoni(z, x, y), aharoni(x, y, z));
    }

    /** The factor along c, by Aharoni's equation 1, whose lengths are half the sides. */
    private static double aharoni(double a, double b, double c) {
        double ab = Math.sqrt(a * a + b * b);
        double bc = Math.sqrt(b * b + c * c);
        double ac = Math.sqrt(a * a + c * c);
        double r = Math.sqrt(a * a + b * b + c * c);
        double sum = (b * b - c * c) / (2 * b * c) * Math.log((r - a) / (r + a))
                + (a * a - c * c) / (2 * a * c) * Math.log((r - b) / (r + b))
                + b / (2 * c) * Math.log((ab + a) / (ab - a))
                + a / (2 * c) * Math.log((ab + b) / (ab - b))
                + c / (2 * a) * Math.log((bc - b) / (bc + b))
                + c / (2 * b) * Math.log((ac - a) / (ac + a))
                + 2 * Math.atan(a * b / (c * r))
                + (a * a * a + b * b * b - 2 * c * c * c) / (3 * a * b * c)
                + (a * a + b * b - 2 * c * c) / (3 * a * b * c) * r
                + c / (a * b) * (ac + bc)
                - (ab * ab * ab + bc * bc * bc + ac * ac * ac) / (3 * a * b * c);
        return sum / Math.PI;
    }

    private static void check(String body, double... lengths) {
        for (double length : lengths) {
            if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(body + ": a length = " + Unit.METER.format(length)
                        + " must be positive, for example nm(40)");
            }
        }
    }

    @Override
    public String toString() {
        return "demagnetizing factors " + Unit.digits(x) + ", " + Unit.digits(y) + ", " + Unit.digits(z);
    }
}
