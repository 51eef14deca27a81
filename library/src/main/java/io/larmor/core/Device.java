package io.larmor.core;

import java.util.List;
import java.util.Map;

/**
 * An immutable description of hardware. It holds no state: {@link #start} returns the mutable {@link Dynamics} that a
 * simulation advances.
 */
public interface Device {

    /** The name in code and in errors: {@code stno}. */
    String name();

    /** What a drive changes, with its range: the bias current of an oscillator. */
    Parameter input();

    /** The input at rest, in the input's unit: the working point that an encoding modulates around. */
    double bias();

    /** The usual amplitude of modulation around the bias, in the input's unit. */
    double swing();

    /** The time in which the device forgets a small disturbance, in seconds; 0 for a device without memory. */
    double memory();

    /** What can be read of it; the first one is read when nobody says otherwise. */
    List<Observable> observables();

    /** Every parameter with its value, in the order of the description. */
    Map<Parameter, Double> settings();

    /**
     * Starts copies of the device that are simulated side by side, at rest at the bias, each with its own random numbers.
     * A copy's numbers do not depend on what runs beside it.
     *
     * @param lanes a seed for each copy
     */
    Dynamics start(List<Seed> lanes);
}
