package io.larmor.physics.ensemble;

import io.larmor.core.CacheLines;
import java.util.Arrays;

/**
 * A run of neighboring spins with all that a step of them needs, small enough for a core's first cache. Everything lies in
 * one array, a run of {@link #SIZE} numbers a quantity, so that a kernel needs one address for all; only the first
 * {@link #count} entries of a run mean spins, the rest is padding that is computed along so that kernels need no remainder.
 * Runs begin at {@link #begin} and the quantity's constant.
 *
 * <p>The equation of motion over a kernel's unit of time, see {@link SpinKernel}, is k = m x (b + d m + m x (c + e m)),
 * where the components of b, c, d and e are already multiplied by that time. Of the diagonals d and e only the x and z
 * entries are kept: m x (λ m) = 0, so that the y entry can be subtracted from all three.
 */
final class SpinBlock {

    /** Spins of a full block; a multiple of every lane count. */
    static final int SIZE = 128;

    /** What a kernel's own normalization brings to rounding. */
    private static final double TOLERANCE = 1e-6;
    /** How long a choice of where to begin is trusted. */
    private static final long SETTLED_NANOS = 200_000_000;

    /** Where the magnetization begins, unit vectors. */
    static final int X = 0;
    static final int Y = SIZE;
    static final int Z = 2 * SIZE;

    static final int BX = 3 * SIZE;
    static final int BY = 4 * SIZE;
    static final int BZ = 5 * SIZE;
    static final int CX = 6 * SIZE;
    static final int CY = 7 * SIZE;
    static final int CZ = 8 * SIZE;
    static final int DX = 9 * SIZE;
    static final int DZ = 10 * SIZE;
    static final int EX = 11 * SIZE;
    static final int EZ = 12 * SIZE;

    /** What a normal number adds to b and to c. */
    static final int HEAT_B = 13 * SIZE;
    static final int HEAT_C = 14 * SIZE;

    /** The points at which the stages after the first look at the law. */
    static final int U2 = 15 * SIZE;
    static final int V2 = 16 * SIZE;
    static final int W2 = 17 * SIZE;
    static final int U3 = 18 * SIZE;
    static final int V3 = 19 * SIZE;
    static final int W3 = 20 * SIZE;
    static final int U4 = 21 * SIZE;
    static final int V4 = 22 * SIZE;
    static final int W4 = 23 * SIZE;

    final double[] data = new double[24 * SIZE + CacheLines.LINE];

    int count;

    /** The index of the first spin's entries, before a quantity's constant. */
    int begin;
    private long settled = System.nanoTime() - SETTLED_NANOS - 1;

    /** The numbers that name the spins to the noise. */
    final long[] names = new long[SIZE];
    final StepNoise noise = new StepNoise(SIZE);

    /** Of driven spins: b and c without drive, and what one unit of drive adds, six runs each. */
    final double[] rest = new double[6 * SIZE];
    final double[] gain = new double[6 * SIZE];

    /** Chooses where to begin, of a block that holds no spins yet; seldom enough to cost nothing. */
    void settle() {
        if (System.nanoTime() - settled > SETTLED_NANOS) {
            begin = CacheLines.begin(data);
            // Nothing old in the padding.
            Arrays.fill(data, 0);
            noise.settle();
            settled = System.nanoTime();
        }
    }

    /** The spins rounded up to whole groups, which is what a kernel computes. */
    int padded(int group) {
        return (count + group - 1) / group * group;
    }

    /** Brings spins that are not of length 1, because somebody has set them so, to it: kernels count on that. */
    void normalize() {
        for (int i = begin; i < begin + count; i++) {
            double square = data[X + i] * data[X + i] + data[Y + i] * data[Y + i] + data[Z + i] * data[Z + i];
            if (!(Math.abs(square - 1) < TOLERANCE)) {
                double scale = 1 / Math.sqrt(square);
                data[X + i] *= scale;
                data[Y + i] *= scale;
                data[Z + i] *= scale;
            }
        }
    }

    /** Sets the drive of each spin. */
    void drive(double[] drive, int from) {
        for (int run = 0; run < rest.length; run += SIZE) {
            for (int i = 0; i < count; i++) {
                data[begin + BX + run + i] = Math.fma(gain[run + i], drive[from + i], rest[run + i]);
            }
        }
    }
}
