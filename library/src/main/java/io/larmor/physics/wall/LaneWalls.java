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

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The form on the JDK's Vector API. A stage goes over all vectors of the block before the next one begins: it is a long chain
 * of operations that wait for each other, and the processor fills the gaps of one vector's chain with the next one's. The
 * loops below call nothing but vector operations: those the compiler always puts in place, other methods only up to a limit
 * that a whole step would pass.
 */
final class LaneWalls implements WallKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > WallBlock.GRAIN
            ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** Rows of the rates: turning and speed before the first stage, which are none, and at each of the four. */
    private static final int ROWS = 10;

    @Override
    public void advance(WallBlock block, double[] drive, int steps, double step) {
        int lanes = block.lanes;
        double[] rates = new double[ROWS * lanes];
        for (int n = 0; n < steps; n++) {
            stage(block.law, block.state, block.terms, lanes, rates, 0, 0, 0, drive[2 * n]);
            stage(block.law, block.state, block.terms, lanes, rates, 2, step, 0.5 * step, drive[2 * n + 1]);
            stage(block.law, block.state, block.terms, lanes, rates, 4, step, 0.5 * step, drive[2 * n + 1]);
            stage(block.law, block.state, block.terms, lanes, rates, 6, step + step, step, drive[2 * n + 2]);
            close(block.state, lanes, rates, SIXTH * step);
        }
    }

    /** The rates at a place some way along those of the stage before, whose rows begin at {@code from}. */
    private static void stage(double[] law, double[] state, int terms, int lanes, double[] rates, int from, double turn,
            double way, double drive) {
        DoubleVector s3 = DoubleVector.broadcast(SPECIES, S3);
        DoubleVector s5 = DoubleVector.broadcast(SPECIES, S5);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < lanes; i += WIDTH) {
            DoubleVector e = DoubleVector.fromArray(SPECIES, rates, from * lanes + i).mul(turn);
            DoubleVector q = e.mul(e);
            DoubleVector sine = e.mul(q.fma(q.fma(s5, s3), one));
            DoubleVector cosine = q.mul(q.fma(q.fma(c6, c4), c2));
            DoubleVector s0 = DoubleVector.fromArray(SPECIES, state, SINE * lanes + i);
            DoubleVector c0 = DoubleVector.fromArray(SPECIES, state, COSINE * lanes + i);
            DoubleVector s = c0.fma(sine, s0.fma(cosine, s0));
            DoubleVector c = s0.neg().fma(sine, c0.fma(cosine, c0));
            DoubleVector inverse = c.neg().fma(DoubleVector.fromArray(SPECIES, law, Q * lanes + i), DoubleVector.fromArray(SPECIES, law, P * lanes + i)).sqrt();
            DoubleVector x = DoubleVector.fromArray(SPECIES, rates, (from + 1) * lanes + i)
                    .fma(DoubleVector.broadcast(SPECIES, way), DoubleVector.fromArray(SPECIES, state, X * lanes + i));
            DoubleVector slope = DoubleVector.fromArray(SPECIES, law, (SLOPE + terms - 1) * lanes + i);
            for (int k = terms - 2; k > 2; k--) {
                slope = slope.fma(x, DoubleVector.fromArray(SPECIES, law, (SLOPE + k) * lanes + i));
            }
            slope = slope.fma(x, DoubleVector.fromArray(SPECIES, law, (SLOPE + 2) * lanes + i))
                    .fma(x, DoubleVector.fromArray(SPECIES, law, (SLOPE + 1) * lanes + i)).fma(x, DoubleVector.fromArray(SPECIES, law, SLOPE * lanes + i));
            DoubleVector field = DoubleVector.broadcast(SPECIES, drive)
                    .fma(DoubleVector.fromArray(SPECIES, law, SWING * lanes + i), DoubleVector.fromArray(SPECIES, law, STEADY * lanes + i)).add(slope);
            DoubleVector w = s.fma(DoubleVector.fromArray(SPECIES, law, BACK * lanes + i),
                    inverse.fma(DoubleVector.fromArray(SPECIES, law, PUSH * lanes + i), field));
            w.intoArray(rates, (from + 2) * lanes + i);
            s.fma(DoubleVector.fromArray(SPECIES, law, TWIST * lanes + i), DoubleVector.fromArray(SPECIES, law, DAMPING * lanes + i).mul(w))
                    .div(inverse).add(DoubleVector.fromArray(SPECIES, law, DRIFT * lanes + i)).intoArray(rates, (from + 3) * lanes + i);
        }
    }

    /** Goes the whole step. */
    private static void close(double[] state, int lanes, double[] rates, double sixth) {
        DoubleVector two = DoubleVector.broadcast(SPECIES, 2);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < lanes; i += WIDTH) {
            DoubleVector ends = DoubleVector.fromArray(SPECIES, rates, 2 * lanes + i).add(DoubleVector.fromArray(SPECIES, rates, 8 * lanes + i));
            DoubleVector turn = two.fma(DoubleVector.fromArray(SPECIES, rates, 4 * lanes + i)
                    .add(DoubleVector.fromArray(SPECIES, rates, 6 * lanes + i)), ends).mul(sixth);
            ends = DoubleVector.fromArray(SPECIES, rates, 3 * lanes + i).add(DoubleVector.fromArray(SPECIES, rates, 9 * lanes + i));
            DoubleVector speed = two.fma(DoubleVector.fromArray(SPECIES, rates, 5 * lanes + i)
                    .add(DoubleVector.fromArray(SPECIES, rates, 7 * lanes + i)), ends);
            DoubleVector x = speed.fma(DoubleVector.broadcast(SPECIES, sixth), DoubleVector.fromArray(SPECIES, state, X * lanes + i));
            DoubleVector e = turn.add(turn);
            DoubleVector q = e.mul(e);
            DoubleVector sine = e.mul(q.fma(q.fma(DoubleVector.broadcast(SPECIES, S5), DoubleVector.broadcast(SPECIES, S3)), one));
            DoubleVector cosine = q.mul(q.fma(q.fma(DoubleVector.broadcast(SPECIES, C6), DoubleVector.broadcast(SPECIES, C4)),
                    DoubleVector.broadcast(SPECIES, C2)));
            DoubleVector s = DoubleVector.fromArray(SPECIES, state, SINE * lanes + i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, state, COSINE * lanes + i);
            x.intoArray(state, X * lanes + i);
            DoubleVector.fromArray(SPECIES, state, PHI * lanes + i).add(turn).intoArray(state, PHI * lanes + i);
            c.fma(sine, s.fma(cosine, s)).intoArray(state, SINE * lanes + i);
            s.neg().fma(sine, c.fma(cosine, c)).intoArray(state, COSINE * lanes + i);
            DoubleVector.fromArray(SPECIES, state, SUM * lanes + i).add(x).intoArray(state, SUM * lanes + i);
            x.fma(x, DoubleVector.fromArray(SPECIES, state, SQUARES * lanes + i)).intoArray(state, SQUARES * lanes + i);
        }
    }
}
