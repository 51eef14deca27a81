package io.larmor.physics.wall;

/**
 * Steps of Runge and Kutta's fourth-order method for a block of walls. All forms give the same bits: each fixes the order of
 * every operation.
 *
 * <p>No stage computes a sine or a root. They turn (sin ψ, cos ψ) by the small angle that ψ has gone since the step's
 * beginning, by Taylor series, and the width D by the series of 1/sqrt(1 − 2η) in the small η = D² (C − C0)/2. What the
 * series leave out is at least one power of the step beyond the method's own error: it is below rounding where ψ turns by
 * 2 mrad a step, and about a hundredth of that error where it turns by 20 mrad. {@link WallBatch} refuses more than
 * {@link #LARGEST_TURN}.
 */
interface WallKernel {

    /** The largest turn of ψ in a step. */
    double LARGEST_TURN = 0.05;

    double S3 = -1.0 / 6;
    double S5 = 1.0 / 120;
    double C2 = -1.0 / 2;
    double C4 = 1.0 / 24;
    double C6 = -1.0 / 720;
    double SIXTH = 1.0 / 6;
    double THIRD = 1.0 / 3;
    /** 1/sqrt(1 − 2η) = 1 + η (1 + η (H2 + η (H3 + ...))). */
    double H2 = 3.0 / 2;
    double H3 = 5.0 / 2;
    double H4 = 35.0 / 8;
    double H5 = 63.0 / 8;

    /**
     * Advances a block that has begun, and adds z and z² after every step to its sums.
     *
     * @param drive the drive at the beginning, the middle and the end of each step: 2 steps + 1 values
     */
    void advance(WallBlock block, double[] drive, int steps);
}
