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
import static io.larmor.physics.ensemble.SpinBlock.X;
import static io.larmor.physics.ensemble.SpinBlock.Y;
import static io.larmor.physics.ensemble.SpinBlock.Z;

/** One spin after the other: the reference that the fast kernels are compared with, and the fastest for few spins. */
final class ScalarKernel implements SpinKernel {

    private final Normals normals = new ScalarNormals();

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public int fewest() {
        return 1;
    }

    @Override
    public Normals normals() {
        return normals;
    }

    @Override
    public void rk4(SpinBlock block, int steps) {
        for (int i = block.begin; i < block.begin + block.count; i++) {
            rk4(block, i, steps);
        }
    }

    private static void rk4(SpinBlock block, int i, int steps) {
        double[] m = block.data;
        double x = m[X + i], y = m[Y + i], z = m[Z + i];
        double bx = m[BX + i], by = m[BY + i], bz = m[BZ + i];
        double cx = m[CX + i], cy = m[CY + i], cz = m[CZ + i];
        double dx = m[DX + i], dz = m[DZ + i], ex = m[EX + i], ez = m[EZ + i];
        for (int step = 0; step < steps; step++) {
            double fx = Math.fma(ex, x, cx), fz = Math.fma(ez, z, cz);
            double tx = Math.fma(y, fz, Math.fma(dx, x, bx) - z * cy);
            double ty = Math.fma(z, fx, by) - x * fz;
            double tz = Math.fma(x, cy, Math.fma(dz, z, bz)) - y * fx;
            double u = Math.fma(y, tz, x) - z * ty;
            double v = Math.fma(z, tx, y) - x * tz;
            double w = Math.fma(x, ty, z) - y * tx;
            double px = u - x, py = v - y, pz = w - z;

            fx = Math.fma(ex, u, cx);
            fz = Math.fma(ez, w, cz);
            tx = Math.fma(v, fz, Math.fma(dx, u, bx) - w * cy);
            ty = Math.fma(w, fx, by) - u * fz;
            tz = Math.fma(u, cy, Math.fma(dz, w, bz)) - v * fx;
            double u3 = Math.fma(v, tz, x) - w * ty;
            double v3 = Math.fma(w, tx, y) - u * tz;
            double w3 = Math.fma(u, ty, z) - v * tx;

            fx = Math.fma(ex, u3, cx);
            fz = Math.fma(ez, w3, cz);
            tx = Math.fma(v3, fz, Math.fma(dx, u3, bx) - w3 * cy);
            ty = Math.fma(w3, fx, by) - u3 * fz;
            tz = Math.fma(u3, cy, Math.fma(dz, w3, bz)) - v3 * fx;
            u = Math.fma(v3 + v3, tz, x) - (w3 + w3) * ty;
            v = Math.fma(w3 + w3, tx, y) - (u3 + u3) * tz;
            w = Math.fma(u3 + u3, ty, z) - (v3 + v3) * tx;
            px = Math.fma(2, u3, px) + u;
            py = Math.fma(2, v3, py) + v;
            pz = Math.fma(2, w3, pz) + w;

            fx = Math.fma(ex, u, cx);
            fz = Math.fma(ez, w, cz);
            tx = Math.fma(v, fz, Math.fma(dx, u, bx) - w * cy);
            ty = Math.fma(w, fx, by) - u * fz;
            tz = Math.fma(u, cy, Math.fma(dz, w, bz)) - v * fx;
            x = Math.fma(v, tz, px) - w * ty;
            y = Math.fma(w, tx, py) - u * tz;
            z = Math.fma(u, ty, pz) - v * tx;
            double scale = THREE.scale(x, y, z);
            x *= scale;
            y *= scale;
            z *= scale;
        }
        m[X + i] = x;
        m[Y + i] = y;
        m[Z + i] = z;
    }

    @Override
    public void heun(SpinBlock block, int steps, long key, long first) {
        for (long step = first; step < first + steps; step++) {
            block.noise.draw(normals, key, block.names, block.count, step, step == first);
            double[] g = block.noise.numbers();
            int x = block.noise.begin(step, 0), y = block.noise.begin(step, 1), z = block.noise.begin(step, 2);
            for (int i = 0; i < block.count; i++) {
                heun(block.data, block.begin + i, g[x + i], g[y + i], g[z + i]);
            }
        }
    }

    private static void heun(double[] m, int i, double gx, double gy, double gz) {
        double x = m[X + i], y = m[Y + i], z = m[Z + i];
        double heatB = m[HEAT_B + i], heatC = m[HEAT_C + i];
        double bx = Math.fma(heatB, gx, m[BX + i]), by = Math.fma(heatB, gy, m[BY + i]), bz = Math.fma(heatB, gz, m[BZ + i]);
        double cx = Math.fma(heatC, gx, m[CX + i]), cy = Math.fma(heatC, gy, m[CY + i]), cz = Math.fma(heatC, gz, m[CZ + i]);
        double dx = m[DX + i], dz = m[DZ + i], ex = m[EX + i], ez = m[EZ + i];

        double fx = Math.fma(ex, x, cx), fz = Math.fma(ez, z, cz);
        double tx = Math.fma(y, fz, Math.fma(dx, x, bx) - z * cy);
        double ty = Math.fma(z, fx, by) - x * fz;
        double tz = Math.fma(x, cy, Math.fma(dz, z, bz)) - y * fx;
        double u = Math.fma(y, tz, x) - z * ty;
        double v = Math.fma(z, tx, y) - x * tz;
        double w = Math.fma(x, ty, z) - y * tx;

        fx = Math.fma(ex, u, cx);
        fz = Math.fma(ez, w, cz);
        tx = Math.fma(v, fz, Math.fma(dx, u, bx) - w * cy);
        ty = Math.fma(w, fx, by) - u * fz;
        tz = Math.fma(u, cy, Math.fma(dz, w, bz)) - v * fx;
        x = Math.fma(v, tz, x + u) - w * ty;
        y = Math.fma(w, tx, y + v) - u * tz;
        z = Math.fma(u, ty, z + w) - v * tx;
        double scale = TWO.scale(x, y, z);
        m[X + i] = x * scale;
        m[Y + i] = y * scale;
        m[Z + i] = z * scale;
    }
}
