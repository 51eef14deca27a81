package io.larmor.network.engine;

import io.larmor.core.Seed;

/**
 * The noise that hardware runs under.
 *
 * @param readNoise the standard deviation of every read voltage, in volts
 * @param powerNoise the relative standard deviation of every radio-frequency power
 * @param temperature of the chains, in kelvins; 0 for no thermal noise
 * @param seed of the noise
 */
public record Conditions(double readNoise, double powerNoise, double temperature, Seed seed) {

    /** No noise. */
    public static Conditions quiet(Seed seed) {
        return new Conditions(0, 0, 0, seed);
    }
}
