package io.larmor.population;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Functions of a stimulus as weighted sums of features, {@code H(I) = Σ w_k r_k(I) + w_0}.
 *
 * @param features what is weighted
 * @param weights functions x (features + 1), the constant at the end
 * @param method how they were learned
 * @param trials the trials at which the error of the local rule is known; empty for ridge regression
 * @param errors the root mean square error around them
 */
public record PopulationFunction(Features features, double[][] weights, String method, double[] trials, double[] errors) {

    private static final int POINTS = 201;
    private static final Quantity STIMULUS = new Quantity("stimulus", "I", Unit.AMPERE);

    /** The number of functions. */
    public int functions() {
        return weights.length;
    }

    /** What the functions are in the mean of many measurements. */
    public double[] expected(double stimulus) {
        return sums(features.expected(stimulus));
    }

    /** The functions by one measurement. */
    public double[] read(double stimulus, Philox random) {
        return sums(features.read(stimulus, random));
    }

    private double[] sums(double[] values) {
        double[] sums = new double[weights.length];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = weights[k][values.length];
            for (int j = 0; j < values.length; j++) {
                sums[k] += weights[k][j] * values[j];
            }
        }
        return sums;
    }

    /** The same weights on other features of the same number, for example on a population that is read longer. */
    public PopulationFunction on(Features other) {
        if (other.size() != features.size()) {
            throw new IllegalArgumentException("on: " + other.name() + " has " + other.size() + " features for weights of " + features.size());
        }
        return new PopulationFunction(other, weights, method, trials, errors);
    }

    /** One fresh measurement at each stimulus: stimuli x functions. No measurement of the training is used again. */
    public double[][] answers(double[] stimuli) {
        Seed seed = Learning.seed(features, "answers");
        return Learning.measure(features, stimuli, seed).stream().map(this::sums).toArray(double[][]::new);
    }

    /** The root mean square of answers to fresh measurements less what is due, over all functions. */
    public double error(double[] stimuli, double[]... targets) {
        Learning.check("error", stimuli, targets);
        double[][] answers = answers(stimuli);
        double squares = 0;
        for (int i = 0; i < stimuli.length; i++) {
            for (int k = 0; k < targets.length; k++) {
                squares += Math.pow(answers[i][k] - targets[k][i], 2);
            }
        }
        return Math.sqrt(squares / stimuli.length / targets.length);
    }

    /** The root mean square of answers to fresh measurements less their mean over many: what counting for a finite time does. */
    public double noise(double[] stimuli) {
        double[][] means = Arrays.stream(stimuli).mapToObj(this::expected).toArray(double[][]::new);
        double[][] turned = new double[functions()][stimuli.length];
        for (int i = 0; i < stimuli.length; i++) {
            for (int k = 0; k < functions(); k++) {
                turned[k][i] = means[i][k];
            }
        }
        return error(stimuli, turned);
    }

    /** The same by the theory of renewals: {@code sqrt(Σ w_k² var r_k)}, which falls as one over the root of the time. */
    public double predictedNoise(double[] stimuli) {
        double sum = 0;
        for (double stimulus : stimuli) {
            double[] variances = features.variances(stimulus);
            for (double[] w : weights) {
                for (int j = 0; j < variances.length; j++) {
                    sum += w[j] * w[j] * variances[j];
                }
            }
        }
        return Math.sqrt(sum / stimuli.length / functions());
    }

    /** A function as its target, the mean of many measurements, and one measurement at some stimuli. */
    public Plot plot(int function, double[] stimuli, double[] target) {
        double[] fine = new double[POINTS];
        Arrays.setAll(fine, i -> -features.range() + 2 * features.range() * i / (POINTS - 1));
        double[] mean = Arrays.stream(fine).map(x -> expected(x)[function]).toArray();
        double[] measured = Arrays.stream(answers(stimuli)).mapToDouble(row -> row[function]).toArray();
        return Plot.line(STIMULUS, stimuli, Quantity.of("answer H"), target).named("target").series("mean", fine, mean)
                .points("measured once", stimuli, measured).title(method);
    }

    /** The error of the local rule against trials. */
    public Plot learningPlot() {
        if (trials.length == 0) {
            throw new IllegalStateException("learningPlot: " + method + " has no trials; learn(localRule(0.5, 10_000), ..) has");
        }
        return Plot.line(Quantity.of("trials"), trials, Quantity.of("error while learning"), errors).logY().title(method);
    }

    /** The stages of a relay: this function's answer is the stimulus of a second population; see {@link Relay}. */
    public Relay into(PopulationFunction second) {
        return new Relay(List.of(this, second));
    }

    /** What a notebook shows: a line, and how it was learned by the local rule. */
    public Map<String, Object> mimeBundle() {
        var page = Page.of(toString());
        return (trials.length == 0 ? page : page.picture(learningPlot().size(480, 300))).mimeBundle();
    }

    @Override
    public String toString() {
        return (functions() == 1 ? "a function" : functions() + " functions") + " of " + features.name() + ", " + method;
    }
}
