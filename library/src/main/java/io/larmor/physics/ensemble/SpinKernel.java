package io.larmor.physics.ensemble;

/**
 * The steps of a block of spins. Every implementation does the same operations in the same order, fused multiply-adds
 * included, and so gives the same bits.
 */
interface SpinKernel {

    /** What it is, for people. */
    String name();

    /** The spins that it steps at once. */
    int lanes();

    /** Where its noise comes from. */
    Normals normals();

    /** Steps of the classical Runge-Kutta method, each followed by a normalization. */
    void rk4(SpinBlock block, int steps);

    /**
     * Steps of Heun's stochastic method: one thermal field, constant over the step, in predictor and corrector.
     *
     * @param key the key of the noise
     * @param first the number of the first step
     */
    void heun(SpinBlock block, int steps, long key, long first);
}
