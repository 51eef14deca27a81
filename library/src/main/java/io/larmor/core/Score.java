package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How well a machine did at a classification.
 *
 * @param task the task's name
 * @param origin where its data is from
 * @param classes the classes' names
 * @param accuracies repeats x splits, each the share of right answers on that split's test set
 * @param confusion true class x answered class, counted over all repeats and splits
 * @param readout what was trained, with what was chosen on the training data
 * @param seconds the time it took
 * @param seed the session's seed
 */
public record Score(String task, String origin, List<String> classes, double[][] accuracies, long[][] confusion,
        String readout, double seconds, long seed) {

    /** The mean share of right answers. */
    public double accuracy() {
        return Arrays.stream(repeatMeans()).average().orElse(Double.NaN);
    }

    /** The standard deviation over repeats, or over splits where there was one repeat; 0 for a single value. */
    public double spread() {
        double[] values = accuracies.length > 1 ? repeatMeans() : accuracies[0];
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
    }

    /** The mean accuracy of each repeat. */
    public double[] repeatMeans() {
        return Arrays.stream(accuracies).mapToDouble(row -> Arrays.stream(row).average().orElse(Double.NaN)).toArray();
    }

    /** The sequences that were tested, counted in every repeat. */
    public long tested() {
        return Arrays.stream(confusion).flatMapToLong(Arrays::stream).sum();
    }

    /** One line: {@code 96.8 % ± 0.4 % (5 repeats x 10 splits) ...}. */
    public String summary() {
        String over = accuracies.length > 1 ? accuracies.length + " repeats of " + accuracies[0].length + " splits"
                : accuracies[0].length + (accuracies[0].length == 1 ? " split" : " splits");
        return String.format(Locale.ROOT, "%s: %.1f %% right ± %.1f (%s, %d tests, chance %.0f %%)", task,
                100 * accuracy(), 100 * spread(), over, tested(), 100.0 / classes.size());
    }

    /** Conditions in one line: the readout, the seed, the run time, the data. */
    public String conditions() {
        return readout + " · seed " + seed + " · " + Unit.digits(seconds) + " s · " + origin;
    }

    /** True class against answered class. */
    public Plot plot() {
        return Plot.confusion(classes, confusion).title(task);
    }

    /** The accuracy of every repeat and split. */
    public Table table() {
        var repeat = IntColumn.create("repeat");
        var split = IntColumn.create("split");
        var right = DoubleColumn.create("right (%)");
        for (int r = 0; r < accuracies.length; r++) {
            for (int k = 0; k < accuracies[r].length; k++) {
                repeat.append(r + 1);
                split.append(k + 1);
                right.append(Math.round(1e3 * accuracies[r][k]) / 10.0);
            }
        }
        return Table.create("accuracy of each split", repeat, split, right);
    }

    /** What a notebook shows: the summary, the conditions and the confusion matrix. */
    public Map<String, Object> mimeBundle() {
        return Page.of(summary()).line(conditions()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return summary() + "\n" + conditions();
    }
}
