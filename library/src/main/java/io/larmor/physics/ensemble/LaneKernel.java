package io.larmor.physics.ensemble;

import static io.larmor.physics.ensemble.SpinBlock.BX;
import static io.larmor.physics.ensemble.SpinBlock.BY;
import static io.larmor.physics.ensemble.SpinBlock.BZ;
import static io.larmor.physics.ensemble.SpinBlock.CX;
import static io.larmor.physics.ensemble.SpinBlock.CY;
import static io.larmor.physics.ensemble.SpinBlock.CZ;
import static io.larmor.physics.ensemble.SpinBlock.DX;
import static io.larmor.physics.ensemble.SpinBlock.DZ;
import static io.larmor.physics.ensemble.SpinBlock.EX;
import static io.larmor.physics.ensemble.SpinBlock.EZ;
import static io.larmor.physics.ensemble.SpinBlock.HEAT_B;
import static io.larmor.physics.ensemble.SpinBlock.HEAT_C;
import static io.larmor.physics.ensemble.SpinBlock.U2;
import static io.larmor.physics.ensemble.SpinBlock.U3;
import static io.larmor.physics.ensemble.SpinBlock.U4;
import static io.larmor.physics.ensemble.SpinBlock.V2;
import static io.larmor.physics.ensemble.SpinBlock.V3;
import static io.larmor.physics.ensemble.SpinBlock.V4;
import static io.larmor.physics.ensemble.SpinBlock.W2;
import static io.larmor.physics.ensemble.SpinBlock.W3;
import static io.larmor.physics.ensemble.SpinBlock.W4;
import static io.larmor.physics.ensemble.SpinBlock.X;
import static io.larmor.physics.ensemble.SpinBlock.Y;
import static io.larmor.physics.ensemble.SpinBlock.Z;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Several spins abreast, with the JDK's Vector API; the reference is {@link ScalarKernel}. A step goes over the whole block
 * once a stage: one stage's chain of operations is short enough that the processor overlaps those of several groups of
 * spins, and it needs no more registers than there are. Each loop body is written out in full: a vector that passes a call
 * which is not compiled into the loop would cost a hundred times more. For the same reason each is above 325 bytecodes, from
 * which on the compiler leaves a method by itself: inlined into {@link #rk4} together they would be more than it takes.
 */
final class LaneKernel implements SpinKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final Normals normals = new LaneNormals();

    @Override
    public String name() {
        return "vector of " + LANES + " lanes";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int fewest() {
        return 2;
    }

    @Override
    public Normals normals() {
        return normals;
    }

    @Override
    public void rk4(SpinBlock block, int steps) {
        int begin = block.begin, end = begin + block.padded(LANES);
        for (int step = 0; step < steps; step++) {
            first(block.data, begin, end);
            second(block.data, begin, end);
            third(block.data, begin, end);
            last(block.data, begin, end);
            normalize(block.data, THREE, begin, end);
        }
    }

    private static void first(double[] m, int begin, int end) {
        for (int i = begin; i < end; i += LANES) {
            var x = DoubleVector.fromArray(SPECIES, m, i + X);
            var y = DoubleVector.fromArray(SPECIES, m, i + Y);
            var z = DoubleVector.fromArray(SPECIES, m, i + Z);
            var bx = DoubleVector.fromArray(SPECIES, m, i + BX);
            var by = DoubleVector.fromArray(SPECIES, m, i + BY);
            var bz = DoubleVector.fromArray(SPECIES, m, i + BZ);
            var cx = DoubleVector.fromArray(SPECIES, m, i + CX);
            var cy = DoubleVector.fromArray(SPECIES, m, i + CY);
            var cz = DoubleVector.fromArray(SPECIES, m, i + CZ);
            var dx = DoubleVector.fromArray(SPECIES, m, i + DX);
            var dz = DoubleVector.fromArray(SPECIES, m, i + DZ);
            var ex = DoubleVector.fromArray(SPECIES, m, i + EX);
            var ez = DoubleVector.fromArray(SPECIES, m, i + EZ);
            var fx = ex.fma(x, cx);
            var fz = ez.fma(z, cz);
            var tx = y.fma(fz, dx.fma(x, bx).sub(z.mul(cy)));
            var ty = z.fma(fx, by).sub(x.mul(fz));
            var tz = x.fma(cy, dz.fma(z, bz)).sub(y.mul(fx));
            y.fma(tz, x).sub(z.mul(ty)).intoArray(m, i + U2);
            z.fma(tx, y).sub(x.mul(tz)).intoArray(m, i + V2);
            x.fma(ty, z).sub(y.mul(tx)).intoArray(m, i + W2);
        }
    }

    private static void second(double[] m, int begin, int end) {
        for (int i = begin; i < end; i += LANES) {
            var u = DoubleVector.fromArray(SPECIES, m, i + U2);
            var v = DoubleVector.fromArray(SPECIES, m, i + V2);
            var w = DoubleVector.fromArray(SPECIES, m, i + W2);
            var bx = DoubleVector.fromArray(SPECIES, m, i + BX);
            var by = DoubleVector.fromArray(SPECIES, m, i + BY);
            var bz = DoubleVector.fromArray(SPECIES, m, i + BZ);
            var cx = DoubleVector.fromArray(SPECIES, m, i + CX);
            var cy = DoubleVector.fromArray(SPECIES, m, i + CY);
            var cz = DoubleVector.fromArray(SPECIES, m, i + CZ);
            var dx = DoubleVector.fromArray(SPECIES, m, i + DX);
            var dz = DoubleVector.fromArray(SPECIES, m, i + DZ);
            var ex = DoubleVector.fromArray(SPECIES, m, i + EX);
            var ez = DoubleVector.fromArray(SPECIES, m, i + EZ);
            var fx = ex.fma(u, cx);
            var fz = ez.fma(w, cz);
            var tx = v.fma(fz, dx.fma(u, bx).sub(w.mul(cy)));
            var ty = w.fma(fx, by).sub(u.mul(fz));
            var tz = u.fma(cy, dz.fma(w, bz)).sub(v.mul(fx));
            v.fma(tz, DoubleVector.fromArray(SPECIES, m, i + X)).sub(w.mul(ty)).intoArray(m, i + U3);
            w.fma(tx, DoubleVector.fromArray(SPECIES, m, i + Y)).sub(u.mul(tz)).intoArray(m, i + V3);
            u.fma(ty, DoubleVector.fromArray(SPECIES, m, i + Z)).sub(v.mul(tx)).intoArray(m, i + W3);
        }
    }

    private static void third(double[] m, int begin, int end) {
        for (int i = begin; i < end; i += LANES) {
            var u = DoubleVector.fromArray(SPECIES, m, i + U3);
            var v = DoubleVector.fromArray(SPECIES, m, i + V3);
            var w = DoubleVector.fromArray(SPECIES, m, i + W3);
            var bx = DoubleVector.fromArray(SPECIES, m, i + BX);
            var by = DoubleVector.fromArray(SPECIES, m, i + BY);
            var bz = DoubleVector.fromArray(SPECIES, m, i + BZ);
            var cx = DoubleVector.fromArray(SPECIES, m, i + CX);
            var cy = DoubleVector.fromArray(SPECIES, m, i + CY);
            var cz = DoubleVector.fromArray(SPECIES, m, i + CZ);
            var dx = DoubleVector.fromArray(SPECIES, m, i + DX);
            var dz = DoubleVector.fromArray(SPECIES, m, i + DZ);
            var ex = DoubleVector.fromArray(SPECIES, m, i + EX);
            var ez = DoubleVector.fromArray(SPECIES, m, i + EZ);
            var fx = ex.fma(u, cx);
            var fz = ez.fma(w, cz);
            var tx = v.fma(fz, dx.fma(u, bx).sub(w.mul(cy)));
            var ty = w.fma(fx, by).sub(u.mul(fz));
            var tz = u.fma(cy, dz.fma(w, bz)).sub(v.mul(fx));
            u = u.add(u);
            v = v.add(v);
            w = w.add(w);
            v.fma(tz, DoubleVector.fromArray(SPECIES, m, i + X)).sub(w.mul(ty)).intoArray(m, i + U4);
            w.fma(tx, DoubleVector.fromArray(SPECIES, m, i + Y)).sub(u.mul(tz)).intoArray(m, i + V4);
            u.fma(ty, DoubleVector.fromArray(SPECIES, m, i + Z)).sub(v.mul(tx)).intoArray(m, i + W4);
        }
    }

    private static void last(double[] m, int begin, int end) {
        var two = DoubleVector.broadcast(SPECIES, 2);
        for (int i = begin; i < end; i += LANES) {
            var u = DoubleVector.fromArray(SPECIES, m, i + U4);
            var v = DoubleVector.fromArray(SPECIES, m, i + V4);
            var w = DoubleVector.fromArray(SPECIES, m, i + W4);
            var bx = DoubleVector.fromArray(SPECIES, m, i + BX);
            var by = DoubleVector.fromArray(SPECIES, m, i + BY);
            var bz = DoubleVector.fromArray(SPECIES, m, i + BZ);
            var cx = DoubleVector.fromArray(SPECIES, m, i + CX);
            var cy = DoubleVector.fromArray(SPECIES, m, i + CY);
            var cz = DoubleVector.fromArray(SPECIES, m, i + CZ);
            var dx = DoubleVector.fromArray(SPECIES, m, i + DX);
            var dz = DoubleVector.fromArray(SPECIES, m, i + DZ);
            var ex = DoubleVector.fromArray(SPECIES, m, i + EX);
            var ez = DoubleVector.fromArray(SPECIES, m, i + EZ);
            var fx = ex.fma(u, cx);
            var fz = ez.fma(w, cz);
            var tx = v.fma(fz, dx.fma(u, bx).sub(w.mul(cy)));
            var ty = w.fma(fx, by).sub(u.mul(fz));
            var tz = u.fma(cy, dz.fma(w, bz)).sub(v.mul(fx));
            var px = two.fma(DoubleVector.fromArray(SPECIES, m, i + U3),
                    DoubleVector.fromArray(SPECIES, m, i + U2).sub(DoubleVector.fromArray(SPECIES, m, i + X))).add(u);
            var py = two.fma(DoubleVector.fromArray(SPECIES, m, i + V3),
                    DoubleVector.fromArray(SPECIES, m, i + V2).sub(DoubleVector.fromArray(SPECIES, m, i + Y))).add(v);
            var pz = two.fma(DoubleVector.fromArray(SPECIES, m, i + W3),
                    DoubleVector.fromArray(SPECIES, m, i + W2).sub(DoubleVector.fromArray(SPECIES, m, i + Z))).add(w);
            v.fma(tz, px).sub(w.mul(ty)).intoArray(m, i + X);
            w.fma(tx, py).sub(u.mul(tz)).intoArray(m, i + Y);
            u.fma(ty, pz).sub(v.mul(tx)).intoArray(m, i + Z);
        }
    }

    /** By itself, because it would make a stage's chain of operations half as long again. */
    private static void normalize(double[] m, UnitLength length, int begin, int end) {
        var square = DoubleVector.broadcast(SPECIES, -length.square());
        var a = DoubleVector.broadcast(SPECIES, length.a());
        var b = DoubleVector.broadcast(SPECIES, length.b());
        var c = DoubleVector.broadcast(SPECIES, length.c());
        var d = DoubleVector.broadcast(SPECIES, length.d());
        for (int i = begin; i < end; i += LANES) {
            var x = DoubleVector.fromArray(SPECIES, m, i + X);
            var y = DoubleVector.fromArray(SPECIES, m, i + Y);
            var z = DoubleVector.fromArray(SPECIES, m, i + Z);
            var e = z.fma(z, x.mul(x)).add(y.fma(y, square));
            var scale = e.mul(e).fma(e.fma(d, c), e.fma(b, a));
            x.mul(scale).intoArray(m, i + X);
            y.mul(scale).intoArray(m, i + Y);
            z.mul(scale).intoArray(m, i + Z);
        }
    }

    @Override
    public void heun(SpinBlock block, int steps, long key, long first) {
        int begin = block.begin, end = begin + block.padded(LANES);
        for (long step = first; step < first + steps; step++) {
            block.noise.draw(normals, key, block.names, block.count, step, step == first);
            double[] g = block.noise.numbers();
            int x = block.noise.begin(step, 0) - begin, y = block.noise.begin(step, 1) - begin, z = block.noise.begin(step, 2) - begin;
            predict(block.data, g, x, y, z, begin, end);
            correct(block.data, g, x, y, z, begin, end);
            normalize(block.data, TWO, begin, end);
        }
    }

    private static void predict(double[] m, double[] g, int toX, int toY, int toZ, int begin, int end) {
        for (int i = begin; i < end; i += LANES) {
            var gx = DoubleVector.fromArray(SPECIES, g, i + toX);
            var gy = DoubleVector.fromArray(SPECIES, g, i + toY);
            var gz = DoubleVector.fromArray(SPECIES, g, i + toZ);
            var heatB = DoubleVector.fromArray(SPECIES, m, i + HEAT_B);
            var heatC = DoubleVector.fromArray(SPECIES, m, i + HEAT_C);
            var bx = heatB.fma(gx, DoubleVector.fromArray(SPECIES, m, i + BX));
            var by = heatB.fma(gy, DoubleVector.fromArray(SPECIES, m, i + BY));
            var bz = heatB.fma(gz, DoubleVector.fromArray(SPECIES, m, i + BZ));
            var cx = heatC.fma(gx, DoubleVector.fromArray(SPECIES, m, i + CX));
            var cy = heatC.fma(gy, DoubleVector.fromArray(SPECIES, m, i + CY));
            var cz = heatC.fma(gz, DoubleVector.fromArray(SPECIES, m, i + CZ));
            var x = DoubleVector.fromArray(SPECIES, m, i + X);
            var y = DoubleVector.fromArray(SPECIES, m, i + Y);
            var z = DoubleVector.fromArray(SPECIES, m, i + Z);

            var dx = DoubleVector.fromArray(SPECIES, m, i + DX);
            var dz = DoubleVector.fromArray(SPECIES, m, i + DZ);
            var ex = DoubleVector.fromArray(SPECIES, m, i + EX);
            var ez = DoubleVector.fromArray(SPECIES, m, i + EZ);
            var fx = ex.fma(x, cx);
            var fz = ez.fma(z, cz);
            var tx = y.fma(fz, dx.fma(x, bx).sub(z.mul(cy)));
            var ty = z.fma(fx, by).sub(x.mul(fz));
            var tz = x.fma(cy, dz.fma(z, bz)).sub(y.mul(fx));
            var u = y.fma(tz, x).sub(z.mul(ty));
            var v = z.fma(tx, y).sub(x.mul(tz));
            var w = x.fma(ty, z).sub(y.mul(tx));
            u.intoArray(m, i + U2);
            v.intoArray(m, i + V2);
            w.intoArray(m, i + W2);
        }
    }

    private static void correct(double[] m, double[] g, int toX, int toY, int toZ, int begin, int end) {
        for (int i = begin; i < end; i += LANES) {
            var gx = DoubleVector.fromArray(SPECIES, g, i + toX);
            var gy = DoubleVector.fromArray(SPECIES, g, i + toY);
            var gz = DoubleVector.fromArray(SPECIES, g, i + toZ);
            var heatB = DoubleVector.fromArray(SPECIES, m, i + HEAT_B);
            var heatC = DoubleVector.fromArray(SPECIES, m, i + HEAT_C);
            var bx = heatB.fma(gx, DoubleVector.fromArray(SPECIES, m, i + BX));
            var by = heatB.fma(gy, DoubleVector.fromArray(SPECIES, m, i + BY));
            var bz = heatB.fma(gz, DoubleVector.fromArray(SPECIES, m, i + BZ));
            var cx = heatC.fma(gx, DoubleVector.fromArray(SPECIES, m, i + CX));
            var cy = heatC.fma(gy, DoubleVector.fromArray(SPECIES, m, i + CY));
            var cz = heatC.fma(gz, DoubleVector.fromArray(SPECIES, m, i + CZ));
            var u = DoubleVector.fromArray(SPECIES, m, i + U2);
            var v = DoubleVector.fromArray(SPECIES, m, i + V2);
            var w = DoubleVector.fromArray(SPECIES, m, i + W2);
            var dx = DoubleVector.fromArray(SPECIES, m, i + DX);
            var dz = DoubleVector.fromArray(SPECIES, m, i + DZ);
            var ex = DoubleVector.fromArray(SPECIES, m, i + EX);
            var ez = DoubleVector.fromArray(SPECIES, m, i + EZ);
            var fx = ex.fma(u, cx);
            var fz = ez.fma(w, cz);
            var tx = v.fma(fz, dx.fma(u, bx).sub(w.mul(cy)));
            var ty = w.fma(fx, by).sub(u.mul(fz));
            var tz = u.fma(cy, dz.fma(w, bz)).sub(v.mul(fx));
            v.fma(tz, DoubleVector.fromArray(SPECIES, m, i + X).add(u)).sub(w.mul(ty)).intoArray(m, i + X);
            w.fma(tx, DoubleVector.fromArray(SPECIES, m, i + Y).add(v)).sub(u.mul(tz)).intoArray(m, i + Y);
            u.fma(ty, DoubleVector.fromArray(SPECIES, m, i + Z).add(w)).sub(v.mul(tx)).intoArray(m, i + Z);
        }
    }
}
