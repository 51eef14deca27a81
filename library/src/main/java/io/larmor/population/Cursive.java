package io.larmor.population;

import io.larmor.core.Parameter;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import java.util.Map;
import java.util.TreeMap;

/**
 * A letter in cursive as two functions x(t) and y(t) of how far the pen has come, t from 0 to 1: a uniform cubic B-spline
 * through our own support points. The small letters are about 1 high.
 *
 * @param letter which
 * @param t evenly from 0 to 1
 * @param x to the right
 * @param y upwards
 */
public record Cursive(char letter, double[] t, double[] x, double[] y) {

    public static final Parameter POINTS = new Parameter("points", Quantity.of("points"), 2, 1_000_000, 200, "the points of a letter");

    /** More markers than this hide the letter. */
    private static final int MOST_MARKERS = 50;

    private static final Map<Character, double[]> SUPPORT = new TreeMap<>(Map.of(
            'a', new double[] {0.95, 0.85, 0.55, 1.1, 0.0, 0.75, 0.1, -0.1, 0.65, 0.05, 1.0, 1.0, 0.95, 0.9, 0.85, 0.1, 1.05, -0.15, 1.5, 0.3},
            'c', new double[] {0.8, 0.8, 0.75, 1.1, 0.2, 1.05, 0.0, 0.5, 0.15, -0.1, 0.7, -0.05, 1.1, 0.35},
            'e', new double[] {-0.1, 0.15, 0.35, 0.35, 0.9, 0.75, 0.65, 1.2, 0.1, 0.95, 0.05, 0.1, 0.6, -0.15, 1.2, 0.35},
            'l', new double[] {-0.1, 0.0, 0.4, 0.4, 0.95, 1.5, 0.8, 2.5, 0.3, 2.1, 0.3, 0.8, 0.35, -0.1, 0.75, -0.15, 1.15, 0.35},
            'o', new double[] {0.75, 0.9, 0.35, 1.15, 0.0, 0.65, 0.15, -0.1, 0.75, -0.1, 0.95, 0.6, 0.6, 1.15, 0.55, 0.75, 0.95, 0.7, 1.35, 0.9}));

    /**
     * A letter.
     *
     * @param letter one of a, c, e, l, o
     * @param points of the curve
     */
    public static Cursive of(char letter, int points) {
        POINTS.check("cursive", points);
        double[] support = SUPPORT.get(letter);
        if (support == null) {
            throw new IllegalArgumentException("cursive('" + letter + "'): there are the letters " + SUPPORT.keySet());
        }
        double[] t = new double[points];
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            t[i] = i / (points - 1.0);
            x[i] = spline(support, 0, t[i]);
            y[i] = spline(support, 1, t[i]);
        }
        return new Cursive(letter, t, x, y);
    }

    /** The first and the last support point count three times, so that the curve begins and ends in them. */
    private static double spline(double[] support, int axis, double t) {
        int n = support.length / 2;
        double place = t * (n + 1);
        int span = Math.min((int) place, n);
        double u = place - span;
        double[] b = {(1 - u) * (1 - u) * (1 - u) / 6, (3 * u * u * u - 6 * u * u + 4) / 6, (-3 * u * u * u + 3 * u * u + 3 * u + 1) / 6, u * u * u / 6};
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            int at = Math.max(0, Math.min(n - 1, span - 2 + k));
            sum += b[k] * support[2 * at + axis];
        }
        return sum;
    }

    /** The currents at which a population is read while it writes the letter, evenly over its range. */
    public double[] stimuli(Features features) {
        double[] stimuli = new double[t.length];
        for (int i = 0; i < stimuli.length; i++) {
            stimuli[i] = features.range() * (2 * t[i] - 1);
        }
        return stimuli;
    }

    /** The letter, and as it is written by functions x and y of a population, each point measured once. */
    public Plot plot(PopulationFunction written) {
        double[][] answers = written.answers(stimuli(written.features()));
        int shown = Math.min(MOST_MARKERS, t.length);
        double[] wx = new double[shown];
        double[] wy = new double[shown];
        for (int i = 0; i < shown; i++) {
            int at = (int) ((long) i * (t.length - 1) / Math.max(1, shown - 1));
            wx[i] = answers[at][0];
            wy[i] = answers[at][1];
        }
        return plot().points("", wx, wy).caption("line: the letter; dots: as it is written");
    }

    /** The letter. */
    public Plot plot() {
        return Plot.line(Quantity.of("x"), x, Quantity.of("y"), y).xRange(-0.4, 1.8).yRange(-0.4, 2.6).size(270, 390);
    }

    /** What a notebook shows: the letter. */
    public Map<String, Object> mimeBundle() {
        return plot().mimeBundle();
    }
}
