package io.larmor.physics.oscillator;

import java.util.Arrays;

/** Every node acts on every other one. The matrix is held column by column, so that products run along the nodes. */
public final class DenseCoupling implements Coupling {

    private static final int COLUMNS = 4;

    private final int size;
    private final double[] columns;

    private DenseCoupling(int size, double[] columns) {
        this.size = size;
        this.columns = columns;
    }

    /**
     * A coupling by its matrix.
     *
     * @param rows {@code rows[i][j]} is how strongly node j acts on node i
     */
    public static DenseCoupling of(double[][] rows) {
        int n = rows.length;
        double[] columns = new double[n * n];
        for (int i = 0; i < n; i++) {
            if (rows[i].length != n) {
                throw new IllegalArgumentException("coupling: row " + i + " has " + rows[i].length
                        + " entries for " + n + " nodes; the matrix must be square");
            }
            for (int j = 0; j < n; j++) {
                if (!Double.isFinite(rows[i][j])) {
                    throw new IllegalArgumentException("coupling: the strength from " + j + " to " + i + " is " + rows[i][j]);
                }
                columns[j * n + i] = rows[i][j];
            }
        }
        return new DenseCoupling(n, columns);
    }

    /** All nodes act on all others with the same strength, and not on themselves. */
    public static DenseCoupling uniform(int size, double strength) {
        double[] columns = new double[size * size];
        Arrays.fill(columns, strength);
        for (int i = 0; i < size; i++) {
            columns[i * size + i] = 0;
        }
        return new DenseCoupling(size, columns);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void multiply(double[] x, double[] into) {
        Arrays.fill(into, 0, size, 0);
        int j = 0;
        for (; j + COLUMNS <= size; j += COLUMNS) {
            four(columns, j * size, size, x[j], x[j + 1], x[j + 2], x[j + 3], into);
        }
        for (; j < size; j++) {
            one(columns, j * size, size, x[j], into);
        }
    }

    @Override
    public void multiply(double[] x, double[] into, double[] y, double[] intoY) {
        Arrays.fill(into, 0, size, 0);
        Arrays.fill(intoY, 0, size, 0);
        int j = 0;
        // Four columns stay in the fastest cache between the two products.
        for (; j + COLUMNS <= size; j += COLUMNS) {
            four(columns, j * size, size, x[j], x[j + 1], x[j + 2], x[j + 3], into);
            four(columns, j * size, size, y[j], y[j + 1], y[j + 2], y[j + 3], intoY);
        }
        for (; j < size; j++) {
            one(columns, j * size, size, x[j], into);
            one(columns, j * size, size, y[j], intoY);
        }
    }

    private static void four(double[] w, int at, int n, double a, double b, double c, double d, double[] into) {
        int at1 = at + n, at2 = at1 + n, at3 = at2 + n;
        for (int i = 0; i < n; i++) {
            into[i] += (a * w[at + i] + b * w[at1 + i]) + (c * w[at2 + i] + d * w[at3 + i]);
        }
    }

    private static void one(double[] w, int at, int n, double a, double[] into) {
        for (int i = 0; i < n; i++) {
            into[i] += a * w[at + i];
        }
    }

    @Override
    public DenseCoupling times(double factor) {
        return new DenseCoupling(size, Arrays.stream(columns).map(w -> w * factor).toArray());
    }
}
