package io.larmor.population;

import io.larmor.core.Philox;

/** What a readout sees of a stimulus: numbers that depend on it, measured with or without noise. */
public interface Features {

    /** One line for people. */
    String name();

    /** How many numbers there are. */
    int size();

    /** The stimuli run from minus this to this. */
    double range();

    /** One measurement: a number a feature, of the order of 1. */
    double[] read(double stimulus, Philox random);

    /** What measurements are in the mean. */
    double[] expected(double stimulus);

    /** The variances of a measurement. */
    double[] variances(double stimulus);
}
