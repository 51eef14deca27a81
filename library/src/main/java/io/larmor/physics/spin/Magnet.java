package io.larmor.physics.spin;

import io.larmor.core.Parameter;
import io.larmor.physics.Constants;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * The body that one spin stands for: a magnet so small that its magnetization turns as one.
 *
 * @param saturation the saturation magnetization M_s, in A/m
 * @param volume in m³
 * @param damping Gilbert's damping α
 * @param temperature in kelvin; 0 for no thermal field
 */
public record Magnet(double saturation, double volume, double damping, double temperature) {

    private static final Unit AMPERE_PER_METER = new Unit("A/m", true);
    private static final Unit CUBIC_METER = new Unit("m³", false);

    public static final Parameter SATURATION = new Parameter("saturation",
            new Quantity("saturation magnetization", "M_s", AMPERE_PER_METER), 1e3, 3e6, 1e6,
            "the magnetic moment per volume");
    public static final Parameter VOLUME = new Parameter("volume", new Quantity("volume", "V", CUBIC_METER),
            1e-28, 1e-15, Math.PI * 20e-9 * 20e-9 * 1.2e-9, "the volume that turns as one");
    public static final Parameter DAMPING = new Parameter("damping", new Quantity("Gilbert damping", "α", Unit.NONE),
            0, 10, 0.01, "how fast the precession dies; 0 for none");
    public static final Parameter TEMPERATURE = new Parameter("temperature",
            new Quantity("temperature", "T", Unit.KELVIN), 0, 2000, 0, "what drives the thermal field; 0 for none");

    public Magnet {
        SATURATION.check("magnet", saturation);
        VOLUME.check("magnet", volume);
        DAMPING.check("magnet", damping);
        TEMPERATURE.check("magnet", temperature);
    }

    /** The magnetic moment M_s V, in A m². */
    public double moment() {
        return saturation * volume;
    }

    /** The thermal energy k_B T over the moment, in tesla. */
    public double thermalEnergy() {
        return Constants.BOLTZMANN * temperature / moment();
    }

    /**
     * The strength of the thermal field, sqrt(2 α k_B T / (γ M_s V)), in T √s: over a step dt each component is this over
     * √dt times a normal deviate (Brown, Phys. Rev. 130, 1677, 1963).
     */
    public double thermalField() {
        return Math.sqrt(2 * damping * thermalEnergy() / Constants.GAMMA);
    }
}
