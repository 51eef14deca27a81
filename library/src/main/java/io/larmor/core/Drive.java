package io.larmor.core;

/** A physical stimulus in time: what a device's input is, at each moment. */
public interface Drive {

    /** The input at a time, in the device's input unit. */
    double at(double time);

    /** How long it lasts, in seconds. */
    double duration();

    /** One line for people. */
    String description();
}
