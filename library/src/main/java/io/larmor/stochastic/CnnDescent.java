package io.larmor.stochastic;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.learn.Adam;
import io.larmor.learn.Loss;
import io.larmor.learn.Optimizer;
import io.larmor.task.VectorTask;
import java.util.Arrays;

/** A convolutional network of streams being trained in closed form; both trees of all neurons are one layer of twice the size. */
final class CnnDescent {

    /** Weights stay where a synapse cannot force its neuron. */
    private static final float MOST = 255f / 256;
    /** Ones that a tree of each sign is to have at the beginning: a sum of weights and inputs of ln 2. */
    private static final double START = Math.log(2);
    /** Samples whose mean inputs set the weights at the beginning. */
    private static final int LOOK = 100;

    private final StreamCnn net;
    private final float[] filters;
    private final float[] dense;
    private final float[] filterTrees;
    private final float[] denseTrees;
    private final Optimizer.Steps filterSteps;
    private final Optimizer.Steps denseSteps;
    private final Philox noise;

    CnnDescent(StreamCnn net, VectorTask task, Seed seed) {
        this.net = net;
        this.noise = seed.child("noise").generator();
        filters = new float[net.patch() * net.filters()];
        dense = new float[net.places() * net.filters() * net.classes()];
        filterTrees = new float[2 * filters.length];
        denseTrees = new float[2 * dense.length];
        var adam = Adam.of(net.rate());
        filterSteps = adam.start(filters.length);
        denseSteps = adam.start(dense.length);
        int[] some = Arrays.copyOf(task.train(), Math.min(LOOK, task.train().length));
        float[] x = net.patches(task, some);
        // Half of all patches are empty paper: what counts are those with ink.
        int inked = 0;
        for (int from = 0; from < x.length; from += net.patch()) {
            boolean ink = false;
            for (int k = 0; k < net.patch(); k++) {
                ink |= x[from + k] > 0;
            }
            inked += ink ? 1 : 0;
        }
        draw(filters, sum(x) / Math.max(1, inked), seed.child("filters").generator());
        float[] h = StreamDescent.join(filtered(x, filters, net, filterTrees), some.length * net.places(), net.filters());
        draw(dense, sum(h) / some.length, seed.child("dense").generator());
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v;
        }
        return Math.max(sum, 1e-6);
    }

    /** A quarter of the limit is the mean of the positive, and of the negative, part of a uniform number. */
    private static void draw(float[] weights, double input, Philox random) {
        double limit = Math.min(0.5, 4 * START / input);
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) (limit * (2 * random.nextDouble() - 1));
        }
    }

    /** Both trees of every filter at every place. */
    static float[] filtered(float[] x, float[] filters, StreamCnn net, float[] trees) {
        StreamDescent.grow(filters, trees, net.filters());
        int patches = x.length / net.patch();
        float[] p = new float[patches * 2 * net.filters()];
        OrLayer.of(net.patch(), 2 * net.filters()).forward(x, trees, p, patches);
        return p;
    }

    /** Both trees of every class. */
    static float[] classified(float[] h, float[] dense, StreamCnn net, float[] trees, int samples) {
        StreamDescent.grow(dense, trees, net.classes());
        float[] p = new float[samples * 2 * net.classes()];
        OrLayer.of(net.places() * net.filters(), 2 * net.classes()).forward(h, trees, p, samples);
        return p;
    }

    void step(VectorTask task, int[] samples, double rate) {
        int count = samples.length;
        int patches = count * net.places();
        float[] x = net.patches(task, samples);
        float[] p = filtered(x, filters, net, filterTrees);
        float[] h = StreamDescent.join(p, patches, net.filters());
        float[] q = classified(h, dense, net, denseTrees, count);
        float[] due = score(task, samples, q);
        float[] byDense = new float[denseTrees.length];
        float[] back = new float[h.length];
        OrLayer.of(net.places() * net.filters(), 2 * net.classes()).backward(h, denseTrees, q, due, byDense, back, count);
        float[] byFilters = new float[filterTrees.length];
        OrLayer.of(net.patch(), 2 * net.filters()).backward(x, filterTrees, p, StreamDescent.apart(back, p, patches, net.filters()), byFilters, null, patches);
        move(dense, byDense, net.classes(), denseSteps, rate);
        move(filters, byFilters, net.filters(), filterSteps, rate);
    }

    private static void move(float[] signed, float[] byTrees, int outputs, Optimizer.Steps steps, double rate) {
        float[] gradient = new float[signed.length];
        for (int k = 0; k < signed.length; k++) {
            int at = k / outputs * 2 * outputs + k % outputs;
            gradient[k] = signed[k] >= 0 ? byTrees[at] : -byTrees[at + outputs];
        }
        steps.step(signed, gradient, rate);
        for (int k = 0; k < signed.length; k++) {
            signed[k] = Math.max(-MOST, Math.min(MOST, signed[k]));
        }
    }

    private float[] score(VectorTask task, int[] samples, float[] q) {
        int classes = net.classes();
        double[] scores = new double[classes];
        double[] slope = new double[classes];
        float[] due = new float[q.length];
        for (int s = 0; s < samples.length; s++) {
            int at = s * 2 * classes;
            for (int j = 0; j < classes; j++) {
                double up = q[at + j];
                double down = q[at + classes + j];
                double error = net.noise() == 0 ? 0 : Math.sqrt(Math.max(up * (1 - up) + down * (1 - down), 0) / net.noise()) * noise.nextGaussian();
                scores[j] = net.gain() * (up - down + error);
            }
            Loss.CROSS_ENTROPY.of(scores, 0, classes, task.labels()[samples[s]], slope);
            for (int j = 0; j < classes; j++) {
                due[at + j] = (float) (net.gain() * slope[j] / samples.length);
                due[at + classes + j] = -due[at + j];
            }
        }
        return due;
    }

    float[] filters() {
        return filters;
    }

    float[] dense() {
        return dense;
    }
}
