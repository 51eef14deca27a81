package io.larmor.physics.ensemble;

/**
 * Brings a vector S of about a known length to length 1, by a series in ε = S² - length², without a root and a division:
 * S times a + b ε + c ε² + d ε³, but for a term in ε⁴.
 *
 * @param square the known length's square
 */
record UnitLength(double square, double a, double b, double c, double d) {

    static UnitLength from(double length) {
        double square = length * length, a = 1 / length;
        return new UnitLength(square, a, -a / (2 * square), 3 * a / (8 * square * square), -5 * a / (16 * square * square * square));
    }

    /** What S has to be multiplied by. */
    double scale(double x, double y, double z) {
        double e = Math.fma(z, z, x * x) + Math.fma(y, y, -square);
        return Math.fma(e * e, Math.fma(e, d, c), Math.fma(e, b, a));
    }
}
