package io.larmor.physics.ensemble;

import java.util.Arrays;

/**
 * A run of neighboring spins with all that a step of them needs, small enough for a core's first cache. Everything is
 * one array a quantity; only the first {@link #count} entries mean spins, the rest is padding that is computed along so
 * that kernels need no remainder.
 *
 * <p>The equation of motion over a time step is k = m x (b + d m + m x (c + e m)), where the components of b, c, d and e
 * are already multiplied by the time step. Of the diagonals d and e only the x and z entries are kept: m x (λ m) = 0, so
 * that the y entry can be subtracted from all three.
 */
final class SpinBlock {

    /** Spins of a full block; a multiple of every lane count. */
    static final int SIZE = 128;

    int count;

    /** The magnetization, unit vectors. */
    final double[] x = new double[SIZE];
    final double[] y = new double[SIZE];
    final double[] z = new double[SIZE];

    final double[] bx = new double[SIZE];
    final double[] by = new double[SIZE];
    final double[] bz = new double[SIZE];
    final double[] cx = new double[SIZE];
    final double[] cy = new double[SIZE];
    final double[] cz = new double[SIZE];
    final double[] dx = new double[SIZE];
    final double[] dz = new double[SIZE];
    final double[] ex = new double[SIZE];
    final double[] ez = new double[SIZE];

    /** What a normal number adds to b and to c. */
    final double[] heatB = new double[SIZE];
    final double[] heatC = new double[SIZE];

    /** The numbers that name the spins to the noise. */
    final long[] names = new long[SIZE];
    final StepNoise noise = new StepNoise(SIZE);

    /** Of driven spins: b and c without drive, and what one unit of drive adds. */
    final double[][] rest = new double[6][SIZE];
    final double[][] gain = new double[6][SIZE];

    /** Working space of kernels: stage points, torques and sums. */
    final double[][] scratch = new double[17][SIZE];

    SpinBlock() {
        // The padding stands still, but it must not divide by zero.
        Arrays.fill(z, 1);
    }

    /** The spins rounded up to whole groups, which is what a kernel computes. */
    int padded(int group) {
        return (count + group - 1) / group * group;
    }

    /** Sets the drive of each spin. */
    void drive(double[] drive, int from) {
        drive(drive, from, rest[0], gain[0], bx);
        drive(drive, from, rest[1], gain[1], by);
        drive(drive, from, rest[2], gain[2], bz);
        drive(drive, from, rest[3], gain[3], cx);
        drive(drive, from, rest[4], gain[4], cy);
        drive(drive, from, rest[5], gain[5], cz);
    }

    private void drive(double[] drive, int from, double[] rest, double[] gain, double[] to) {
        for (int i = 0; i < count; i++) {
            to[i] = Math.fma(gain[i], drive[from + i], rest[i]);
        }
    }
}
