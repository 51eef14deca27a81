package io.larmor.plot;

import java.util.Arrays;
import java.util.List;

/** Checks of what users hand to plots, and the arithmetic of bins and edges. */
final class Data {

    private Data() {
    }

    static void lengths(String owner, String first, int n, String second, int m) {
        if (n != m) {
            throw new IllegalArgumentException(owner + ": " + first + " has " + n + " values but " + second + " has " + m
                    + "; they belong together one by one");
        }
        if (n == 0) {
            throw new IllegalArgumentException(owner + ": " + first + " is empty; there is nothing to draw");
        }
    }

    static void pairs(String owner, double[] xs, double[] ys) {
        lengths(owner, "xs", xs.length, "ys", ys.length);
        finite(owner, "xs", xs);
        finite(owner, "ys", ys);
    }

    static void finite(String owner, String name, double[] values) {
        for (double value : values) {
            if (Double.isFinite(value)) {
                return;
            }
        }
        throw new IllegalArgumentException(owner + ": none of the " + values.length + " values of " + name
                + " is finite; the calculation before it gave " + values[0]);
    }

    static double finite(String owner, String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(owner + ": " + name + " = " + value + "; it has to be finite");
        }
        return value;
    }

    static void range(String owner, double lo, double hi) {
        if (!(lo < hi) || Double.isInfinite(lo) || Double.isInfinite(hi)) {
            throw new IllegalArgumentException(owner + "(" + lo + ", " + hi
                    + "): the lower end has to be below the upper one, in SI units");
        }
    }

    static void square(String owner, List<String> classes, long[][] counts) {
        lengths(owner, "classes", classes.size(), "counts", counts.length);
        for (int row = 0; row < counts.length; row++) {
            if (counts[row].length != counts.length) {
                throw new IllegalArgumentException(owner + ": row " + row + " of counts has " + counts[row].length
                        + " columns; " + counts.length + " classes need " + counts.length);
            }
            for (long count : counts[row]) {
                if (count < 0) {
                    throw new IllegalArgumentException(owner + ": row " + row + " of counts holds " + count + "; counts are not negative");
                }
            }
        }
    }

    static Layer.Cells cells(double[] xs, double[] ys, double[][] values) {
        lengths("Plot.heatMap", "ys", ys.length, "values (rows)", values.length);
        var copy = new double[values.length][];
        boolean any = false;
        for (int row = 0; row < values.length; row++) {
            lengths("Plot.heatMap, row " + row, "xs", xs.length, "values", values[row].length);
            copy[row] = values[row].clone();
            any |= Arrays.stream(copy[row]).anyMatch(Double::isFinite);
        }
        if (!any) {
            throw new IllegalArgumentException("Plot.heatMap: none of the " + ys.length + " x " + xs.length + " values is finite");
        }
        ascending("xs", xs);
        ascending("ys", ys);
        return new Layer.Cells(middlesToEdges(xs), middlesToEdges(ys), copy);
    }

    private static void ascending(String name, double[] middles) {
        for (int i = 0; i < middles.length; i++) {
            if (!Double.isFinite(middles[i]) || i > 0 && middles[i] <= middles[i - 1]) {
                throw new IllegalArgumentException("Plot.heatMap: " + name + "[" + i + "] = " + middles[i] + "; " + name
                        + " are the middles of the cells and have to ascend");
            }
        }
    }

    /** Edges halfway between the middles; the outer cells are as wide as they would be if their neighbors repeated. */
    static double[] middlesToEdges(double[] middles) {
        int n = middles.length;
        var edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = (middles[i - 1] + middles[i]) / 2;
        }
        double first = n > 1 ? (middles[1] - middles[0]) / 2 : 0.5;
        double last = n > 1 ? (middles[n - 1] - middles[n - 2]) / 2 : 0.5;
        edges[0] = middles[0] - first;
        // On a logarithmic axis the outer edge has to stay positive: there the halfway point is the geometric one.
        if (middles[0] > 0 && edges[0] <= 0 && n > 1) {
            edges[0] = middles[0] * Math.sqrt(middles[0] / middles[1]);
        }
        edges[n] = middles[n - 1] + last;
        return edges;
    }

    static double[] indices(int n) {
        var indices = new double[n];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    static Layer.Bars histogram(double[] values, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("Plot.histogram: bins = " + bins + "; at least 1 is needed");
        }
        lengths("Plot.histogram", "values", values.length, "values", values.length);
        finite("Plot.histogram", "values", values);
        double lo = Arrays.stream(values).filter(Double::isFinite).min().orElseThrow();
        double hi = Arrays.stream(values).filter(Double::isFinite).max().orElseThrow();
        if (lo == hi) {
            double half = lo == 0 ? 0.5 : Math.abs(lo) / 20;
            lo -= half;
            hi += half;
        }
        double width = (hi - lo) / bins;
        var starts = new double[bins];
        var ends = new double[bins];
        var counts = new double[bins];
        for (int i = 0; i < bins; i++) {
            starts[i] = lo + i * width;
            ends[i] = lo + (i + 1) * width;
        }
        for (double value : values) {
            if (Double.isFinite(value)) {
                counts[Math.min(bins - 1, (int) ((value - lo) / width))]++;
            }
        }
        return new Layer.Bars("", starts, ends, counts, null);
    }
}
