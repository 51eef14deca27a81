package io.larmor.network.engine;

/**
 * The trained numbers of a stage as its devices see them.
 *
 * @param count those that are devices (the first of the stage's parameters; biases follow)
 * @param perOutput devices of one output
 * @param centers for each device of an output the frequency that its shift is counted from, in the parameters' unit; zeros
 *     for software weights
 * @param widths for each device of an output the linewidth that errors are measured by; null for software weights, whose
 *     errors are measured by the largest weight of the layer
 */
public record Tunable(int count, int perOutput, double[] centers, double[] widths) {
}
