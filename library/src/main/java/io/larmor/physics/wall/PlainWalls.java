package io.larmor.physics.wall;

import static io.larmor.physics.wall.WallBlock.A2;
import static io.larmor.physics.wall.WallBlock.A3;
import static io.larmor.physics.wall.WallBlock.BACK;
import static io.larmor.physics.wall.WallBlock.COSINE;
import static io.larmor.physics.wall.WallBlock.DRIFT;
import static io.larmor.physics.wall.WallBlock.HIGHER;
import static io.larmor.physics.wall.WallBlock.MOST;
import static io.larmor.physics.wall.WallBlock.PHI;
import static io.larmor.physics.wall.WallBlock.PUSH;
import static io.larmor.physics.wall.WallBlock.SINE;
import static io.larmor.physics.wall.WallBlock.SQUARES;
import static io.larmor.physics.wall.WallBlock.STEADY;
import static io.larmor.physics.wall.WallBlock.SUM;
import static io.larmor.physics.wall.WallBlock.SWING;
import static io.larmor.physics.wall.WallBlock.WIDTH;
import static io.larmor.physics.wall.WallBlock.Z;

/** One wall after the other, number by number: the reference. */
final class PlainWalls implements WallKernel {

    @Override
    public void advance(WallBlock block, double[] drive, int steps) {
        for (int lane = 0; lane < block.lanes; lane++) {
            lane(block.cells, block.terms, block.current, lane, drive, steps);
        }
    }

    private static void lane(double[] c, int terms, boolean current, int i, double[] drive, int steps) {
        double[] e = new double[4];
        double[] v = new double[4];
        for (int n = 0; n < steps; n++) {
            double d = 1 / Math.sqrt(c[WIDTH + i] - c[COSINE + i]);
            double square = d * d * 0.5;
            double dc = square * c[COSINE + i];
            double ds = -square * c[SINE + i];
            for (int stage = 0; stage < 4; stage++) {
                // The angle and the place are those of half a step's rates, or twice them.
                double ways = stage == 0 ? 0 : stage == 3 ? 2 : 1;
                int before = Math.max(0, stage - 1);
                double turn = ways * e[before];
                double z = Math.fma(ways, v[before], c[Z + i]);
                double sin = stage == 3 ? sine(turn) : Math.fma(turn * (turn * turn), S3, turn);
                double cos = cosine(turn);
                double s = Math.fma(c[COSINE + i], sin, Math.fma(c[SINE + i], cos, c[SINE + i]));
                e[stage] = Math.fma(s, c[BACK + i], force(c, terms, i, z, drive[2 * n + (stage + 1) / 2]));
                double straight = (e[stage] + s) * d;
                double eta = Math.fma(cos, dc, sin * ds);
                v[stage] = Math.fma(straight, series(eta, stage == 3), straight);
                if (current) {
                    double o = Math.fma(c[COSINE + i], cos, c[COSINE + i]) - c[SINE + i] * sine(turn);
                    e[stage] = Math.fma(Math.sqrt(c[WIDTH + i] - o), c[PUSH + i], e[stage]);
                    v[stage] = v[stage] + c[DRIFT + i];
                }
            }
            close(c, i, sum(e), sum(v));
        }
    }

    private static double force(double[] c, int terms, int i, double z, double drive) {
        double sum = c[HIGHER + (terms - WallBlock.FEW) * MOST + i];
        for (int k = terms - WallBlock.FEW - 1; k >= 0; k--) {
            sum = Math.fma(sum, z, c[HIGHER + k * MOST + i]);
        }
        double force = Math.fma(drive, c[SWING + i], c[STEADY + i]);
        return Math.fma(Math.fma(Math.fma(z, sum, c[A3 + i]), z, c[A2 + i]), z, force);
    }

    /** 1/sqrt(1 − 2η) − 1, with one more term for the whole step. */
    private static double series(double eta, boolean whole) {
        double sum = whole ? Math.fma(eta, H5, H4) : H4;
        return eta * Math.fma(eta, Math.fma(eta, Math.fma(eta, sum, H3), H2), 1);
    }

    private static double sum(double[] rates) {
        double middle = rates[1] + rates[2];
        return rates[0] + rates[3] + (middle + middle);
    }

    private static void close(double[] c, int i, double turn, double way) {
        c[PHI + i] = Math.fma(turn, SIXTH, c[PHI + i]);
        double z = Math.fma(way, THIRD, c[Z + i]);
        c[Z + i] = z;
        c[SUM + i] = c[SUM + i] + z;
        c[SQUARES + i] = Math.fma(z, z, c[SQUARES + i]);
        double e = turn * THIRD;
        double q = e * e;
        double sin = sine(e);
        double cos = q * Math.fma(q, Math.fma(q, C6, C4), C2);
        double s = c[SINE + i];
        double o = c[COSINE + i];
        c[SINE + i] = Math.fma(o, sin, Math.fma(s, cos, s));
        c[COSINE + i] = Math.fma(o, cos, o) - s * sin;
    }

    private static double sine(double e) {
        double q = e * e;
        return Math.fma(e * q, Math.fma(q, S5, S3), e);
    }

    private static double cosine(double e) {
        double q = e * e;
        return q * Math.fma(q, C4, C2);
    }
}
