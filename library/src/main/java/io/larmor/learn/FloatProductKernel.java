package io.larmor.learn;

/**
 * Adds the product of two packed blocks to a matrix. All forms give the same bits: an element's products are added one after
 * another, in the order of the inner index, by fused multiply-adds.
 */
interface FloatProductKernel {

    /** Rows of a strip of A. */
    int ROWS = 6;
    /** Columns of a panel of B: two vectors of the widest lanes. */
    int COLUMNS = 32;

    /**
     * C += A B for one strip of {@link #ROWS} rows and one panel of {@link #COLUMNS} columns.
     *
     * @param a the packed strips of A: for each inner index a column of {@link #ROWS} numbers
     * @param aFrom where the strip begins
     * @param b the packed panels of B: for each inner index a row of {@link #COLUMNS} numbers
     * @param bFrom where the panel begins
     * @param inner how many inner indices
     * @param c where the sums are, a row every {@code stride}
     * @param cFrom where the first sum is
     */
    void add(float[] a, int aFrom, float[] b, int bFrom, int inner, float[] c, int cFrom, int stride);
}
