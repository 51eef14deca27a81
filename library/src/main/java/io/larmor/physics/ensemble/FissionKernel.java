package io.larmor.physics.ensemble;

/**
 * The step cut into small loops over whole arrays, each simple enough for the compiler to turn into vector instructions
 * by itself: the fast form for a Java that runs without the Vector API. The reference is {@link ScalarKernel}.
 */
final class FissionKernel implements SpinKernel {

    /** The block's columns from the spins to the end of the law, of which the law begins here. */
    private static final int COLUMNS = SpinBlock.HEAT_B / SpinBlock.SIZE;
    private static final int LAW = SpinBlock.BX / SpinBlock.SIZE;
    /** Those and the torque, the points of stages, their sum and two fields: an array each, as the compiler wants them. */
    private static final ThreadLocal<double[][]> SPACE = ThreadLocal.withInitial(() -> new double[COLUMNS + 14][SpinBlock.SIZE]);

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
    public int fewest() {
        return 20;
    }

    @Override
    public Normals normals() {
        return reference.normals();
    }

    @Override
    public void rk4(SpinBlock block, int steps) {
        double[][] s = SPACE.get();
        int n = block.padded(16);
        for (int column = 0; column < COLUMNS; column++) {
            System.arraycopy(block.data, block.begin + column * SpinBlock.SIZE, s[column], 0, n);
        }
        for (int step = 0; step < steps; step++) {
            step(s, n);
        }
        for (int column = 0; column < LAW; column++) {
            System.arraycopy(s[column], 0, block.data, block.begin + column * SpinBlock.SIZE, block.count);
        }
    }

    private static void step(double[][] s, int n) {
        double[] x = s[0], y = s[1], z = s[2];
        double[] tx = s[COLUMNS], ty = s[COLUMNS + 1], tz = s[COLUMNS + 2];
        double[] u = s[COLUMNS + 3], v = s[COLUMNS + 4], w = s[COLUMNS + 5];
        double[] uu = s[COLUMNS + 6], vv = s[COLUMNS + 7], ww = s[COLUMNS + 8];
        double[] px = s[COLUMNS + 9], py = s[COLUMNS + 10], pz = s[COLUMNS + 11];
        torque(s, x, y, z, n);
        turn(y, tz, z, ty, x, u, n);
        turn(z, tx, x, tz, y, v, n);
        turn(x, ty, y, tx, z, w, n);
        difference(u, x, px, n);
        difference(v, y, py, n);
        difference(w, z, pz, n);
        torque(s, u, v, w, n);
        turn(v, tz, w, ty, x, uu, n);
        turn(w, tx, u, tz, y, vv, n);
        turn(u, ty, v, tx, z, ww, n);
        torque(s, uu, vv, ww, n);
        twice(vv, tz, ww, ty, x, u, n);
        twice(ww, tx, uu, tz, y, v, n);
        twice(uu, ty, vv, tx, z, w, n);
        sum(px, uu, u, n);
        sum(py, vv, v, n);
        sum(pz, ww, w, n);
        torque(s, u, v, w, n);
        turn(v, tz, w, ty, px, x, n);
        turn(w, tx, u, tz, py, y, n);
        turn(u, ty, v, tx, pz, z, n);
        normalize(x, y, z, n);
    }

    private static void torque(double[][] s, double[] x, double[] y, double[] z, int n) {
        double[] tx = s[COLUMNS], ty = s[COLUMNS + 1], tz = s[COLUMNS + 2], cy = s[LAW + 4];
        double[] fx = s[COLUMNS + 12], fz = s[COLUMNS + 13];
        affine(s[LAW + 8], x, s[LAW + 3], fx, n);
        affine(s[LAW + 9], z, s[LAW + 5], fz, n);
        affine(s[LAW + 6], x, s[LAW], tx, n);
        affine(s[LAW + 7], z, s[LAW + 2], tz, n);
        across(y, fz, tx, z, cy, tx, n);
        turn(z, fx, x, fz, s[LAW + 1], ty, n);
        turn(x, cy, y, fx, tz, tz, n);
    }

    private static void affine(double[] d, double[] x, double[] b, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.fma(d[i], x[i], b[i]);
        }
    }

    private static void across(double[] y, double[] fz, double[] b, double[] z, double[] cy, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.fma(y[i], fz[i], b[i] - z[i] * cy[i]);
        }
    }

    private static void turn(double[] y, double[] tz, double[] z, double[] ty, double[] from, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.fma(y[i], tz[i], from[i]) - z[i] * ty[i];
        }
    }

    private static void twice(double[] y, double[] tz, double[] z, double[] ty, double[] from, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.fma(y[i] + y[i], tz[i], from[i]) - (z[i] + z[i]) * ty[i];
        }
    }

    private static void difference(double[] a, double[] b, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] - b[i];
        }
    }

    private static void sum(double[] p, double[] third, double[] fourth, int n) {
        for (int i = 0; i < n; i++) {
            p[i] = Math.fma(2, third[i], p[i]) + fourth[i];
        }
    }

    private static void normalize(double[] x, double[] y, double[] z, int n) {
        double square = THREE.square(), a = THREE.a(), b = THREE.b(), c = THREE.c(), d = THREE.d();
        for (int i = 0; i < n; i++) {
            double e = Math.fma(z[i], z[i], x[i] * x[i]) + Math.fma(y[i], y[i], -square);
            double scale = Math.fma(e * e, Math.fma(e, d, c), Math.fma(e, b, a));
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
