package io.larmor.network.engine;

import io.larmor.core.Seed;
import io.larmor.learn.Loss;
import java.util.List;

/**
 * The stages of a network, in order, with the places of their parameters in one flat array.
 *
 * @param stages each takes what the one before leaves
 * @param unit what a sample's values are multiplied by before they come in: microwatts of the value 1, or 1 for software
 */
public record Plan(List<Stage> stages, float unit) {

    public Plan {
        stages = List.copyOf(stages);
    }

    /** The numbers of a sample. */
    public int inputs() {
        return stages.get(0).inputs();
    }

    /** The numbers that come out for a sample. */
    public int outputs() {
        return stages.get(stages.size() - 1).outputs();
    }

    /** All trainable numbers. */
    public int parameters() {
        return stages.stream().mapToInt(Stage::parameters).sum();
    }

    /** Where the parameters of a stage start. */
    public int at(int stage) {
        return stages.subList(0, stage).stream().mapToInt(Stage::parameters).sum();
    }

    /** Initial parameters: the same for the same seed. */
    public float[] initial(Seed seed) {
        float[] parameters = new float[parameters()];
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).initialize(seed.child(i), parameters, at(i));
        }
        return parameters;
    }

    /** The outputs in double, by the plain form of every stage. */
    public double[] reference(double[] parameters, double[] input, int samples) {
        double[] values = input;
        for (int i = 0; i < stages.size(); i++) {
            values = stages.get(i).reference(parameters, at(i), values, samples);
        }
        return values;
    }

    /**
     * The mean loss in double and its gradient by every parameter, by the plain form of every stage.
     *
     * @param gradient overwritten; null for the loss alone
     */
    public double reference(double[] parameters, double[] input, int[] labels, Loss loss, double[] gradient) {
        double[][] values = new double[stages.size() + 1][];
        values[0] = input;
        int samples = labels.length;
        for (int i = 0; i < stages.size(); i++) {
            values[i + 1] = stages.get(i).reference(parameters, at(i), values[i], samples);
        }
        double[] outputs = values[stages.size()];
        double[] slope = new double[outputs.length];
        double sum = 0;
        for (int s = 0; s < samples; s++) {
            sum += loss.of(outputs, s * outputs(), outputs(), labels[s], slope);
        }
        if (gradient != null) {
            java.util.Arrays.fill(gradient, 0);
            for (int i = 0; i < slope.length; i++) {
                slope[i] /= samples;
            }
            for (int i = stages.size() - 1; i >= 0; i--) {
                slope = stages.get(i).referenceGradient(parameters, at(i), values[i], slope, samples, gradient);
            }
        }
        return sum / samples;
    }
}
