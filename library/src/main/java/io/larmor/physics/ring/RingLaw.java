package io.larmor.physics.ring;

import io.larmor.physics.Constants;

/**
 * What holds a wall at a junction and how heat frees it, after Dawidek et al., Adv. Funct. Mater. 31, 2008389 (2021), and Vidamour
 * et al., Nanotechnology 33, 485203 (2022). A field B that lags by an angle φ pulls a wall with B sin φ; the barrier
 *
 * <pre>E(φ) = s E0 (1 - B sin φ / (s B0))^α,   rate = exp(-E / k_B T) / τ0</pre>
 *
 * is lower by the factor s where two walls share the junction. A junction that opens opens to both; each of them needs besides a
 * pull that overcomes the roughness of its own ring's edge. E0 and B0 differ from junction to junction, the roughness from edge to
 * edge, by normal deviates.
 *
 * @param energy E0, in joules
 * @param energySpread its standard deviation, in joules
 * @param field B0, in teslas
 * @param fieldSpread its standard deviation, in teslas
 * @param roughness the pull that a rough edge asks for at least, in teslas
 * @param roughnessSpread its standard deviation, in teslas
 * @param sharing s, for two walls at one junction
 * @param exponent α
 * @param attempt τ0, in seconds
 * @param temperature T, in kelvins
 * @param stopping whether a freed wall that is more than a site behind the field stops at the next site, wherever it starts. The
 *        published code has it so at one of the four sites only, which its text does not say and which we take for a slip;
 *        false repeats it
 */
public record RingLaw(double energy, double energySpread, double field, double fieldSpread, double roughness,
        double roughnessSpread, double sharing, double exponent, double attempt, double temperature, boolean stopping) {

    /** The numbers published with the code of Vidamour et al. (2022), for rings in a field that turns 37 times a second. */
    public static RingLaw standard() {
        return new RingLaw(2.625e-19, 1e-23, 55e-4, 1e-4, 20e-4, 0.5e-4, 0.81, 1.5, 1e-10, 293, true);
    }

    /** The same at another temperature, in kelvins. */
    public RingLaw temperature(double temperature) {
        return new RingLaw(energy, energySpread, field, fieldSpread, roughness, roughnessSpread, sharing, exponent, attempt,
                temperature, stopping);
    }

    /** The same with all its spreads multiplied by a factor: 0 for an array without disorder. */
    public RingLaw disorder(double factor) {
        return new RingLaw(energy, factor * energySpread, field, factor * fieldSpread, roughness, factor * roughnessSpread, sharing,
                exponent, attempt, temperature, stopping);
    }

    /** The same with the stopping of walls as in the published code. */
    public RingLaw asPublished() {
        return new RingLaw(energy, energySpread, field, fieldSpread, roughness, roughnessSpread, sharing, exponent, attempt,
                temperature, false);
    }

    /** The thermal energy k_B T, in joules. */
    public double heat() {
        return Constants.BOLTZMANN * temperature;
    }

    /**
     * The odds that heat frees a wall within a time, 1 - exp(-time rate); 1 where the pull takes the whole barrier away.
     *
     * @param pull B sin φ, in teslas
     * @param energy the barrier without a field, in joules, already lowered where it is shared
     * @param field the field that takes it away, in teslas, already lowered where it is shared
     * @param time seconds
     */
    public double odds(double pull, double energy, double field, double time) {
        double left = 1 - pull / field;
        if (left <= 0) {
            return 1;
        }
        double barrier = energy * StrictMath.pow(left, exponent);
        return -StrictMath.expm1(-time / attempt * StrictMath.exp(-barrier / heat()));
    }
}
