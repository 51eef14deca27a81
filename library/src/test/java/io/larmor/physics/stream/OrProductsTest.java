package io.larmor.physics.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrProductsTest {

    @Test
    void theFastFormGivesTheSameBits() {
        OrKernel plain = OrProducts.CHOICE.plain();
        OrKernel fast = OrProducts.CHOICE.vector();
        assertNotNull(fast, "tests run with the Vector API");
        var random = new SplittableRandom(1);
        for (int outputs : new int[] {3, 16, 31, 32, 37, 64, 130}) {
            int used = 20;
            float[] values = new float[used];
            int[] rows = new int[used];
            float[] w = new float[used * outputs];
            for (int k = 0; k < used; k++) {
                values[k] = k == 3 ? 1 : (float) random.nextDouble();
                rows[k] = k * outputs;
            }
            for (int k = 0; k < w.length; k++) {
                w[k] = k == 3 * outputs ? 1 : (float) random.nextDouble();
            }
            float[][] a = run(plain, values, rows, w, outputs);
            float[][] b = run(fast, values, rows, w, outputs);
            assertArrayEquals(a[0], b[0], "zeros of " + outputs);
            assertArrayEquals(a[1], b[1], "gradient of " + outputs);
        }
    }

    private static float[][] run(OrKernel kernel, float[] values, int[] rows, float[] w, int outputs) {
        float[] zero = new float[outputs];
        float[] dw = new float[2 * outputs];
        kernel.zeros(values, rows, rows.length, w, zero, outputs);
        kernel.gradient(values, rows, rows.length, w, w, outputs, dw, outputs);
        return new float[][] {zero, dw};
    }
}
