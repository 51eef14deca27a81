package io.larmor.learn;

/**
 * Linear equations with a symmetric positive definite matrix, by Cholesky's decomposition UᵀU. A library's takes five times as
 * long, which the search for a penalty multiplies: these loops the compiler turns into vector instructions.
 */
final class PositiveSystem {

    private PositiveSystem() {
    }

    /**
     * Solves A X = B.
     *
     * @param rows [A B] row after row, of A at least what lies on and above the diagonal; overwritten
     * @return X, or null where A is not positive definite as far as rounding lets one see
     */
    static double[][] solve(double[][] rows) {
        int size = rows.length;
        for (int i = 0; i < size; i++) {
            double[] row = rows[i];
            int k = 0;
            for (; k + 4 <= i; k += 4) {
                subtract(rows[k], rows[k + 1], rows[k + 2], rows[k + 3], i, row);
            }
            for (; k < i; k++) {
                subtract(rows[k], i, row);
            }
            if (row[i] <= 0) {
                return null;
            }
            double scale = 1 / Math.sqrt(row[i]);
            for (int j = i; j < row.length; j++) {
                row[j] *= scale;
            }
        }
        return back(rows);
    }

    /** Of four rows at a time, so that the row is read and written less often than they are. */
    private static void subtract(double[] p, double[] q, double[] r, double[] s, int i, double[] row) {
        double a = -p[i], b = -q[i], c = -r[i], d = -s[i];
        for (int j = i; j < row.length; j++) {
            row[j] = Math.fma(d, s[j], Math.fma(c, r[j], Math.fma(b, q[j], Math.fma(a, p[j], row[j]))));
        }
    }

    private static void subtract(double[] p, int i, double[] row) {
        double a = -p[i];
        for (int j = i; j < row.length; j++) {
            row[j] = Math.fma(a, p[j], row[j]);
        }
    }

    /** Solves U X = Y, [U Y] given. */
    private static double[][] back(double[][] rows) {
        int size = rows.length;
        double[][] solution = new double[size][];
        for (int i = size - 1; i >= 0; i--) {
            double[] row = rows[i];
            double[] sums = new double[row.length - size];
            System.arraycopy(row, size, sums, 0, sums.length);
            for (int k = i + 1; k < size; k++) {
                double a = -row[k];
                double[] known = solution[k];
                for (int c = 0; c < sums.length; c++) {
                    sums[c] = Math.fma(a, known[c], sums[c]);
                }
            }
            for (int c = 0; c < sums.length; c++) {
                sums[c] /= row[i];
            }
            solution[i] = sums;
        }
        return solution;
    }
}
