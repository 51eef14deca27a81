package io.larmor.learn;

import io.larmor.core.Parameter;
import io.larmor.core.Readout;
import io.larmor.core.States;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Linear discriminant analysis: every frame is taken to come from its class's normal distribution, all with one covariance, and
 * the outputs are the logarithms of the classes' likelihoods up to a common constant (Fisher, Ann. Eugen. 7, 179, 1936).
 * Features are standardized by their mean spread within classes, and the covariance S is shrunk towards the identity,
 * (1 − λ) S + λ I (Friedman, J. Am. Stat. Assoc. 84, 165, 1989); all from the training data. Classes are taken to be equally
 * likely.
 *
 * @param shrinkage λ, of 0 to 1; NaN chooses it by cross-validation on the training data
 */
public record Lda(double shrinkage) implements Readout {

    public static final Parameter SHRINKAGE = new Parameter("shrinkage", Quantity.of("shrinkage λ"), 0, 1, Double.NaN,
            "how far the covariance is shrunk towards the identity");

    private static final double[] CHOICES = {1e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.2, 0.4, 0.7, 1};
    private static final int FOLDS = 3;
    /** A feature whose variance within classes is below this part of its mean square is a constant, and is left out. */
    private static final double CONSTANT = 1e-20;
    /** Keeps the covariance invertible where nothing is to be shrunk. */
    private static final double SMALLEST = 1e-12;

    public Lda {
        if (!Double.isNaN(shrinkage)) {
            SHRINKAGE.check("lda", shrinkage);
        }
    }

    @Override
    public Trained fit(States training, int[] labels, int[] groups, int classes) {
        if (training.frames() == 0) {
            throw new IllegalArgumentException("lda.fit: there is nothing to train on. Check the task's split.");
        }
        double chosen = Double.isNaN(shrinkage) ? choose(training, labels, groups, classes) : shrinkage;
        int[] all = IntStream.range(0, labels.length).toArray();
        return new Moments(training, all, labels, classes).discriminant(chosen);
    }

    @Override
    public Trained fit(States training, List<double[]> targets, int outputs) {
        throw new IllegalArgumentException("lda tells classes apart; a series of values needs ridge()");
    }

    @Override
    public String description() {
        return Double.isNaN(shrinkage) ? "lda, shrinkage chosen on the training data" : description(shrinkage);
    }

    private static String description(double shrinkage) {
        return "lda, shrinkage " + Unit.digits(shrinkage);
    }

    /** The shrinkage with most right answers on held-out training groups; of equal ones the largest. */
    private static double choose(States training, int[] labels, int[] groups, int classes) {
        int[] names = Arrays.stream(groups).distinct().sorted().toArray();
        // Where all training data is one group, its sequences are dealt into parts.
        int[] parts = names.length == 1 ? IntStream.range(0, labels.length).toArray()
                : Arrays.stream(groups).map(g -> Arrays.binarySearch(names, g)).toArray();
        int folds = Math.min(FOLDS, names.length == 1 ? labels.length : names.length);
        int[] right = new int[CHOICES.length];
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            int[] rest = IntStream.range(0, labels.length).filter(i -> parts[i] % folds != held).toArray();
            int[] asked = IntStream.range(0, labels.length).filter(i -> parts[i] % folds == held).toArray();
            if (rest.length == 0) {
                continue;
            }
            var moments = new Moments(training, rest, labels, classes);
            for (int k = 0; k < CHOICES.length; k++) {
                var trained = moments.discriminant(CHOICES[k]);
                for (int i : asked) {
                    right[k] += winner(training, i, trained, classes) == labels[i] ? 1 : 0;
                }
            }
        }
        int best = CHOICES.length - 1;
        for (int k = CHOICES.length - 1; k >= 0; k--) {
            best = right[k] > right[best] ? k : best;
        }
        return CHOICES[best];
    }

    private static int winner(States states, int sequence, Trained trained, int classes) {
        double[] sums = new double[classes];
        for (int frame = 0; frame < states.frames(sequence); frame++) {
            trained.accumulate(states.rows().get(sequence), frame * states.width(), sums);
        }
        return IntStream.range(0, classes).reduce((a, b) -> sums[b] > sums[a] ? b : a).orElseThrow();
    }

    /** Means of the classes and their common covariance, of standardized features. */
    private static final class Moments {

        private final int width;
        private final int classes;
        private final double[][] means;
        private final boolean[] seen;
        private final double[] middle;
        private final double[] scale;
        private final double[][] covariance;

        Moments(States states, int[] chosen, int[] labels, int classes) {
            this.width = states.width();
            this.classes = classes;
            this.means = new double[classes][width];
            this.seen = new boolean[classes];
            this.middle = new double[width];
            this.scale = new double[width];
            this.covariance = new double[width][width];
            int[] counts = new int[classes];
            int frames = 0;
            for (int i : chosen) {
                double[] row = states.rows().get(i);
                for (int at = 0; at < row.length; at += width) {
                    counts[labels[i]]++;
                    frames++;
                    for (int k = 0; k < width; k++) {
                        means[labels[i]][k] += row[at + k];
                    }
                }
            }
            for (int c = 0; c < classes; c++) {
                seen[c] = counts[c] > 0;
                for (int k = 0; k < width && seen[c]; k++) {
                    means[c][k] /= counts[c];
                }
            }
            for (int c = 0; c < classes; c++) {
                for (int k = 0; k < width; k++) {
                    middle[k] += counts[c] * means[c][k] / frames;
                }
            }
            scatter(states, chosen, labels);
            finish(Math.max(1, frames - (int) IntStream.range(0, classes).filter(c -> seen[c]).count()));
        }

        private void scatter(States states, int[] chosen, int[] labels) {
            double[] off = new double[width];
            for (int i : chosen) {
                double[] row = states.rows().get(i);
                for (int at = 0; at < row.length; at += width) {
                    for (int k = 0; k < width; k++) {
                        off[k] = row[at + k] - means[labels[i]][k];
                    }
                    for (int k = 0; k < width; k++) {
                        double own = off[k];
                        double[] into = covariance[k];
                        for (int m = 0; m <= k; m++) {
                            into[m] += own * off[m];
                        }
                    }
                }
            }
        }

        private void finish(int freedom) {
            for (int k = 0; k < width; k++) {
                double variance = covariance[k][k] / freedom;
                boolean constant = variance <= CONSTANT * (variance + middle[k] * middle[k]);
                scale[k] = constant ? 0 : 1 / Math.sqrt(variance);
            }
            for (int k = 0; k < width; k++) {
                for (int m = 0; m <= k; m++) {
                    covariance[k][m] *= scale[k] * scale[m] / freedom;
                    covariance[m][k] = covariance[k][m];
                }
            }
        }

        Linear discriminant(double shrinkage) {
            double[][] equations = new double[width][width + classes];
            for (int k = 0; k < width; k++) {
                for (int m = k; m < width; m++) {
                    equations[k][m] = (1 - shrinkage) * covariance[k][m];
                }
                equations[k][k] += shrinkage + SMALLEST;
            }
            double[][] standard = new double[width][classes];
            for (int k = 0; k < width; k++) {
                for (int c = 0; c < classes; c++) {
                    standard[k][c] = (means[c][k] - middle[k]) * scale[k];
                    equations[k][width + c] = standard[k][c];
                }
            }
            double[][] weights = PositiveSystem.solve(equations);
            if (weights == null) {
                throw new IllegalArgumentException("lda.shrinkage = " + shrinkage + " is too small for features that follow from one "
                        + "another. Use at least 1e-6, or lda() to have it chosen.");
            }
            double[] constants = new double[classes];
            for (int c = 0; c < classes; c++) {
                for (int k = 0; k < width; k++) {
                    constants[c] -= 0.5 * weights[k][c] * standard[k][c];
                    weights[k][c] *= scale[k];
                    constants[c] -= weights[k][c] * middle[k];
                }
                // A class that no training sample has is never answered.
                constants[c] = seen[c] ? constants[c] : Double.NEGATIVE_INFINITY;
            }
            return new Linear(weights, constants, Lda.description(shrinkage));
        }
    }

    /** Features x classes, and a constant for each class. */
    private record Linear(double[][] weights, double[] constants, String description) implements Trained {

        @Override
        public void accumulate(double[] row, int offset, double[] sums) {
            for (int k = 0; k < weights.length; k++) {
                double x = row[offset + k];
                for (int c = 0; c < constants.length; c++) {
                    sums[c] += x * weights[k][c];
                }
            }
            for (int c = 0; c < constants.length; c++) {
                sums[c] += constants[c];
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Linear linear && Arrays.deepEquals(weights, linear.weights)
                    && Arrays.equals(constants, linear.constants);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.deepHashCode(weights) + Arrays.hashCode(constants);
        }
    }
}
