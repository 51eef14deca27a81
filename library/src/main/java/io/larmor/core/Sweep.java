package io.larmor.core;

import io.larmor.units.Quantity;
import java.util.function.DoubleUnaryOperator;

/**
 * A number computed over a range of one parameter, in parallel.
 *
 * @param x the parameter's quantity
 * @param xs its values
 * @param y what was computed
 * @param ys the results
 */
public record Sweep(Quantity x, double[] xs, Quantity y, double[] ys) {

    /** Computes a number for each value of a parameter; the order of computation is nobody's business. */
    public static Sweep over(Quantity x, double[] xs, Quantity y, DoubleUnaryOperator compute) {
        double[] ys = new double[xs.length];
        Parallel.forEach("sweep of " + x.name(), xs.length, i -> ys[i] = compute.applyAsDouble(xs[i]));
        return new Sweep(x, xs.clone(), y, ys);
    }
}
