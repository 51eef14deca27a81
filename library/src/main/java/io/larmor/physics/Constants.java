package io.larmor.physics;

/** The constants of nature that the library uses, in SI units: the CODATA values of 2018. */
public final class Constants {

    /** The magnetic constant μ0, in T m/A. */
    public static final double MU0 = 1.25663706212e-6;

    /** The electron's gyromagnetic ratio γ, in rad/(s T): a spin precesses at 28.025 GHz in one tesla. */
    public static final double GAMMA = 1.76085963023e11;

    /** Boltzmann's constant, in J/K. */
    public static final double BOLTZMANN = 1.380649e-23;

    /** Planck's constant over 2π, in J s. */
    public static final double HBAR = 1.054571817e-34;

    /** The elementary charge, in coulombs. */
    public static final double CHARGE = 1.602176634e-19;

    private Constants() {
    }
}
