package io.larmor.stochastic;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.learn.FloatProducts;
import io.larmor.learn.Loss;
import io.larmor.learn.Optimizer;
import io.larmor.task.VectorTask;
import java.util.Arrays;

/** A layer of stochastic synapses being trained: the logits of the probabilities, then the biases, in one row. */
final class SynapseDescent {

    /** Keeps the slope of a root finite where there is no variance. */
    private static final float LEAST_VARIANCE = 1e-4f;
    /** Even chances, a little apart. */
    private static final double START = 0.1;

    private final SynapseLayer layer;
    private final int inputs;
    private final int outputs;
    private final int synapses;
    private final float[] parameters;
    private final float[] gradient;
    private final float[] chance;
    private final float[] mean;
    private final float[] spread;
    private final float[] byMean;
    private final float[] bySpread;
    private final Optimizer.Steps steps;
    private final Philox noise;

    SynapseDescent(SynapseLayer layer, int inputs, int outputs, Seed seed) {
        this.layer = layer;
        this.inputs = inputs;
        this.outputs = outputs;
        this.synapses = inputs * outputs;
        this.parameters = new float[synapses + outputs];
        this.gradient = new float[parameters.length];
        this.chance = new float[synapses];
        this.mean = new float[synapses];
        this.spread = new float[synapses];
        this.byMean = new float[synapses];
        this.bySpread = new float[synapses];
        this.steps = layer.optimizer().start(parameters.length);
        this.noise = seed.child("noise").generator();
        var start = seed.child("start").generator();
        for (int k = 0; k < synapses; k++) {
            parameters[k] = (float) (START * start.nextGaussian());
        }
        chances();
    }

    private void chances() {
        for (int k = 0; k < synapses; k++) {
            chance[k] = (float) (1 / (1 + Math.exp(-parameters[k])));
            mean[k] = 2 * chance[k] - 1;
            spread[k] = 4 * chance[k] * (1 - chance[k]);
        }
    }

    void step(VectorTask task, int[] samples, double rate) {
        int count = samples.length;
        float[] x = new float[count * inputs];
        for (int s = 0; s < count; s++) {
            System.arraycopy(task.values(), samples[s] * inputs, x, s * inputs, inputs);
        }
        float[] squares = layer.reads() == 0 ? null : new float[x.length];
        float[] mu = new float[count * outputs];
        float[] errors = new float[count * outputs];
        FloatProducts.multiply(x, mean, mu, count, inputs, outputs);
        if (squares != null) {
            for (int k = 0; k < x.length; k++) {
                squares[k] = x[k] * x[k];
            }
            FloatProducts.multiply(squares, spread, errors, count, inputs, outputs);
        }
        scores(mu, errors);
        score(task, samples, mu, errors);
        FloatProducts.transposedMultiply(x, mu, byMean, inputs, count, outputs);
        if (squares != null) {
            FloatProducts.transposedMultiply(squares, errors, bySpread, inputs, count, outputs);
        }
        for (int k = 0; k < synapses; k++) {
            float p = chance[k];
            float slope = 2 * byMean[k] + (squares == null ? 0 : 4 * (1 - 2 * p) * bySpread[k]);
            gradient[k] = slope * p * (1 - p);
        }
        steps.step(parameters, gradient, rate);
        chances();
    }

    /** From means and variances to scores, and, in place of the variances, to what a score gains by a variance. */
    private void scores(float[] mu, float[] errors) {
        float gain = (float) layer.gain();
        for (int k = 0; k < mu.length; k++) {
            float bias = parameters[synapses + k % outputs];
            if (layer.reads() == 0) {
                mu[k] = gain * mu[k] + bias;
            } else {
                float root = (float) Math.sqrt((errors[k] + LEAST_VARIANCE) / layer.reads());
                float epsilon = (float) noise.nextGaussian();
                mu[k] = gain * (mu[k] + root * epsilon) + bias;
                errors[k] = epsilon / (2 * root * layer.reads());
            }
        }
    }

    /** From scores to the loss by the means, and by the variances; the biases' gradient is set. */
    private void score(VectorTask task, int[] samples, float[] scores, float[] byVariance) {
        float gain = (float) layer.gain();
        Arrays.fill(gradient, synapses, gradient.length, 0);
        double[] one = new double[outputs];
        double[] slope = new double[outputs];
        for (int s = 0; s < samples.length; s++) {
            for (int j = 0; j < outputs; j++) {
                one[j] = scores[s * outputs + j];
            }
            Loss.CROSS_ENTROPY.of(one, 0, outputs, task.labels()[samples[s]], slope);
            for (int j = 0; j < outputs; j++) {
                float g = (float) slope[j] / samples.length;
                gradient[synapses + j] += g;
                scores[s * outputs + j] = gain * g;
                byVariance[s * outputs + j] *= gain * g;
            }
        }
    }

    float[] probabilities() {
        return chance.clone();
    }

    float[] biases() {
        return Arrays.copyOfRange(parameters, synapses, parameters.length);
    }
}
