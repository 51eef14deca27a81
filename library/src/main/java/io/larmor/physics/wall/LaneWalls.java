package io.larmor.physics.wall;

import static io.larmor.physics.wall.WallBlock.A2;
import static io.larmor.physics.wall.WallBlock.A3;
import static io.larmor.physics.wall.WallBlock.BACK;
import static io.larmor.physics.wall.WallBlock.COSINE;
import static io.larmor.physics.wall.WallBlock.D;
import static io.larmor.physics.wall.WallBlock.DC;
import static io.larmor.physics.wall.WallBlock.DRIFT;
import static io.larmor.physics.wall.WallBlock.DS;
import static io.larmor.physics.wall.WallBlock.E;
import static io.larmor.physics.wall.WallBlock.FORCE;
import static io.larmor.physics.wall.WallBlock.HIGHER;
import static io.larmor.physics.wall.WallBlock.MIDDLE;
import static io.larmor.physics.wall.WallBlock.MOST;
import static io.larmor.physics.wall.WallBlock.PHI;
import static io.larmor.physics.wall.WallBlock.PUSH;
import static io.larmor.physics.wall.WallBlock.SINE;
import static io.larmor.physics.wall.WallBlock.SQUARES;
import static io.larmor.physics.wall.WallBlock.STAGE;
import static io.larmor.physics.wall.WallBlock.STEADY;
import static io.larmor.physics.wall.WallBlock.SUM;
import static io.larmor.physics.wall.WallBlock.SWING;
import static io.larmor.physics.wall.WallBlock.TOP;
import static io.larmor.physics.wall.WallBlock.V;
import static io.larmor.physics.wall.WallBlock.WIDTH;
import static io.larmor.physics.wall.WallBlock.Z;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The form on the JDK's Vector API. A stage goes over all vectors of the block before the next one begins: it is a long chain
 * of operations that wait for each other, and the processor fills the gaps of one vector's chain with the next ones', as many
 * as it can look ahead. Hence the fewer instructions a chain has, loads and copies counted, the faster it is: rows at fixed
 * places need one register for all addresses, and products that are formed once a step and used once a stage are loaded by the
 * multiplication itself. The loops call nothing but vector operations: those the compiler always puts in place, other methods
 * only up to a limit that a whole step would pass.
 */
final class LaneWalls implements WallKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > WallBlock.GRAIN
            ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void advance(WallBlock block, double[] drive, int steps) {
        double[] c = block.cells;
        int n = block.lanes;
        boolean rest = block.current || block.terms > WallBlock.FEW;
        // Both are multiplied by 0 before they are first set.
        Arrays.fill(c, E, E + STAGE, 0);
        force(c, n, drive[0]);
        for (int k = 0; k < steps; k++) {
            if (rest) {
                slowly(block, c, n, drive[2 * k + 1], drive[2 * k + 2]);
            } else {
                first(c, n, drive[2 * k + 1]);
                half(c, n, 0);
                half(c, n, STAGE);
                last(c, n, drive[2 * k + 2]);
            }
            close(c, n);
        }
    }

    /** With the passes for what few walls have. */
    private static void slowly(WallBlock block, double[] c, int n, double middle, double end) {
        higher(c, n, block.terms, 0, 0);
        first(c, n, middle);
        current(c, n, 0, 0, 0);
        for (int from = 0; from < 2 * STAGE; from += STAGE) {
            higher(c, n, block.terms, from, 1);
            half(c, n, from);
            current(c, n, from, 1, from + STAGE);
        }
        higher(c, n, block.terms, 2 * STAGE, 2);
        last(c, n, end);
        current(c, n, 2 * STAGE, 2, 3 * STAGE);
    }

    private static void force(double[] c, int n, double drive) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector swing = DoubleVector.fromArray(SPECIES, c, i + SWING);
            DoubleVector steady = DoubleVector.fromArray(SPECIES, c, i + STEADY);
            DoubleVector.broadcast(SPECIES, drive).fma(swing, steady).intoArray(c, i + FORCE);
        }
    }

    /** The rates at the step's beginning, and what all stages need of it. */
    private static void first(double[] c, int n, double middle) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector sine = DoubleVector.fromArray(SPECIES, c, i + SINE);
            DoubleVector cosine = DoubleVector.fromArray(SPECIES, c, i + COSINE);
            DoubleVector z = DoubleVector.fromArray(SPECIES, c, i + Z);
            DoubleVector width = DoubleVector.fromArray(SPECIES, c, i + WIDTH);
            DoubleVector d = DoubleVector.broadcast(SPECIES, 1).div(width.sub(cosine).sqrt());
            d.intoArray(c, i + D);
            DoubleVector square = d.mul(d).mul(DoubleVector.broadcast(SPECIES, 0.5));
            square.mul(cosine).intoArray(c, i + DC);
            square.neg().mul(sine).intoArray(c, i + DS);
            DoubleVector swing = DoubleVector.fromArray(SPECIES, c, i + SWING);
            DoubleVector steady = DoubleVector.fromArray(SPECIES, c, i + STEADY);
            DoubleVector.broadcast(SPECIES, middle).fma(swing, steady).intoArray(c, i + MIDDLE);
            DoubleVector top = DoubleVector.fromArray(SPECIES, c, i + TOP);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, c, i + A3);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, c, i + A2);
            DoubleVector slope = z.fma(top, a3).fma(z, a2);
            DoubleVector back = DoubleVector.fromArray(SPECIES, c, i + BACK);
            DoubleVector force = DoubleVector.fromArray(SPECIES, c, i + FORCE);
            DoubleVector e = sine.fma(back, slope.fma(z, force));
            e.intoArray(c, i + E);
            e.add(sine).mul(d).intoArray(c, i + V);
        }
    }

    /** The rates in the step's middle, half a step along those of the stage before. */
    private static void half(double[] c, int n, int from) {
        DoubleVector s3 = DoubleVector.broadcast(SPECIES, S3);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4);
        DoubleVector h2 = DoubleVector.broadcast(SPECIES, H2);
        DoubleVector h3 = DoubleVector.broadcast(SPECIES, H3);
        DoubleVector h4 = DoubleVector.broadcast(SPECIES, H4);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector e = DoubleVector.fromArray(SPECIES, c, i + from + E);
            DoubleVector q = e.mul(e);
            DoubleVector sin = e.mul(q).fma(s3, e);
            DoubleVector cos = q.mul(q.fma(c4, c2));
            DoubleVector sine = DoubleVector.fromArray(SPECIES, c, i + SINE);
            sine = DoubleVector.fromArray(SPECIES, c, i + COSINE).fma(sin, sine.fma(cos, sine));
            DoubleVector dc = DoubleVector.fromArray(SPECIES, c, i + DC);
            DoubleVector ds = DoubleVector.fromArray(SPECIES, c, i + DS);
            DoubleVector eta = cos.fma(dc, sin.mul(ds));
            DoubleVector series = eta.mul(eta.fma(eta.fma(eta.fma(h4, h3), h2), one));
            DoubleVector z = DoubleVector.fromArray(SPECIES, c, i + Z).add(DoubleVector.fromArray(SPECIES, c, i + from + V));
            DoubleVector top = DoubleVector.fromArray(SPECIES, c, i + TOP);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, c, i + A3);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, c, i + A2);
            DoubleVector slope = z.fma(top, a3).fma(z, a2);
            DoubleVector back = DoubleVector.fromArray(SPECIES, c, i + BACK);
            DoubleVector force = DoubleVector.fromArray(SPECIES, c, i + MIDDLE);
            e = sine.fma(back, slope.fma(z, force));
            e.intoArray(c, i + from + (STAGE + E));
            DoubleVector v = e.add(sine).mul(DoubleVector.fromArray(SPECIES, c, i + D));
            v.fma(series, v).intoArray(c, i + from + (STAGE + V));
        }
    }

    /** The rates at the step's end, a whole step along those of the third stage. */
    private static void last(double[] c, int n, double end) {
        DoubleVector s3 = DoubleVector.broadcast(SPECIES, S3);
        DoubleVector s5 = DoubleVector.broadcast(SPECIES, S5);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4);
        DoubleVector h2 = DoubleVector.broadcast(SPECIES, H2);
        DoubleVector h3 = DoubleVector.broadcast(SPECIES, H3);
        DoubleVector h4 = DoubleVector.broadcast(SPECIES, H4);
        DoubleVector h5 = DoubleVector.broadcast(SPECIES, H5);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector e = DoubleVector.fromArray(SPECIES, c, i + 2 * STAGE + E);
            e = e.add(e);
            DoubleVector q = e.mul(e);
            DoubleVector sin = e.mul(q).fma(q.fma(s5, s3), e);
            DoubleVector cos = q.mul(q.fma(c4, c2));
            DoubleVector sine = DoubleVector.fromArray(SPECIES, c, i + SINE);
            sine = DoubleVector.fromArray(SPECIES, c, i + COSINE).fma(sin, sine.fma(cos, sine));
            DoubleVector dc = DoubleVector.fromArray(SPECIES, c, i + DC);
            DoubleVector ds = DoubleVector.fromArray(SPECIES, c, i + DS);
            DoubleVector eta = cos.fma(dc, sin.mul(ds));
            DoubleVector series = eta.mul(eta.fma(eta.fma(eta.fma(eta.fma(h5, h4), h3), h2), one));
            DoubleVector way = DoubleVector.fromArray(SPECIES, c, i + 2 * STAGE + V);
            DoubleVector z = DoubleVector.fromArray(SPECIES, c, i + Z).add(way.add(way));
            DoubleVector swing = DoubleVector.fromArray(SPECIES, c, i + SWING);
            DoubleVector steady = DoubleVector.fromArray(SPECIES, c, i + STEADY);
            DoubleVector force = DoubleVector.broadcast(SPECIES, end).fma(swing, steady);
            force.intoArray(c, i + FORCE);
            DoubleVector top = DoubleVector.fromArray(SPECIES, c, i + TOP);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, c, i + A3);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, c, i + A2);
            DoubleVector slope = z.fma(top, a3).fma(z, a2);
            e = sine.fma(DoubleVector.fromArray(SPECIES, c, i + BACK), slope.fma(z, force));
            e.intoArray(c, i + (3 * STAGE + E));
            DoubleVector v = e.add(sine).mul(DoubleVector.fromArray(SPECIES, c, i + D));
            v.fma(series, v).intoArray(c, i + (3 * STAGE + V));
        }
    }

    /** Goes the whole step. */
    private static void close(double[] c, int n) {
        DoubleVector s3 = DoubleVector.broadcast(SPECIES, S3);
        DoubleVector s5 = DoubleVector.broadcast(SPECIES, S5);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        DoubleVector third = DoubleVector.broadcast(SPECIES, THIRD);
        DoubleVector sixth = DoubleVector.broadcast(SPECIES, SIXTH);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector e2 = DoubleVector.fromArray(SPECIES, c, i + STAGE + E);
            DoubleVector e3 = DoubleVector.fromArray(SPECIES, c, i + 2 * STAGE + E);
            DoubleVector middle = e2.add(e3);
            DoubleVector e1 = DoubleVector.fromArray(SPECIES, c, i + E);
            DoubleVector e4 = DoubleVector.fromArray(SPECIES, c, i + 3 * STAGE + E);
            DoubleVector turn = e1.add(e4).add(middle.add(middle));
            DoubleVector e = turn.mul(third);
            turn.fma(sixth, DoubleVector.fromArray(SPECIES, c, i + PHI)).intoArray(c, i + PHI);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, c, i + STAGE + V);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, c, i + 2 * STAGE + V);
            middle = v2.add(v3);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, c, i + V);
            DoubleVector v4 = DoubleVector.fromArray(SPECIES, c, i + 3 * STAGE + V);
            DoubleVector way = v1.add(v4).add(middle.add(middle));
            DoubleVector z = way.fma(third, DoubleVector.fromArray(SPECIES, c, i + Z));
            z.intoArray(c, i + Z);
            DoubleVector.fromArray(SPECIES, c, i + SUM).add(z).intoArray(c, i + SUM);
            z.fma(z, DoubleVector.fromArray(SPECIES, c, i + SQUARES)).intoArray(c, i + SQUARES);
            DoubleVector q = e.mul(e);
            DoubleVector sin = e.mul(q).fma(q.fma(s5, s3), e);
            DoubleVector cos = q.mul(q.fma(q.fma(c6, c4), c2));
            DoubleVector s = DoubleVector.fromArray(SPECIES, c, i + SINE);
            DoubleVector o = DoubleVector.fromArray(SPECIES, c, i + COSINE);
            o.fma(sin, s.fma(cos, s)).intoArray(c, i + SINE);
            o.fma(cos, o).sub(s.mul(sin)).intoArray(c, i + COSINE);
        }
    }

    /** The fourth and higher terms of the slope at a stage, some ways from the step's beginning. */
    private static void higher(double[] c, int n, int terms, int from, double ways) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector way = DoubleVector.fromArray(SPECIES, c, i + from + V);
            DoubleVector start = DoubleVector.fromArray(SPECIES, c, i + Z);
            DoubleVector z = DoubleVector.broadcast(SPECIES, ways).fma(way, start);
            DoubleVector top = DoubleVector.fromArray(SPECIES, c, i + HIGHER + (terms - WallBlock.FEW) * MOST);
            for (int k = terms - WallBlock.FEW - 1; k >= 0; k--) {
                top = top.fma(z, DoubleVector.fromArray(SPECIES, c, i + HIGHER + k * MOST));
            }
            top.intoArray(c, i + TOP);
        }
    }

    /** What a current adds to the rates of a stage, at an angle some turns from the step's beginning. */
    private static void current(double[] c, int n, int from, double turns, int stage) {
        DoubleVector s3 = DoubleVector.broadcast(SPECIES, S3);
        DoubleVector s5 = DoubleVector.broadcast(SPECIES, S5);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector e = DoubleVector.fromArray(SPECIES, c, i + from + E).mul(DoubleVector.broadcast(SPECIES, turns));
            DoubleVector q = e.mul(e);
            DoubleVector sin = e.mul(q).fma(q.fma(s5, s3), e);
            DoubleVector cos = q.mul(q.fma(c4, c2));
            DoubleVector cosine = DoubleVector.fromArray(SPECIES, c, i + COSINE);
            cosine = cosine.fma(cos, cosine).sub(DoubleVector.fromArray(SPECIES, c, i + SINE).mul(sin));
            DoubleVector width = DoubleVector.fromArray(SPECIES, c, i + WIDTH);
            DoubleVector push = DoubleVector.fromArray(SPECIES, c, i + PUSH);
            DoubleVector rate = DoubleVector.fromArray(SPECIES, c, i + stage + E);
            width.sub(cosine).sqrt().fma(push, rate).intoArray(c, i + stage + E);
            DoubleVector speed = DoubleVector.fromArray(SPECIES, c, i + stage + V);
            DoubleVector drift = DoubleVector.fromArray(SPECIES, c, i + DRIFT);
            speed.add(drift).intoArray(c, i + stage + V);
        }
    }
}
