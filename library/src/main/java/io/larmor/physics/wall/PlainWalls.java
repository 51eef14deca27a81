package io.larmor.physics.wall;

import static io.larmor.physics.wall.WallBlock.BACK;
import static io.larmor.physics.wall.WallBlock.COSINE;
import static io.larmor.physics.wall.WallBlock.DAMPING;
import static io.larmor.physics.wall.WallBlock.DRIFT;
import static io.larmor.physics.wall.WallBlock.P;
import static io.larmor.physics.wall.WallBlock.PHI;
import static io.larmor.physics.wall.WallBlock.PUSH;
import static io.larmor.physics.wall.WallBlock.Q;
import static io.larmor.physics.wall.WallBlock.SINE;
import static io.larmor.physics.wall.WallBlock.SLOPE;
import static io.larmor.physics.wall.WallBlock.SQUARES;
import static io.larmor.physics.wall.WallBlock.STEADY;
import static io.larmor.physics.wall.WallBlock.SUM;
import static io.larmor.physics.wall.WallBlock.SWING;
import static io.larmor.physics.wall.WallBlock.TWIST;
import static io.larmor.physics.wall.WallBlock.X;

/** One wall after the other, number by number: the reference. */
final class PlainWalls implements WallKernel {

    @Override
    public void advance(WallBlock block, double[] drive, int steps, double step) {
        for (int lane = 0; lane < block.lanes; lane++) {
            lane(block.law, block.state, block.terms, block.lanes, lane, drive, steps, step);
        }
    }

    private static void lane(double[] law, double[] state, int terms, int lanes, int i, double[] drive, int steps, double step) {
        double half = 0.5 * step;
        double sixth = SIXTH * step;
        double x = state[X * lanes + i];
        double phi = state[PHI * lanes + i];
        double s = state[SINE * lanes + i];
        double c = state[COSINE * lanes + i];
        double sum = state[SUM * lanes + i];
        double squares = state[SQUARES * lanes + i];
        for (int n = 0; n < steps; n++) {
            double w1 = turning(law, terms, lanes, i, x, s, c, drive[2 * n]);
            double v1 = speed(law, lanes, i, s, c, w1);
            double e = w1 * step;
            double s2 = turnedSine(s, c, e);
            double c2 = turnedCosine(s, c, e);
            double w2 = turning(law, terms, lanes, i, Math.fma(v1, half, x), s2, c2, drive[2 * n + 1]);
            double v2 = speed(law, lanes, i, s2, c2, w2);
            e = w2 * step;
            s2 = turnedSine(s, c, e);
            c2 = turnedCosine(s, c, e);
            double w3 = turning(law, terms, lanes, i, Math.fma(v2, half, x), s2, c2, drive[2 * n + 1]);
            double v3 = speed(law, lanes, i, s2, c2, w3);
            e = w3 * (step + step);
            s2 = turnedSine(s, c, e);
            c2 = turnedCosine(s, c, e);
            double w4 = turning(law, terms, lanes, i, Math.fma(v3, step, x), s2, c2, drive[2 * n + 2]);
            double v4 = speed(law, lanes, i, s2, c2, w4);
            double turn = sixth * Math.fma(2, w2 + w3, w1 + w4);
            x = Math.fma(sixth, Math.fma(2, v2 + v3, v1 + v4), x);
            phi = phi + turn;
            e = turn + turn;
            s2 = turnedSine(s, c, e);
            c = turnedCosine(s, c, e);
            s = s2;
            sum = sum + x;
            squares = Math.fma(x, x, squares);
        }
        state[X * lanes + i] = x;
        state[PHI * lanes + i] = phi;
        state[SINE * lanes + i] = s;
        state[COSINE * lanes + i] = c;
        state[SUM * lanes + i] = sum;
        state[SQUARES * lanes + i] = squares;
    }

    private static double turning(double[] law, int terms, int lanes, int i, double x, double s, double c, double drive) {
        double slope = law[(SLOPE + terms - 1) * lanes + i];
        for (int k = terms - 2; k >= 0; k--) {
            slope = Math.fma(slope, x, law[(SLOPE + k) * lanes + i]);
        }
        double field = Math.fma(drive, law[SWING * lanes + i], law[STEADY * lanes + i]) + slope;
        double inverse = Math.sqrt(Math.fma(-c, law[Q * lanes + i], law[P * lanes + i]));
        return Math.fma(s, law[BACK * lanes + i], Math.fma(inverse, law[PUSH * lanes + i], field));
    }

    private static double speed(double[] law, int lanes, int i, double s, double c, double w) {
        double inverse = Math.sqrt(Math.fma(-c, law[Q * lanes + i], law[P * lanes + i]));
        return Math.fma(s, law[TWIST * lanes + i], law[DAMPING * lanes + i] * w) / inverse + law[DRIFT * lanes + i];
    }

    private static double turnedSine(double s, double c, double e) {
        double q = e * e;
        double sine = e * Math.fma(q, Math.fma(q, S5, S3), 1);
        double cosine = q * Math.fma(q, Math.fma(q, C6, C4), C2);
        return Math.fma(c, sine, Math.fma(s, cosine, s));
    }

    private static double turnedCosine(double s, double c, double e) {
        double q = e * e;
        double sine = e * Math.fma(q, Math.fma(q, S5, S3), 1);
        double cosine = q * Math.fma(q, Math.fma(q, C6, C4), C2);
        return Math.fma(-s, sine, Math.fma(c, cosine, c));
    }
}
