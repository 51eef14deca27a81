package io.larmor.dsl;

import io.larmor.core.Device;
import io.larmor.core.Seed;
import io.larmor.device.Stno;
import io.larmor.device.Wire;
import io.larmor.encoding.Mask;
import io.larmor.learn.Ridge;
import io.larmor.machine.Reservoir;
import io.larmor.measure.Measures;
import io.larmor.measure.Reading;

/**
 * The words of the notebook language: one-line factories for the nouns. Nouns are lower-case, adjectives are setters of
 * what they return, verbs compute.
 */
public final class Larmor {

    private Larmor() {
    }

    /** Seeds everything random in the session from here on; the same seed gives the same numbers again. */
    public static void seed(long number) {
        Seed.session(number);
    }

    /** A spin-torque nano-oscillator, at 6 mA with a threshold of 3 mA. */
    public static Stno stno() {
        return Stno.standard();
    }

    /** No device: what goes in comes out. The control in a device's place. */
    public static Wire wire() {
        return new Wire();
    }

    /** A reservoir computer around a device. */
    public static Reservoir reservoir(Device device) {
        return Reservoir.of(device);
    }

    /** Time multiplexing with a random mask of some virtual nodes. */
    public static Mask mask(int nodes) {
        return new Mask(nodes);
    }

    /** Reads the amplitude of an oscillation at the end of each slot. */
    public static Reading amplitude() {
        return new Reading(Measures.AMPLITUDE);
    }

    /** Reads the power of an oscillation at the end of each slot. */
    public static Reading power() {
        return new Reading(Measures.POWER);
    }

    /** Reads the frequency of an oscillation at the end of each slot. */
    public static Reading frequency() {
        return new Reading(Measures.FREQUENCY);
    }

    /** Ridge regression with a given penalty. */
    public static Ridge ridge(double penalty) {
        return new Ridge(penalty);
    }

    /** Ridge regression whose penalty is chosen by cross-validation on the training data. */
    public static Ridge ridge() {
        return new Ridge(Double.NaN);
    }

    /** Evenly spaced values, both ends included. */
    public static double[] linspace(double from, double to, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("linspace(count = " + count + "): at least 2 values are needed");
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + (to - from) * i / (count - 1);
        }
        return values;
    }
}
