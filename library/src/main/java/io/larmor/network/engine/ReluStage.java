package io.larmor.network.engine;

import java.util.Arrays;

/** What is positive passes, the rest is zero. */
public record ReluStage(int outputs) implements Stage {

    @Override
    public int inputs() {
        return outputs;
    }

    @Override
    public Pass start(int samples) {
        return new Pass() {
            @Override
            public void forward(float[] input, int count, float[] output, long first) {
                for (int i = 0; i < count * outputs; i++) {
                    output[i] = Math.max(0f, input[i]);
                }
            }

            @Override
            public void backward(float[] input, float[] outputGradient, int count, float[] inputGradient, float[] gradient,
                    int at) {
                for (int i = 0; inputGradient != null && i < count * outputs; i++) {
                    // input > 0 ? outputGradient : 0, without a branch that nobody can foresee
                    int bits = Float.floatToRawIntBits(input[i]);
                    int positive = (-bits & ~bits) >> 31;
                    inputGradient[i] = Float.intBitsToFloat(Float.floatToRawIntBits(outputGradient[i]) & positive);
                }
            }
        };
    }

    @Override
    public double[] reference(double[] parameters, int at, double[] input, int samples) {
        return Arrays.stream(input, 0, samples * outputs).map(x -> Math.max(0, x)).toArray();
    }

    @Override
    public double[] referenceGradient(double[] parameters, int at, double[] input, double[] outputGradient, int samples,
            double[] gradient) {
        double[] result = new double[samples * outputs];
        Arrays.setAll(result, i -> input[i] > 0 ? outputGradient[i] : 0);
        return result;
    }
}
