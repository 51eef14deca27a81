package io.larmor.physics.wall;

import io.larmor.physics.Constants;
import java.util.Arrays;

/**
 * Some walls in motion, in units of their own in which their law has the fewest constants. With the turning e of φ in a step,
 * the way v of z = x/σ in half a step, ψ = 2φ and the step h,
 *
 * <pre>
 * e = f(t) + a2 z + a3 z² + ... − b S + p sqrt(Y − C)
 * v = (e' + S)/sqrt(Y − C) + r,  S = T sin ψ,  C = T cos ψ
 * </pre>
 *
 * <p>where e' is e without its last term, T = h γ0 H_d/(2 α), b = α²/(1 + α²), Y = T P/Q, σ = (α/2) sqrt(T/Q), and
 * 1/D² = P − Q cos ψ. A current gives p and r, which are rarely there. The numbers of a kind lie in a row of {@link #cells} that
 * begins at a fixed place, which makes its address a constant of the kernels' code.
 */
final class WallBlock {

    /** The number of walls is a multiple of it, so that vectors of any width fill it. */
    static final int GRAIN = 16;
    /** So many walls at most, and the length of a row: with all rows in the first cache, and as many loops as may be long. */
    static final int MOST = 64;
    /** The most terms of E'(x): a potential of the eighth order. */
    static final int TERMS = 8;
    /** The terms that every wall has; more of them take a pass of their own. */
    static final int FEW = 4;
    /** Stands for no damping, no H_d, no dependence of the width on the angle: too small to count, but it can be divided by. */
    private static final double NOTHING = 1e-20;

    /** The state, with the sums of z and z² over the steps. */
    static final int Z = 0, PHI = MOST, SINE = 2 * MOST, COSINE = 3 * MOST, SUM = 4 * MOST, SQUARES = 5 * MOST;
    /** The law: Y, −b, the field's steady part and its swing, a2, a3, and a4 with all terms above it. */
    static final int WIDTH = 6 * MOST, BACK = 7 * MOST, STEADY = 8 * MOST, SWING = 9 * MOST;
    static final int A2 = 10 * MOST, A3 = 11 * MOST, TOP = 12 * MOST;
    /** What a step begins with: 1/sqrt(Y − C), its square times C/2 and −S/2, the force at its beginning and its middle. */
    static final int D = 13 * MOST, DC = 14 * MOST, DS = 15 * MOST, FORCE = 16 * MOST, MIDDLE = 17 * MOST;
    /** From a stage's rates e and v to the next one's; there are four stages. */
    static final int STAGE = 2 * MOST, E = 18 * MOST, V = 19 * MOST;
    /** The rest of the law, for those that need it: a4 and above; p and r of a current. */
    static final int HIGHER = 26 * MOST, PUSH = 31 * MOST, DRIFT = 32 * MOST, CELLS = 33 * MOST;

    final int lanes;
    final double[] cells = new double[CELLS];
    /** Terms of E'(x) that some wall of the block needs. */
    int terms = FEW;
    /** Whether some wall of the block carries a current. */
    boolean current;

    private final Wall[] walls;
    private final double[] place;
    private final double[] fields;
    private final double[] scale;
    private final double[] torque;
    private final double[] sums;
    private double step = Double.NaN;

    /** Room for walls, their number brought up to a multiple of {@link #GRAIN}. */
    WallBlock(int walls) {
        this.lanes = (walls + GRAIN - 1) / GRAIN * GRAIN;
        this.walls = new Wall[lanes];
        this.place = new double[lanes];
        this.fields = new double[2 * lanes];
        this.scale = new double[lanes];
        this.torque = new double[lanes];
        this.sums = new double[2 * lanes];
    }

    /** Gives a lane to a wall, at x = 0 and φ = 0; the field is none. */
    void put(int lane, Wall wall) {
        if (!(wall.fixed() > 0 || wall.hard() > 0)) {
            throw new IllegalArgumentException("wall.hard = " + wall.hard() + " A/m must be above 0 where the wall's width changes "
                    + "with its angle: the strip must be wider than it is thick. Swap the width of " + wall.width()
                    + " m and the thickness of " + wall.thickness() + " m, or give the wall a fixed width.");
        }
        walls[lane] = wall;
        terms = Math.max(terms, wall.potential().length - 1);
        current |= wall.drift() != 0;
        step = Double.NaN;
    }

    void place(int lane, double x, double angle) {
        place[lane] = x;
        cells[PHI + lane] = angle;
    }

    double x(int lane) {
        return place[lane];
    }

    double angle(int lane) {
        return cells[PHI + lane];
    }

    /** The sum of x over the steps since {@link #forget}. */
    double sum(int lane) {
        return sums[lane];
    }

    /** The sum of x². */
    double squares(int lane) {
        return sums[lanes + lane];
    }

    void forget() {
        Arrays.fill(sums, 0);
    }

    /** Sets a lane's field to steady + swing · sin of the drive, in A/m. */
    void field(int lane, double steady, double swing) {
        fields[lane] = steady;
        fields[lanes + lane] = swing;
    }

    /**
     * Goes over to the walls' own units for steps of a length, and computes sine and cosine anew.
     *
     * @return the most that the fields turn an angle φ in a step
     */
    double begin(double step) {
        if (this.step != step) {
            for (int lane = 0; lane < lanes; lane++) {
                law(lane, walls[lane], step);
            }
            this.step = step;
        }
        double most = 0;
        for (int lane = 0; lane < lanes; lane++) {
            Wall wall = walls[lane];
            double turning = step * Wall.GAMMA0 / (1 + wall.damping() * wall.damping());
            most = Math.max(most, turning * (Math.abs(fields[lane]) + Math.abs(fields[lanes + lane])));
            cells[STEADY + lane] = turning * fields[lane] + step * wall.push() * wall.potential(1);
            cells[SWING + lane] = turning * fields[lanes + lane];
            cells[Z + lane] = place[lane] / scale[lane];
            cells[SINE + lane] = torque[lane] * Math.sin(2 * cells[PHI + lane]);
            cells[COSINE + lane] = torque[lane] * Math.cos(2 * cells[PHI + lane]);
            cells[SUM + lane] = 0;
            cells[SQUARES + lane] = 0;
        }
        return most;
    }

    private void law(int lane, Wall wall, double step) {
        double a = Math.max(wall.damping(), NOTHING);
        double t = step * Wall.GAMMA0 * wall.hard() / (2 * a);
        t = Math.abs(t) < NOTHING ? NOTHING : t;
        double ms = wall.magnetization();
        double half = Constants.MU0 * ms * ms / 2;
        double unit = 2 * wall.exchange() * Math.PI * Math.PI;
        boolean fixed = wall.fixed() > 0;
        double p = fixed ? 1 / (wall.fixed() * wall.fixed()) : (half + Constants.MU0 * ms * wall.hard()) / unit;
        double q = fixed ? Math.copySign(NOTHING, t) * p : half / unit;
        double sigma = a / 2 * Math.sqrt(t / q);
        torque[lane] = t;
        scale[lane] = sigma;
        cells[WIDTH + lane] = t * (p / q);
        cells[BACK + lane] = -a * a / (1 + a * a);
        double factor = step * wall.push();
        for (int k = 2; k <= TERMS; k++) {
            factor *= sigma;
            double coefficient = factor * k * wall.potential(k);
            if (k < FEW) {
                cells[A2 + (k - 2) * MOST + lane] = coefficient;
            } else {
                cells[HIGHER + (k - FEW) * MOST + lane] = coefficient;
            }
        }
        cells[TOP + lane] = cells[HIGHER + lane];
        double push = step * (wall.beta() - wall.damping()) * wall.drift() / (1 + a * a) * Math.sqrt(q / t);
        cells[PUSH + lane] = push;
        cells[DRIFT + lane] = push + step * wall.drift() / (2 * sigma);
    }

    /** The rows of the state: all that one form must leave as the other does. */
    double[] state() {
        return Arrays.copyOf(cells, WIDTH);
    }

    /** Goes back to meters. */
    void end() {
        for (int lane = 0; lane < lanes; lane++) {
            place[lane] = cells[Z + lane] * scale[lane];
            sums[lane] += cells[SUM + lane] * scale[lane];
            sums[lanes + lane] += cells[SQUARES + lane] * scale[lane] * scale[lane];
        }
    }
}
