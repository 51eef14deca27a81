package io.larmor.learn;

/** Products of matrices in single precision, flat, row after row, for training. */
public final class FloatProducts {

    private FloatProducts() {
    }

    /**
     * C = A B.
     *
     * @param a rows × inner
     * @param b inner × columns
     * @param c rows × columns, overwritten
     */
    public static void multiply(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(a[i * inner + k], b[k * columns + j], sum);
                }
                c[i * columns + j] = sum;
            }
        }
    }

    /**
     * C = A Bᵀ.
     *
     * @param a rows × inner
     * @param b columns × inner
     * @param c rows × columns, overwritten
     */
    public static void multiplyTransposed(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(a[i * inner + k], b[j * inner + k], sum);
                }
                c[i * columns + j] = sum;
            }
        }
    }

    /**
     * C = Aᵀ B.
     *
     * @param a inner × rows
     * @param b inner × columns
     * @param c rows × columns, overwritten
     */
    public static void transposedMultiply(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(a[k * rows + i], b[k * columns + j], sum);
                }
                c[i * columns + j] = sum;
            }
        }
    }
}
