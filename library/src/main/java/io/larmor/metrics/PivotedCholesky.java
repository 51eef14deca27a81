package io.larmor.metrics;

import io.larmor.core.Progress;
import io.larmor.learn.product.Products;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * G = L Lᵀ for a positive semidefinite matrix of any rank, taking the largest remaining diagonal entry first (Higham, "Analysis
 * of the Cholesky decomposition of a semi-definite matrix", 1990). It says the rank and serves as an orthonormal basis.
 */
final class PivotedCholesky {

    private final int size;
    /** Row k is column k of L. */
    private final double[][] columns;
    private final int[] pivots;

    /**
     * Decomposes a matrix.
     *
     * @param matrix sums of products
     * @param tolerance the relative size of a singular value, the root of a pivot, that counts as zero
     */
    PivotedCholesky(Products matrix, double tolerance) {
        this.size = matrix.width();
        double[] left = new double[size];
        for (int i = 0; i < size; i++) {
            left[i] = matrix.get(i, i);
        }
        double least = tolerance * tolerance * Arrays.stream(left).max().orElse(0);
        double[][] found = new double[size][];
        int[] order = new int[size];
        int rank = 0;
        while (rank < size) {
            int pivot = 0;
            for (int i = 1; i < size; i++) {
                pivot = left[i] > left[pivot] ? i : pivot;
            }
            if (!(left[pivot] > least)) {
                break;
            }
            double[] column = new double[size];
            for (int i = 0; i < size; i++) {
                column[i] = matrix.get(i, pivot);
            }
            for (int j = 0; j < rank; j++) {
                subtract(found[j], found[j][pivot], column);
            }
            double scale = 1 / Math.sqrt(left[pivot]);
            for (int i = 0; i < size; i++) {
                column[i] *= scale;
                left[i] -= column[i] * column[i];
            }
            left[pivot] = Double.NEGATIVE_INFINITY;
            found[rank] = column;
            order[rank++] = pivot;
            Progress.checkpoint();
        }
        this.columns = Arrays.copyOf(found, rank);
        this.pivots = Arrays.copyOf(order, rank);
    }

    private PivotedCholesky(double[][] columns, int[] pivots) {
        this.size = pivots.length;
        this.columns = columns;
        this.pivots = pivots;
    }

    /** The rows and columns that were taken, in their order: all others follow from them. */
    int[] pivots() {
        return pivots.clone();
    }

    /** The decomposition of the matrix of these rows and columns alone, in their order. */
    PivotedCholesky ofPivots() {
        double[][] kept = new double[pivots.length][];
        int[] order = new int[pivots.length];
        for (int k = 0; k < kept.length; k++) {
            double[] column = columns[k];
            kept[k] = Arrays.stream(pivots).mapToDouble(i -> column[i]).toArray();
            order[k] = k;
        }
        return new PivotedCholesky(kept, order);
    }

    private static void subtract(double[] other, double factor, double[] column) {
        for (int i = 0; i < column.length; i++) {
            column[i] -= factor * other[i];
        }
    }

    int rank() {
        return pivots.length;
    }

    /** The squared length of a vector's part in the space, bᵀ G⁻¹ b; the vector is overwritten. */
    double squaredLength(double[] b) {
        double sum = 0;
        for (int k = 0; k < pivots.length; k++) {
            double along = b[pivots[k]] / columns[k][pivots[k]];
            sum += along * along;
            subtract(columns[k], along, b);
        }
        return sum;
    }

    /** The eigenvalues of G that are not zero, the largest first. */
    double[] eigenvalues() {
        int rank = rank();
        if (rank == 0) {
            return new double[0];
        }
        double[][] small = new double[rank][rank];
        for (int j = 0; j < rank; j++) {
            for (int k = j; k < rank; k++) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += columns[j][i] * columns[k][i];
                }
                small[j][k] = sum;
                small[k][j] = sum;
            }
        }
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(small, false)).getEigenvalues();
    }
}
