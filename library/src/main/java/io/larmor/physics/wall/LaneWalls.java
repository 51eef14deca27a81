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

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The form on the JDK's Vector API. A stage goes over all vectors of the block before the next one begins: it is a long chain
 * of operations that wait for each other, and the processor fills the gaps of one vector's chain with the next ones', as many
 * as it can look ahead. Hence the fewer instructions a chain has, loads and copies counted, the faster it is: rows at fixed
 * places need one register for all addresses, and products that are formed once a step and used once a stage are loaded by the
 * multiplication itself.
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
            of(drive).fma(at(c, i + SWING), at(c, i + STEADY)).intoArray(c, i + FORCE);
        }
    }

    /** The rates at the step's beginning, and what all stages need of it. */
    private static void first(double[] c, int n, double middle) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector sine = at(c, i + SINE);
            DoubleVector cosine = at(c, i + COSINE);
            DoubleVector z = at(c, i + Z);
            DoubleVector d = of(1).div(at(c, i + WIDTH).sub(cosine).sqrt());
            d.intoArray(c, i + D);
            DoubleVector square = d.mul(d).mul(of(0.5));
            square.mul(cosine).intoArray(c, i + DC);
            square.neg().mul(sine).intoArray(c, i + DS);
            of(middle).fma(at(c, i + SWING), at(c, i + STEADY)).intoArray(c, i + MIDDLE);
            DoubleVector e = sine.fma(at(c, i + BACK),
                    z.fma(at(c, i + TOP), at(c, i + A3)).fma(z, at(c, i + A2)).fma(z, at(c, i + FORCE)));
            e.intoArray(c, i + E);
            e.add(sine).mul(d).intoArray(c, i + V);
        }
    }

    /** The rates in the step's middle, half a step along those of the stage before. */
    private static void half(double[] c, int n, int from) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector e = at(c, i + from + E);
            DoubleVector q = e.mul(e);
            DoubleVector sin = e.mul(q).fma(of(S3), e);
            DoubleVector cos = q.mul(q.fma(of(C4), of(C2)));
            DoubleVector sine = at(c, i + SINE);
            sine = at(c, i + COSINE).fma(sin, sine.fma(cos, sine));
            DoubleVector eta = cos.fma(at(c, i + DC), sin.mul(at(c, i + DS)));
            DoubleVector series = eta.mul(eta.fma(eta.fma(eta.fma(of(H4), of(H3)), of(H2)), of(1)));
            DoubleVector z = at(c, i + Z).add(at(c, i + from + V));
            e = sine.fma(at(c, i + BACK), z.fma(at(c, i + TOP), at(c, i + A3)).fma(z, at(c, i + A2)).fma(z, at(c, i + MIDDLE)));
            e.intoArray(c, i + from + (STAGE + E));
            DoubleVector v = e.add(sine).mul(at(c, i + D));
            v.fma(series, v).intoArray(c, i + from + (STAGE + V));
        }
    }

    /** The rates at the step's end, a whole step along those of the third stage. */
    private static void last(double[] c, int n, double end) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector e = at(c, i + 2 * STAGE + E);
            e = e.add(e);
            DoubleVector q = e.mul(e);
            DoubleVector sin = e.mul(q).fma(q.fma(of(S5), of(S3)), e);
            DoubleVector cos = q.mul(q.fma(of(C4), of(C2)));
            DoubleVector sine = at(c, i + SINE);
            sine = at(c, i + COSINE).fma(sin, sine.fma(cos, sine));
            DoubleVector eta = cos.fma(at(c, i + DC), sin.mul(at(c, i + DS)));
            DoubleVector series = eta.mul(eta.fma(eta.fma(eta.fma(eta.fma(of(H5), of(H4)), of(H3)), of(H2)), of(1)));
            DoubleVector way = at(c, i + 2 * STAGE + V);
            DoubleVector z = at(c, i + Z).add(way.add(way));
            DoubleVector force = of(end).fma(at(c, i + SWING), at(c, i + STEADY));
            force.intoArray(c, i + FORCE);
            e = sine.fma(at(c, i + BACK), z.fma(at(c, i + TOP), at(c, i + A3)).fma(z, at(c, i + A2)).fma(z, force));
            e.intoArray(c, i + (3 * STAGE + E));
            DoubleVector v = e.add(sine).mul(at(c, i + D));
            v.fma(series, v).intoArray(c, i + (3 * STAGE + V));
        }
    }

    /** Goes the whole step. */
    private static void close(double[] c, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector middle = at(c, i + STAGE + E).add(at(c, i + 2 * STAGE + E));
            DoubleVector turn = at(c, i + E).add(at(c, i + 3 * STAGE + E)).add(middle.add(middle));
            DoubleVector e = turn.mul(of(THIRD));
            turn.fma(of(SIXTH), at(c, i + PHI)).intoArray(c, i + PHI);
            middle = at(c, i + STAGE + V).add(at(c, i + 2 * STAGE + V));
            DoubleVector way = at(c, i + V).add(at(c, i + 3 * STAGE + V)).add(middle.add(middle));
            DoubleVector z = way.fma(of(THIRD), at(c, i + Z));
            z.intoArray(c, i + Z);
            at(c, i + SUM).add(z).intoArray(c, i + SUM);
            z.fma(z, at(c, i + SQUARES)).intoArray(c, i + SQUARES);
            DoubleVector q = e.mul(e);
            DoubleVector sin = e.mul(q).fma(q.fma(of(S5), of(S3)), e);
            DoubleVector cos = q.mul(q.fma(q.fma(of(C6), of(C4)), of(C2)));
            DoubleVector s = at(c, i + SINE);
            DoubleVector o = at(c, i + COSINE);
            o.fma(sin, s.fma(cos, s)).intoArray(c, i + SINE);
            o.fma(cos, o).sub(s.mul(sin)).intoArray(c, i + COSINE);
        }
    }

    /** The fourth and higher terms of the slope at a stage, some ways from the step's beginning. */
    private static void higher(double[] c, int n, int terms, int from, double ways) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector z = of(ways).fma(at(c, i + from + V), at(c, i + Z));
            DoubleVector top = at(c, i + HIGHER + (terms - WallBlock.FEW) * MOST);
            for (int k = terms - WallBlock.FEW - 1; k >= 0; k--) {
                top = top.fma(z, at(c, i + HIGHER + k * MOST));
            }
            top.intoArray(c, i + TOP);
        }
    }

    /** What a current adds to the rates of a stage, at an angle some turns from the step's beginning. */
    private static void current(double[] c, int n, int from, double turns, int stage) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector e = at(c, i + from + E).mul(of(turns));
            DoubleVector q = e.mul(e);
            DoubleVector sin = e.mul(q).fma(q.fma(of(S5), of(S3)), e);
            DoubleVector cos = q.mul(q.fma(of(C4), of(C2)));
            DoubleVector cosine = at(c, i + COSINE);
            cosine = cosine.fma(cos, cosine).sub(at(c, i + SINE).mul(sin));
            at(c, i + WIDTH).sub(cosine).sqrt().fma(at(c, i + PUSH), at(c, i + stage + E)).intoArray(c, i + stage + E);
            at(c, i + stage + V).add(at(c, i + DRIFT)).intoArray(c, i + stage + V);
        }
    }

    private static DoubleVector at(double[] c, int i) {
        return DoubleVector.fromArray(SPECIES, c, i);
    }

    private static DoubleVector of(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }
}
