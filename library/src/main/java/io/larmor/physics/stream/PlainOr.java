package io.larmor.physics.stream;

import java.util.Arrays;

/** The sums of OR gates in plain Java: the reference. */
final class PlainOr implements OrKernel {

    @Override
    public void zeros(float[] values, int[] rows, int used, float[] w, float[] zero, int outputs) {
        Arrays.fill(zero, 0, outputs, 1);
        for (int k = 0; k < used; k++) {
            factors(w, rows[k], -values[k], zero, outputs);
        }
    }

    private static void factors(float[] w, int row, float minus, float[] zero, int outputs) {
        for (int j = 0; j < outputs; j++) {
            zero[j] *= Math.fma(w[row + j], minus, 1f);
        }
    }

    @Override
    public void gradient(float[] values, int[] rows, int used, float[] g, float[] w, int row, float[] dw, int outputs) {
        Arrays.fill(dw, row, row + outputs, 0);
        for (int k = 0; k < used; k++) {
            add(values[k], g, rows[k], w, row, dw, outputs);
        }
    }

    private static void add(float value, float[] g, int from, float[] w, int row, float[] dw, int outputs) {
        float minus = -value * BELOW_ONE;
        for (int j = row; j < row + outputs; j++) {
            dw[j] = Math.fma(value, g[from + j - row] / Math.fma(w[j], minus, 1f), dw[j]);
        }
    }
}
