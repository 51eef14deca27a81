package io.larmor.physics.wall;

import io.larmor.physics.Constants;

/**
 * Some walls in motion, as flat arrays of rows, one value a wall: what the kernels work on. Sine and cosine of 2φ are turned
 * along with φ; {@link #anchor} makes them anew from it.
 */
final class WallBlock {

    /** The number of walls is a multiple of it, so that vectors of any width fill it. */
    static final int GRAIN = 16;
    /** So many walls at most: their rows fit the first cache, and are long enough for loops over them to run freely. */
    static final int MOST = 128;
    /** The most terms of E'(x): a potential of the eighth order. */
    static final int TERMS = 8;

    /** Rows of the state; the last two are sums over steps of x and x². */
    static final int X = 0, PHI = 1, SINE = 2, COSINE = 3, SUM = 4, SQUARES = 5, STATE_ROWS = 6;

    /** Rows of the law: 1/D² = P − Q cos 2φ; γ0 H_d/2; α; the same twist on φ; u; the current's push; the field's two parts. */
    static final int P = 0, Q = 1, TWIST = 2, DAMPING = 3, BACK = 4, DRIFT = 5, PUSH = 6, STEADY = 7, SWING = 8, SLOPE = 9;

    final int lanes;
    final double[] state;
    final double[] law;
    /** Terms of E'(x) that some wall of the block needs. */
    int terms = 4;

    /** Room for walls, their number brought up to a multiple of {@link #GRAIN}. */
    WallBlock(int walls) {
        this.lanes = (walls + GRAIN - 1) / GRAIN * GRAIN;
        this.state = new double[STATE_ROWS * lanes];
        this.law = new double[(SLOPE + TERMS) * lanes];
    }

    double state(int row, int lane) {
        return state[row * lanes + lane];
    }

    void state(int row, int lane, double value) {
        state[row * lanes + lane] = value;
    }

    /** Fills a lane with a wall's constants, at rest at a place; the field is none. */
    void put(int lane, Wall wall) {
        double a = wall.damping();
        double norm = 1 + a * a;
        double ms = wall.magnetization();
        double scale = 2 * wall.exchange() * Math.PI * Math.PI;
        boolean fixed = wall.fixed() > 0;
        double half = Constants.MU0 * ms * ms / 2;
        law(P, lane, fixed ? 1 / (wall.fixed() * wall.fixed()) : (half + Constants.MU0 * ms * wall.hard()) / scale);
        law(Q, lane, fixed ? 0 : half / scale);
        law(TWIST, lane, Wall.GAMMA0 * wall.hard() / 2);
        law(DAMPING, lane, a);
        law(BACK, lane, -a * Wall.GAMMA0 * wall.hard() / (2 * norm));
        law(DRIFT, lane, wall.drift());
        law(PUSH, lane, (wall.beta() - a) * wall.drift() / norm);
        double push = -Constants.GAMMA / (2 * ms * wall.width() * wall.thickness() * norm);
        double[] potential = wall.potential();
        for (int k = 1; k < potential.length; k++) {
            law(SLOPE + k - 1, lane, push * k * potential[k]);
            terms = Math.max(terms, k);
        }
    }

    /** Sets a lane's field to steady + swing · sin of the drive, in A/m. */
    void field(int lane, double steady, double swing) {
        double a = law[DAMPING * lanes + lane];
        law(STEADY, lane, Wall.GAMMA0 * steady / (1 + a * a));
        law(SWING, lane, Wall.GAMMA0 * swing / (1 + a * a));
    }

    private void law(int row, int lane, double value) {
        law[row * lanes + lane] = value;
    }

    void anchor() {
        for (int lane = 0; lane < lanes; lane++) {
            state(SINE, lane, Math.sin(2 * state(PHI, lane)));
            state(COSINE, lane, Math.cos(2 * state(PHI, lane)));
        }
    }
}
