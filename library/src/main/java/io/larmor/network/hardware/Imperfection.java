package io.larmor.network.hardware;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * One way in which hardware differs from the network that was trained. What changes devices is drawn once for a piece of
 * hardware, noise at every read. Devices are the resonators of chains; in a software layer its weights, whose errors count in
 * parts of the layer's largest weight.
 */
public sealed interface Imperfection {

    /** Its strength's meaning, range and default. */
    Parameter parameter();

    /** Its strength. */
    double value();

    /**
     * The same kind at another strength.
     *
     * @param value in the unit of {@link #parameter}, a plain number for most
     */
    Imperfection at(double value);

    /** Every resonance and the power of every oscillator is multiplied by 1 + sd · N(0, 1): no two devices are made alike. */
    record Spread(double value) implements Imperfection {

        public static final Parameter SD = new Parameter("spread", Quantity.of("device spread"), 0, 1, 0.01,
                "the relative standard deviation of resonances and powers from device to device");

        public Spread {
            SD.check("imperfection", value);
        }

        @Override
        public Parameter parameter() {
            return SD;
        }

        @Override
        public Spread at(double value) {
            return new Spread(value);
        }
    }

    /** Every shift is written with an error of sd · N(0, 1) linewidths α f. */
    record ProgrammingError(double value) implements Imperfection {

        public static final Parameter SD = new Parameter("programmingError", Quantity.of("programming error in linewidths"), 0, 100,
                0.05, "the standard deviation of a written shift, in parts of the half linewidth");

        public ProgrammingError {
            SD.check("imperfection", value);
        }

        @Override
        public Parameter parameter() {
            return SD;
        }

        @Override
        public ProgrammingError at(double value) {
            return new ProgrammingError(value);
        }
    }

    /** Every chain's voltage is read with noise. A software layer's sums count as millivolts. */
    record ReadNoise(double value) implements Imperfection {

        public static final Parameter SD = new Parameter("readNoise", Quantity.of("read noise", Unit.VOLT), 0, 1, 100e-6,
                "the standard deviation of every read voltage");

        public ReadNoise {
            SD.check("imperfection", value);
        }

        @Override
        public Parameter parameter() {
            return SD;
        }

        @Override
        public ReadNoise at(double value) {
            return new ReadNoise(value);
        }
    }

    /** Every radio-frequency power, of inputs and of oscillators, fluctuates by a part of itself. */
    record PowerNoise(double value) implements Imperfection {

        public static final Parameter SD = new Parameter("powerNoise", Quantity.of("power noise"), 0, 1, 0.02,
                "the relative standard deviation of every radio-frequency power");

        public PowerNoise {
            SD.check("imperfection", value);
        }

        @Override
        public Parameter parameter() {
            return SD;
        }

        @Override
        public PowerNoise at(double value) {
            return new PowerNoise(value);
        }
    }

    /**
     * The chains' thermal noise at a temperature: V² = 4 k T R Δf (Johnson and Nyquist) with 1 kΩ a junction in series and the
     * 5 MHz that a latency of 100 ns leaves. Resonances are taken not to move with temperature.
     */
    record Temperature(double value) implements Imperfection {

        public static final Parameter KELVIN = new Parameter("temperature", new Quantity("temperature", "T", Unit.KELVIN), 0, 1000,
                300, "the temperature of the chains, which sets their thermal noise");

        public Temperature {
            KELVIN.check("imperfection", value);
        }

        @Override
        public Parameter parameter() {
            return KELVIN;
        }

        @Override
        public Temperature at(double value) {
            return new Temperature(value);
        }
    }

    /** A part of the devices cannot be tuned: their shift, or weight, stays zero. */
    record Stuck(double value) implements Imperfection {

        public static final Parameter PART = new Parameter("stuck", Quantity.of("stuck devices"), 0, 1, 0.01,
                "the part of the devices whose shift stays zero");

        public Stuck {
            PART.check("imperfection", value);
        }

        @Override
        public Parameter parameter() {
            return PART;
        }

        @Override
        public Stuck at(double value) {
            return new Stuck(value);
        }
    }

    /** Shifts can only be set to so many values, evenly spread between plus and minus the layer's largest shift. */
    record TuningSteps(double value) implements Imperfection {

        public static final Parameter LEVELS = new Parameter("tuningSteps", Quantity.of("tuning steps"), 2, 1 << 20, 32,
                "the number of values that a shift can be set to");

        public TuningSteps {
            LEVELS.check("imperfection", value);
            if (value != Math.rint(value)) {
                throw new IllegalArgumentException("imperfection.tuningSteps = " + Unit.digits(value)
                        + " is not a whole number. It is " + LEVELS.meaning() + ".");
            }
        }

        @Override
        public Parameter parameter() {
            return LEVELS;
        }

        @Override
        public TuningSteps at(double value) {
            return new TuningSteps(value);
        }
    }

    /**
     * Binary synapses: a vortex's polarity makes its shift plus or minus one size, the mean size of the layer's shifts times
     * {@code value}.
     */
    record VortexPolarity(double value) implements Imperfection {

        public static final Parameter SIZE = new Parameter("vortexPolarity", Quantity.of("shift by polarity"), 0, 100, 1,
                "the size of both shifts in parts of the mean size of the layer's shifts");

        public VortexPolarity {
            SIZE.check("imperfection", value);
        }

        @Override
        public Parameter parameter() {
            return SIZE;
        }

        @Override
        public VortexPolarity at(double value) {
            return new VortexPolarity(value);
        }
    }
}
