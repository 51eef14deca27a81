package io.larmor.metrics;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import io.larmor.core.States;
import io.larmor.learn.product.Products;
import java.util.List;
import java.util.function.IntFunction;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * The space that a machine's states span, after Dambre et al., Sci. Rep. 2, 514 (2012): the capacity for a target is the
 * share of its variance that the best linear readout of the states explains.
 */
final class StateBasis {

    /** Below this relative size a singular value counts as zero: physically there is nothing to read. */
    static final double TOLERANCE = 1e-6;
    /** How often a target that the machine knows nothing of may be taken for one that it knows. */
    private static final double FALSE_ALARMS = 1e-5;
    /** Samples that stay in the cache while the targets of a group pass over them. */
    private static final int BLOCK = 64;
    private static final int GROUP = 24;
    private static final int LEVERAGES = 200;

    private final int samples;
    /** The number of independent states. */
    private final int width;
    private final double[][] centered;
    private final PivotedCholesky basis;
    /** Of each sample the squared length of its state in the basis: how much of any target at that time chance explains. */
    private final double[] leverage;

    private StateBasis(double[][] centered, PivotedCholesky basis) {
        this.samples = centered.length;
        this.width = basis.rank();
        this.centered = centered;
        this.basis = basis;
        this.leverage = new double[samples];
        int parts = (samples + LEVERAGES - 1) / LEVERAGES;
        Parallel.forEach("independent states", parts, part -> {
            for (int t = part * LEVERAGES; t < Math.min(samples, (part + 1) * LEVERAGES); t++) {
                leverage[t] = basis.squaredLength(centered[t].clone());
            }
        });
    }

    /** The basis of the first sequence's states from some frame on. */
    static StateBasis of(States states, int from) {
        int samples = states.frames(0) - from;
        double[][] rows = states.between(0, from, from + samples).sequence(0);
        standardize(rows, states.width());
        var products = new Products(states.width());
        products.addAll(rows);
        Progress.checkpoint();
        var all = new PivotedCholesky(products, TOLERANCE);
        // Of states that depend on one another only as many are carried on as are independent.
        int[] kept = all.pivots();
        double[][] independent = new double[samples][kept.length];
        for (int t = 0; t < samples; t++) {
            for (int k = 0; k < kept.length; k++) {
                independent[t][k] = rows[t][kept[k]];
            }
        }
        return new StateBasis(independent, all.ofPivots());
    }

    /** Brings each column to mean 0 and variance 1; one that does not vary becomes 0. */
    private static void standardize(double[][] rows, int width) {
        double[] mean = new double[width];
        double[] variance = new double[width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] -= mean[i];
                variance[i] += row[i] * row[i] / rows.length;
            }
        }
        double[] scale = new double[width];
        for (int i = 0; i < width; i++) {
            scale[i] = variance[i] > 1e-24 * (1e-12 + mean[i] * mean[i]) ? 1 / Math.sqrt(variance[i]) : 0;
        }
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] *= scale[i];
            }
        }
    }

    /** The number of linearly independent states: no sum of capacities for independent targets exceeds it. */
    int rank() {
        return basis.rank();
    }

    int samples() {
        return samples;
    }

    /**
     * By how much the share that chance explains exceeds its mean once in a hundred thousand targets: as the sum of as many
     * squared normal numbers as there are independent states.
     */
    private double luck() {
        return new ChiSquaredDistribution(rank()).inverseCumulativeProbability(1 - FALSE_ALARMS) / rank();
    }

    /**
     * The capacities for many targets; what chance would give as well is 0, and the expected gain by chance is taken off the
     * others. That gain is weighted with the size of the target at each time: high powers of the input are large just when the
     * states are unusual too, and would pass for known otherwise.
     *
     * @param target makes the values of one target at all samples
     */
    double[] capacities(int targets, IntFunction<double[]> target) {
        double[] found = new double[targets];
        if (rank() == 0) {
            return found;
        }
        double luck = luck();
        Parallel.forEach("capacities", (targets + GROUP - 1) / GROUP, group -> {
            int first = group * GROUP;
            int count = Math.min(GROUP, targets - first);
            double[][] values = new double[count][];
            for (int k = 0; k < count; k++) {
                values[k] = target.apply(first + k);
            }
            double[] shares = shares(List.of(values));
            for (int k = 0; k < count; k++) {
                double chance = chance(values[k]);
                found[first + k] = shares[k] > luck * chance ? (shares[k] - chance) / (1 - chance) : 0;
            }
        });
        return found;
    }

    private double chance(double[] target) {
        double weighted = 0;
        double size = 0;
        for (int t = 0; t < samples; t++) {
            weighted += target[t] * target[t] * leverage[t];
            size += target[t] * target[t];
        }
        return weighted / size;
    }

    private double[] shares(List<double[]> targets) {
        double[][] sums = new double[targets.size()][width];
        for (int from = 0; from < samples; from += BLOCK) {
            int to = Math.min(samples, from + BLOCK);
            for (int k = 0; k < sums.length; k++) {
                project(targets.get(k), from, to, sums[k]);
            }
            Progress.checkpoint();
        }
        double[] shares = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            double size = 0;
            for (double value : targets.get(k)) {
                size += value * value;
            }
            shares[k] = basis.squaredLength(sums[k]) / size;
        }
        return shares;
    }

    private void project(double[] target, int from, int to, double[] sums) {
        int t = from;
        for (; t + 4 <= to; t += 4) {
            four(centered[t], centered[t + 1], centered[t + 2], centered[t + 3], target[t], target[t + 1], target[t + 2],
                    target[t + 3], sums);
        }
        for (; t < to; t++) {
            for (int i = 0; i < width; i++) {
                sums[i] += target[t] * centered[t][i];
            }
        }
    }

    private static void four(double[] p, double[] q, double[] r, double[] s, double a, double b, double c, double d,
            double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (a * p[i] + b * q[i]) + (c * r[i] + d * s[i]);
        }
    }
}
