package io.larmor.physics.rf;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;

/**
 * The shifts that a resonator can hold, evenly spaced: what a finite number of tuning steps makes of a trained shift. Two of
 * them are the polarities of a vortex core, which hold without power: f = f_0 + p Δf with p = ±1 (Pigeau et al., Appl. Phys.
 * Lett. 96, 132506, 2010). In the unit of the resonances.
 *
 * @param lowest the lowest shift
 * @param highest the highest shift
 * @param count how many there are
 */
public record TuningStates(double lowest, double highest, int count) {

    public static final Parameter COUNT = new Parameter("count", Quantity.of("tuning states"), 2, 1 << 24, 2,
            "how many shifts a resonator can hold");

    public TuningStates {
        COUNT.check("tuningStates", count);
        if (!(highest > lowest) || Double.isInfinite(highest - lowest)) {
            throw new IllegalArgumentException("tuningStates: the highest shift " + highest + " must be above the lowest, " + lowest);
        }
    }

    /**
     * The two states of a vortex core.
     *
     * @param shift Δf, by which the core's polarity moves the resonance either way
     */
    public static TuningStates vortexPolarity(double shift) {
        return new TuningStates(-shift, shift, 2);
    }

    /**
     * The resonance f_0 + p Δf of a vortex.
     *
     * @param center f_0
     * @param polarity p, +1 or -1
     * @param shift Δf
     */
    public static double vortexResonance(double center, int polarity, double shift) {
        if (polarity != 1 && polarity != -1) {
            throw new IllegalArgumentException("a vortex core has the polarity 1 or -1, not " + polarity);
        }
        return center + polarity * shift;
    }

    /** A shift by its number, 0 to count - 1. */
    public double shift(int number) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("tuningStates: there is no state " + number + " of " + count);
        }
        return lowest + (highest - lowest) * number / (count - 1);
    }

    /** The number of the state nearest to a shift; halfway the upper one, beyond the ends the last one. */
    public int number(double shift) {
        if (Double.isNaN(shift)) {
            throw new IllegalArgumentException("tuningStates: the shift is not a number");
        }
        double steps = (shift - lowest) / (highest - lowest) * (count - 1);
        return (int) Math.max(0, Math.min(count - 1, Math.floor(steps + 0.5)));
    }

    /** The nearest shift that can be held. */
    public double nearest(double shift) {
        return shift(number(shift));
    }

    /** The nearest shifts that can be held; {@code into} may be {@code shifts} itself. */
    public void nearest(double[] shifts, double[] into) {
        for (int i = 0; i < shifts.length; i++) {
            into[i] = nearest(shifts[i]);
        }
    }

    /** The same in single precision. */
    public void nearest(float[] shifts, float[] into) {
        for (int i = 0; i < shifts.length; i++) {
            into[i] = (float) nearest(shifts[i]);
        }
    }
}
