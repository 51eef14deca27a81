package io.larmor.stochastic;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
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
    private final float[] value;
    private final int[] row;
    private final float[] mu;
    private final float[] variance;
    private final double[] score;
    private final double[] slope;
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
        this.value = new float[inputs];
        this.row = new int[inputs];
        this.mu = new float[outputs];
        this.variance = new float[outputs];
        this.score = new double[outputs];
        this.slope = new double[outputs];
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

    /** One batch, sample by sample; inputs that are zero are left out. */
    void step(VectorTask task, int[] samples, double rate) {
        Arrays.fill(byMean, 0);
        Arrays.fill(bySpread, 0);
        Arrays.fill(gradient, synapses, gradient.length, 0);
        for (int sample : samples) {
            int used = 0;
            for (int i = 0; i < inputs; i++) {
                if (task.values()[sample * inputs + i] != 0) {
                    value[used] = task.values()[sample * inputs + i];
                    row[used++] = i * outputs;
                }
            }
            sums(used);
            slopes(task.labels()[sample], samples.length);
            for (int k = 0; k < used; k++) {
                add(row[k], value[k], value[k] * value[k]);
            }
        }
        for (int k = 0; k < synapses; k++) {
            float p = chance[k];
            gradient[k] = (2 * byMean[k] + 4 * (1 - 2 * p) * bySpread[k]) * p * (1 - p);
        }
        steps.step(parameters, gradient, rate);
        chances();
    }

    /** Means and variances of the scores. */
    private void sums(int used) {
        Arrays.fill(mu, 0);
        Arrays.fill(variance, 0);
        for (int k = 0; k < used; k++) {
            float x = value[k];
            float square = x * x;
            int at = row[k];
            for (int j = 0; j < outputs; j++) {
                mu[j] += x * mean[at + j];
                variance[j] += square * spread[at + j];
            }
        }
    }

    /** From means and variances to the slopes of the loss by both, in their place; the biases' gradient is added to. */
    private void slopes(int label, int samples) {
        for (int j = 0; j < outputs; j++) {
            double drawn = mu[j];
            if (layer.reads() == 0) {
                variance[j] = 0;
            } else {
                double root = Math.sqrt((variance[j] + LEAST_VARIANCE) / layer.reads());
                double epsilon = noise.nextGaussian();
                drawn += root * epsilon;
                variance[j] = (float) (epsilon / (2 * root * layer.reads()));
            }
            score[j] = layer.gain() * drawn + parameters[synapses + j];
        }
        Loss.CROSS_ENTROPY.of(score, 0, outputs, label, slope);
        for (int j = 0; j < outputs; j++) {
            float g = (float) (slope[j] / samples);
            gradient[synapses + j] += g;
            mu[j] = (float) layer.gain() * g;
            variance[j] *= mu[j];
        }
    }

    private void add(int at, float x, float square) {
        for (int j = 0; j < outputs; j++) {
            byMean[at + j] += x * mu[j];
            bySpread[at + j] += square * variance[j];
        }
    }

    float[] probabilities() {
        return chance.clone();
    }

    float[] biases() {
        return Arrays.copyOfRange(parameters, synapses, parameters.length);
    }
}
