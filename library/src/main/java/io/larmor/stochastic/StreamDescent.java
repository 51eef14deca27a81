package io.larmor.stochastic;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.learn.Loss;
import io.larmor.learn.Optimizer;
import io.larmor.task.VectorTask;
import java.util.ArrayList;
import java.util.List;

/** A network of streams being trained in closed form: both trees of all neurons of a layer are one layer of twice the size. */
final class StreamDescent {

    /** Weights stay where a synapse cannot force its neuron. */
    private static final float MOST = 255f / 256;
    /** Ones that a tree of each sign is to have at the beginning: a sum of weights and inputs of ln 2. */
    private static final double START = Math.log(2);

    private final StreamNetwork network;
    private final List<OrLayer> layers = new ArrayList<>();
    private final List<float[]> weights = new ArrayList<>();
    private final List<float[]> trees = new ArrayList<>();
    private final List<Optimizer.Steps> steps = new ArrayList<>();
    private final Philox noise;

    StreamDescent(StreamNetwork network, VectorTask task, Seed seed) {
        this.network = network;
        this.noise = seed.child("noise").generator();
        double sum = mean(task) * task.width();
        for (int l = 0; l + 1 < network.sizes().size(); l++) {
            int inputs = network.sizes().get(l);
            int outputs = network.sizes().get(l + 1);
            layers.add(OrLayer.of(inputs, 2 * outputs));
            float[] signed = new float[inputs * outputs];
            // A quarter of the limit is the mean of the positive, and of the negative, part of a uniform number.
            double limit = Math.min(0.5, 4 * START / sum);
            var random = seed.child("start").child(l).generator();
            for (int k = 0; k < signed.length; k++) {
                signed[k] = (float) (limit * (2 * random.nextDouble() - 1));
            }
            weights.add(signed);
            trees.add(new float[2 * signed.length]);
            steps.add(network.optimizer().start(signed.length));
            sum = 0.25 * outputs;
        }
    }

    private static double mean(VectorTask task) {
        double sum = 0;
        for (int sample : task.train()) {
            for (int i = sample * task.width(); i < (sample + 1) * task.width(); i++) {
                sum += task.values()[i];
            }
        }
        return Math.max(sum / task.train().length / task.width(), 1e-6);
    }

    /** The weights of both signs side by side, inputs × twice the outputs: first all positive trees, then the negative ones. */
    static void grow(float[] signed, float[] trees, int outputs) {
        for (int k = 0; k < signed.length; k++) {
            int at = k / outputs * 2 * outputs + k % outputs;
            trees[at] = Math.max(signed[k], 0);
            trees[at + outputs] = Math.max(-signed[k], 0);
        }
    }

    /** The hidden neurons of a layer, p₊ (1 − p₋), from both trees of each. */
    static float[] join(float[] p, int samples, int outputs) {
        float[] joined = new float[samples * outputs];
        for (int k = 0; k < joined.length; k++) {
            int at = k / outputs * 2 * outputs + k % outputs;
            joined[k] = p[at] * (1 - p[at + outputs]);
        }
        return joined;
    }

    void step(VectorTask task, int[] samples, double rate) {
        int count = samples.length;
        int last = layers.size() - 1;
        var inputs = new ArrayList<float[]>();
        var outputs = new ArrayList<float[]>();
        float[] x = new float[count * task.width()];
        for (int s = 0; s < count; s++) {
            System.arraycopy(task.values(), samples[s] * task.width(), x, s * task.width(), task.width());
        }
        for (int l = 0; l <= last; l++) {
            int size = network.sizes().get(l + 1);
            grow(weights.get(l), trees.get(l), size);
            float[] p = new float[count * 2 * size];
            layers.get(l).forward(x, trees.get(l), p, count);
            inputs.add(x);
            outputs.add(p);
            x = l < last ? join(p, count, size) : x;
        }
        float[] due = score(task, samples, outputs.get(last));
        for (int l = last; l >= 0; l--) {
            float[] byTrees = new float[trees.get(l).length];
            float[] back = l > 0 ? new float[inputs.get(l).length] : null;
            layers.get(l).backward(inputs.get(l), trees.get(l), outputs.get(l), due, byTrees, back, count);
            move(l, byTrees, rate);
            due = l > 0 ? apart(back, outputs.get(l - 1), count, network.sizes().get(l)) : null;
        }
    }

    /** From the loss by a joined neuron to that by both of its trees. */
    static float[] apart(float[] joined, float[] p, int samples, int outputs) {
        float[] due = new float[samples * 2 * outputs];
        for (int k = 0; k < joined.length; k++) {
            int at = k / outputs * 2 * outputs + k % outputs;
            due[at] = joined[k] * (1 - p[at + outputs]);
            due[at + outputs] = -joined[k] * p[at];
        }
        return due;
    }

    private void move(int l, float[] byTrees, double rate) {
        float[] signed = weights.get(l);
        float[] gradient = new float[signed.length];
        int outputs = network.sizes().get(l + 1);
        for (int k = 0; k < signed.length; k++) {
            int at = k / outputs * 2 * outputs + k % outputs;
            gradient[k] = signed[k] >= 0 ? byTrees[at] : -byTrees[at + outputs];
        }
        steps.get(l).step(signed, gradient, rate);
        for (int k = 0; k < signed.length; k++) {
            signed[k] = Math.max(-MOST, Math.min(MOST, signed[k]));
        }
    }

    private float[] score(VectorTask task, int[] samples, float[] p) {
        int classes = task.classes().size();
        double[] scores = new double[classes];
        double[] slope = new double[classes];
        float[] due = new float[p.length];
        for (int s = 0; s < samples.length; s++) {
            int at = s * 2 * classes;
            for (int j = 0; j < classes; j++) {
                scores[j] = network.gain() * (p[at + j] - p[at + classes + j] + error(p[at + j], p[at + classes + j]));
            }
            Loss.CROSS_ENTROPY.of(scores, 0, classes, task.labels()[samples[s]], slope);
            for (int j = 0; j < classes; j++) {
                due[at + j] = (float) (network.gain() * slope[j] / samples.length);
                due[at + classes + j] = -due[at + j];
            }
        }
        return due;
    }

    /** The noise of two counters, as it would be for so many bits. */
    private double error(double positive, double negative) {
        if (network.noise() == 0) {
            return 0;
        }
        double variance = positive * (1 - positive) + negative * (1 - negative);
        return Math.sqrt(Math.max(variance, 0) / network.noise()) * noise.nextGaussian();
    }

    List<float[]> weights() {
        return weights;
    }
}
