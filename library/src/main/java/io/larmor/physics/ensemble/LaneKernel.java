package io.larmor.physics.ensemble;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Several spins abreast, with the JDK's Vector API; the reference is {@link ScalarKernel}. Step after step over the whole
 * block, so that the processor overlaps the chains of different spins. Each loop body is written out in full: a vector
 * that passes a call which is not compiled into the loop would cost a hundred times more.
 */
final class LaneKernel implements SpinKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final double SIXTH = 1.0 / 6;

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
    public Normals normals() {
        return normals;
    }

    @Override
    public void rk4(SpinBlock block, int steps) {
        for (int step = 0; step < steps; step++) {
            rk4(block);
        }
    }

    private static void rk4(SpinBlock block) {
        double[] mx = block.x, my = block.y, mz = block.z;
        double[] bxs = block.bx, bys = block.by, bzs = block.bz, cxs = block.cx, cys = block.cy, czs = block.cz;
        double[] dxs = block.dx, dzs = block.dz, exs = block.ex, ezs = block.ez;
        var half = DoubleVector.broadcast(SPECIES, 0.5);
        var two = DoubleVector.broadcast(SPECIES, 2);
        var sixth = DoubleVector.broadcast(SPECIES, SIXTH);
        var one = DoubleVector.broadcast(SPECIES, 1);
        int padded = block.padded(LANES);
        for (int i = 0; i < padded; i += LANES) {
            var x = DoubleVector.fromArray(SPECIES, mx, i);
            var y = DoubleVector.fromArray(SPECIES, my, i);
            var z = DoubleVector.fromArray(SPECIES, mz, i);
            var bx = DoubleVector.fromArray(SPECIES, bxs, i);
            var by = DoubleVector.fromArray(SPECIES, bys, i);
            var bz = DoubleVector.fromArray(SPECIES, bzs, i);
            var cx = DoubleVector.fromArray(SPECIES, cxs, i);
            var cy = DoubleVector.fromArray(SPECIES, cys, i);
            var cz = DoubleVector.fromArray(SPECIES, czs, i);
            var dx = DoubleVector.fromArray(SPECIES, dxs, i);
            var dz = DoubleVector.fromArray(SPECIES, dzs, i);
            var ex = DoubleVector.fromArray(SPECIES, exs, i);
            var ez = DoubleVector.fromArray(SPECIES, ezs, i);

            var fx = ex.fma(x, cx);
            var fz = ez.fma(z, cz);
            var tx = y.fma(fz, dx.fma(x, bx)).sub(z.mul(cy));
            var ty = z.fma(fx, by).sub(x.mul(fz));
            var tz = x.fma(cy, dz.fma(z, bz)).sub(y.mul(fx));
            var px = y.mul(tz).sub(z.mul(ty));
            var py = z.mul(tx).sub(x.mul(tz));
            var pz = x.mul(ty).sub(y.mul(tx));

            var u = half.fma(px, x);
            var v = half.fma(py, y);
            var w = half.fma(pz, z);
            fx = ex.fma(u, cx);
            fz = ez.fma(w, cz);
            tx = v.fma(fz, dx.fma(u, bx)).sub(w.mul(cy));
            ty = w.fma(fx, by).sub(u.mul(fz));
            tz = u.fma(cy, dz.fma(w, bz)).sub(v.mul(fx));
            var qx = v.mul(tz).sub(w.mul(ty));
            var qy = w.mul(tx).sub(u.mul(tz));
            var qz = u.mul(ty).sub(v.mul(tx));

            u = half.fma(qx, x);
            v = half.fma(qy, y);
            w = half.fma(qz, z);
            fx = ex.fma(u, cx);
            fz = ez.fma(w, cz);
            tx = v.fma(fz, dx.fma(u, bx)).sub(w.mul(cy));
            ty = w.fma(fx, by).sub(u.mul(fz));
            tz = u.fma(cy, dz.fma(w, bz)).sub(v.mul(fx));
            var rx = v.mul(tz).sub(w.mul(ty));
            var ry = w.mul(tx).sub(u.mul(tz));
            var rz = u.mul(ty).sub(v.mul(tx));

            u = x.add(rx);
            v = y.add(ry);
            w = z.add(rz);
            fx = ex.fma(u, cx);
            fz = ez.fma(w, cz);
            tx = v.fma(fz, dx.fma(u, bx)).sub(w.mul(cy));
            ty = w.fma(fx, by).sub(u.mul(fz));
            tz = u.fma(cy, dz.fma(w, bz)).sub(v.mul(fx));
            var sx = v.mul(tz).sub(w.mul(ty));
            var sy = w.mul(tx).sub(u.mul(tz));
            var sz = u.mul(ty).sub(v.mul(tx));

            x = sixth.fma(two.fma(qx.add(rx), px.add(sx)), x);
            y = sixth.fma(two.fma(qy.add(ry), py.add(sy)), y);
            z = sixth.fma(two.fma(qz.add(rz), pz.add(sz)), z);
            var scale = one.div(x.fma(x, y.fma(y, z.mul(z))).lanewise(VectorOperators.SQRT));
            x.mul(scale).intoArray(mx, i);
            y.mul(scale).intoArray(my, i);
            z.mul(scale).intoArray(mz, i);
        }
    }

    @Override
    public void heun(SpinBlock block, int steps, long key, long first) {
        for (long step = first; step < first + steps; step++) {
            block.noise.draw(normals, key, block.names, block.count, step, step == first);
            heun(block, block.noise.of(step, 0), block.noise.of(step, 1), block.noise.of(step, 2));
        }
    }

    private static void heun(SpinBlock block, double[] gxs, double[] gys, double[] gzs) {
        double[] mx = block.x, my = block.y, mz = block.z;
        double[] bxs = block.bx, bys = block.by, bzs = block.bz, cxs = block.cx, cys = block.cy, czs = block.cz;
        double[] dxs = block.dx, dzs = block.dz, exs = block.ex, ezs = block.ez, heatBs = block.heatB, heatCs = block.heatC;
        var half = DoubleVector.broadcast(SPECIES, 0.5);
        var one = DoubleVector.broadcast(SPECIES, 1);
        int padded = block.padded(LANES);
        for (int i = 0; i < padded; i += LANES) {
            var x = DoubleVector.fromArray(SPECIES, mx, i);
            var y = DoubleVector.fromArray(SPECIES, my, i);
            var z = DoubleVector.fromArray(SPECIES, mz, i);
            var gx = DoubleVector.fromArray(SPECIES, gxs, i);
            var gy = DoubleVector.fromArray(SPECIES, gys, i);
            var gz = DoubleVector.fromArray(SPECIES, gzs, i);
            var heatB = DoubleVector.fromArray(SPECIES, heatBs, i);
            var heatC = DoubleVector.fromArray(SPECIES, heatCs, i);
            var bx = heatB.fma(gx, DoubleVector.fromArray(SPECIES, bxs, i));
            var by = heatB.fma(gy, DoubleVector.fromArray(SPECIES, bys, i));
            var bz = heatB.fma(gz, DoubleVector.fromArray(SPECIES, bzs, i));
            var cx = heatC.fma(gx, DoubleVector.fromArray(SPECIES, cxs, i));
            var cy = heatC.fma(gy, DoubleVector.fromArray(SPECIES, cys, i));
            var cz = heatC.fma(gz, DoubleVector.fromArray(SPECIES, czs, i));
            var dx = DoubleVector.fromArray(SPECIES, dxs, i);
            var dz = DoubleVector.fromArray(SPECIES, dzs, i);
            var ex = DoubleVector.fromArray(SPECIES, exs, i);
            var ez = DoubleVector.fromArray(SPECIES, ezs, i);

            var fx = ex.fma(x, cx);
            var fz = ez.fma(z, cz);
            var tx = y.fma(fz, dx.fma(x, bx)).sub(z.mul(cy));
            var ty = z.fma(fx, by).sub(x.mul(fz));
            var tz = x.fma(cy, dz.fma(z, bz)).sub(y.mul(fx));
            var px = y.mul(tz).sub(z.mul(ty));
            var py = z.mul(tx).sub(x.mul(tz));
            var pz = x.mul(ty).sub(y.mul(tx));

            var u = x.add(px);
            var v = y.add(py);
            var w = z.add(pz);
            var scale = one.div(u.fma(u, v.fma(v, w.mul(w))).lanewise(VectorOperators.SQRT));
            u = u.mul(scale);
            v = v.mul(scale);
            w = w.mul(scale);
            fx = ex.fma(u, cx);
            fz = ez.fma(w, cz);
            tx = v.fma(fz, dx.fma(u, bx)).sub(w.mul(cy));
            ty = w.fma(fx, by).sub(u.mul(fz));
            tz = u.fma(cy, dz.fma(w, bz)).sub(v.mul(fx));
            var qx = v.mul(tz).sub(w.mul(ty));
            var qy = w.mul(tx).sub(u.mul(tz));
            var qz = u.mul(ty).sub(v.mul(tx));

            x = half.fma(px.add(qx), x);
            y = half.fma(py.add(qy), y);
            z = half.fma(pz.add(qz), z);
            scale = one.div(x.fma(x, y.fma(y, z.mul(z))).lanewise(VectorOperators.SQRT));
            x.mul(scale).intoArray(mx, i);
            y.mul(scale).intoArray(my, i);
            z.mul(scale).intoArray(mz, i);
        }
    }
}
