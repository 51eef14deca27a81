package io.larmor.core;

/** Copies of a device in motion: the mutable side of {@link Device}. Not thread-safe. */
public interface Dynamics {

    /** The number of copies. */
    int lanes();

    /**
     * Holds the input of each copy for a time.
     *
     * @param input one value a lane, in the input's unit; outside the device's range it is refused
     * @param duration seconds
     */
    void advance(double[] input, double duration);

    /**
     * Reads each copy as it is now.
     *
     * @param what one of the device's observables
     * @param into receives one value a lane
     * @throws IllegalArgumentException if the device does not have it
     */
    void read(Observable what, double[] into);

    /**
     * This one's copies and another one's together, in this order, both as they were started: to be used in place of the two.
     * Those that can share their work do.
     */
    default Dynamics beside(Dynamics other) {
        return new Neighbors(this, other);
    }
}
