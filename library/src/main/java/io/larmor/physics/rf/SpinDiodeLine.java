package io.larmor.physics.rf;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;

/**
 * The voltage that a magnetic resonator makes of a tone, per microwatt, against the tone's frequency: with d = f − f_r and
 * the half width a = α f_r
 *
 * <pre>G = K · 2 a d / (a² + d²)</pre>
 *
 * which is 0 at resonance, ±K at d = ±a, and falls as 1/d beyond (Leroux et al., Neuromorph. Comput. Eng. 1, 011001, 2021;
 * Ross et al., Nat. Nanotechnol. 18, 1273, 2023). Only ratios of frequencies count, so that any one unit of frequency will
 * do. The plain form, in double precision, that faster ones are compared with.
 *
 * @param damping the half width of the line over its frequency, α
 * @param scale the largest voltage K, in volts per microwatt
 */
public record SpinDiodeLine(double damping, double scale) {

    public static final Parameter DAMPING = new Parameter("damping", Quantity.of("Gilbert damping α"), 1e-5, 1, 0.01,
            "the half width of the line over its frequency");
    public static final Parameter THRESHOLD = new Parameter("threshold", Quantity.of("threshold current in µA"), 1e-3, 1e6, 10,
            "the current, in microamperes, at which the resonator would oscillate by itself");
    public static final Parameter SCALE = new Parameter("scale", Quantity.of("largest voltage in V/µW"), -1e6, 1e6,
            scaleOf(THRESHOLD.standard()), "the voltage per microwatt at a detuning of one half width");

    public SpinDiodeLine {
        DAMPING.check("spinDiodeLine", damping);
        SCALE.check("spinDiodeLine", scale);
    }

    /** The line of Ross et al. 2023: α = 0.01, threshold 10 µA. */
    public static SpinDiodeLine standard() {
        return new SpinDiodeLine(DAMPING.standard(), SCALE.standard());
    }

    /**
     * The scale of a resonator whose layers stand at a right angle in the plane, tan(π/4) / (8 √2 I_th), in volts per microwatt.
     *
     * @param threshold the threshold current I_th, in microamperes
     */
    public static double scale(double threshold) {
        return scaleOf(THRESHOLD.check("spinDiodeLine", threshold));
    }

    private static double scaleOf(double threshold) {
        return Math.tan(Math.PI / 4) / (8 * Math.sqrt(2) * threshold);
    }

    /**
     * The voltage G of a tone of one microwatt, in volts.
     *
     * @param tone the tone's frequency
     * @param resonance the resonator's frequency f_r, in the same unit
     */
    public double voltage(double tone, double resonance) {
        double a = damping * resonance;
        double d = tone - resonance;
        return scale * 2 * a * d / (a * a + d * d);
    }

    /**
     * How that voltage changes with the resonator's frequency, dG/df_r, in volts per unit of frequency:
     *
     * <pre>K [2 α (d − f_r) (a² + d²) − 2 a d (2 α a − 2 d)] / (a² + d²)²  =  2 α K f (d² − a²) / (a² + d²)²</pre>
     *
     * @param tone the tone's frequency f
     * @param resonance the resonator's frequency f_r, in the same unit
     */
    public double slope(double tone, double resonance) {
        double a = damping * resonance;
        double d = tone - resonance;
        double sum = a * a + d * d;
        // Both numerators are the same number; this one loses no digits.
        return 2 * damping * scale * tone * ((d - a) * (d + a)) / (sum * sum);
    }

    /**
     * The line of a torque a quarter period away, K · 2 a² / (a² + d²), in volts per microwatt: a bump of height 2 K.
     *
     * @param tone the tone's frequency
     * @param resonance the resonator's frequency, in the same unit
     */
    public double symmetricVoltage(double tone, double resonance) {
        double a = damping * resonance;
        double d = tone - resonance;
        return scale * 2 * a * a / (a * a + d * d);
    }
}
