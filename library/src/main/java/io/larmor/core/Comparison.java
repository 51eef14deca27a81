package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Numbers of a paper beside the numbers found here, each judged by a band that is stated with it. Immutable: each
 * {@link #row} returns a longer comparison.
 *
 * <pre>{@code
 * Comparison.paperVsHere("Torrejon et al., Nature 547, 428 (2017)")
 *     .row("cochlear accuracy", Unit.PERCENT, 99.6, 99.1, 0.3, 98.5, 100, "ten folds")
 * }</pre>
 *
 * <p>A notebook shows a first line ("3 of 4 rows agree"), the table, and the same as data under
 * {@code application/vnd.larmor.comparison+json}, by which a later run is compared with this one.
 */
public final class Comparison {

    /** The MIME type of the comparison as data. */
    public static final String JSON = "application/vnd.larmor.comparison+json";

    /** What a row says, from best to worst. */
    public enum Verdict {
        /** The value here lies in the accepted band. */
        AGREES("agrees", "#1a7f37"),
        /** The value here lies outside the accepted band. */
        DIFFERS("differs", "#c4330b"),
        /** There is no value here. */
        NO_VALUE("no value", "#c4330b");

        private final String text;
        private final String color;

        Verdict(String text, String color) {
            this.text = text;
            this.color = color;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * One compared quantity; all numbers are in its unit.
     *
     * @param paper the paper's value; NaN where the paper gives none
     * @param spread the standard deviation of the value here; NaN for one run
     * @param low the lower end of the accepted band
     * @param high the upper end of the accepted band
     */
    public record Row(String quantity, Unit unit, double paper, double here, double spread, double low, double high, String note) {

        public Row {
            Objects.requireNonNull(quantity, "quantity");
            Objects.requireNonNull(unit, "unit");
            note = note == null ? "" : note;
            if (!(low <= high)) {
                throw new IllegalArgumentException("Comparison row \"" + quantity + "\": the accepted band " + low + " .. " + high
                        + " is empty; state low <= high, both numbers, before the value is known");
            }
        }

        /** Inside the band agrees, its ends included. */
        public Verdict verdict() {
            if (!Double.isFinite(here)) {
                return Verdict.NO_VALUE;
            }
            return here >= low && here <= high ? Verdict.AGREES : Verdict.DIFFERS;
        }

        /** Here less paper; NaN where one of them is missing. */
        public double difference() {
            return here - paper;
        }
    }

    private final String source;
    private final List<Row> rows;

    private Comparison(String source, List<Row> rows) {
        this.source = source;
        this.rows = List.copyOf(rows);
    }

    /** An empty comparison with a paper, which is named the way it is cited. */
    public static Comparison paperVsHere(String source) {
        return new Comparison(Objects.requireNonNull(source, "source"), List.of());
    }

    /**
     * Adds a quantity. Numbers are in the unit: 99.6 with {@link Unit#PERCENT} is 99.6 %; with {@link Unit#SECOND}
     * {@code 88e-9} is shown as 88 ns.
     *
     * @param paper the paper's value, in that unit; NaN where the paper gives none
     * @param here the value found here, in that unit; one that is not finite gives the verdict "no value"
     * @param spread the standard deviation of the value here, in that unit; NaN for one run
     * @param low the lower end of the accepted band, in that unit, stated before the run; minus infinity for none
     * @param high the upper end of the accepted band, in that unit; infinity for none
     * @param note why the band is as wide as it is, or what differs from the paper; may be empty
     * @throws IllegalArgumentException if low is above high or either is NaN, or the quantity is already there
     */
    public Comparison row(String quantity, Unit unit, double paper, double here, double spread, double low, double high, String note) {
        if (find(quantity) != null) {
            throw new IllegalArgumentException("Comparison: there is already a row \"" + quantity + "\"; give each row a name of its own");
        }
        var more = new ArrayList<>(rows);
        more.add(new Row(quantity, unit, paper, here, spread, low, high, note));
        return new Comparison(source, more);
    }

    /**
     * Adds a row for an accuracy in percent, with the score's own spread.
     *
     * @param paper the published accuracy in percent, NaN if there is none
     * @param score what was found here
     * @param low the least accuracy that agrees, in percent, stated before the run
     */
    public Comparison accuracy(String quantity, double paper, Score score, double low, String note) {
        return row(quantity, Unit.PERCENT, paper, 100 * score.accuracy(), 100 * score.spread(), low, 100, note);
    }

    /** The paper, as it was cited. */
    public String source() {
        return source;
    }

    /** The rows in the order they were added. */
    public List<Row> rows() {
        return rows;
    }

    /** The answer in one line: {@code 3 of 4 rows agree}. */
    public String summary() {
        if (rows.isEmpty()) {
            return "no rows";
        }
        long agreeing = rows.stream().filter(row -> row.verdict() == Verdict.AGREES).count();
        return agreeing + " of " + rows.size() + (rows.size() == 1 ? " row agrees" : " rows agree");
    }

    /**
     * The quantities whose verdict is worse than in an earlier comparison: one that agreed and now differs, one that has
     * lost its value, one that is gone. Empty when nothing got worse; new rows are never worse.
     */
    public List<String> verdictsWorseThan(Comparison earlier) {
        return earlier.rows.stream().filter(before -> {
            Row now = find(before.quantity());
            return now == null || now.verdict().compareTo(before.verdict()) > 0;
        }).map(Row::quantity).toList();
    }

    /**
     * Returns this comparison if every row agrees.
     *
     * @throws IllegalStateException naming the rows that do not, with their value and band
     */
    public Comparison requireAgreement() {
        String failing = rows.stream().filter(row -> row.verdict() != Verdict.AGREES)
                .map(row -> row.quantity() + ": " + (row.verdict() == Verdict.NO_VALUE ? "no value" : format(row.unit(), row.here()))
                        + ", accepted " + band(row))
                .collect(Collectors.joining("; "));
        if (!failing.isEmpty()) {
            throw new IllegalStateException(summary() + " with " + source + ". Not agreeing: " + failing);
        }
        return this;
    }

    /** The comparison as a table of text, one row a quantity. */
    public Table toTable() {
        Table table = Table.create(source);
        String[] heads = {"quantity", "paper", "here", "difference", "accepted", "verdict", "note"};
        for (String head : heads) {
            table.addColumns(StringColumn.create(head));
        }
        for (Row row : rows) {
            List<String> cells = cells(row);
            for (int i = 0; i < heads.length; i++) {
                table.stringColumn(i).append(cells.get(i));
            }
        }
        return table;
    }

    private static List<String> cells(Row row) {
        Unit unit = row.unit();
        String here = Double.isNaN(row.here()) ? "" : unit.format(row.here(), row.spread()).replace('-', '\u2212');
        double difference = row.difference();
        String sign = difference > 0 ? "+" : "";
        return List.of(row.quantity(), format(unit, row.paper()), here, Double.isNaN(difference) ? "" : sign + format(unit, difference), band(row),
                row.verdict().toString(), row.note());
    }

    private static String format(Unit unit, double value) {
        return Double.isNaN(value) ? "" : unit.format(value).replace('-', '\u2212');
    }

    private static String band(Row row) {
        if (row.low() == Double.NEGATIVE_INFINITY && row.high() == Double.POSITIVE_INFINITY) {
            return "any";
        }
        if (row.low() == Double.NEGATIVE_INFINITY) {
            return "up to " + format(row.unit(), row.high());
        }
        if (row.high() == Double.POSITIVE_INFINITY) {
            return "from " + format(row.unit(), row.low());
        }
        return format(row.unit(), row.low()) + " .. " + format(row.unit(), row.high());
    }

    /** What a notebook shows: {@code text/html}, {@code text/plain} and {@link #JSON}. */
    public Map<String, Object> mimeBundle() {
        return page().with(JSON, toTree()).mimeBundle();
    }

    private Page page() {
        int verdict = 5;
        return Page.of(summary() + ": " + source).table(toTable().setName(""), (row, column) ->
                column == verdict ? "font-weight:bold;color:" + rows.get(row).verdict().color + ";" : "");
    }

    @Override
    public String toString() {
        return page().text();
    }

    /**
     * The comparison as a tree of maps and lists, as it is written to JSON; a number that is not finite is null.
     * {@link #ofTree} reads it.
     */
    public Map<String, Object> toTree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("source", source);
        tree.put("rows", rows.stream().map(Comparison::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Row row) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("quantity", row.quantity());
        tree.put("unit", row.unit().symbol());
        tree.put("paper", number(row.paper()));
        tree.put("here", number(row.here()));
        tree.put("spread", number(row.spread()));
        tree.put("low", number(row.low()));
        tree.put("high", number(row.high()));
        tree.put("verdict", row.verdict().toString());
        tree.put("note", row.note());
        return tree;
    }

    private static Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Reads a tree that {@link #toTree} made, for example from the notebook of an earlier run. */
    public static Comparison ofTree(Map<String, Object> tree) {
        Comparison comparison = paperVsHere(String.valueOf(tree.get("source")));
        for (Object entry : (List<?>) tree.get("rows")) {
            Map<?, ?> row = (Map<?, ?>) entry;
            // Whether prefixes suit the unit is not kept: it changes how numbers are written, never a verdict.
            String symbol = String.valueOf(row.get("unit"));
            Unit unit = new Unit(symbol, !symbol.isEmpty() && !symbol.equals("%"));
            comparison = comparison.row(String.valueOf(row.get("quantity")), unit, number(row, "paper", Double.NaN), number(row, "here", Double.NaN),
                    number(row, "spread", Double.NaN), number(row, "low", Double.NEGATIVE_INFINITY),
                    number(row, "high", Double.POSITIVE_INFINITY), String.valueOf(row.get("note")));
        }
        return comparison;
    }

    private static double number(Map<?, ?> row, String key, double missing) {
        return row.get(key) instanceof Number number ? number.doubleValue() : missing;
    }

    private Row find(String quantity) {
        return rows.stream().filter(row -> row.quantity().equals(quantity)).findFirst().orElse(null);
    }
}
