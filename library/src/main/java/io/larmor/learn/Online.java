package io.larmor.learn;

import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Progress;
import io.larmor.core.Readout;
import io.larmor.core.Seed;
import io.larmor.core.States;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * Training while data comes in: after each sequence (each frame of a series) the weights follow the gradient of its own loss and
 * the sequence is forgotten. Classes are told apart by the cross-entropy of a softmax of the sequence's mean frame, series are
 * followed by half the squared error divided by the frame's squared length (normalized least mean squares). Sequences come in
 * random order, as many times as there are passes; features are centered and scaled beforehand by what is known of the training
 * set.
 *
 * @param rate the learning rate; for classes it falls to zero over all passes
 * @param passes over the training data
 */
public record Online(double rate, int passes) implements Readout {

    public static final Parameter RATE = new Parameter("rate", Quantity.of("learning rate"), 1e-9, 10, 0.02,
            "how far the weights follow the gradient after each sequence");
    public static final Parameter PASSES = new Parameter("passes", Quantity.of("passes"), 1, 100_000, 20,
            "how many times the training data comes by");

    public Online {
        RATE.check("online", rate);
        PASSES.check("online", passes);
    }

    /** A rate of 0.02 and 20 passes. */
    public static Online standard() {
        return new Online(RATE.standard(), (int) PASSES.standard());
    }

    /** The same with another learning rate. */
    public Online rate(double rate) {
        return new Online(rate, passes);
    }

    /** The same with another number of passes. */
    public Online passes(int passes) {
        return new Online(rate, passes);
    }

    @Override
    public Trained fit(States training, int[] labels, int[] groups, int classes) {
        var words = new SoftmaxWords(training, labels, classes, "online");
        double[] weights = new double[words.weights()];
        double[] gradient = weights.clone();
        Philox random = Seed.root().child("online").generator();
        int total = passes * words.size();
        int seen = 0;
        for (int pass = 0; pass < passes; pass++) {
            for (int sequence : random.permutation(words.size())) {
                Arrays.fill(gradient, 0);
                words.loss(weights, sequence, 1, gradient);
                double step = rate * (1 - (double) seen++ / total);
                for (int i = 0; i < weights.length; i++) {
                    weights[i] -= step * gradient[i];
                }
            }
            Progress.checkpoint();
        }
        return words.trained(weights, description());
    }

    @Override
    public Trained fit(States training, List<double[]> targets, int outputs) {
        if (training.frames() == 0) {
            throw new IllegalArgumentException("online.fit: there are no steps to train on. "
                    + "Give the task some, for example lengths(2000, 1000, 1000).");
        }
        var series = new SoftmaxWords(training, new int[training.size()], outputs, "online");
        double[] weights = new double[series.weights()];
        for (int pass = 0; pass < passes; pass++) {
            for (int k = 0; k < training.size(); k++) {
                series.follow(weights, training.rows().get(k), targets.get(k), rate);
            }
            Progress.checkpoint();
        }
        return series.trained(weights, description());
    }

    @Override
    public String description() {
        return "online, rate " + Unit.digits(rate) + ", " + passes + (passes == 1 ? " pass" : " passes");
    }
}
