package io.larmor.physics.wall;

import io.larmor.physics.Constants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The law of one transverse domain wall in a strip, by two collective coordinates: its position x and the angle φ of its
 * magnetization out of the plane. Fields are in A/m, everything else in SI units:
 *
 * <pre>
 * dφ/dt = γ0/(1 + α²) [H − E'(x)/(2 μ0 M_s w t) − α (H_d/2) sin 2φ] + (β − α) u/((1 + α²) D)
 * dx/dt = D(φ) [γ0 (H_d/2) sin 2φ + α dφ/dt] + u
 * D(φ)  = π sqrt(2 A/(μ0 M_s² sin² φ + μ0 M_s H_d)), or constant
 * </pre>
 *
 * <p>with γ0 = γ μ0, the energy E of the place, and the drift u of a spin current. Positive fields push to larger x. The factor
 * π in the width D is a convention of Ababei et al., Sci. Rep. 11, 15587 (2021). It is cold: heat is not part of the law.
 *
 * @param magnetization M_s, in A/m
 * @param exchange A, in J/m
 * @param damping α
 * @param width w of the strip, in meters
 * @param thickness t of the strip, in meters
 * @param hard H_d = M_s (N_z − N_y), in A/m: what it costs to turn out of the plane
 * @param fixed the wall's width D where it does not change with the angle, in meters; 0 for the law above
 * @param potential the coefficients a0, a1, ... of E(x) = Σ a_k x^k, in J/m^k; empty for a free wall
 * @param drift u, in m/s
 * @param beta β, the nonadiabaticity of the spin current
 */
public record Wall(double magnetization, double exchange, double damping, double width, double thickness, double hard,
        double fixed, double[] potential, double drift, double beta) {

    static final double GAMMA0 = Constants.GAMMA * Constants.MU0;

    /** How many equal pieces the range of x is searched in for wells. */
    private static final int PIECES = 4000;

    public Wall {
        potential = potential.clone();
        if (potential.length > WallBlock.TERMS + 1) {
            throw new IllegalArgumentException("wall.potential has " + potential.length + " coefficients; there are at most "
                    + (WallBlock.TERMS + 1) + ", a0 to a" + WallBlock.TERMS);
        }
    }

    /** A wall in a strip without a potential, without a current, with H_d of an infinite strip. */
    public static Wall free(double magnetization, double exchange, double damping, double width, double thickness) {
        double hard = magnetization * (Strip.alongThickness(width, thickness) - Strip.alongWidth(width, thickness));
        return new Wall(magnetization, exchange, damping, width, thickness, hard, 0, new double[0], 0, 0);
    }

    /** The same in another potential. */
    public Wall in(double... potential) {
        return new Wall(magnetization, exchange, damping, width, thickness, hard, fixed, potential, drift, beta);
    }

    /** The same with H_d as the public code of Ababei et al. has it, with decimal logarithms: 12 % larger for its strip. */
    public Wall withDecimalLogarithms() {
        return new Wall(magnetization, exchange, damping, width, thickness,
                magnetization * Strip.differenceWithDecimalLogarithms(width, thickness), fixed, potential, drift, beta);
    }

    /** The wall's width D at an angle, in meters. */
    public double wallWidth(double angle) {
        double sin = Math.sin(angle);
        return fixed > 0 ? fixed : Math.PI * Math.sqrt(2 * exchange
                / (Constants.MU0 * magnetization * (magnetization * sin * sin + hard)));
    }

    /** The energy of the place, in joules. */
    public double energy(double x) {
        double sum = 0;
        for (int k = potential.length - 1; k >= 0; k--) {
            sum = sum * x + potential[k];
        }
        return sum;
    }

    /** E'(x), in J/m. */
    public double slope(double x) {
        double sum = 0;
        for (int k = potential.length - 1; k >= 1; k--) {
            sum = sum * x + k * potential[k];
        }
        return sum;
    }

    /** A coefficient of the energy, 0 beyond the last one. */
    double potential(int k) {
        return k < potential.length ? potential[k] : 0;
    }

    /** What a slope of the energy adds to dφ/dt, in rad/s by J/m: −γ/(2 M_s w t (1 + α²)). */
    double push() {
        return -Constants.GAMMA / (2 * magnetization * width * thickness * (1 + damping * damping));
    }

    /** E''(x), in J/m². */
    public double curvature(double x) {
        double sum = 0;
        for (int k = potential.length - 1; k >= 2; k--) {
            sum = sum * x + k * (k - 1) * potential[k];
        }
        return sum;
    }

    /**
     * The rates of change: the plain law.
     *
     * @param field H, in A/m
     * @param rates receives dx/dt and dφ/dt
     */
    public void rates(double x, double angle, double field, double[] rates) {
        double push = field - slope(x) / (2 * Constants.MU0 * magnetization * width * thickness);
        double twist = hard / 2 * Math.sin(2 * angle);
        double d = wallWidth(angle);
        double turning = (GAMMA0 * (push - damping * twist) + (beta - damping) * drift / d) / (1 + damping * damping);
        rates[0] = d * (GAMMA0 * twist + damping * turning) + drift;
        rates[1] = turning;
    }

    /** The Walker field α H_d/2, in A/m: above it a free wall's angle turns on and on, and it slows down. */
    public double walkerField() {
        return damping * hard / 2;
    }

    /** The steady speed of a free wall up to the Walker field, γ0 D H/α with sin 2φ = H/H_W, in m/s; NaN above. */
    public double steadySpeed(double field) {
        if (Math.abs(field) > walkerField()) {
            return Double.NaN;
        }
        return GAMMA0 * wallWidth(0.5 * Math.asin(field / walkerField())) * field / damping;
    }

    /**
     * The mean speed of a free wall at any field, in m/s. Above the Walker field it is the mean over a turn of the angle; for
     * a wall of fixed width that is γ0 D [H/α − sqrt(H² − H_W²)/(α (1 + α²))].
     */
    public double meanSpeed(double field) {
        double h = Math.abs(field);
        if (h <= walkerField()) {
            return steadySpeed(field);
        }
        if (fixed > 0) {
            double slip = Math.sqrt(h * h - walkerField() * walkerField()) / (1 + damping * damping);
            return Math.signum(field) * GAMMA0 * fixed * (h - slip) / damping;
        }
        // The mean over time is the integral of (dx/dt)/(dφ/dt) over that of 1/(dφ/dt), both periodic in φ, so that the
        // trapezoidal rule converges fast.
        int parts = 20_000;
        double way = 0;
        double time = 0;
        double[] rates = new double[2];
        for (int i = 0; i < parts; i++) {
            free().rates(0, Math.PI * i / parts, h, rates);
            way += rates[0] / rates[1];
            time += 1 / rates[1];
        }
        return Math.signum(field) * way / time;
    }

    private Wall free() {
        return potential.length == 0 ? this : in();
    }

    /** Where the energy has its minima between two places, in rising order, in meters. */
    public List<Double> wells(double from, double to) {
        var wells = new ArrayList<Double>();
        for (int i = 0; i < PIECES; i++) {
            double a = from + (to - from) * i / PIECES;
            double b = from + (to - from) * (i + 1) / PIECES;
            if (slope(a) < 0 && slope(b) >= 0) {
                for (int k = 0; k < 60; k++) {
                    double middle = 0.5 * (a + b);
                    if (slope(middle) < 0) {
                        a = middle;
                    } else {
                        b = middle;
                    }
                }
                wells.add(0.5 * (a + b));
            }
        }
        return wells;
    }

    /**
     * The frequency of small oscillations about a minimum without damping, in hertz:
     * ω0² = [γ E''(x0)/(2 M_s w t)] [D(0) γ0 H_d].
     */
    public double wellFrequency(double well) {
        double stiffness = Constants.GAMMA * curvature(well) / (2 * magnetization * width * thickness);
        return Math.sqrt(stiffness * wallWidth(0) * GAMMA0 * hard) / (2 * Math.PI);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wall w && Arrays.equals(numbers(), w.numbers()) && Arrays.equals(potential, w.potential);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers()) + Arrays.hashCode(potential);
    }

    private double[] numbers() {
        return new double[] {magnetization, exchange, damping, width, thickness, hard, fixed, drift, beta};
    }
}
