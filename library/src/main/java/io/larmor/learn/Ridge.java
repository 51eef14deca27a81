package io.larmor.learn;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.core.Readout;
import io.larmor.core.States;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Ridge regression of one-hot targets or of series: W = Y Sᵀ (S Sᵀ + λ I)⁻¹, with a constant 1 appended to the features S and penalized
 * like them. Hoerl and Kennard, Technometrics 12, 55 (1970).
 *
 * @param penalty λ; NaN chooses it from 1e-12 .. 1e2 by cross-validation on the training data
 */
public record Ridge(double penalty) implements Readout {

    public static final Parameter PENALTY = new Parameter("penalty", Quantity.of("penalty λ"), 0, 1e12, Double.NaN,
            "the weight of small weights against small errors");

    private static final int SMALLEST_POWER = -12;
    private static final int LARGEST_POWER = 2;
    private static final int INNER_FOLDS = 3;
    /** Into how many stretches a series is cut, of which every third is held out in turn. */
    private static final int STRETCHES = 6;
    /** Below this relative size a singular value is taken for zero. */
    private static final double SINGULAR = 1e-13;

    public Ridge {
        if (!Double.isNaN(penalty)) {
            PENALTY.check("ridge", penalty);
        }
    }

    @Override
    public Trained fit(States training, int[] labels, int[] groups, int classes) {
        if (training.frames() == 0) {
            throw new IllegalArgumentException("ridge.fit: there is no data to train on. "
                    + "Check that the task has sequences and that its split leaves some for training.");
        }
        Citations.use(Papers.HOERL_1970, "ridge");
        // Where all training data is one group, its sequences are dealt into parts.
        boolean oneGroup = Arrays.stream(groups).distinct().count() == 1;
        Map<Integer, Gram> parts = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            int part = Double.isNaN(penalty) ? oneGroup ? i % INNER_FOLDS : groups[i] : 0;
            int label = labels[i];
            parts.computeIfAbsent(part, g -> new Gram(training.width(), classes)).add(training.rows().get(i), 0,
                    training.frames(i), (sample, into, at) -> into[at + label] = 1);
        }
        return fit(parts.values().toArray(Gram[]::new));
    }

    @Override
    public Trained fit(States training, List<double[]> targets, int outputs) {
        if (training.frames() == 0) {
            throw new IllegalArgumentException("ridge.fit: there are no steps to train on. "
                    + "Give the task some, for example lengths(2000, 1000, 1000).");
        }
        int stretches = Double.isNaN(penalty) ? STRETCHES : 1;
        var parts = new ArrayList<Gram>();
        for (int i = 0; i < targets.size(); i++) {
            double[] rows = training.rows().get(i);
            double[] due = targets.get(i);
            int frames = training.frames(i);
            for (int k = 0; k < stretches; k++) {
                var part = new Gram(training.width(), outputs);
                part.add(rows, k * frames / stretches, (k + 1) * frames / stretches,
                        (sample, into, at) -> System.arraycopy(due, sample * outputs, into, at, outputs));
                parts.add(part);
            }
        }
        return fit(parts.toArray(Gram[]::new));
    }

    private Trained fit(Gram[] parts) {
        var all = parts[0];
        if (parts.length > 1) {
            all = new Gram(parts[0].width() - 1, parts[0].outputs());
            for (Gram part : parts) {
                all.add(part, 1);
            }
        }
        double chosen = Double.isNaN(penalty) ? choose(parts, all) : penalty;
        return new Linear(weights(all, chosen), all.outputs(), description(chosen));
    }

    @Override
    public String description() {
        return Double.isNaN(penalty) ? "ridge, penalty chosen on the training data" : description(penalty);
    }

    private static String description(double penalty) {
        return "ridge, penalty " + Unit.digits(penalty);
    }

    /** The penalty with the least squared error on held-out training groups; of equal ones the largest. */
    private static double choose(Gram[] parts, Gram all) {
        int folds = Math.min(INNER_FOLDS, parts.length);
        if (folds < 2) {
            throw new IllegalArgumentException("ridge(): choosing the penalty needs at least two training sequences. "
                    + "Give one, for example ridge(1e-6), or train on more.");
        }
        double[] errors = new double[LARGEST_POWER - SMALLEST_POWER + 1];
        for (int fold = 0; fold < folds; fold++) {
            var held = new Gram(all.width() - 1, all.outputs());
            for (int i = fold; i < parts.length; i += folds) {
                held.add(parts[i], 1);
            }
            var rest = new Gram(all.width() - 1, all.outputs());
            rest.add(all, 1);
            rest.add(held, -1);
            for (int i = 0; i < errors.length; i++) {
                errors[i] += error(rest, held, Math.pow(10, SMALLEST_POWER + i));
            }
        }
        int best = errors.length - 1;
        for (int i = errors.length - 1; i >= 0; i--) {
            if (errors[i] < errors[best]) {
                best = i;
            }
        }
        return Math.pow(10, SMALLEST_POWER + best);
    }

    private static double error(Gram fitted, Gram held, double penalty) {
        double[][] weights = PositiveSystem.solve(fitted.equations(penalty));
        // Where rounding has eaten the penalty: as good as no answer.
        return weights == null ? Double.POSITIVE_INFINITY : held.error(weights);
    }

    private static double[][] weights(Gram gram, double penalty) {
        double[][] weights = PositiveSystem.solve(gram.equations(penalty));
        if (weights != null) {
            return weights;
        }
        RealMatrix matrix = new Array2DRowRealMatrix(gram.regularized(penalty), false);
        var svd = new SingularValueDecomposition(matrix);
        RealMatrix rotated = svd.getUT().multiply(new Array2DRowRealMatrix(gram.targets(), false));
        double[] values = svd.getSingularValues();
        for (int i = 0; i < values.length; i++) {
            double inverse = values[i] > SINGULAR * values[0] ? 1 / values[i] : 0;
            for (int k = 0; k < rotated.getColumnDimension(); k++) {
                rotated.multiplyEntry(i, k, inverse);
            }
        }
        return svd.getV().multiply(rotated).getData();
    }

    /** Weights, features and the constant x classes or outputs. */
    private record Linear(double[][] weights, int classes, String description) implements Trained {

        @Override
        public void accumulate(double[] row, int offset, double[] sums) {
            int features = weights.length - 1;
            for (int i = 0; i < features; i++) {
                double x = row[offset + i];
                double[] w = weights[i];
                for (int k = 0; k < classes; k++) {
                    sums[k] += x * w[k];
                }
            }
            double[] constant = weights[features];
            for (int k = 0; k < classes; k++) {
                sums[k] += constant[k];
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Linear linear && Arrays.deepEquals(weights, linear.weights);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(weights);
        }
    }
}
