package io.larmor.learn.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("kernels")
class FloatProductsTest {

    /** Rows, inner, columns. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "6, 8, 32", "7, 5, 33", "49, 300, 10", "256, 256, 128", "5, 0, 3", "128, 784, 67", "300, 257, 64"})
    void productsAreThoseOfTheDefinition(int rows, int inner, int columns) throws InterruptedException {
        productsHold(rows, inner, columns);
        FloatProducts.awaitFastKernel();
        productsHold(rows, inner, columns);
    }

    private static void productsHold(int rows, int inner, int columns) {
        float[] a = normals(31, rows * inner);
        float[] b = normals(32, inner * columns);
        float[] expected = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(a[i * inner + k], b[k * columns + j], sum);
                }
                expected[i * columns + j] = sum;
            }
        }
        // The same order of the same operations: the same bits.
        float[] found = normals(33, rows * columns);
        FloatProducts.multiply(a, b, found, rows, inner, columns);
        assertArrayEquals(expected, found, 0f, "seeds 31 and 32");
        found = normals(33, rows * columns);
        FloatProducts.multiplyTransposed(a, transposed(b, inner, columns), found, rows, inner, columns);
        assertArrayEquals(expected, found, 0f, "seeds 31 and 32");
        found = normals(33, rows * columns);
        FloatProducts.transposedMultiply(transposed(a, rows, inner), b, found, rows, inner, columns);
        assertArrayEquals(expected, found, 0f, "seeds 31 and 32");
    }

    @Test
    void theVectorKernelGivesTheSameBits() {
        FloatProductKernel vector = FloatProducts.CHOICE.vector();
        assumeTrue(vector != null, "Java runs without the vector module");
        for (int inner : new int[] {1, 2, 7, 100}) {
            float[] a = normals(34, 6 * (inner + 1) + 3);
            float[] b = normals(35, 40 * inner + 5);
            float[] plain = normals(36, 6 * 40 + 2);
            float[] fast = plain.clone();
            for (int again = 0; again < 3; again++) {
                add(FloatProducts.CHOICE.plain(), a, b, inner, plain);
                add(vector, a, b, inner, fast);
            }
            assertArrayEquals(plain, fast, 0f, inner + " inner, seeds 34 to 36");
        }
    }

    /** Six rows that begin at 3 and are longer than the inner index, by 32 columns of 40 that begin at 5. */
    private static void add(FloatProductKernel kernel, float[] a, float[] b, int inner, float[] c) {
        int wide = kernel.columns();
        float[] panel = new float[inner * wide + 1];
        for (int j = 0; j < 32; j += wide) {
            kernel.pack(b, 5 + j, 40, inner, panel, 1);
            kernel.add(a, 3, inner + 1, panel, 1, inner, c, 2 + j, 40);
        }
    }

    @Test
    void threadsDoNotChangeTheBits() {
        float[] a = normals(37, 301 * 300);
        float[] b = normals(38, 300 * 130);
        int before = Parallel.threads();
        try {
            Parallel.threadsWhateverTheCores(1);
            float[] one = new float[301 * 130];
            FloatProducts.multiply(a, b, one, 301, 300, 130);
            for (int threads : new int[] {2, 7}) {
                Parallel.threadsWhateverTheCores(threads);
                float[] many = new float[301 * 130];
                FloatProducts.multiply(a, b, many, 301, 300, 130);
                assertArrayEquals(one, many, 0f, threads + " threads, seeds 37 and 38");
            }
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void arraysThatAreTooShortAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> FloatProducts.multiply(new float[5], new float[6], new float[4], 2, 3, 2));
    }

    private static float[] transposed(float[] numbers, int rows, int columns) {
        float[] turned = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = numbers[i * columns + j];
            }
        }
        return turned;
    }

    private static float[] normals(long seed, int count) {
        var random = new Philox(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
