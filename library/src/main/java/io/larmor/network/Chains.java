package io.larmor.network;

import io.larmor.core.Parameter;
import io.larmor.network.engine.ChainWeights;
import io.larmor.physics.rf.OscillatorNeuron;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.List;

/**
 * How chains of resonators of a layer are made: damping, band, initial spread, and the neurons that they drive. The defaults
 * are those of Ross et al., Nat. Nanotechnol. 18, 1273 (2023).
 *
 * @param low the lowest frequency of the band, in hertz
 * @param high the highest
 * @param damping α, the half width of a line over its frequency
 * @param sensitivity the largest voltage of a resonator, in volts per watt
 * @param shiftSpread the standard deviation of initial shifts times the root of the resonators of a chain, in hertz
 * @param biasSpread the standard deviation of initial biases times the root of the chains, in volts
 * @param offset the voltage added to that of every chain that drives a neuron, in volts
 * @param transconductance of what drives a neuron, in milliamperes per volt
 * @param tones frequencies of the tones, in hertz; empty: spread over the band, evenly in the first layer and in equal ratios
 *     in later ones
 * @param resonances frequencies of a chain's resonators without shifts, in hertz; empty: as the tones
 */
public record Chains(double low, double high, double damping, double sensitivity, double shiftSpread, double biasSpread,
        double offset, double transconductance, List<Double> tones, List<Double> resonances) {

    public static final Parameter LOW = new Parameter("low", new Quantity("lowest frequency", "f", Unit.HERTZ), 1e6, 100e9, 20e6,
            "the lower end of the band of tones and resonances");
    public static final Parameter HIGH = new Parameter("high", new Quantity("highest frequency", "f", Unit.HERTZ), 1e6, 100e9, 120e6,
            "the upper end of the band of tones and resonances");
    public static final Parameter DAMPING = new Parameter("damping", new Quantity("damping", "α", Unit.NONE), 1e-4, 0.5, 0.01,
            "the half width of a resonance over its frequency");
    public static final Parameter SENSITIVITY = new Parameter("sensitivity", Quantity.of("sensitivity in V/W"), 1, 1e9,
            1e6 * Math.tan(Math.PI / 4) / (8 * Math.sqrt(2) * 10), "the largest voltage of a resonator per watt");
    public static final Parameter SHIFT_SPREAD = new Parameter("shiftSpread", Quantity.of("initial spread of shifts", Unit.HERTZ),
            0, 1e9, 1e6, "the standard deviation of initial shifts times the root of the resonators of a chain");
    public static final Parameter BIAS_SPREAD = new Parameter("biasSpread", Quantity.of("initial spread of biases", Unit.VOLT), 0,
            10, 1e-2, "the standard deviation of initial biases times the root of the chains");

    /** Hertz of the unit that is trained in. */
    private static final double GIGA = 1e9;
    /** Watts of the unit that powers are in. */
    private static final double MICRO = 1e6;

    public Chains {
        LOW.check("rfMtjs", low);
        HIGH.check("rfMtjs", high);
        if (!(low < high)) {
            throw new IllegalArgumentException("rfMtjs.band: " + Unit.HERTZ.format(low) + " .. " + Unit.HERTZ.format(high)
                    + " is empty; the lower end comes first");
        }
        DAMPING.check("rfMtjs", damping);
        SENSITIVITY.check("rfMtjs", sensitivity);
        SHIFT_SPREAD.check("rfMtjs", shiftSpread);
        BIAS_SPREAD.check("rfMtjs", biasSpread);
        OscillatorNeuron.OFFSET.check("rfMtjs", offset);
        OscillatorNeuron.GAIN.check("rfMtjs", transconductance);
        tones = List.copyOf(tones);
        resonances = List.copyOf(resonances);
        inBand("tone", tones, low, high);
        inBand("resonance", resonances, low, high);
    }

    private static void inBand(String what, List<Double> frequencies, double low, double high) {
        for (int i = 0; i < frequencies.size(); i++) {
            double f = frequencies.get(i);
            if (!(f >= low && f <= high)) {
                String hint = f < 1e6 && f * 1e6 >= low && f * 1e6 <= high ? " Did you mean MHz(" + Unit.digits(f) + ")?"
                        : f < 1e6 && f * 1e9 >= low && f * 1e9 <= high ? " Did you mean GHz(" + Unit.digits(f) + ")?"
                        : " Widen the band first, with band(low, high).";
                throw new IllegalArgumentException("rfMtjs." + what + "s: " + what + " " + i + " = " + Unit.HERTZ.format(f)
                        + " is outside the band " + Unit.HERTZ.format(low) + " .. " + Unit.HERTZ.format(high) + "." + hint);
            }
        }
    }

    /** As Ross et al. */
    public static Chains standard() {
        return new Chains(LOW.standard(), HIGH.standard(), DAMPING.standard(), SENSITIVITY.standard(), SHIFT_SPREAD.standard(),
                BIAS_SPREAD.standard(), OscillatorNeuron.OFFSET.standard(), OscillatorNeuron.GAIN.standard(), List.of(), List.of());
    }

    Chains band(double low, double high) {
        return new Chains(low, high, damping, sensitivity, shiftSpread, biasSpread, offset, transconductance, tones, resonances);
    }

    Chains damping(double damping) {
        return new Chains(low, high, damping, sensitivity, shiftSpread, biasSpread, offset, transconductance, tones, resonances);
    }

    Chains spreads(double shifts, double biases) {
        return new Chains(low, high, damping, sensitivity, shifts, biases, offset, transconductance, tones, resonances);
    }

    Chains neurons(double offset, double transconductance) {
        return new Chains(low, high, damping, sensitivity, shiftSpread, biasSpread, offset, transconductance, tones, resonances);
    }

    Chains frequencies(List<Double> tones, List<Double> resonances) {
        return new Chains(low, high, damping, sensitivity, shiftSpread, biasSpread, offset, transconductance, tones, resonances);
    }

    /** What differs from the chains of Ross et al., for the name of a layer: band and damping; nothing where all is as they had it. */
    String named() {
        return equals(standard()) ? "" : " " + Unit.HERTZ.format(low) + " .. " + Unit.HERTZ.format(high) + ", damping "
                + Unit.digits(damping);
    }

    /** The neuron that a chain drives. */
    OscillatorNeuron neuron() {
        return new OscillatorNeuron(offset, transconductance);
    }

    /** The resonators of a chain where so many tones come in. */
    int resonators(int inputs) {
        return resonances.isEmpty() ? inputs : resonances.size();
    }

    /** The weights of chains of this making. */
    ChainWeights weights(String owner, int chains, int inputs, boolean first, boolean last) {
        if (!tones.isEmpty() && tones.size() != inputs) {
            throw new IllegalArgumentException(owner + ".tones: " + tones.size() + " tones are given and " + inputs
                    + " powers come in. One tone carries one power.");
        }
        double[] grid = grid(inputs, first);
        double[] in = tones.isEmpty() ? grid : gigahertz(tones);
        double[] own = resonances.isEmpty() ? in : gigahertz(resonances);
        return new ChainWeights(in, own, chains, damping, sensitivity / MICRO, last ? 1e3 : 1,
                shiftSpread / GIGA / Math.sqrt(own.length), biasSpread / Math.sqrt(chains));
    }

    /** Frequencies spread evenly over the band, in hertz. */
    double[] evenly(int count) {
        double[] grid = new double[count];
        for (int i = 0; i < count; i++) {
            grid[i] = count == 1 ? (low + high) / 2 : Math.min(high, low + (high - low) * i / (count - 1));
        }
        return grid;
    }

    private static double[] gigahertz(List<Double> hertz) {
        return hertz.stream().mapToDouble(f -> f / GIGA).toArray();
    }

    private double[] grid(int count, boolean even) {
        double[] grid = new double[count];
        for (int i = 0; i < count; i++) {
            double part = count == 1 ? 0.5 : (double) i / (count - 1);
            grid[i] = (even ? low + (high - low) * part : low * Math.pow(high / low, part)) / GIGA;
        }
        return grid;
    }
}
