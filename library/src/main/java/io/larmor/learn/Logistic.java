package io.larmor.learn;

import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.core.Readout;
import io.larmor.core.States;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.List;

/**
 * Logistic regression of classes, offline: the weights W that make the cross-entropy of the softmax of W s, s being a sequence's
 * mean frame with its features scaled, least on all training sequences together, with half the penalty times W² added. By descent
 * along the gradient with Nesterov's momentum, its step bounded by the largest curvature.
 *
 * @param penalty of large weights
 * @param steps of descent
 */
public record Logistic(double penalty, int steps) implements Readout {

    public static final Parameter PENALTY = new Parameter("penalty", Quantity.of("penalty λ"), 0, 1e6, 1e-3,
            "the weight of small weights against small errors");
    public static final Parameter STEPS = new Parameter("steps", Quantity.of("steps"), 1, 1_000_000, 300,
            "the steps of descent");

    public Logistic {
        PENALTY.check("logistic", penalty);
        STEPS.check("logistic", steps);
    }

    /** A penalty of 0.001 and 300 steps. */
    public static Logistic standard() {
        return new Logistic(PENALTY.standard(), (int) STEPS.standard());
    }

    /** The same with another penalty. */
    public Logistic penalty(double penalty) {
        return new Logistic(penalty, steps);
    }

    /** The same with another number of steps. */
    public Logistic steps(int steps) {
        return new Logistic(penalty, steps);
    }

    @Override
    public Trained fit(States training, int[] labels, int[] groups, int classes) {
        var words = new SoftmaxWords(training, labels, classes, "logistic");
        double[] weights = new double[words.weights()];
        double[] ahead = weights.clone();
        double[] gradient = weights.clone();
        double rate = 1 / (words.curvature() + penalty);
        double momentum = 1;
        for (int step = 0; step < steps; step++) {
            words.loss(ahead, penalty, gradient);
            double next = 0.5 * (1 + Math.sqrt(1 + 4 * momentum * momentum));
            double keep = (momentum - 1) / next;
            momentum = next;
            for (int i = 0; i < weights.length; i++) {
                double moved = ahead[i] - rate * gradient[i];
                ahead[i] = moved + keep * (moved - weights[i]);
                weights[i] = moved;
            }
            Progress.checkpoint();
        }
        return words.trained(weights, description());
    }

    /** Refused: classes are what it tells apart. */
    @Override
    public Trained fit(States training, List<double[]> targets, int outputs) {
        throw new IllegalArgumentException("logistic() tells classes apart and cannot follow a series. Use ridge() or online().");
    }

    @Override
    public String description() {
        return "logistic, penalty " + Unit.digits(penalty);
    }
}
