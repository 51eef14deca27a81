package io.larmor.learn.product;

/** Plain loops: the reference, and what runs where there is nothing better. */
final class PlainFloatProducts implements FloatProductKernel {

    /** Eight vectors of the narrowest lanes that fused multiply-adds come with. */
    private static final int COLUMNS = 32;

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public void pack(float[] from, int start, int stride, int count, float[] to, int at) {
        for (int k = 0; k < count; k++) {
            System.arraycopy(from, start + k * stride, to, at + k * COLUMNS, COLUMNS);
        }
    }

    @Override
    public void add(float[] a, int aFrom, int aStride, float[] b, int bFrom, int inner, float[] c, int cFrom, int cStride) {
        float[] sums = new float[COLUMNS];
        float[] row = new float[COLUMNS];
        for (int r = 0; r < ROWS; r++) {
            System.arraycopy(c, cFrom + r * cStride, sums, 0, COLUMNS);
            for (int k = 0; k < inner; k++) {
                System.arraycopy(b, bFrom + k * COLUMNS, row, 0, COLUMNS);
                add(a[aFrom + r * aStride + k], row, sums);
            }
            System.arraycopy(sums, 0, c, cFrom + r * cStride, COLUMNS);
        }
    }

    /** One index for both arrays and no offset: the shape that the compiler turns into vector instructions. */
    private static void add(float factor, float[] row, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(factor, row[j], sums[j]);
        }
    }
}
