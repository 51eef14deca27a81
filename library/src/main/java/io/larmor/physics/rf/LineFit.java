package io.larmor.physics.rf;

import io.larmor.units.Unit;
import java.util.Arrays;

/**
 * A spin-diode line read from measured or simulated voltages: with d = f − center and half width w,
 *
 * <pre>V = antisymmetric · 2 w d/(w² + d²) + symmetric · 2 w²/(w² + d²)</pre>
 *
 * by linear least squares on the numerator and denominator of this fraction, repeated with the denominator found as a weight
 * (Sanathanan and Koerner, IEEE Trans. Autom. Control 8, 56, 1963). {@link SpinDiodeLine} is the antisymmetric part with
 * w = α · center.
 *
 * @param center the resonance, in the unit of the frequencies
 * @param halfWidth w, in the same unit
 * @param antisymmetric the largest voltage of the antisymmetric part
 * @param symmetric half the height of the symmetric part
 * @param residual the largest deviation of a voltage from the fit, over the largest voltage
 */
public record LineFit(double center, double halfWidth, double antisymmetric, double symmetric, double residual) {

    private static final int ROUNDS = 30;

    /**
     * Fits a line.
     *
     * @param frequencies at least 5, around one resonance
     * @param voltages one a frequency
     * @throws IllegalArgumentException if there are too few, or they are no resonance
     */
    public static LineFit of(double[] frequencies, double[] voltages) {
        int n = frequencies.length;
        if (n < 5 || voltages.length != n) {
            throw new IllegalArgumentException("lineFit: " + n + " frequencies and " + voltages.length + " voltages; both must be the same, at least 5");
        }
        double middle = 0;
        double largest = 0;
        double span = 0;
        for (double f : frequencies) {
            middle += f / n;
        }
        for (int i = 0; i < n; i++) {
            span = Math.max(span, Math.abs(frequencies[i] - middle));
            largest = Math.max(largest, Math.abs(voltages[i]));
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        double x0 = 0;
        double square = 1;
        double[] found = new double[4];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] normal = new double[4][5];
            for (int i = 0; i < n; i++) {
                double x = (frequencies[i] - middle) / span;
                double v = voltages[i] / largest;
                // v (x² − p x + q) = a x + b, linear in p, q, a and b.
                double[] row = {v * x, -v, x, 1, v * x * x};
                for (int r = 0; r < 4; r++) {
                    for (int c = 0; c < 5; c++) {
                        normal[r][c] += weights[i] * row[r] * row[c];
                    }
                }
            }
            found = solve(normal);
            x0 = found[0] / 2;
            square = found[1] - x0 * x0;
            for (int i = 0; i < n; i++) {
                double d = (frequencies[i] - middle) / span - x0;
                double denominator = d * d + Math.max(square, 1e-12);
                weights[i] = 1 / (denominator * denominator);
            }
        }
        if (!(square > 0)) {
            throw new IllegalArgumentException("lineFit: these " + n + " voltages are not those of one resonance");
        }
        double w = Math.sqrt(square);
        double odd = largest * found[2] / (2 * w);
        double even = largest * (found[3] + found[2] * x0) / (2 * square);
        var fit = new LineFit(middle + span * x0, span * w, odd, even, 0);
        double worst = 0;
        for (int i = 0; i < n; i++) {
            worst = Math.max(worst, Math.abs(voltages[i] - fit.voltage(frequencies[i])));
        }
        return new LineFit(fit.center, fit.halfWidth, odd, even, worst / largest);
    }

    /** Gauss's elimination with pivots, of four equations with the right side in the fifth column. */
    private static double[] solve(double[][] m) {
        for (int c = 0; c < 4; c++) {
            int pivot = c;
            for (int r = c + 1; r < 4; r++) {
                if (Math.abs(m[r][c]) > Math.abs(m[pivot][c])) {
                    pivot = r;
                }
            }
            double[] swap = m[c];
            m[c] = m[pivot];
            m[pivot] = swap;
            for (int r = 0; r < 4; r++) {
                double factor = r == c ? 0 : m[r][c] / m[c][c];
                for (int k = c; k < 5; k++) {
                    m[r][k] -= factor * m[c][k];
                }
            }
        }
        return new double[] {m[0][4] / m[0][0], m[1][4] / m[1][1], m[2][4] / m[2][2], m[3][4] / m[3][3]};
    }

    /** The voltage of the fitted line at a frequency. */
    public double voltage(double frequency) {
        double d = frequency - center;
        return 2 * halfWidth * (antisymmetric * d + symmetric * halfWidth) / (halfWidth * halfWidth + d * d);
    }

    /** The half width over the frequency: the damping α that a {@link SpinDiodeLine} of this width has. */
    public double effectiveDamping() {
        return halfWidth / center;
    }

    /** The line of training with this width and antisymmetric part, in the unit of the voltages. */
    public SpinDiodeLine line() {
        return new SpinDiodeLine(effectiveDamping(), antisymmetric);
    }

    @Override
    public String toString() {
        return "line at " + Unit.digits(center) + ", half width " + Unit.digits(halfWidth) + ", antisymmetric " + Unit.digits(antisymmetric)
                + ", symmetric " + Unit.digits(symmetric) + ", off by at most " + Unit.digits(100 * residual) + " %";
    }
}
