package io.larmor.physics.rf;

/**
 * The two sums of a chain in single precision, over u = f/(α f_r) − 1/α, the detuning in half widths. All forms give the same
 * bits: each fixes the order of every operation below, and a sum over tones is kept in {@link #PARTS} parts.
 *
 * <p>Four resonators share one division: their fractions are brought over one denominator. With the tones and resonances of
 * a device the product of four denominators 1 + u² stays far below the largest number; {@link ResonatorChains} sees to it.
 */
interface ChainKernel {

    /** The parts of a sum over tones, one after another in turn, and what a number of tones is padded to. */
    int PARTS = 16;

    /**
     * Adds up the lines, Σ_k ± u/(1 + u²), where the first resonator counts negative.
     *
     * @param tones the frequencies, padded to a multiple of {@link #PARTS}
     * @param inverse 1/α
     * @param widths 1/(α f_r) of each resonator
     * @param resonators how many
     * @param into one sum a tone, overwritten
     */
    void weights(float[] tones, float inverse, float[] widths, int resonators, float[] into);

    /**
     * The sums over tones of what each is worth times the line's slope, Σ_i h_i (1 − u²)/(1 + u²)².
     *
     * @param tones the frequencies, padded to a multiple of {@link #PARTS}
     * @param worth h, padded with 0
     * @param inverse 1/α
     * @param widths 1/(α f_r) of each resonator, padded to a multiple of 4
     * @param into one sum a resonator, padded to a multiple of 4, overwritten
     */
    void slopes(float[] tones, float[] worth, float inverse, float[] widths, float[] into);

    /** The parts of a sum in the order that all forms add them in. */
    static float total(float[] parts, int from) {
        float sum = 0;
        for (int half = 0; half < PARTS; half += 8) {
            float a = (parts[from + half] + parts[from + half + 4]) + (parts[from + half + 2] + parts[from + half + 6]);
            float b = (parts[from + half + 1] + parts[from + half + 5]) + (parts[from + half + 3] + parts[from + half + 7]);
            sum += a + b;
        }
        return sum;
    }
}
