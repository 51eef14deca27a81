package io.larmor.physics.oscillator;

import io.larmor.core.Philox;
import io.larmor.core.Progress;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;

/** The largest absolute value of a coupling's eigenvalues: by how much it can make anything grow. */
public final class SpectralRadius {

    /** Up to this size all eigenvalues are computed. */
    private static final int SMALL = 100;
    private static final int ROUNDS = 400;
    /** How far, relatively, the fit of a pair may be off. */
    private static final double FITS = 1e-5;

    private SpectralRadius() {
    }

    /** The spectral radius: exact up to 100 nodes, beyond by power iteration to about a hundredth. */
    public static double of(Coupling coupling) {
        return coupling.size() <= SMALL ? exact(coupling) : iterated(coupling);
    }

    private static double exact(Coupling coupling) {
        int n = coupling.size();
        double[][] rows = new double[n][n];
        double[] unit = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            coupling.multiply(unit, column);
            unit[j] = 0;
            for (int i = 0; i < n; i++) {
                rows[i][j] = column[i];
            }
        }
        double largest = 0;
        for (Complex value : new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(rows, false)).getEigenvalues()) {
            largest = Math.max(largest, value.norm());
        }
        return largest;
    }

    /**
     * Power iteration for a leading pair that may be complex: three consecutive vectors obey v2 = s v1 - d v0 where s and d
     * are the pair's sum and product, fitted by least squares. Where many eigenvalues compete no pair ever fits; then the
     * growth over the second half of the rounds says the radius.
     */
    private static double iterated(Coupling coupling) {
        int n = coupling.size();
        double[] v0 = new double[n];
        double[] v1 = new double[n];
        double[] v2 = new double[n];
        var random = new Philox(n);
        for (int i = 0; i < n; i++) {
            v0[i] = random.nextGaussian();
        }
        double growth = 0;
        for (int round = 0; round < ROUNDS; round++) {
            scale(v0, 1 / Math.sqrt(dot(v0, v0)));
            coupling.multiply(v0, v1);
            coupling.multiply(v1, v2);
            double size = dot(v2, v2);
            if (size == 0) {
                return 0;
            }
            double radius = pair(v0, v1, v2, size);
            if (radius > 0) {
                return radius;
            }
            growth += round >= ROUNDS / 2 ? Math.log(size) / 4 : 0;
            double[] oldest = v0;
            v0 = v2;
            v2 = oldest;
            Progress.checkpoint();
        }
        return Math.exp(growth / (ROUNDS - ROUNDS / 2));
    }

    /** The larger absolute value of the pair, or NaN if no pair explains the three vectors. */
    private static double pair(double[] v0, double[] v1, double[] v2, double size) {
        double a = dot(v1, v1), b = dot(v0, v1), p = dot(v1, v2), q = dot(v0, v2);
        double det = a - b * b;
        // One real eigenvalue has all but won: the vectors are parallel.
        boolean parallel = det <= FITS * FITS * a;
        double sum = parallel ? p / a : (p - q * b) / det;
        double product = parallel ? 0 : (b * p - a * q) / det;
        double residual = 0;
        for (int i = 0; i < v0.length; i++) {
            double left = v2[i] - sum * v1[i] + product * v0[i];
            residual += left * left;
        }
        if (residual > FITS * FITS * size) {
            return Double.NaN;
        }
        double root = sum * sum / 4 - product;
        return root < 0 ? Math.sqrt(product) : Math.abs(sum) / 2 + Math.sqrt(root);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}
