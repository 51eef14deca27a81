package io.larmor.learn.product;

/**
 * Adds the product of two blocks to a matrix. All forms give the same bits: an element's products are added one after
 * another, in the order of the inner index, by fused multiply-adds.
 */
interface FloatProductKernel {

    /** Rows of a strip of A. */
    int ROWS = 6;

    /** Columns of a panel of B. */
    int columns();

    /**
     * C += A B for one strip of {@link #ROWS} rows and one panel of {@link #columns} columns.
     *
     * @param a rows that go straight on along the inner index
     * @param aFrom where the strip begins
     * @param aStride from a row of A to the next
     * @param b the packed panels of B: for each inner index a row of {@link #columns} numbers
     * @param bFrom where the panel begins
     * @param inner how many inner indices
     * @param c where the sums are
     * @param cFrom where the first sum is
     * @param cStride from a row of C to the next
     */
    void add(float[] a, int aFrom, int aStride, float[] b, int bFrom, int inner, float[] c, int cFrom, int cStride);

    /** Packs {@code count} rows of {@link #columns} numbers that lie {@code stride} apart. */
    void pack(float[] from, int start, int stride, int count, float[] to, int at);
}
