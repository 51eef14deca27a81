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

    /** The spins from which on it is faster than one spin after the other. */
    int fewest();

    /** Where its noise comes from. */
    Normals normals();

    /**
     * Steps of the classical Runge-Kutta method, each followed by a normalization. The block's law is for half a step: the
     * method's points are then m + k, m + k and m + 2 k, and the new m is a third of the sum of the first, twice the second
     * and the third, less the old m, and the last k. The normalization is a series about length 1, which for turns of up to
     * 0.3 rad in a step and a start of length 1 is exact to rounding.
     */
    void rk4(SpinBlock block, int steps);

    /**
     * Steps of Heun's stochastic method: one thermal field, constant over the step, in predictor and corrector, of which only
     * the latter is brought back to length 1. The block's law is for a whole step. Before, the square of the length is 1 and a
     * quarter of the square of the two slopes' difference, so that a series about 1 is exact to rounding for kicks of 0.05 rad,
     * and good enough for the next steps to mend for kicks of 1 rad.
     *
     * @param key the key of the noise
     * @param first the number of the first step
     */
    void heun(SpinBlock block, int steps, long key, long first);

    /** The length of three times, and of twice, a magnetization. */
    UnitLength THREE = UnitLength.from(3);
    UnitLength TWO = UnitLength.from(2);
}
