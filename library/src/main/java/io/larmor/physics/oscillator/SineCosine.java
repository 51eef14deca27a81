package io.larmor.physics.oscillator;

/**
 * Sines and cosines of many angles. The angle is brought to half a turn and halved; there the Taylor series to the 20th power
 * is exact to rounding, and sin 2h = 2 sin h cos h, cos 2h = 1 - 2 sin² h. Without branches, so that the compiler computes
 * several angles at once. Exact to 1e-15 for angles up to a thousand turns.
 */
final class SineCosine {

    private static final double TURNS = 1 / (2 * Math.PI);
    /** π in two parts, of which the first has few enough digits to be multiplied exactly. */
    private static final double PI_HIGH = 0x1.921fb544p1;
    private static final double PI_LOW = Math.PI - PI_HIGH + 1.2246467991473532e-16;
    /** The series' coefficients, one over the factorials. */
    private static final double S3 = -1.0 / 6.0;
    private static final double S5 = 1.0 / 120.0;
    private static final double S7 = -1.0 / 5040.0;
    private static final double S9 = 1.0 / 362880.0;
    private static final double S11 = -1.0 / 39916800.0;
    private static final double S13 = 1.0 / 6227020800.0;
    private static final double S15 = -1.0 / 1307674368000.0;
    private static final double S17 = 1.0 / 355687428096000.0;
    private static final double S19 = -1.0 / 1.21645100408832e+17;
    private static final double C2 = -1.0 / 2.0;
    private static final double C4 = 1.0 / 24.0;
    private static final double C6 = -1.0 / 720.0;
    private static final double C8 = 1.0 / 40320.0;
    private static final double C10 = -1.0 / 3628800.0;
    private static final double C12 = 1.0 / 479001600.0;
    private static final double C14 = -1.0 / 87178291200.0;
    private static final double C16 = 1.0 / 20922789888000.0;
    private static final double C18 = -1.0 / 6402373705728000.0;
    private static final double C20 = 1.0 / 2.43290200817664e+18;

    private SineCosine() {
    }

    static void of(double[] angle, double[] sine, double[] cosine, int count) {
        for (int i = 0; i < count; i++) {
            double turns = Math.rint(angle[i] * TURNS);
            double h = (0.5 * angle[i] - turns * PI_HIGH) - turns * PI_LOW;
            double s = h * h;
            double sin = Math.fma(s, S19, S17);
            sin = Math.fma(s, Math.fma(s, sin, S15), S13);
            sin = Math.fma(s, Math.fma(s, sin, S11), S9);
            sin = Math.fma(s, Math.fma(s, sin, S7), S5);
            sin = Math.fma(s, sin, S3);
            sin = Math.fma(h * s, sin, h);
            double cos = Math.fma(s, C20, C18);
            cos = Math.fma(s, Math.fma(s, cos, C16), C14);
            cos = Math.fma(s, Math.fma(s, cos, C12), C10);
            cos = Math.fma(s, Math.fma(s, cos, C8), C6);
            cos = Math.fma(s, Math.fma(s, cos, C4), C2);
            cos = Math.fma(s, cos, 1);
            sine[i] = 2 * sin * cos;
            cosine[i] = 1 - 2 * sin * sin;
        }
    }
}
