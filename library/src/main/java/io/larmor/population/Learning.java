package io.larmor.population;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.core.States;
import io.larmor.learn.Ridge;
import java.util.ArrayList;
import java.util.List;

/** The two ways to the weights of a function. */
final class Learning {

    /** Trials whose squared errors are averaged for one point of the learning curve. */
    private static final int WINDOW_SHARE = 50;

    private Learning() {
    }

    static void check(String owner, double[] stimuli, double[]... targets) {
        if (stimuli.length == 0 || targets.length == 0) {
            throw new IllegalArgumentException(owner + ": there is nothing to learn from; give stimuli and at least one array of targets");
        }
        for (double[] target : targets) {
            if (target.length != stimuli.length) {
                throw new IllegalArgumentException(owner + ": " + target.length + " targets for " + stimuli.length + " stimuli; give one a stimulus");
            }
        }
        for (int i = 0; i < stimuli.length; i++) {
            boolean finite = Double.isFinite(stimuli[i]);
            for (double[] target : targets) {
                finite &= Double.isFinite(target[i]);
            }
            if (!finite) {
                throw new IllegalArgumentException(owner + ": stimulus or target " + i + " is not a number; both must be finite");
            }
        }
    }

    /** One measurement of every stimulus, the seeds by their order. */
    static List<double[]> measure(Features features, double[] stimuli, Seed seed) {
        return Parallel.map("reading the population", stimuli.length, i -> features.read(stimuli[i], seed.child(i).generator()));
    }

    static Seed seed(Features features, String what) {
        return Seed.root().child("population").child(features instanceof Population p ? p.label() : features.name()).child(what);
    }

    /** Ridge regression on one measurement a stimulus; the penalty is chosen by cross-validation on them. */
    static PopulationFunction ridge(Features features, double[] stimuli, double[]... targets) {
        check("fit", stimuli, targets);
        Seed seed = seed(features, "fit");
        List<double[]> rows = measure(features, stimuli, seed.child("read"));
        // Mixed, so that what is held out for choosing the penalty is spread over the range.
        int[] order = seed.child("order").generator().permutation(stimuli.length);
        int width = features.size();
        double[] flat = new double[stimuli.length * width];
        double[] due = new double[stimuli.length * targets.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(rows.get(order[i]), 0, flat, i * width, width);
            for (int k = 0; k < targets.length; k++) {
                due[i * targets.length + k] = targets[k][order[i]];
            }
        }
        var trained = new Ridge(Double.NaN).fit(new States(width, List.of(flat)), List.of(due), targets.length);
        // A linear readout is known by what it answers to the constant alone and to one feature at a time.
        double[][] weights = new double[targets.length][width + 1];
        double[] constant = new double[targets.length];
        trained.accumulate(new double[width], 0, constant);
        for (int j = 0; j < width; j++) {
            double[] unit = new double[width];
            unit[j] = 1;
            double[] sums = new double[targets.length];
            trained.accumulate(unit, 0, sums);
            for (int k = 0; k < targets.length; k++) {
                weights[k][j] = sums[k] - constant[k];
            }
        }
        for (int k = 0; k < targets.length; k++) {
            weights[k][width] = constant[k];
        }
        return new PopulationFunction(features, weights, trained.description(), new double[0], new double[0]);
    }

    /** Trial and error, one trial after another. */
    static PopulationFunction local(Population population, LocalRule rule, double[] stimuli, double[]... targets) {
        check("learn", stimuli, targets);
        Seed seed = seed(population, "learn");
        Philox choice = seed.child("choice").generator();
        Seed reads = seed.child("read");
        int width = population.size();
        double[][] weights = new double[targets.length][width + 1];
        int window = Math.max(1, rule.trials() / WINDOW_SHARE);
        var trials = new ArrayList<Double>();
        var errors = new ArrayList<Double>();
        double squares = 0;
        try (var progress = Progress.of("trials", rule.trials())) {
            for (int t = 0; t < rule.trials(); t++) {
                int i = choice.nextInt(stimuli.length);
                double[] r = population.read(stimuli[i], reads.child(t).generator());
                double rate = rule.rate() * (1 - (double) t / rule.trials());
                for (int k = 0; k < targets.length; k++) {
                    squares += step(weights[k], r, targets[k][i], rate);
                }
                if ((t + 1) % window == 0) {
                    trials.add(t + 1 - window / 2.0);
                    errors.add(Math.sqrt(squares / window / targets.length));
                    squares = 0;
                }
                progress.step();
            }
        }
        return new PopulationFunction(population, weights, "local rule, " + rule.trials() + " trials", array(trials), array(errors));
    }

    /** Moves the weights by one trial; returns the squared error before. */
    static double step(double[] weights, double[] r, double target, double rate) {
        double sum = 0;
        double square = 0;
        for (int j = 0; j < r.length; j++) {
            sum += weights[j] * r[j];
            square += r[j] * r[j];
        }
        double off = target - sum;
        if (square > 0) {
            for (int j = 0; j < r.length; j++) {
                weights[j] += rate * off * r[j] / square;
            }
        }
        return off * off;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
