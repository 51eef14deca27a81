package io.larmor.stochastic;

import io.larmor.core.Sweep;
import io.larmor.plot.Page;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Map;

/**
 * How answers get better while bits come in or synapses are read again: for every sample, at some points on the way, whether
 * the answer is right and how sure it is, which is the lead of the best class over the next in standard errors. A machine may
 * stop at a sample as soon as it is sure enough.
 *
 * @param name for legends
 * @param amount what is spent: bits, reads
 * @param amounts spent up to each point, rising
 * @param right points × samples
 * @param sureness points × samples
 */
public record Progressive(String name, Quantity amount, int[] amounts, boolean[][] right, float[][] sureness) {

    private static final Quantity ACCURACY = Quantity.of("accuracy", Unit.PERCENT);
    private static final int TRIALS = 60;
    private static final double USUAL = 2;

    public Progressive {
        if (amounts.length == 0 || right.length != amounts.length || sureness.length != amounts.length || right[0].length == 0) {
            throw new IllegalArgumentException(name + ": " + amounts.length + " points on the way, " + right.length + " of answers and "
                    + sureness.length + " of sureness; all three must be the same, with one sample at least");
        }
    }

    /** The share of right answers after so much was spent, which must be one of the points. */
    public double accuracy(int spent) {
        return share(right[point(spent)]);
    }

    private int point(int spent) {
        int point = Arrays.binarySearch(amounts, spent);
        if (point < 0) {
            throw new IllegalArgumentException(name + " was not looked at after " + spent + " " + amount.name() + "; there are "
                    + Arrays.toString(amounts));
        }
        return point;
    }

    private static double share(boolean[] right) {
        int sum = 0;
        for (boolean one : right) {
            sum += one ? 1 : 0;
        }
        return sum / (double) right.length;
    }

    /** The accuracy in percent against what was spent, the same for every sample. */
    public Sweep accuracies() {
        return new Sweep(name, amount, Arrays.stream(amounts).asDoubleStream().toArray(), ACCURACY,
                Arrays.stream(right).mapToDouble(row -> 100 * share(row)).toArray(), new double[amounts.length]);
    }

    /**
     * What comes of stopping at each sample as soon as the answer is sure, and at the last point otherwise.
     *
     * @param sure in standard errors, 0 or more
     */
    public Stopped stop(double sure) {
        return stop(sure, amounts[amounts.length - 1]);
    }

    /**
     * What comes of stopping at each sample as soon as the answer is sure, or so much was spent.
     *
     * @param sure in standard errors, 0 or more
     * @param most one of the points; some samples are never clear, and not worth all
     */
    public Stopped stop(double sure, int most) {
        int last = point(most);
        if (!(sure >= 0)) {
            throw new IllegalArgumentException(name + ".stop(" + sure + "): how sure is in standard errors, 0 or more");
        }
        int samples = right[0].length;
        double spent = 0;
        int good = 0;
        for (int s = 0; s < samples; s++) {
            int point = 0;
            while (point < last && sureness[point][s] < sure) {
                point++;
            }
            spent += amounts[point];
            good += right[point][s] ? 1 : 0;
        }
        return new Stopped(sure, most, good / (double) samples, spent / samples);
    }

    /**
     * An outcome of stopping early.
     *
     * @param sure the standard errors that were asked for
     * @param most what was spent at most
     * @param accuracy the share of right answers
     * @param spent the mean over samples
     */
    public record Stopped(double sure, int most, double accuracy, double spent) {
    }

    /**
     * The cheapest way to stop early that loses no more than some accuracy against spending all on every sample. To be asked of
     * a validation set, and used on another one.
     *
     * @param loss a plain number: 0.002 for a fifth of a percent
     */
    public Stopped cheapest(double loss) {
        double wanted = share(right[right.length - 1]) - loss;
        Stopped best = null;
        for (int most : amounts) {
            for (int k = 0; k <= TRIALS; k++) {
                var stopped = stop(0.1 * k, most);
                if (stopped.accuracy() >= wanted && (best == null || stopped.spent() < best.spent())) {
                    best = stopped;
                }
            }
        }
        return best == null ? stop(0.1 * TRIALS) : best;
    }

    /** Accuracy in percent against the mean spent when stopping early, one point for each most that may be spent. */
    public Sweep stoppings(double sure) {
        double[] spent = new double[amounts.length];
        double[] accuracy = new double[amounts.length];
        for (int k = 0; k < amounts.length; k++) {
            var stopped = stop(sure, amounts[k]);
            spent[k] = stopped.spent();
            accuracy[k] = 100 * stopped.accuracy();
        }
        return new Sweep(name + ", stopped when sure", amount, spent, ACCURACY, accuracy, new double[spent.length]);
    }

    /** What a notebook shows: spending the same on all, and stopping at a lead of 2 standard errors. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(accuracies().plot(stoppings(USUAL)).logX()).mimeBundle();
    }

    @Override
    public String toString() {
        int last = amounts.length - 1;
        return name + ": " + Unit.digits(100 * share(right[0])) + " % right after " + amounts[0] + " " + amount.name() + ", "
                + Unit.digits(100 * share(right[last])) + " % after " + amounts[last];
    }
}
