package io.larmor.physics.ensemble;

/** One spin after the other: the reference that the fast kernels are compared with, and the fastest for few spins. */
final class ScalarKernel implements SpinKernel {

    private static final double SIXTH = 1.0 / 6;

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
    public Normals normals() {
        return normals;
    }

    @Override
    public void rk4(SpinBlock block, int steps) {
        for (int i = 0; i < block.count; i++) {
            rk4(block, i, steps);
        }
    }

    private static void rk4(SpinBlock block, int i, int steps) {
        double x = block.x[i], y = block.y[i], z = block.z[i];
        double bx = block.bx[i], by = block.by[i], bz = block.bz[i];
        double cx = block.cx[i], cy = block.cy[i], cz = block.cz[i];
        double dx = block.dx[i], dz = block.dz[i], ex = block.ex[i], ez = block.ez[i];
        for (int step = 0; step < steps; step++) {
            double fx = Math.fma(ex, x, cx), fz = Math.fma(ez, z, cz);
            double tx = Math.fma(y, fz, Math.fma(dx, x, bx)) - z * cy;
            double ty = Math.fma(z, fx, by) - x * fz;
            double tz = Math.fma(x, cy, Math.fma(dz, z, bz)) - y * fx;
            double px = y * tz - z * ty, py = z * tx - x * tz, pz = x * ty - y * tx;

            double u = Math.fma(0.5, px, x), v = Math.fma(0.5, py, y), w = Math.fma(0.5, pz, z);
            fx = Math.fma(ex, u, cx);
            fz = Math.fma(ez, w, cz);
            tx = Math.fma(v, fz, Math.fma(dx, u, bx)) - w * cy;
            ty = Math.fma(w, fx, by) - u * fz;
            tz = Math.fma(u, cy, Math.fma(dz, w, bz)) - v * fx;
            double qx = v * tz - w * ty, qy = w * tx - u * tz, qz = u * ty - v * tx;

            u = Math.fma(0.5, qx, x);
            v = Math.fma(0.5, qy, y);
            w = Math.fma(0.5, qz, z);
            fx = Math.fma(ex, u, cx);
            fz = Math.fma(ez, w, cz);
            tx = Math.fma(v, fz, Math.fma(dx, u, bx)) - w * cy;
            ty = Math.fma(w, fx, by) - u * fz;
            tz = Math.fma(u, cy, Math.fma(dz, w, bz)) - v * fx;
            double rx = v * tz - w * ty, ry = w * tx - u * tz, rz = u * ty - v * tx;

            u = x + rx;
            v = y + ry;
            w = z + rz;
            fx = Math.fma(ex, u, cx);
            fz = Math.fma(ez, w, cz);
            tx = Math.fma(v, fz, Math.fma(dx, u, bx)) - w * cy;
            ty = Math.fma(w, fx, by) - u * fz;
            tz = Math.fma(u, cy, Math.fma(dz, w, bz)) - v * fx;
            double sx = v * tz - w * ty, sy = w * tx - u * tz, sz = u * ty - v * tx;

            x = Math.fma(SIXTH, Math.fma(2, qx + rx, px + sx), x);
            y = Math.fma(SIXTH, Math.fma(2, qy + ry, py + sy), y);
            z = Math.fma(SIXTH, Math.fma(2, qz + rz, pz + sz), z);
            double scale = 1 / Math.sqrt(Math.fma(x, x, Math.fma(y, y, z * z)));
            x *= scale;
            y *= scale;
            z *= scale;
        }
        block.x[i] = x;
        block.y[i] = y;
        block.z[i] = z;
    }

    @Override
    public void heun(SpinBlock block, int steps, long key, long first) {
        for (long step = first; step < first + steps; step++) {
            block.noise.draw(normals, key, block.names, block.count, step, step == first);
            double[] gx = block.noise.of(step, 0), gy = block.noise.of(step, 1), gz = block.noise.of(step, 2);
            for (int i = 0; i < block.count; i++) {
                heun(block, i, gx[i], gy[i], gz[i]);
            }
        }
    }

    private static void heun(SpinBlock block, int i, double gx, double gy, double gz) {
        double x = block.x[i], y = block.y[i], z = block.z[i];
        double heatB = block.heatB[i], heatC = block.heatC[i];
        double bx = Math.fma(heatB, gx, block.bx[i]), by = Math.fma(heatB, gy, block.by[i]), bz = Math.fma(heatB, gz, block.bz[i]);
        double cx = Math.fma(heatC, gx, block.cx[i]), cy = Math.fma(heatC, gy, block.cy[i]), cz = Math.fma(heatC, gz, block.cz[i]);
        double dx = block.dx[i], dz = block.dz[i], ex = block.ex[i], ez = block.ez[i];

        double fx = Math.fma(ex, x, cx), fz = Math.fma(ez, z, cz);
        double tx = Math.fma(y, fz, Math.fma(dx, x, bx)) - z * cy;
        double ty = Math.fma(z, fx, by) - x * fz;
        double tz = Math.fma(x, cy, Math.fma(dz, z, bz)) - y * fx;
        double px = y * tz - z * ty, py = z * tx - x * tz, pz = x * ty - y * tx;

        double u = x + px, v = y + py, w = z + pz;
        double scale = 1 / Math.sqrt(Math.fma(u, u, Math.fma(v, v, w * w)));
        u *= scale;
        v *= scale;
        w *= scale;
        fx = Math.fma(ex, u, cx);
        fz = Math.fma(ez, w, cz);
        tx = Math.fma(v, fz, Math.fma(dx, u, bx)) - w * cy;
        ty = Math.fma(w, fx, by) - u * fz;
        tz = Math.fma(u, cy, Math.fma(dz, w, bz)) - v * fx;
        double qx = v * tz - w * ty, qy = w * tx - u * tz, qz = u * ty - v * tx;

        x = Math.fma(0.5, px + qx, x);
        y = Math.fma(0.5, py + qy, y);
        z = Math.fma(0.5, pz + qz, z);
        scale = 1 / Math.sqrt(Math.fma(x, x, Math.fma(y, y, z * z)));
        block.x[i] = x * scale;
        block.y[i] = y * scale;
        block.z[i] = z * scale;
    }
}
