package io.larmor.physics.ensemble;

import io.larmor.physics.Constants;
import io.larmor.physics.spin.SpinParameters;
import java.util.function.IntFunction;

/**
 * The law of an ensemble's spins as kernels take it, per second: columns of one entry for all spins, or of one for each.
 * With B = b + A m + m x c the law of Landau, Lifshitz, Gilbert and Slonczewski is
 *
 * <pre>dm/dt = m x (b' + d m + m x (c' + e m)),   g = -γ / (1 + α²)
 * b' = g (b - α c),   c' = g (c + α b),   d = g A,   e = α d</pre>
 *
 * for spins of length 1, in the frame in which A is diagonal.
 */
final class Rates {

    private static final int B = 0;
    private static final int C = 3;
    private static final int DX = 6;
    private static final int DZ = 7;
    private static final int EX = 8;
    private static final int EZ = 9;
    private static final int HEAT_B = 10;
    private static final int HEAT_C = 11;
    private static final int LAW = 12;
    private static final int FRAME = 9;
    private static final int GAIN = 6;

    private final double[][] law;
    private final double[][] frame;
    private final double[][] gain;
    private final double largestField;
    private final double largestGain;
    private final double largestHeat;

    private Rates(double[][] law, double[][] frame, double[][] gain, double largestField, double largestGain, double largestHeat) {
        this.law = law;
        this.frame = frame;
        this.gain = gain;
        this.largestField = largestField;
        this.largestGain = largestGain;
        this.largestHeat = largestHeat;
    }

    /** The bytes that a spin's own law takes at most. */
    static int bytesPerSpin() {
        return 8 * (LAW + FRAME + GAIN);
    }

    /**
     * The rates of some spins.
     *
     * @param rows the rows of the columns: 1 if all spins are the same
     * @param drive what one unit of drive adds; null if nothing is driven
     */
    static Rates of(int rows, IntFunction<SpinParameters> spin, IntFunction<SpinDrive> drive) {
        double[][] law = new double[LAW][rows];
        double[][] frames = null;
        double[][] gain = drive == null ? null : new double[GAIN][rows];
        double largestField = 0;
        double largestGain = 0;
        double largestHeat = 0;
        for (int i = 0; i < rows; i++) {
            var parameters = checked(spin.apply(i), i);
            var frame = Frame.of(parameters);
            if (!frame.isUpright() && frames == null) {
                frames = upright(rows);
            }
            for (int k = 0; frames != null && k < FRAME; k++) {
                frames[k][i] = frame.rows()[k];
            }
            double rate = -Constants.GAMMA / (1 + parameters.alpha() * parameters.alpha());
            affine(law, i, frame, rate, parameters.alpha(), parameters.bx(), parameters.by(), parameters.bz(), parameters.cx(),
                    parameters.cy(), parameters.cz());
            double[] diagonal = frame.diagonal();
            law[DX][i] = rate * (diagonal[0] - diagonal[1]);
            law[DZ][i] = rate * (diagonal[2] - diagonal[1]);
            law[EX][i] = parameters.alpha() * law[DX][i];
            law[EZ][i] = parameters.alpha() * law[DZ][i];
            law[HEAT_B][i] = rate * parameters.thermal();
            law[HEAT_C][i] = parameters.alpha() * law[HEAT_B][i];
            largestField = Math.max(largestField, largestField(parameters, diagonal));
            largestHeat = Math.max(largestHeat, parameters.thermal());
            if (drive != null) {
                var unit = drive.apply(i);
                affine(gain, i, frame, rate, parameters.alpha(), unit.bx(), unit.by(), unit.bz(), unit.cx(), unit.cy(), unit.cz());
                largestGain = Math.max(largestGain, unit.largestField());
            }
        }
        return new Rates(law, frames, gain, largestField, largestGain, largestHeat);
    }

    private static SpinParameters checked(SpinParameters p, int spin) {
        double sum = p.alpha() + p.bx() + p.by() + p.bz() + p.axx() + p.ayy() + p.azz() + p.axy() + p.axz() + p.ayz() + p.cx() + p.cy()
                + p.cz() + p.thermal();
        if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException("ensemble: spin " + spin + " has a parameter that is not a finite number (a volume or "
                    + "a magnetization of 0 gives an infinite thermal field): " + p);
        }
        if (p.alpha() < 0 || p.thermal() < 0) {
            throw new IllegalArgumentException("ensemble: spin " + spin + " has damping " + p.alpha() + " and thermal strength "
                    + p.thermal() + " T sqrt(s); both must be at least 0");
        }
        return p;
    }

    private static double largestField(SpinParameters p, double[] diagonal) {
        double spread = Math.max(Math.abs(diagonal[0] - diagonal[1]), Math.max(Math.abs(diagonal[1] - diagonal[2]), Math.abs(diagonal[2] - diagonal[0])));
        return Math.sqrt(p.bx() * p.bx() + p.by() * p.by() + p.bz() * p.bz()) + spread
                + Math.sqrt(p.cx() * p.cx() + p.cy() * p.cy() + p.cz() * p.cz());
    }

    private static double[][] upright(int rows) {
        double[][] frames = new double[FRAME][rows];
        for (int i = 0; i < rows; i++) {
            frames[0][i] = frames[4][i] = frames[8][i] = 1;
        }
        return frames;
    }

    private static void affine(double[][] to, int i, Frame frame, double rate, double alpha, double bx, double by, double bz, double cx,
            double cy, double cz) {
        for (int row = 0; row < 3; row++) {
            to[B + row][i] = rate * frame.part(row, bx - alpha * cx, by - alpha * cy, bz - alpha * cz);
            to[C + row][i] = rate * frame.part(row, cx + alpha * bx, cy + alpha * by, cz + alpha * bz);
        }
    }

    boolean isWarm() {
        return largestHeat > 0;
    }

    boolean isDriven() {
        return gain != null;
    }

    /** A bound of the effective field with a drive up to a size, in tesla. */
    double largestField(double drive) {
        return largestField + largestGain * Math.abs(drive);
    }

    /** The largest standard deviation of a component of the thermal field over a step, in tesla. */
    double largestHeat(double dt) {
        return largestHeat / Math.sqrt(dt);
    }

    /** Puts the law of some spins into a block, for a kernel's unit of time. */
    void load(SpinBlock block, int from, double time) {
        for (int k = 0; k < LAW; k++) {
            copy(law[k], from, k < HEAT_B ? time : Math.sqrt(time), block.data, block.begin + SpinBlock.BX + k * SpinBlock.SIZE, block.count);
        }
        if (gain != null) {
            System.arraycopy(block.data, block.begin + SpinBlock.BX, block.rest, 0, block.rest.length);
            for (int k = 0; k < GAIN; k++) {
                copy(gain[k], from, time, block.gain, k * SpinBlock.SIZE, block.count);
            }
        }
    }

    private static void copy(double[] column, int from, double scale, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = scale * column[column.length == 1 ? 0 : from + i];
        }
    }

    /** Turns vectors of some spins into their frames. */
    void turn(SpinBlock block, int from) {
        turn(block, from, 1, 3);
    }

    /** Turns vectors of some spins back. */
    void turnBack(SpinBlock block, int from) {
        turn(block, from, 3, 1);
    }

    private void turn(SpinBlock block, int from, int across, int down) {
        double[] m = block.data;
        for (int i = 0; frame != null && i < block.count; i++) {
            int row = frame[0].length == 1 ? 0 : from + i;
            int at = block.begin + i;
            double x = m[SpinBlock.X + at], y = m[SpinBlock.Y + at], z = m[SpinBlock.Z + at];
            m[SpinBlock.X + at] = frame[0][row] * x + frame[across][row] * y + frame[2 * across][row] * z;
            m[SpinBlock.Y + at] = frame[down][row] * x + frame[4][row] * y + frame[down + 2 * across][row] * z;
            m[SpinBlock.Z + at] = frame[2 * down][row] * x + frame[2 * down + across][row] * y + frame[8][row] * z;
        }
    }
}
