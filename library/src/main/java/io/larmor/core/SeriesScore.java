package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well a machine followed a time series in its test.
 *
 * @param task the task's name
 * @param origin where its data is from
 * @param metric how the error is stated
 * @param errors the error of each repeat
 * @param outputs what the machine answered in the first repeat, test steps x outputs
 * @param targets what was due, test steps x outputs
 * @param readout what was trained, with what was chosen on the training data
 * @param seconds the time it took
 * @param seed the session's seed
 */
public record SeriesScore(String task, String origin, Metric metric, double[] errors, double[][] outputs,
        double[][] targets, String readout, double seconds, long seed) {

    private static final int SHOWN = 100;

    /** The mean error over the repeats, as the task states it. */
    public double error() {
        return Arrays.stream(errors).average().orElse(Double.NaN);
    }

    /** The standard deviation of the error over the repeats; 0 for one. */
    public double spread() {
        double mean = error();
        double squares = Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).sum();
        return errors.length > 1 ? Math.sqrt(squares / (errors.length - 1)) : 0;
    }

    /** One line: {@code NARMA-10: NRMSE 0.39 (1000 test steps)}. */
    public String summary() {
        String spread = errors.length > 1 ? String.format(Locale.ROOT, " ± %.3f, %d repeats", spread(), errors.length) : "";
        return task + ": " + metric + " " + Unit.digits(error()) + spread + " (" + targets.length + " test steps)";
    }

    /** Conditions in one line: the readout, the seed, the run time, the data. */
    public String conditions() {
        return readout + " · seed " + seed + " · " + Unit.digits(seconds) + " s · " + origin;
    }

    /** The first output and its target over the first hundred steps of the test. */
    public Plot plot() {
        int n = Math.min(SHOWN, targets.length);
        double[] steps = IntStream.range(0, n).asDoubleStream().toArray();
        return Plot.line(Quantity.of("step of the test"), steps, Quantity.of("value"), first(targets, n)).named("target")
                .series("machine", steps, first(outputs, n)).title(task).size(640, 300);
    }

    /** The first output of every test step against what was due. */
    public Plot scatter() {
        double[] due = first(targets, targets.length);
        double[] ends = {Arrays.stream(due).min().orElse(0), Arrays.stream(due).max().orElse(1)};
        return Plot.scatter(Quantity.of("target"), due, Quantity.of("machine"), first(outputs, outputs.length))
                .series("equal", ends, ends).title(task).size(360, 320);
    }

    private static double[] first(double[][] rows, int n) {
        return Arrays.stream(rows, 0, n).mapToDouble(row -> row[0]).toArray();
    }

    /** What a notebook shows: the summary, the conditions and a piece of the test. */
    public Map<String, Object> mimeBundle() {
        return Page.of(summary()).line(conditions()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return summary() + "\n" + conditions();
    }
}
