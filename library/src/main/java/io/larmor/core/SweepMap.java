package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/**
 * A number computed over a grid of two parameters.
 *
 * @param x the first parameter's quantity
 * @param xs its values
 * @param y the second parameter's quantity
 * @param ys its values
 * @param z what was computed
 * @param values the results, ys x xs
 */
public record SweepMap(Quantity x, double[] xs, Quantity y, double[] ys, Quantity z, double[][] values) {

    /** Computes a number for each pair of values, spread over the cores. */
    public static SweepMap over(Quantity x, double[] xs, Quantity y, double[] ys, Quantity z,
            DoubleBinaryOperator compute) {
        double[][] values = new double[ys.length][xs.length];
        Parallel.forEach(z.name() + " against " + x.name() + " and " + y.name(), xs.length * ys.length, i -> {
            int row = i / xs.length;
            int column = i % xs.length;
            values[row][column] = compute.applyAsDouble(xs[column], ys[row]);
        });
        return new SweepMap(x, xs.clone(), y, ys.clone(), z, values);
    }

    /** The largest result's place: its value of x, then of y. */
    public double[] best() {
        double most = Double.NEGATIVE_INFINITY;
        double[] place = {Double.NaN, Double.NaN};
        for (int row = 0; row < ys.length; row++) {
            for (int column = 0; column < xs.length; column++) {
                if (values[row][column] > most) {
                    most = values[row][column];
                    place = new double[] {xs[column], ys[row]};
                }
            }
        }
        return place;
    }

    /** The smallest result's place: its value of x, then of y; for errors. */
    public double[] least() {
        double[][] opposite = Arrays.stream(values).map(row -> Arrays.stream(row).map(v -> -v).toArray()).toArray(double[][]::new);
        return new SweepMap(x, xs, y, ys, z, opposite).best();
    }

    /** The map. */
    public Plot plot() {
        return Plot.grid(x, xs, y, ys, z, values).size(520, 340);
    }

    /** What a notebook shows: the best place and the map. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        double[] best = best();
        return z.name() + " is largest at " + x.name() + " = " + x.unit().format(best[0]) + ", " + y.name() + " = "
                + y.unit().format(best[1]);
    }
}
