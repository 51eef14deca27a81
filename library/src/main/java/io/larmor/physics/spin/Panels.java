package io.larmor.physics.spin;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The interval -1 to 1 cut into panels with Gauss points, dense at both ends, for integrals of smooth positive functions
 * to the last digits: over all of it, and from an end up to each point.
 */
final class Panels {

    private static final int POINTS = 12;
    private static final int PANELS = 200;

    final double[] z = new double[PANELS * POINTS];
    private final double[] weight = new double[z.length];
    private final double[] half = new double[PANELS];
    /** From a panel's left end to its point i: the integral of the polynomial that is 1 at point j. */
    private final double[][] partial = new double[POINTS][POINTS];

    Panels() {
        var rule = new GaussIntegratorFactory().legendre(POINTS);
        for (int panel = 0; panel < PANELS; panel++) {
            double left = -Math.cos(Math.PI * panel / PANELS);
            double right = -Math.cos(Math.PI * (panel + 1) / PANELS);
            half[panel] = (right - left) / 2;
            for (int i = 0; i < POINTS; i++) {
                z[panel * POINTS + i] = (left + right) / 2 + half[panel] * rule.getPoint(i);
                weight[panel * POINTS + i] = half[panel] * rule.getWeight(i);
            }
        }
        for (int i = 0; i < POINTS; i++) {
            double end = rule.getPoint(i);
            for (int j = 0; j < POINTS; j++) {
                for (int k = 0; k < POINTS; k++) {
                    double x = -1 + (end + 1) * (rule.getPoint(k) + 1) / 2;
                    partial[i][j] += rule.getWeight(k) * (end + 1) / 2 * lagrange(rule::getPoint, j, x);
                }
            }
        }
    }

    private static double lagrange(IntToDoubleFunction points, int j, double x) {
        double product = 1;
        for (int i = 0; i < POINTS; i++) {
            if (i != j) {
                product *= (x - points.applyAsDouble(i)) / (points.applyAsDouble(j) - points.applyAsDouble(i));
            }
        }
        return product;
    }

    double[] values(DoubleUnaryOperator f) {
        double[] values = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            values[i] = f.applyAsDouble(z[i]);
        }
        return values;
    }

    /** The integral of the product of two functions. */
    double integral(double[] f, double[] g) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += weight[i] * f[i] * g[i];
        }
        return sum;
    }

    /** The integral from -1 up to each point. */
    double[] fromLeft(double[] f) {
        double[] sums = new double[f.length];
        double before = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            int at = panel * POINTS;
            double whole = 0;
            for (int i = 0; i < POINTS; i++) {
                double part = 0;
                for (int j = 0; j < POINTS; j++) {
                    part += partial[i][j] * f[at + j];
                }
                sums[at + i] = before + half[panel] * part;
                whole += weight[at + i] * f[at + i];
            }
            before += whole;
        }
        return sums;
    }

    /** The integral from each point to 1. */
    double[] toRight(double[] f) {
        double[] mirrored = fromLeft(reversed(f));
        return reversed(mirrored);
    }

    private static double[] reversed(double[] f) {
        double[] reversed = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            reversed[i] = f[f.length - 1 - i];
        }
        return reversed;
    }
}
