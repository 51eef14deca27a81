package io.larmor.learn.product;

/** One way to add the products of a block of samples. All ways add sample after sample by fused operations: the same bits. */
interface ProductKernel {

    /**
     * Adds to the upper triangle; what lies below it or beyond the width may be overwritten.
     *
     * @param left the first columns, sample after sample from {@code from} on
     * @param leftWidth how many columns these are
     * @param right the other columns, sample after sample from its start on
     * @param samples at most {@link Products#BLOCK}
     * @param width the columns in all
     * @param sums in panels of {@link Products#PANEL} columns, in each of them row after row down to eight below the diagonal
     */
    void add(double[] left, int from, int leftWidth, double[] right, int samples, int width, double[][] sums);
}
