package io.larmor.physics.oscillator;

import java.util.Arrays;

/**
 * Every node acts on every other one. The matrix is held as one array a column, so that products run along the nodes with one
 * index for all arrays: only then does the compiler make vector instructions of the loop.
 */
public final class DenseCoupling implements Coupling {

    private static final int COLUMNS = 4;

    private final double[][] columns;

    private DenseCoupling(double[][] columns) {
        this.columns = columns;
    }

    /**
     * A coupling by its matrix.
     *
     * @param rows {@code rows[i][j]} is how strongly node j acts on node i
     */
    public static DenseCoupling of(double[][] rows) {
        int n = rows.length;
        double[][] columns = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (rows[i].length != n) {
                throw new IllegalArgumentException("coupling: row " + i + " has " + rows[i].length
                        + " entries for " + n + " nodes; the matrix must be square");
            }
            for (int j = 0; j < n; j++) {
                if (!Double.isFinite(rows[i][j])) {
                    throw new IllegalArgumentException("coupling: the strength from " + j + " to " + i + " is " + rows[i][j]
                            + "; it must be finite");
                }
                columns[j][i] = rows[i][j];
            }
        }
        return new DenseCoupling(columns);
    }

    /** All nodes act on all others with the same strength, and not on themselves. */
    public static DenseCoupling uniform(int size, double strength) {
        double[][] columns = new double[size][size];
        for (int j = 0; j < size; j++) {
            Arrays.fill(columns[j], strength);
            columns[j][j] = 0;
        }
        return new DenseCoupling(columns);
    }

    @Override
    public int size() {
        return columns.length;
    }

    @Override
    public void multiply(double[] x, double[] into) {
        int n = columns.length;
        Arrays.fill(into, 0, n, 0);
        int j = 0;
        for (; j + COLUMNS <= n; j += COLUMNS) {
            four(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], n, x[j], x[j + 1], x[j + 2], x[j + 3], into);
        }
        for (; j < n; j++) {
            one(columns[j], n, x[j], into);
        }
    }

    @Override
    public void multiply(double[] x, double[] into, double[] y, double[] intoY) {
        int n = columns.length;
        Arrays.fill(into, 0, n, 0);
        Arrays.fill(intoY, 0, n, 0);
        int j = 0;
        // Four columns stay in a fast cache between the two products.
        for (; j + COLUMNS <= n; j += COLUMNS) {
            four(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], n, x[j], x[j + 1], x[j + 2], x[j + 3], into);
            four(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], n, y[j], y[j + 1], y[j + 2], y[j + 3], intoY);
        }
        for (; j < n; j++) {
            one(columns[j], n, x[j], into);
            one(columns[j], n, y[j], intoY);
        }
    }

    private static void four(double[] u, double[] v, double[] w, double[] z, int n, double a, double b, double c, double d,
            double[] into) {
        for (int i = 0; i < n; i++) {
            into[i] += (a * u[i] + b * v[i]) + (c * w[i] + d * z[i]);
        }
    }

    private static void one(double[] w, int n, double a, double[] into) {
        for (int i = 0; i < n; i++) {
            into[i] += a * w[i];
        }
    }

    @Override
    public DenseCoupling times(double factor) {
        return new DenseCoupling(Arrays.stream(columns).map(c -> Arrays.stream(c).map(w -> w * factor).toArray())
                .toArray(double[][]::new));
    }
}
