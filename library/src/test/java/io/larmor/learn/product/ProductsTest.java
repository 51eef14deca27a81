package io.larmor.learn.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.core.Philox;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernels")
class ProductsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 33, 48, 150})
    void sumsAreThoseOfTheDefinition(int width) {
        for (int samples : new int[] {1, 4, 13, 64, 200, 400}) {
            double[][] rows = rows(samples, width);
            var products = new Products(width);
            products.addAll(rows);
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    double sum = 0;
                    for (double[] row : rows) {
                        sum += row[i] * row[j];
                    }
                    assertEquals(sum, products.get(i, j), 1e-12 * (1 + samples), width + " x " + samples + ", seed 22");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 47, 48, 49, 160})
    void theVectorKernelGivesTheSameBits(int width) {
        ProductKernel vector = Products.CHOICE.vector();
        assumeTrue(vector != null, "Java runs without the vector module");
        for (int samples : new int[] {1, 3, 64}) {
            int leftWidth = width - width / 5;
            double[] left = flat(samples, leftWidth, 22);
            double[] right = flat(samples, width - leftWidth, 23);
            double[][] plain = Products.sums(width);
            double[][] fast = Products.sums(width);
            for (int again = 0; again < 3; again++) {
                Products.CHOICE.plain().add(left, 0, leftWidth, right, samples, width, plain);
                vector.add(left, 0, leftWidth, right, samples, width, fast);
            }
            assertTrue(Arrays.deepEquals(Products.upper(plain, width), Products.upper(fast, width)), width + " x " + samples);
        }
    }

    @Test
    void aKernelIsChosenAndHolds() throws InterruptedException {
        ProductKernel kernel = Products.CHOICE.settled();
        assertTrue(kernel == Products.CHOICE.plain() || Products.CHOICE.vector() != null);
        sumsAreThoseOfTheDefinition(100);
    }

    private static double[] flat(int samples, int width, int seed) {
        var random = new Philox(seed);
        double[] numbers = new double[samples * width];
        Arrays.setAll(numbers, i -> random.nextGaussian());
        return numbers;
    }

    private static double[][] rows(int samples, int width) {
        var random = new Philox(22);
        double[][] rows = new double[samples][width];
        Arrays.stream(rows).forEach(row -> Arrays.setAll(row, i -> random.nextGaussian()));
        return rows;
    }
}
