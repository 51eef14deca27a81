package io.larmor.physics.oscillator;

/** The product of a strip of a matrix with one vector or two. */
interface CouplingKernel {

    /** The rows of a strip: enough sums to hide how long an addition takes, few enough to stay in registers, even twice. */
    int ROWS = 16;

    /**
     * The sums of a strip, each the products of one row.
     *
     * @param strip ROWS numbers a node, node after node
     * @param x one number a node
     * @param nodes the nodes, and rows of the whole matrix
     * @param into receives the sums from {@code at} on, of as many rows as the matrix has there
     */
    void multiply(double[] strip, double[] x, int nodes, double[] into, int at);

    /** The same for two vectors at once, which reads the strip only once. */
    void multiply(double[] strip, double[] x, double[] y, int nodes, double[] intoX, double[] intoY, int at);
}
