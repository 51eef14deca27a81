package io.larmor.core;

/** What is read of a device, and when, in the time of one input value. */
public interface Measure {

    /** What is read. */
    Observable observable();

    /** How many evenly spaced readings of the slot are averaged; 1 reads once at its end. */
    int readings();

    /**
     * Refuses a device that cannot be read this way.
     *
     * @throws IllegalArgumentException naming what the device offers
     */
    default void check(Device device) {
        if (!device.observables().contains(observable())) {
            var offered = device.observables().stream().map(o -> o.key() + "()").toList();
            throw new IllegalArgumentException("measure(" + observable().key() + "()): " + device.name()
                    + " cannot be read so. It offers " + String.join(", ", offered) + ".");
        }
    }
}
