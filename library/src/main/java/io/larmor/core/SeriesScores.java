package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several machines on one time series, side by side: a device and its controls.
 *
 * @param title what is compared
 * @param names one name a score
 * @param scores in the same order
 */
public record SeriesScores(String title, List<String> names, List<SeriesScore> scores) {

    public SeriesScores {
        names = List.copyOf(names);
        scores = List.copyOf(scores);
    }

    /** Nothing yet; add scores by {@link #and}. */
    public static SeriesScores titled(String title) {
        return new SeriesScores(title, List.of(), List.of());
    }

    /** The same with one more score. */
    public SeriesScores and(String name, SeriesScore score) {
        var moreNames = new ArrayList<>(names);
        var moreScores = new ArrayList<>(scores);
        moreNames.add(name);
        moreScores.add(score);
        return new SeriesScores(title, moreNames, moreScores);
    }

    /** The score of that name. */
    public SeriesScore of(String name) {
        int i = names.indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException(title + " has no score of \"" + name + "\"; it has " + String.join(", ", names));
        }
        return scores.get(i);
    }

    /** The errors as bars with their spreads. */
    public Plot plot() {
        var metric = scores.isEmpty() ? Quantity.of("error") : scores.get(0).metric().quantity();
        return Plot.bars(names, metric, scores.stream().mapToDouble(SeriesScore::error).toArray(),
                        scores.stream().mapToDouble(SeriesScore::spread).toArray())
                .title(title).size(Math.max(480, 130 * names.size()), 320);
    }

    /** One score a row. */
    public Table table() {
        var error = StringColumn.create("error");
        var steps = StringColumn.create("test steps");
        var readout = StringColumn.create("readout");
        for (var score : scores) {
            error.append(score.metric() + " " + Unit.NONE.format(score.error(), score.spread()));
            steps.append(Integer.toString(score.targets().length));
            readout.append(score.readout());
        }
        return Table.create(title, StringColumn.create("machine", names), error, steps, readout);
    }

    /** What a notebook shows: a line with the errors, the table and the bars. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(table()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return title + ": " + IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " " + Unit.digits(scores.get(i).error())).collect(Collectors.joining(", "));
    }
}
