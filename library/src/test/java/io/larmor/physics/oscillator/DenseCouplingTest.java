package io.larmor.physics.oscillator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.core.Philox;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class DenseCouplingTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 33, 100})
    void aProductIsTheSumsOfItsRows(int n) {
        var random = new Philox(n);
        double[][] w = new double[n][];
        Arrays.setAll(w, i -> normals(n, random));
        double[] x = normals(n, random);
        double[] y = normals(n, random);
        var coupling = DenseCoupling.of(w);
        double[] alone = new double[n];
        double[] first = new double[n + 1];
        double[] second = new double[n + 1];
        first[n] = 7;
        second[n] = 7;
        coupling.multiply(x, alone);
        coupling.multiply(x, first, y, second);
        for (int i = 0; i < n; i++) {
            double sumX = 0;
            double sumY = 0;
            for (int j = 0; j < n; j++) {
                sumX = Math.fma(x[j], w[i][j], sumX);
                sumY = Math.fma(y[j], w[i][j], sumY);
            }
            assertEquals(sumX, alone[i], "node " + i + " of " + n);
            assertEquals(sumX, first[i], "node " + i + " of " + n + ", beside another product");
            assertEquals(sumY, second[i], "node " + i + " of " + n + ", the other product");
        }
        assertEquals(7, first[n], "what lies behind the nodes is left alone");
        assertEquals(7, second[n], "what lies behind the nodes is left alone");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 40})
    void bothFormsGiveTheSameBits(int nodes) {
        CouplingKernel lanes = DenseCoupling.CHOICE.vector();
        assumeTrue(lanes != null, "this Java runs without the Vector API");
        var random = new Philox(nodes);
        double[] strip = normals(nodes * CouplingKernel.ROWS, random);
        double[] x = normals(nodes, random);
        double[] y = normals(nodes, random);
        for (int at = 0; at < nodes; at += CouplingKernel.ROWS) {
            double[][] sums = new double[6][nodes];
            int s = 0;
            for (CouplingKernel kernel : new CouplingKernel[] {DenseCoupling.CHOICE.plain(), lanes}) {
                kernel.multiply(strip, x, nodes, sums[s], at);
                kernel.multiply(strip, x, y, nodes, sums[s + 1], sums[s + 2], at);
                s += 3;
            }
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(sums[i], sums[i + 3], 0, "product " + i + " from row " + at);
            }
        }
    }

    @Test
    void moreNodesThanAnArrayHoldsAreRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> DenseCoupling.uniform(200_000_000, 1));
        assertTrue(error.getMessage().contains("couple them sparsely"), error.getMessage());
    }

    private static double[] normals(int n, Philox random) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
