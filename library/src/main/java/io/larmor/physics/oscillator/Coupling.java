package io.larmor.physics.oscillator;

/** Who acts on whom, and how strongly: a square matrix that is only ever multiplied with vectors. */
public sealed interface Coupling permits DenseCoupling, SparseCoupling {

    /** The number of nodes. */
    int size();

    /**
     * The sums Σ_j W_ij x_j.
     *
     * @param x one value a node
     * @param into receives one sum a node; another array than {@code x}
     */
    void multiply(double[] x, double[] into);

    /** Two products at once, which read the matrix only once. */
    void multiply(double[] x, double[] into, double[] y, double[] intoY);

    /** The same with every strength multiplied by a factor. */
    Coupling times(double factor);
}
