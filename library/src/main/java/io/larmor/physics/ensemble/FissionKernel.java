package io.larmor.physics.ensemble;

/**
 * The step cut into small loops over whole arrays, each simple enough for the compiler to turn into vector instructions
 * by itself: the fast form for a Java that runs without the Vector API. The reference is {@link ScalarKernel}.
 */
final class FissionKernel implements SpinKernel {

    private static final double SIXTH = 1.0 / 6;

    private final SpinKernel reference = new ScalarKernel();

    @Override
    public String name() {
        return "small loops";
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public Normals normals() {
        return reference.normals();
    }

    @Override
    public void rk4(SpinBlock block, int steps) {
        double[][] s = block.scratch;
        double[] u = s[0], v = s[1], w = s[2], px = s[3], py = s[4], pz = s[5];
        double[] qx = s[6], qy = s[7], qz = s[8], rx = s[9], ry = s[10], rz = s[11];
        int n = block.padded(16);
        for (int step = 0; step < steps; step++) {
            torque(block, block.x, block.y, block.z, px, py, pz, n);
            half(px, block.x, u, n);
            half(py, block.y, v, n);
            half(pz, block.z, w, n);
            torque(block, u, v, w, qx, qy, qz, n);
            half(qx, block.x, u, n);
            half(qy, block.y, v, n);
            half(qz, block.z, w, n);
            torque(block, u, v, w, rx, ry, rz, n);
            last(rx, block.x, u, qx, n);
            last(ry, block.y, v, qy, n);
            last(rz, block.z, w, qz, n);
            torque(block, u, v, w, rx, ry, rz, n);
            sum(px, qx, rx, block.x, n);
            sum(py, qy, ry, block.y, n);
            sum(pz, qz, rz, block.z, n);
            normalize(block.x, block.y, block.z, n);
        }
    }

    private static void torque(SpinBlock block, double[] x, double[] y, double[] z, double[] kx, double[] ky, double[] kz, int n) {
        double[] tx = block.scratch[12], ty = block.scratch[13], tz = block.scratch[14], fx = block.scratch[15], fz = block.scratch[16];
        affine(block.ex, x, block.cx, fx, n);
        affine(block.ez, z, block.cz, fz, n);
        affine(block.dx, x, block.bx, tx, n);
        affine(block.dz, z, block.bz, tz, n);
        turn(y, fz, z, block.cy, tx, tx, n);
        turn(z, fx, x, fz, block.by, ty, n);
        turn(x, block.cy, y, fx, tz, tz, n);
        area(y, tz, z, ty, kx, n);
        area(z, tx, x, tz, ky, n);
        area(x, ty, y, tx, kz, n);
    }

    private static void affine(double[] d, double[] x, double[] b, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.fma(d[i], x[i], b[i]);
        }
    }

    private static void turn(double[] y, double[] fz, double[] z, double[] fy, double[] b, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.fma(y[i], fz[i], b[i]) - z[i] * fy[i];
        }
    }

    private static void area(double[] y, double[] tz, double[] z, double[] ty, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = y[i] * tz[i] - z[i] * ty[i];
        }
    }

    private static void half(double[] k, double[] m, double[] u, int n) {
        for (int i = 0; i < n; i++) {
            u[i] = Math.fma(0.5, k[i], m[i]);
        }
    }

    private static void last(double[] r, double[] m, double[] u, double[] q, int n) {
        for (int i = 0; i < n; i++) {
            u[i] = m[i] + r[i];
            q[i] = q[i] + r[i];
        }
    }

    private static void sum(double[] p, double[] q, double[] s, double[] m, int n) {
        for (int i = 0; i < n; i++) {
            m[i] = Math.fma(SIXTH, Math.fma(2, q[i], p[i] + s[i]), m[i]);
        }
    }

    private static void normalize(double[] x, double[] y, double[] z, int n) {
        for (int i = 0; i < n; i++) {
            double scale = 1 / Math.sqrt(Math.fma(x[i], x[i], Math.fma(y[i], y[i], z[i] * z[i])));
            x[i] *= scale;
            y[i] *= scale;
            z[i] *= scale;
        }
    }

    @Override
    public void heun(SpinBlock block, int steps, long key, long first) {
        reference.heun(block, steps, key, first);
    }
}
