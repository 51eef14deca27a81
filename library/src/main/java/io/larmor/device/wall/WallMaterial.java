package io.larmor.device.wall;

import java.util.List;

/**
 * What a strip is made of, and the energy of a wall between the anti-notches of a strip of it, where a fit is known.
 *
 * @param name for people: {@code nickel}
 * @param magnetization M_s, in A/m
 * @param exchange A, in J/m
 * @param damping α
 * @param potential a0, a1, ... of E(x) = Σ a_k x^k, in J/m^k; empty where no fit is known: then the wall is free
 */
public record WallMaterial(String name, double magnetization, double exchange, double damping, List<Double> potential) {

    /**
     * Nickel with the double well that Ababei et al. (2021) fit to micromagnetic simulations of a strip of 50 nm x 5 nm with two
     * anti-notches.
     */
    public static final WallMaterial NICKEL = new WallMaterial("nickel", 477e3, 1.05e-11, 0.02,
            List.of(2.21117e-21, -3.8271e-15, -1.2866e-6, 0.61164, 1.632e8));

    /** Permalloy with the fit of the eighth order that the public code of Ababei et al. carries along, and that code's M_s, A and α. */
    public static final WallMaterial PERMALLOY = new WallMaterial("permalloy", 860e3, 1.3e-11, 0.01,
            List.of(2.395e-20, 6.741e-15, -1.29e-7, -2.94244, -2.567e8, 2.91623e14, 6.77e21, -7.728e27, 2.6771e35));

    /** Cobalt, M_s = 1.4 MA/m, A = 30 pJ/m (as in micromagnetic textbooks), α = 0.01; no fit of a potential: a free wall. */
    public static final WallMaterial COBALT = new WallMaterial("cobalt", 1.4e6, 3e-11, 0.01, List.of());

    public WallMaterial {
        potential = List.copyOf(potential);
    }

    /** The same in another potential, a0, a1, ... of E(x) = Σ a_k x^k, in J/m^k. */
    public WallMaterial potential(Double... coefficients) {
        return new WallMaterial(name, magnetization, exchange, damping, List.of(coefficients));
    }

    /** The same with another damping α, a plain number. */
    public WallMaterial damping(double damping) {
        return new WallMaterial(name, magnetization, exchange, damping, potential);
    }

    double[] coefficients() {
        return potential.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
