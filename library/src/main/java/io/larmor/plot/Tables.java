package io.larmor.plot;

import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tablesaw tables as HTML that keeps its looks in untrusted notebooks (inline styles only), and as text. */
public final class Tables {

    private static final int MOST_ROWS = 30;
    private static final int FIRST_ROWS = 20;
    private static final int LAST_ROWS = 5;
    private static final String CELL = "padding:3px 10px;border:none;border-bottom:1px solid rgba(128,128,128,0.25);";

    private Tables() {
    }

    /** What a cell looks like, as further inline CSS; empty for nothing special. */
    @FunctionalInterface
    public interface Look {
        String css(int row, int column);
    }

    /** The table as HTML; of more than 30 rows the first 20 and the last 5 are shown, with a line that counts the others. */
    public static String html(Table table) {
        return html(table, (row, column) -> "");
    }

    /** The table as HTML, with cells that look as stated. */
    public static String html(Table table, Look look) {
        var html = new StringBuilder("<table style=\"border-collapse:collapse;border:none;font-size:13px;\">");
        if (table.name() != null && !table.name().isBlank()) {
            html.append("<caption style=\"text-align:left;font-weight:bold;padding:3px 10px;\">").append(escape(table.name())).append("</caption>");
        }
        List<List<String>> columns = columns(table);
        html.append("<thead><tr>");
        for (int c = 0; c < columns.size(); c++) {
            html.append("<th style=\"").append(CELL).append("border-bottom:2px solid rgba(128,128,128,0.6);font-weight:bold;")
                    .append(align(table.column(c))).append("\">").append(escape(table.column(c).name())).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (int row : shown(table.rowCount())) {
            html.append("<tr>");
            if (row < 0) {
                html.append("<td colspan=\"").append(Math.max(1, columns.size())).append("\" style=\"").append(CELL)
                        .append("text-align:left;color:gray;\">").append(leftOut(table.rowCount())).append("</td>");
            } else {
                for (int c = 0; c < columns.size(); c++) {
                    html.append("<td style=\"").append(CELL).append(align(table.column(c))).append(look.css(row, c)).append("\">")
                            .append(escape(columns.get(c).get(row))).append("</td>");
                }
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    /** The table as text in columns, cut like {@link #html}. */
    public static String text(Table table) {
        List<List<String>> columns = columns(table);
        int[] rows = shown(table.rowCount());
        var lines = new ArrayList<String>();
        if (table.name() != null && !table.name().isBlank()) {
            lines.add(table.name());
        }
        var widths = new int[columns.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = table.column(c).name().length();
            for (int row : rows) {
                widths[c] = row < 0 ? widths[c] : Math.max(widths[c], columns.get(c).get(row).length());
            }
        }
        lines.add(line(table, widths, c -> table.column(c).name()));
        for (int row : rows) {
            lines.add(row < 0 ? leftOut(table.rowCount()) : line(table, widths, c -> columns.get(c).get(row)));
        }
        return String.join("\n", lines);
    }

    /** What a notebook shows: {@code text/html} and {@code text/plain}. */
    public static Map<String, Object> mimeBundle(Table table) {
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("text/html", html(table));
        bundle.put("text/plain", text(table));
        return bundle;
    }

    /** Text with the characters that mean something in HTML replaced. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String line(Table table, int[] widths, IntFunction<String> cell) {
        var line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            line.append(c == 0 ? "" : "  ").append(Words.pad(cell.apply(c), widths[c], !isNumeric(table.column(c))));
        }
        return line.toString().stripTrailing();
    }

    /** The rows that are shown, -1 for the line that counts those left out. */
    private static int[] shown(int rows) {
        if (rows <= MOST_ROWS) {
            return IntStream.range(0, rows).toArray();
        }
        return IntStream.rangeClosed(0, FIRST_ROWS + LAST_ROWS)
                .map(i -> i < FIRST_ROWS ? i : i == FIRST_ROWS ? -1 : rows - LAST_ROWS - FIRST_ROWS - 1 + i).toArray();
    }

    private static String leftOut(int rows) {
        return "... " + (rows - FIRST_ROWS - LAST_ROWS) + " of " + rows + " rows left out ...";
    }

    private static String align(Column<?> column) {
        return isNumeric(column) ? "text-align:right;" : "text-align:left;";
    }

    private static boolean isNumeric(Column<?> column) {
        return column instanceof NumericColumn;
    }

    private static List<List<String>> columns(Table table) {
        return table.columns().stream().map(Tables::cells).toList();
    }

    /** A column's cells as text: numbers of one column have the same decimals where four digits of the largest allow it. */
    private static List<String> cells(Column<?> column) {
        var cells = new ArrayList<String>();
        if (!(column instanceof NumericColumn<?> numbers)) {
            for (int row = 0; row < column.size(); row++) {
                cells.add(column.isMissing(row) ? "" : String.valueOf(column.get(row)));
            }
            return cells;
        }
        int decimals = decimals(numbers);
        for (int row = 0; row < column.size(); row++) {
            double value = numbers.getDouble(row);
            if (column.isMissing(row) || Double.isNaN(value)) {
                cells.add("");
            } else if (decimals < 0 || Double.isInfinite(value)) {
                cells.add(Unit.digits(value));
            } else {
                cells.add(String.format(Locale.ROOT, "%." + decimals + "f", value));
            }
        }
        return cells;
    }

    /** How many decimals a column needs; -1 where its numbers are of too different sizes for a common form. */
    private static int decimals(NumericColumn<?> numbers) {
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        boolean whole = true;
        for (int row = 0; row < numbers.size(); row++) {
            double value = Math.abs(numbers.getDouble(row));
            if (numbers.isMissing(row) || !Double.isFinite(value)) {
                continue;
            }
            whole &= value == Math.rint(value) && value < 1e15;
            largest = Math.max(largest, value);
            smallest = value > 0 ? Math.min(smallest, value) : smallest;
        }
        if (whole) {
            return 0;
        }
        if (largest >= 1e6 || largest < 1e-3 || smallest < largest * 1e-3) {
            return -1;
        }
        return Math.max(0, 3 - (int) Math.floor(Math.log10(largest)));
    }
}
