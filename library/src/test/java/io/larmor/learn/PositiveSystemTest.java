package io.larmor.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.larmor.core.Philox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositiveSystemTest {

    private static final int OUTPUTS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 61})
    void theSolutionThatTheEquationsWereMadeFromComesBack(int size) {
        double[][] matrix = positive(size);
        double[][] rows = new double[size][size + OUTPUTS];
        for (int i = 0; i < size; i++) {
            // What lies below the diagonal is not looked at.
            for (int j = i; j < size; j++) {
                rows[i][j] = matrix[i][j];
            }
            for (int k = 0; k < OUTPUTS; k++) {
                for (int j = 0; j < size; j++) {
                    rows[i][size + k] += matrix[i][j] * due(j, k);
                }
            }
        }
        double[][] solution = PositiveSystem.solve(rows);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < OUTPUTS; k++) {
                assertEquals(due(i, k), solution[i][k], 1e-10, "unknown " + i + ", output " + k + ", seed 3");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6})
    void aMatrixThatIsNotPositiveHasNoSolution(int bad) {
        double[][] rows = positive(7);
        rows[bad][bad] = -1;
        assertNull(PositiveSystem.solve(rows));
    }

    private static double due(int i, int k) {
        return i - 2 * k + 0.5;
    }

    /** R Rᵀ + 1 for a random R. */
    private static double[][] positive(int size) {
        var random = new Philox(3);
        double[][] factor = new double[size][size];
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                factor[i][j] = random.nextGaussian();
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = i == j ? 1 : 0;
                for (int k = 0; k < size; k++) {
                    matrix[i][j] += factor[i][k] * factor[j][k];
                }
            }
        }
        return matrix;
    }
}
