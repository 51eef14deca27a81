package io.larmor.physics.wall;

/** Demagnetizing factors of an infinitely long strip, across its section: closed forms. */
public final class Strip {

    private Strip() {
    }

    /**
     * The factor along the width of a strip, N_y = 1 − (2/π) atan q + ln(1 + q²)/(2π q) − q ln(1 + 1/q²)/(2π), q = w/t
     * (Aharoni, J. Appl. Phys. 83, 3432, 1998, in the limit of infinite length).
     *
     * @param width in meters
     * @param thickness in meters
     */
    public static double alongWidth(double width, double thickness) {
        double q = width / thickness;
        return 1 - 2 / Math.PI * Math.atan(q) + Math.log1p(q * q) / (2 * Math.PI * q)
                - q * Math.log1p(1 / (q * q)) / (2 * Math.PI);
    }

    /** The factor along the thickness, 1 − N_y: along the length there is none. */
    public static double alongThickness(double width, double thickness) {
        return 1 - alongWidth(width, thickness);
    }

    /**
     * N_z − N_y as the code of Ababei et al. computes it, with decimal logarithms in place of natural ones: for comparison with
     * its numbers only.
     */
    static double differenceWithDecimalLogarithms(double width, double thickness) {
        double q = width / thickness;
        double ny = 1 - 2 / Math.PI * Math.atan(q) + Math.log10(1 + q * q) / (2 * Math.PI * q)
                - q * Math.log10(1 + 1 / (q * q)) / (2 * Math.PI);
        return 1 - 2 * ny;
    }
}
