package io.larmor.measure;

import io.larmor.core.Measure;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.units.Quantity;

/**
 * Reads one observable of the device in each slot: once at its end, or averaged over it.
 *
 * @param observable what is read
 * @param readings how many evenly spaced readings are averaged; 1 (the default) reads at the slot's end
 */
public record Reading(Observable observable, int readings) implements Measure {

    /** How many readings of a slot are averaged. */
    public static final Parameter READINGS = new Parameter("averaged", Quantity.of("readings a slot"), 1, 1000, 1,
            "the number of evenly spaced readings of a slot that are averaged");

    public Reading {
        READINGS.check(observable.key(), readings);
    }

    public Reading(Observable observable) {
        this(observable, 1);
    }

    /** The same, averaged over a number of readings evenly spaced in the slot. */
    public Reading averaged(int readings) {
        return new Reading(observable, readings);
    }
}
