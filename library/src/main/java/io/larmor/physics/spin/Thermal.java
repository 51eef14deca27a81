package io.larmor.physics.spin;

import io.larmor.physics.Constants;
import java.util.Arrays;

/**
 * What heat does to a spin with an easy axis and a field along it, of the energy −k_B T (σ z² + ξ z): its equilibrium, and
 * how often it crosses the barrier (Brown, Phys. Rev. 130, 1677, 1963). σ = K V / k_B T, ξ = M_s V B / k_B T, h = B / B_k.
 */
public final class Thermal {

    private static final int ITERATIONS = 60;
    private static final double CONVERGED = 1e-14;
    private static final double SERIES = 0.05;

    private Thermal() {
    }

    /** The mean of z in a field without anisotropy, Langevin's coth ξ − 1/ξ. */
    public static double langevin(double xi) {
        // The difference of two large numbers near 0; three terms of its series are exact to rounding there.
        return Math.abs(xi) < SERIES ? xi / 3 * (1 - xi * xi / 15 * (1 - 2 * xi * xi / 21 * (1 - xi * xi / 10)))
                : 1 / Math.tanh(xi) - 1 / xi;
    }

    /** The means of z and of z² in equilibrium. */
    public static double[] moments(double sigma, double xi) {
        double[] density = density(sigma, xi);
        var panels = Grid.PANELS;
        double[] z2 = panels.values(z -> z * z);
        double all = panels.integral(density, panels.values(z -> 1));
        return new double[] {panels.integral(density, panels.z) / all, panels.integral(density, z2) / all};
    }

    /** The probability density of z in equilibrium, at some values of z. */
    public static double[] density(double sigma, double xi, double[] z) {
        double all = Grid.PANELS.integral(density(sigma, xi), Grid.PANELS.values(x -> 1));
        double top = top(sigma, xi);
        return Arrays.stream(z).map(x -> Math.exp(sigma * x * x + xi * x - top) / all).toArray();
    }

    private static double[] density(double sigma, double xi) {
        double top = top(sigma, xi);
        return Grid.PANELS.values(z -> Math.exp(sigma * z * z + xi * z - top));
    }

    /** The largest exponent; taken off it, so that nothing overflows. */
    private static double top(double sigma, double xi) {
        double inner = sigma < 0 && Math.abs(xi) < -2 * sigma ? -xi * xi / (4 * sigma) : Double.NEGATIVE_INFINITY;
        return Math.max(sigma + Math.abs(xi), inner);
    }

    /**
     * The smallest relaxation rate of the probability density but zero, in units of 1 / (2 τ_N): exact at any barrier. It is
     * found by inverse iteration with integrals of positive functions only, and so keeps its digits where it is tiny.
     *
     * @param sigma the barrier without field over k_B T, K V / k_B T
     * @param h the field along the axis over B_k
     */
    public static double eigenvalue(double sigma, double h) {
        var panels = Grid.PANELS;
        double[] w = density(sigma, 2 * sigma * h);
        double all = panels.integral(w, panels.values(z -> 1));
        double[] mode = panels.values(z -> z);
        double last = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            center(mode, w, all);
            double before = panels.integral(w, squares(mode));
            double[] next = invert(panels, mode, w);
            center(next, w, all);
            // The quotient of Rayleigh for the inverse operator; its error is the square of the mode's.
            double product = panels.integral(w, products(mode, next));
            double eigenvalue = before / product;
            double scale = 1 / Math.sqrt(panels.integral(w, squares(next)));
            mode = Arrays.stream(next).map(x -> x * scale).toArray();
            if (Math.abs(eigenvalue - last) < CONVERGED * eigenvalue) {
                return eigenvalue;
            }
            last = eigenvalue;
        }
        return last;
    }

    /** The f of −((1 − z²) w f′)′ = w g, up to a constant. */
    private static double[] invert(Panels panels, double[] g, double[] w) {
        double[] source = products(g, w);
        double[] left = panels.fromLeft(source);
        double[] right = panels.toRight(source);
        double[] slope = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            // The two are opposite; the smaller sum of parts has the smaller rounding.
            double flux = panels.z[i] < 0 ? -left[i] : right[i];
            slope[i] = flux / ((1 - panels.z[i]) * (1 + panels.z[i]) * w[i]);
        }
        return panels.fromLeft(slope);
    }

    private static void center(double[] f, double[] w, double all) {
        double mean = Grid.PANELS.integral(f, w) / all;
        for (int i = 0; i < f.length; i++) {
            f[i] -= mean;
        }
    }

    private static double[] squares(double[] f) {
        return products(f, f);
    }

    private static double[] products(double[] f, double[] g) {
        double[] products = new double[f.length];
        Arrays.setAll(products, i -> f[i] * g[i]);
        return products;
    }

    /** The time of free rotational diffusion, τ_N = (1 + α²) M_s V / (2 α γ k_B T), in seconds. */
    public static double diffusionTime(Magnet magnet) {
        double alpha = magnet.damping();
        return (1 + alpha * alpha) / (2 * alpha * Constants.GAMMA * magnet.thermalEnergy());
    }

    /**
     * The sum of both rates of escape, in 1/s: exact at any barrier. Without a field each is half of it.
     *
     * @param anisotropy B_k, in tesla
     * @param field along the easy axis, in tesla
     */
    public static double rate(Magnet magnet, double anisotropy, double field) {
        if (!(magnet.temperature() > 0 && magnet.damping() > 0)) {
            throw new IllegalArgumentException("a rate of escape needs a temperature and a damping above 0; the temperature is "
                    + magnet.temperature() + " K, the damping " + magnet.damping());
        }
        double sigma = anisotropy / (2 * magnet.thermalEnergy());
        return eigenvalue(sigma, field / anisotropy) / (2 * diffusionTime(magnet));
    }

    /**
     * Brown's rate of escape over a high barrier, in 1/s, from the well that the field raises, h of 0 to 1:
     * {@code f0 (1 − h²)(1 − h) exp(−Δ (1 − h)²)} with {@code f0 = α γ B_k / (1 + α²) √(Δ / π)}.
     *
     * @param anisotropy B_k, in tesla
     * @param stability Δ
     * @param h the field against the magnetization, over B_k; negative for the well that it lowers
     */
    public static double highBarrierRate(double damping, double anisotropy, double stability, double h) {
        double attempt = damping * Constants.GAMMA * anisotropy / (1 + damping * damping) * Math.sqrt(stability / Math.PI);
        return attempt * (1 - h * h) * (1 - h) * Math.exp(-stability * (1 - h) * (1 - h));
    }

    /**
     * Néel's time by the usual convention, τ0 exp(Δ (1 − h)²), in seconds.
     *
     * @param attempt τ0, often 1 ns
     */
    public static double neelTime(double attempt, double stability, double h) {
        return attempt * Math.exp(stability * (1 - h) * (1 - h));
    }

    /** Made when first needed, and kept. */
    private static final class Grid {
        static final Panels PANELS = new Panels();
    }
}
