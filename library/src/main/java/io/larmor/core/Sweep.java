package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A number computed over a range of one parameter.
 *
 * @param name names the series in plots
 * @param x the parameter's quantity
 * @param xs its values
 * @param y what was computed
 * @param ys the results, one for each of {@code xs}
 * @param spreads their standard deviations; zeros where there are none
 */
public record Sweep(String name, Quantity x, double[] xs, Quantity y, double[] ys, double[] spreads) {

    /** More markers than this hide the curve. */
    private static final int MOST_MARKERS = 60;
    private static final Quantity ACCURACY = Quantity.of("accuracy", Unit.PERCENT);

    /** Computes a number for each value of a parameter, spread over the cores. */
    public static Sweep over(String name, Quantity x, double[] xs, Quantity y, DoubleUnaryOperator compute) {
        double[] ys = new double[xs.length];
        Parallel.forEach(name + " against " + x.name(), xs.length, i -> ys[i] = compute.applyAsDouble(xs[i]));
        return new Sweep(name, x, xs.clone(), y, ys, new double[xs.length]);
    }

    /** Scores a machine for each value of a parameter: accuracy in percent with its spread. */
    public static Sweep scores(String name, Quantity x, double[] xs, DoubleFunction<Score> compute) {
        return ofScores(name, x, xs, Parallel.map(name + " against " + x.name(), xs.length, i -> compute.apply(xs[i])));
    }

    /** The scores of a machine for each value of a parameter as a sweep: accuracy in percent with its spread. */
    public static Sweep ofScores(String name, Quantity x, double[] xs, List<Score> scores) {
        return new Sweep(name, x, xs.clone(), ACCURACY, scores.stream().mapToDouble(score -> 100 * score.accuracy()).toArray(),
                scores.stream().mapToDouble(score -> 100 * score.spread()).toArray());
    }

    /** The same under another name, for the legend. */
    public Sweep named(String name) {
        return new Sweep(name, x, xs, y, ys, spreads);
    }

    /** The parameter's value with the largest result; of equal ones the first. */
    public double best() {
        int best = 0;
        for (int i = 1; i < ys.length; i++) {
            best = ys[i] > ys[best] ? i : best;
        }
        return xs[best];
    }

    /** The parameter's value with the smallest result, for errors; of equal ones the first. */
    public double least() {
        int least = 0;
        for (int i = 1; i < ys.length; i++) {
            least = ys[i] < ys[least] ? i : least;
        }
        return xs[least];
    }

    /** The results against the parameter. */
    public Plot plot() {
        return addTo(null);
    }

    /** This sweep and others of the same quantities in one plot. */
    public Plot plot(Sweep... others) {
        var plot = plot();
        for (var other : others) {
            plot = other.addTo(plot);
        }
        return plot;
    }

    private Plot addTo(Plot plot) {
        var lined = plot == null ? Plot.line(x, xs, y, ys).named(name) : plot.series(name, xs, ys);
        if (Arrays.stream(spreads).anyMatch(s -> s > 0)) {
            return lined.points(name, xs, ys, spreads);
        }
        return xs.length > MOST_MARKERS ? lined : lined.points(name, xs, ys);
    }

    /** The values as a table. */
    public Table table() {
        var table = Table.create(name, DoubleColumn.create(x.label(0), xs), DoubleColumn.create(y.label(0), ys));
        return Arrays.stream(spreads).anyMatch(s -> s > 0)
                ? table.addColumns(DoubleColumn.create("±", spreads)) : table;
    }

    /** What a notebook shows: the range of the results and the plot. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        double least = Arrays.stream(ys).min().orElse(Double.NaN);
        double most = Arrays.stream(ys).max().orElse(Double.NaN);
        return name + ": " + y.name() + " of " + y.unit().format(least) + " to " + y.unit().format(most) + " over "
                + xs.length + " values of " + x.name();
    }
}
