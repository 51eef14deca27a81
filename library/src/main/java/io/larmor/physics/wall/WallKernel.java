package io.larmor.physics.wall;

/**
 * Steps of Runge and Kutta's fourth-order method for a block of walls. All forms give the same bits: each fixes the order of
 * every operation. Instead of computing a sine at every stage they turn (sin 2φ, cos 2φ) by the small angle that φ has gone
 * since the step's beginning, by the Taylor series to its seventh power, which is exact to rounding while an angle is below
 * {@link #LARGEST_TURN}; {@link WallBatch} sees to it.
 */
interface WallKernel {

    /** 2 Δφ of a step up to which the series is exact to 1e-15. */
    double LARGEST_TURN = 0.05;

    double S3 = -1.0 / 6;
    double S5 = 1.0 / 120;
    double C2 = -1.0 / 2;
    double C4 = 1.0 / 24;
    double C6 = -1.0 / 720;
    double SIXTH = 1.0 / 6;

    /**
     * Advances the block in place and adds x and x² after every step to its sums.
     *
     * @param drive the drive at the beginning, the middle and the end of each step: 2 steps + 1 values
     * @param step in seconds
     */
    void advance(WallBlock block, double[] drive, int steps, double step);
}
