package io.larmor.physics;

import io.larmor.core.Philox;

/**
 * The power of a nonlinear auto-oscillator after Slavin and Tiberkevich, IEEE Trans. Magn. 45, 1875 (2009):
 *
 * <pre>dp = 2 Γ [ p_th + (ζ - 1) p - (ζ + Q) p² ] dt + sqrt(4 Γ p_th p) dW</pre>
 *
 * with the damping rate Γ (1/s), the supercriticality ζ = I / I_th, the nonlinear damping Q and the thermal power p_th.
 * Arrays are indexed by lane, an independent oscillator each.
 */
public final class SlavinTiberkevich {

    private SlavinTiberkevich() {
    }

    /** The power that the oscillator settles at without noise: (ζ - 1) / (ζ + Q) above the threshold, 0 below. */
    public static double stationaryPower(double zeta, double q) {
        return zeta > 1 ? (zeta - 1) / (zeta + q) : 0;
    }

    /** The mean power below the threshold, p_th / (1 - ζ), for ζ well under 1. */
    public static double thermalPower(double zeta, double thermal) {
        return thermal / (1 - zeta);
    }

    /** The time in which a small deviation from the stationary power falls by e: 1 / (2 Γ |ζ - 1|), in seconds. */
    public static double relaxationTime(double damping, double zeta) {
        return 1 / (2 * damping * Math.abs(zeta - 1));
    }

    /**
     * The power after a time at constant ζ without noise. The equation is then logistic and has the closed solution
     * p / (e + b p h) with a = 2 Γ (ζ - 1), b = 2 Γ (ζ + Q), e = exp(-a t), h = (1 - e) / a: one exponential replaces
     * hundreds of steps, at any ζ, the threshold included.
     */
    public static double settle(double p, double zeta, double damping, double q, double time) {
        double a = 2 * damping * (zeta - 1);
        double b = 2 * damping * (zeta + q);
        double at = a * time;
        if (Math.abs(at) < 1e-5) {
            // Near the threshold h is 0/0; three terms of its series are exact to rounding there.
            double h = time * (1 - at * (0.5 - at / 6));
            return p / (1 - a * h + b * p * h);
        }
        double e = Math.exp(-at);
        return p / (e + b * p * (1 - e) / a);
    }

    /** {@link #settle(double, double, double, double, double)} for each lane, in place. */
    public static void settle(double[] p, double[] zeta, double damping, double q, double time) {
        for (int lane = 0; lane < p.length; lane++) {
            p[lane] = settle(p[lane], zeta[lane], damping, q, time);
        }
    }

    /**
     * Steps of Euler's method without noise for one oscillator: the plain form that the fast ones are compared with.
     *
     * @return the power after all steps
     */
    public static double euler(double p, double zeta, double damping, double q, double dt, int steps) {
        double gain = 2 * damping * (zeta - 1) * dt;
        double loss = 2 * damping * (zeta + q) * dt;
        for (int i = 0; i < steps; i++) {
            p += p * (gain - loss * p);
        }
        return p;
    }

    /**
     * {@link #euler(double, double, double, double, double, int)} for each lane, in place. Each block of eight lanes stays
     * in registers over all steps, so that eight dependent chains overlap.
     */
    public static void euler(double[] p, double[] zeta, double damping, double q, double dt, int steps) {
        int lane = 0;
        for (; lane + 8 <= p.length; lane += 8) {
            eulerBlock(p, zeta, lane, damping, q, dt, steps);
        }
        for (; lane < p.length; lane++) {
            p[lane] = euler(p[lane], zeta[lane], damping, q, dt, steps);
        }
    }

    private static void eulerBlock(double[] p, double[] zeta, int first, double damping, double q, double dt, int steps) {
        double unit = 2 * damping * dt;
        double p0 = p[first], p1 = p[first + 1], p2 = p[first + 2], p3 = p[first + 3];
        double p4 = p[first + 4], p5 = p[first + 5], p6 = p[first + 6], p7 = p[first + 7];
        double g0 = unit * (zeta[first] - 1), l0 = unit * (zeta[first] + q);
        double g1 = unit * (zeta[first + 1] - 1), l1 = unit * (zeta[first + 1] + q);
        double g2 = unit * (zeta[first + 2] - 1), l2 = unit * (zeta[first + 2] + q);
        double g3 = unit * (zeta[first + 3] - 1), l3 = unit * (zeta[first + 3] + q);
        double g4 = unit * (zeta[first + 4] - 1), l4 = unit * (zeta[first + 4] + q);
        double g5 = unit * (zeta[first + 5] - 1), l5 = unit * (zeta[first + 5] + q);
        double g6 = unit * (zeta[first + 6] - 1), l6 = unit * (zeta[first + 6] + q);
        double g7 = unit * (zeta[first + 7] - 1), l7 = unit * (zeta[first + 7] + q);
        for (int i = 0; i < steps; i++) {
            p0 += p0 * (g0 - l0 * p0);
            p1 += p1 * (g1 - l1 * p1);
            p2 += p2 * (g2 - l2 * p2);
            p3 += p3 * (g3 - l3 * p3);
            p4 += p4 * (g4 - l4 * p4);
            p5 += p5 * (g5 - l5 * p5);
            p6 += p6 * (g6 - l6 * p6);
            p7 += p7 * (g7 - l7 * p7);
        }
        p[first] = p0;
        p[first + 1] = p1;
        p[first + 2] = p2;
        p[first + 3] = p3;
        p[first + 4] = p4;
        p[first + 5] = p5;
        p[first + 6] = p6;
        p[first + 7] = p7;
    }

    /**
     * Steps of the Euler–Maruyama method with thermal noise for one oscillator; a power that noise drives below zero is
     * reflected.
     *
     * @param noise the oscillator's own random numbers
     * @return the power after all steps
     */
    public static double eulerMaruyama(double p, double zeta, double damping, double q, double thermal, double dt,
            int steps, Philox noise) {
        double source = 2 * damping * thermal * dt;
        double gain = 2 * damping * (zeta - 1) * dt;
        double loss = 2 * damping * (zeta + q) * dt;
        double kick = Math.sqrt(4 * damping * thermal * dt);
        for (int i = 0; i < steps; i++) {
            p = Math.abs(p + source + p * (gain - loss * p) + kick * Math.sqrt(p) * noise.nextGaussian());
        }
        return p;
    }
}
