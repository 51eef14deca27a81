package io.larmor.learn;

/** One way to add the products of a block of samples. All ways add sample after sample by fused operations: the same bits. */
interface ProductKernel {

    /**
     * Adds to the upper triangle; what lies below it or beyond the width may be overwritten.
     *
     * @param block samples x width
     * @param sums padded width x padded width
     */
    void add(double[][] block, int samples, int width, double[][] sums);
}
