package io.larmor.physics.rf;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * An oscillator as a neuron: the voltage of a chain is turned into a current, and the current into microwave power,
 *
 * <pre>I = (V + V_layer) · 1000 g,  clamped to 10 .. 40 µA;   ξ = I / 10 µA;   P = 1.25e-6 · (ξ − 1)/(ξ + 2) · I² · 1000</pre>
 *
 * with I in µA and P in µW: nothing below the threshold, 1 µW at the clamp. The middle factor is the stationary power of
 * Slavin and Tiberkevich with Q = 2 (IEEE Trans. Magn. 45, 1875, 2009); the whole is the neuron of Ross et al., Nat.
 * Nanotechnol. 18, 1273 (2023).
 *
 * @param offset the voltage V_layer added to that of every chain of the layer, in volts
 * @param gain the transconductance g, in mA/V; 1000 g is µA per volt
 */
public record OscillatorNeuron(double offset, double gain) {

    public static final Parameter OFFSET = new Parameter("offset", new Quantity("layer voltage", "V_layer", Unit.VOLT),
            -10, 10, 0.011084586710145186, "the voltage added to that of every chain of the layer");
    public static final Parameter GAIN = new Parameter("gain", Quantity.of("transconductance in mA/V"), -1e6, 1e6,
            3.388370758630916, "milliamperes per volt, by which a chain drives its oscillator");

    /** The current at which the oscillator sets in, in microamperes. */
    public static final double THRESHOLD = 10;
    /** The largest current, in microamperes. */
    public static final double CLAMP = 40;
    /** The nonlinear damping Q. */
    public static final double NONLINEARITY = 2;

    /** Microwatts of a squared microampere: 1.25 · 1000 Ω · 1e-6. */
    private static final double RESISTANCE = 1.25 * 1e-6 * 1000;

    public OscillatorNeuron {
        OFFSET.check("oscillatorNeuron", offset);
        GAIN.check("oscillatorNeuron", gain);
    }

    /** The neuron of the hidden layer of Ross et al. 2023. */
    public static OscillatorNeuron standard() {
        return new OscillatorNeuron(OFFSET.standard(), GAIN.standard());
    }

    /** The current of a voltage, clamped, in microamperes. */
    public double current(double volts) {
        return Math.min(CLAMP, Math.max(THRESHOLD, (volts + offset) * 1e3 * gain));
    }

    /** The power of a current between threshold and clamp, in microwatts; the current is in microamperes. */
    public static double emitted(double current) {
        double xi = current / THRESHOLD;
        return RESISTANCE * ((xi - 1) / (xi + NONLINEARITY)) * current * current;
    }

    /** The power that a voltage makes it emit, in microwatts. */
    public double power(double volts) {
        return emitted(current(volts));
    }

    /** How that power changes with the voltage, in microwatts per volt; 0 at and beyond threshold and clamp. */
    public double slope(double volts) {
        double current = (volts + offset) * 1e3 * gain;
        if (!(current > THRESHOLD && current < CLAMP)) {
            return 0;
        }
        double xi = current / THRESHOLD;
        double down = 1 / (xi + NONLINEARITY);
        return 1e3 * gain * RESISTANCE * current * down * ((1 + NONLINEARITY) * xi * down + 2 * (xi - 1));
    }

    /**
     * The powers of many voltages in single precision, as training uses them.
     *
     * @param volts the voltages
     * @param into where the powers go, in microwatts; may be {@code volts} itself
     * @param n how many
     */
    public void power(float[] volts, float[] into, int n) {
        float shift = (float) (offset * 1e3 * gain / THRESHOLD);
        float factor = (float) (1e3 * gain / THRESHOLD);
        float unit = (float) (RESISTANCE * THRESHOLD * THRESHOLD);
        float most = (float) (CLAMP / THRESHOLD);
        for (int i = 0; i < n; i++) {
            float xi = Math.min(most, Math.max(1f, volts[i] * factor + shift));
            into[i] = unit * (xi - 1f) * xi * xi / (xi + 2f);
        }
    }

    /**
     * The slopes of many voltages in single precision; 0 at and beyond threshold and clamp.
     *
     * @param volts the voltages
     * @param into where the slopes go, in microwatts per volt; may be {@code volts} itself
     * @param n how many
     */
    public void slope(float[] volts, float[] into, int n) {
        float shift = (float) (offset * 1e3 * gain / THRESHOLD);
        float factor = (float) (1e3 * gain / THRESHOLD);
        float unit = (float) (1e3 * gain * RESISTANCE * THRESHOLD);
        float most = (float) (CLAMP / THRESHOLD);
        for (int i = 0; i < n; i++) {
            float free = volts[i] * factor + shift;
            float xi = Math.min(most, Math.max(1f, free));
            float down = 1f / (xi + 2f);
            float slope = unit * xi * down * (3f * xi * down + 2f * (xi - 1f));
            into[i] = free > 1f && free < most ? slope : 0f;
        }
    }
}
