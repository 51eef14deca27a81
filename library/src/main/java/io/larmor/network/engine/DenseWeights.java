package io.larmor.network.engine;

import io.larmor.core.Seed;

/**
 * Weights that are trained themselves, as in software; normal with variance 2/inputs at first (He et al., ICCV 2015), biases
 * zero.
 */
public record DenseWeights(int outputs, int inputs) implements Weights {

    @Override
    public int parameters() {
        return outputs * inputs;
    }

    @Override
    public double biasScale() {
        return 1;
    }

    @Override
    public void initialize(Seed seed, float[] into, int at) {
        var random = seed.child("weights").generator();
        double spread = Math.sqrt(2.0 / inputs);
        for (int i = 0; i < parameters(); i++) {
            into[at + i] = (float) (spread * random.nextGaussian());
        }
    }

    @Override
    public void matrix(float[] parameters, int at, float[] into) {
        System.arraycopy(parameters, at, into, 0, parameters());
    }

    @Override
    public void gradient(float[] parameters, int at, float[] weightGradient, float[] gradient) {
        System.arraycopy(weightGradient, 0, gradient, at, parameters());
    }

    @Override
    public double[] matrix(double[] parameters, int at) {
        return java.util.Arrays.copyOfRange(parameters, at, at + parameters());
    }

    @Override
    public void gradient(double[] parameters, int at, double[] weightGradient, double[] gradient) {
        for (int i = 0; i < weightGradient.length; i++) {
            gradient[at + i] += weightGradient[i];
        }
    }

    @Override
    public double noise(Conditions conditions) {
        // plain sums count as millivolts
        return 1e3 * conditions.readNoise();
    }

    @Override
    public Tunable tunable() {
        return new Tunable(parameters(), inputs, new double[inputs], null);
    }
}
