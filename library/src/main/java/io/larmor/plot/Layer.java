package io.larmor.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** One set of marks in a plot, in SI. Layers of the same name share color, dash, marker and legend entry. */
sealed interface Layer {

    /** The color of a layer, and the number of its name among the plot's names, which dash and marker follow from. */
    record Style(Color color, Color page, int number) {
    }

    /** The legend's text; empty for none. */
    String name();

    /** The same marks under another name. */
    Layer named(String other);

    /** Gives the corners (x, y) of what has to be in view. */
    void reach(BiConsumer<double[], double[]> corners);

    /** Draws the marks. */
    void paint(Area area, Style style);

    /** Draws what stands for the layer in the legend, in a box of 26 by 12 pixels about (x, y). */
    default void swatch(Graphics2D g, Style style, double x, double y) {
    }

    /** Layers of lesser depth are drawn first: regions below bars, below lines, below markers, below reference lines. */
    int depth();

    /** How many numbers were given, for the text form; 0 where a count says nothing. */
    default int size() {
        return 0;
    }

    /** Points joined by a line, which has gaps where a number is not finite. */
    record Line(String name, double[] xs, double[] ys) implements Layer {
        @Override
        public int depth() {
            return 2;
        }

        @Override
        public Layer named(String other) {
            return new Line(other, xs, ys);
        }

        @Override
        public void paint(Area area, Style style) {
            Marks.line(area, style, xs, ys);
        }

        @Override
        public void swatch(Graphics2D g, Style style, double x, double y) {
            Marks.lineSwatch(g, style, x, y);
        }

        @Override
        public void reach(BiConsumer<double[], double[]> corners) {
            corners.accept(xs, ys);
        }

        @Override
        public int size() {
            return xs.length;
        }
    }

    /** Markers; {@code errors}, if not null, are half the lengths of the error bars. */
    record Points(String name, double[] xs, double[] ys, double[] errors) implements Layer {
        @Override
        public int depth() {
            return 3;
        }

        @Override
        public Layer named(String other) {
            return new Points(other, xs, ys, errors);
        }

        @Override
        public void paint(Area area, Style style) {
            Marks.points(area, style, xs, ys, errors);
        }

        @Override
        public void swatch(Graphics2D g, Style style, double x, double y) {
            Marks.pointSwatch(g, style, x, y);
        }

        @Override
        public void reach(BiConsumer<double[], double[]> corners) {
            corners.accept(xs, ys);
            if (errors != null) {
                var low = new double[ys.length];
                var high = new double[ys.length];
                Arrays.setAll(low, i -> ys[i] - errors[i]);
                Arrays.setAll(high, i -> ys[i] + errors[i]);
                corners.accept(xs, low);
                corners.accept(xs, high);
            }
        }

        @Override
        public int size() {
            return xs.length;
        }
    }

    /** The region between two curves. */
    record Band(String name, double[] xs, double[] low, double[] high) implements Layer {
        @Override
        public int depth() {
            return 0;
        }

        @Override
        public Layer named(String other) {
            return new Band(other, xs, low, high);
        }

        @Override
        public void paint(Area area, Style style) {
            Marks.band(area, style, xs, low, high);
        }

        @Override
        public void swatch(Graphics2D g, Style style, double x, double y) {
            Marks.bandSwatch(g, style, x, y);
        }

        @Override
        public void reach(BiConsumer<double[], double[]> corners) {
            corners.accept(xs, low);
            corners.accept(xs, high);
        }
    }

    /** Rectangles from zero to a height; rectangle i is from {@code starts[i]} to {@code ends[i]}. */
    record Bars(String name, double[] starts, double[] ends, double[] heights, double[] errors) implements Layer {
        @Override
        public int depth() {
            return 1;
        }

        @Override
        public Layer named(String other) {
            return new Bars(other, starts, ends, heights, errors);
        }

        @Override
        public void paint(Area area, Style style) {
            Marks.bars(area, style, this);
        }

        @Override
        public void swatch(Graphics2D g, Style style, double x, double y) {
            Marks.barSwatch(g, style, x, y);
        }

        @Override
        public void reach(BiConsumer<double[], double[]> corners) {
            corners.accept(starts, heights);
            corners.accept(ends, heights);
            corners.accept(starts, new double[heights.length]);
            if (errors != null) {
                new Points(name, starts, heights, errors).reach(corners);
            }
        }

        @Override
        public int size() {
            return heights.length;
        }
    }

    /** A colored cell for each pair of an x and a y; the last index runs along x. */
    record Cells(double[] xEdges, double[] yEdges, double[][] values) implements Layer {
        @Override
        public int depth() {
            return 0;
        }

        @Override
        public Layer named(String other) {
            return this;
        }

        @Override
        public void paint(Area area, Style style) {
            new Raster(this, area.plot().colors, area.theme()).paint(area);
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public void reach(BiConsumer<double[], double[]> corners) {
            corners.accept(new double[] {xEdges[0], xEdges[xEdges.length - 1]},
                    new double[] {yEdges[0], yEdges[yEdges.length - 1]});
        }
    }

    /** A straight line across the plot; the name stands beside it. */
    record Rule(String name, boolean vertical, double at) implements Layer {
        @Override
        public int depth() {
            return 4;
        }

        @Override
        public Layer named(String other) {
            return new Rule(other, vertical, at);
        }

        @Override
        public void paint(Area area, Style style) {
            Marks.rule(area, this);
        }

        @Override
        public void reach(BiConsumer<double[], double[]> corners) {
            double[] here = {at};
            double[] anywhere = {Double.NaN};
            corners.accept(vertical ? here : anywhere, vertical ? anywhere : here);
        }
    }
}
