package io.larmor.plot;

import java.util.ArrayList;
import java.util.List;

/** Plots as text. */
final class Words {

    /** Up to this many classes a confusion matrix is written out. */
    private static final int SMALL_MATRIX = 16;

    private Words() {
    }

    static String of(Plot plot) {
        var lines = new ArrayList<String>();
        if (!plot.look.title().isBlank()) {
            lines.add(plot.look.title());
        }
        Layer first = plot.layers.get(0);
        boolean matrix = plot.colors != null && plot.colors.notes() != null;
        if (matrix && plot.x.names().size() <= SMALL_MATRIX) {
            lines.add(matrix(plot));
        } else {
            lines.add("x: " + axis(plot.x, Layout.scale(plot, true)));
            lines.add("y: " + axis(plot.y, Layout.scale(plot, false)));
        }
        if (first instanceof Layer.Cells cells && !matrix) {
            Scale z = new Raster(cells, plot.colors, plot.theme()).scale();
            lines.add("color: " + z.title() + ": " + z.range() + ", " + cells.values().length + " rows of " + cells.values()[0].length + " cells");
        }
        for (Layer layer : plot.layers) {
            String line = layer(plot, layer);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        if (!plot.look.caption().isBlank()) {
            lines.add(plot.look.caption());
        }
        return String.join("\n", lines);
    }

    private static String axis(Axis axis, Scale scale) {
        String title = scale.title().isBlank() ? "" : scale.title() + ": ";
        if (axis.hasNames()) {
            List<String> names = axis.names();
            String shown = names.size() <= SMALL_MATRIX ? String.join(", ", names) : names.get(0) + " .. " + names.get(names.size() - 1);
            return title + shown;
        }
        return title + scale.range() + (scale.log() ? ", logarithmic" : "");
    }

    private static String layer(Plot plot, Layer layer) {
        String name = layer.name().isBlank() ? "data" : layer.name();
        Scale y = Layout.scale(plot, false);
        if (layer instanceof Layer.Rule rule) {
            Scale scale = rule.vertical() ? Layout.scale(plot, true) : y;
            String at = scale.number(rule.at() * scale.factor());
            return (rule.name().isBlank() ? "line" : rule.name()) + " at " + (rule.vertical() ? "x = " : "y = ") + at;
        }
        if (layer.size() == 0) {
            return "";
        }
        var ends = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] values = layer instanceof Layer.Line line ? line.ys()
                : layer instanceof Layer.Points points ? points.ys() : ((Layer.Bars) layer).heights();
        for (double value : values) {
            if (Double.isFinite(value)) {
                ends[0] = Math.min(ends[0], value * y.factor());
                ends[1] = Math.max(ends[1], value * y.factor());
            }
        }
        String unit = (layer instanceof Layer.Bars ? " bar" : " point") + (layer.size() == 1 ? ", " : "s, ");
        return name + ": " + layer.size() + unit + y.number(ends[0]) + " .. " + y.number(ends[1]);
    }

    /** The counts as a table, true classes downwards, zeros as dots. */
    private static String matrix(Plot plot) {
        List<String> classes = plot.x.names();
        int n = classes.size();
        String[][] notes = plot.colors.notes();
        int head = Math.max("true \\ predicted".length(), classes.stream().mapToInt(String::length).max().orElse(0));
        int wide = classes.stream().mapToInt(String::length).max().orElse(0);
        for (String[] row : notes) {
            for (String note : row) {
                wide = Math.max(wide, note.length());
            }
        }
        var text = new StringBuilder(pad("true \\ predicted", head, true));
        for (String name : classes) {
            text.append("  ").append(pad(name, wide, false));
        }
        for (int truth = 0; truth < n; truth++) {
            text.append('\n').append(pad(classes.get(truth), head, true));
            for (int predicted = 0; predicted < n; predicted++) {
                String note = notes[n - 1 - truth][predicted];
                text.append("  ").append(pad(note.isEmpty() ? "." : note, wide, false));
            }
        }
        return text.toString();
    }

    static String pad(String text, int width, boolean left) {
        String spaces = " ".repeat(Math.max(0, width - text.length()));
        return left ? text + spaces : spaces + text;
    }
}
