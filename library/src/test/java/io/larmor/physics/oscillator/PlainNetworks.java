package io.larmor.physics.oscillator;

/** The networks' equations written down node by node, as they stand in the papers: what the fast forms are compared with. */
final class PlainNetworks {

    private PlainNetworks() {
    }

    static double[] phases(double t, double[] phase, double[] frequency, double[][] k, double[] pull, double signal) {
        int n = phase.length;
        double[] into = new double[n];
        for (int i = 0; i < n; i++) {
            into[i] = frequency[i] + pull[i] * Math.sin(signal * t - phase[i]);
            for (int j = 0; j < n; j++) {
                into[i] += k[i][j] * Math.sin(phase[j] - phase[i]);
            }
        }
        return into;
    }

    static double[] amplitudes(double[] c, AmplitudeNetwork.Oscillator law, double[] frequency, double[] gain,
            double[] injection, double[][] k) {
        int n = frequency.length;
        double[] into = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double x = c[i];
            double y = c[n + i];
            double p = x * x + y * y;
            double turn = -(frequency[i] + law.shift() * p - law.frame());
            double grow = -law.damping() * (1 + law.nonlinearity() * p) + gain[i] * (1 - p);
            // (grow + i turn) (x + i y)
            into[i] = grow * x - turn * y + injection[i];
            into[n + i] = grow * y + turn * x;
            for (int j = 0; j < n; j++) {
                double re = k[i][j] * Math.cos(law.delay());
                double im = k[i][j] * Math.sin(law.delay());
                into[i] += re * c[j] - im * c[n + j];
                into[n + i] += re * c[n + j] + im * c[j];
            }
        }
        return into;
    }

    static double[] spins(double[] m, SpinTorqueNetwork.Junction junction, double[][] w) {
        int n = w.length;
        double[] p = junction.fixed();
        double[] into = new double[3 * n];
        for (int i = 0; i < n; i++) {
            double[] own = {m[i], m[n + i], m[2 * n + i]};
            double[] b = {0, 0, junction.applied() + junction.anisotropy() * own[2]};
            for (int j = 0; j < n; j++) {
                b[0] += w[i][j] * m[j];
            }
            double strength = junction.torque() / (1 + junction.asymmetry() * (own[0] * p[0] + own[1] * p[1] + own[2] * p[2]));
            double[] across = cross(own, p);
            for (int k = 0; k < 3; k++) {
                b[k] -= strength * across[k];
            }
            double[] torque = cross(own, b);
            double[] damping = cross(own, torque);
            double alpha = junction.damping();
            for (int k = 0; k < 3; k++) {
                into[k * n + i] = -(torque[k] + alpha * damping[k]) / (1 + alpha * alpha);
            }
        }
        return into;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
