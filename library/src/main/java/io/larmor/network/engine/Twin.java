package io.larmor.network.engine;

/**
 * A network as one piece of hardware has it.
 *
 * @param parameters as the devices have them, in the order of the ideal ones
 * @param powers for each stage that emits the factor of every oscillator's power; null for a stage without
 * @param conditions the noise
 */
public record Twin(float[] parameters, float[][] powers, Conditions conditions) {
}
