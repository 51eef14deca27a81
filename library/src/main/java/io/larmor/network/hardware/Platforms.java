package io.larmor.network.hardware;

import io.larmor.plot.Page;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Other hardware that classifies handwritten digits, as Mizrahi's lecture tabulates it; the power is derived, energy times
 * rate. An empty cell is one that the lecture leaves out.
 *
 * @param rows one platform and network a row
 */
public record Platforms(List<Row> rows) {

    /**
     * A platform.
     *
     * @param energy of one classification, in joules
     * @param rate classifications a second
     * @param accuracy in percent
     */
    public record Row(String platform, String technology, String coding, String input, String network, double energy, double rate,
            double accuracy) {

        /** The power, in watts: energy times rate. */
        public double power() {
            return energy * rate;
        }
    }

    /** The lecture's table. */
    public static Platforms standard() {
        return new Platforms(List.of(
                new Row("Nvidia P100", "14 nm", "ANN", "28x28", "CNN", 852e-6, 125_000, 99.2),
                new Row("SpiNNaker", "130 nm", "rate", "", "784-600-500-10", 3.3e-3, 91, 95.0),
                new Row("TrueNorth", "28 nm", "", "", "CNN", 0.27e-6, 1000, 92.7),
                new Row("TrueNorth", "28 nm", "", "", "CNN", 108e-6, 1000, 99.4),
                new Row("Loihi", "14 nm", "", "20x20", "400-400-10", 2.5e-6, 5917, 96.2),
                new Row("Intel, unnamed", "10 nm", "temporal", "", "236-20", 1.0e-6, 6250, 88.0),
                new Row("BrainScaleS-2", "65 nm", "temporal", "16x16", "256-246-10", 8.4e-6, 20_800, 96.9)));
    }

    /**
     * The same with one more row, a network of junctions as its devices count: a projection, which is what its name says.
     *
     * @param energy what it costs
     * @param accuracy in percent
     */
    public Platforms and(Energy energy, double accuracy) {
        var more = new ArrayList<>(rows);
        more.add(new Row("junctions (projected)", "", "radio frequency", "28x28", energy.name(), energy.perInference(),
                1 / energy.latency(), accuracy));
        return new Platforms(more);
    }

    /** The rows as a table, the power derived. */
    public Table table() {
        var table = Table.create("digits on other hardware");
        table.addColumns(StringColumn.create("platform", rows.stream().map(Row::platform).toList()),
                StringColumn.create("technology", rows.stream().map(Row::technology).toList()),
                StringColumn.create("coding", rows.stream().map(Row::coding).toList()),
                StringColumn.create("input", rows.stream().map(Row::input).toList()),
                StringColumn.create("network", rows.stream().map(Row::network).toList()),
                StringColumn.create("energy", rows.stream().map(r -> Unit.JOULE.format(r.energy)).toList()),
                StringColumn.create("per second", rows.stream().map(r -> Unit.digits(r.rate)).toList()),
                StringColumn.create("accuracy", rows.stream().map(r -> Unit.PERCENT.format(r.accuracy)).toList()),
                StringColumn.create("power (derived)", rows.stream().map(r -> Unit.WATT.format(r.power())).toList()));
        return table;
    }

    /** What a notebook shows: the table. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(table()).mimeBundle();
    }

    @Override
    public String toString() {
        return "digits on other hardware: " + rows.size() + " networks";
    }
}
