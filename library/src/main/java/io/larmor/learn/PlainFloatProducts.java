package io.larmor.learn;

/** Plain loops: the reference, and what runs where there is nothing better. */
final class PlainFloatProducts implements FloatProductKernel {

    @Override
    public void add(float[] a, int aFrom, float[] b, int bFrom, int inner, float[] c, int cFrom, int stride) {
        float[] sums = new float[COLUMNS];
        float[] row = new float[COLUMNS];
        for (int r = 0; r < ROWS; r++) {
            System.arraycopy(c, cFrom + r * stride, sums, 0, COLUMNS);
            for (int k = 0; k < inner; k++) {
                System.arraycopy(b, bFrom + k * COLUMNS, row, 0, COLUMNS);
                add(a[aFrom + k * ROWS + r], row, sums);
            }
            System.arraycopy(sums, 0, c, cFrom + r * stride, COLUMNS);
        }
    }

    /** One index for both arrays and no offset: the shape that the compiler turns into vector instructions. */
    private static void add(float factor, float[] row, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(factor, row[j], sums[j]);
        }
    }
}
