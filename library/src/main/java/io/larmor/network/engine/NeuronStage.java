package io.larmor.network.engine;

import io.larmor.core.Seed;
import io.larmor.physics.rf.OscillatorNeuron;
import java.util.Arrays;

/**
 * Oscillators that turn the voltage of their chain into power.
 *
 * @param outputs how many
 * @param neuron their common law
 */
public record NeuronStage(int outputs, OscillatorNeuron neuron) implements Stage {

    @Override
    public int inputs() {
        return outputs;
    }

    @Override
    public boolean emits() {
        return true;
    }

    @Override
    public Pass start(int samples) {
        return new Oscillators(this, samples);
    }

    @Override
    public double[] reference(double[] parameters, int at, double[] input, int samples) {
        return Arrays.stream(input, 0, samples * outputs).map(neuron::power).toArray();
    }

    @Override
    public double[] referenceGradient(double[] parameters, int at, double[] input, double[] outputGradient, int samples,
            double[] gradient) {
        double[] result = new double[samples * outputs];
        Arrays.setAll(result, i -> outputGradient[i] * neuron.slope(input[i]));
        return result;
    }

    private static final class Oscillators implements Pass {
        private final NeuronStage stage;
        private final float[] slopes;
        private float[] powers;
        private double noise;
        private Seed noiseSeed;

        Oscillators(NeuronStage stage, int samples) {
            this.stage = stage;
            slopes = new float[samples * stage.outputs];
        }

        @Override
        public void load(float[] parameters, int at, Twin twin, int index) {
            powers = twin == null ? null : twin.powers()[index];
            noise = twin == null ? 0 : twin.conditions().powerNoise();
            noiseSeed = twin == null ? null : twin.conditions().seed().child(index);
        }

        @Override
        public void forward(float[] input, int samples, float[] output, long first) {
            int width = stage.outputs;
            stage.neuron.power(input, output, samples * width);
            if (powers != null) {
                for (int i = 0; i < samples * width; i++) {
                    output[i] *= powers[i % width];
                }
            }
            NetworkPass.noisyPowers(output, samples, width, noise, noiseSeed, first);
        }

        @Override
        public void backward(float[] input, float[] outputGradient, int samples, float[] inputGradient, float[] gradient, int at) {
            if (inputGradient != null) {
                stage.neuron.slope(input, slopes, samples * stage.outputs);
                for (int i = 0; i < samples * stage.outputs; i++) {
                    inputGradient[i] = slopes[i] * outputGradient[i];
                }
            }
        }
    }
}
