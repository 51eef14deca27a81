package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several scores side by side: a machine and its controls, or machines on several tasks.
 *
 * @param title what is compared
 * @param names one name a score
 * @param scores in the order in which they are shown
 */
public record Scores(String title, List<String> names, List<Score> scores) {

    public Scores {
        names = List.copyOf(names);
        scores = List.copyOf(scores);
        if (names.size() != scores.size()) {
            throw new IllegalArgumentException("scores \"" + title + "\": " + names.size() + " names for "
                    + scores.size() + " scores");
        }
    }

    /** No scores yet; add them with {@link #and}. */
    public static Scores titled(String title) {
        return new Scores(title, List.of(), List.of());
    }

    /** The same with one more score. */
    public Scores and(String name, Score score) {
        var moreNames = new ArrayList<>(names);
        moreNames.add(name);
        var more = new ArrayList<>(scores);
        more.add(score);
        return new Scores(title, moreNames, more);
    }

    /** The score of a name. */
    public Score of(String name) {
        int i = names.indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException("scores \"" + title + "\" have no \"" + name + "\"; there are "
                    + names.stream().map(n -> '"' + n + '"').collect(Collectors.joining(", ")));
        }
        return scores.get(i);
    }

    /** How many percentage points the first of two machines is ahead of the second. */
    public double points(String machine, String control) {
        return 100 * (of(machine).accuracy() - of(control).accuracy());
    }

    /** The accuracies as bars with their spreads. */
    public Plot plot() {
        return Plot.bars(names, Quantity.of("accuracy", Unit.PERCENT),
                scores.stream().mapToDouble(s -> 100 * s.accuracy()).toArray(),
                scores.stream().mapToDouble(s -> 100 * s.spread()).toArray())
                .title(title).size(Math.max(480, 120 * names.size()), 320);
    }

    /** One score a row. */
    public Table table() {
        var right = StringColumn.create("right");
        var tests = StringColumn.create("tests");
        var readout = StringColumn.create("readout");
        for (var score : scores) {
            right.append(String.format(Locale.ROOT, "%.1f %% ± %.1f", 100 * score.accuracy(), 100 * score.spread()));
            tests.append(Long.toString(score.tested()));
            readout.append(score.readout());
        }
        return Table.create(title, StringColumn.create("machine", names), right, tests, readout);
    }

    /** What a notebook shows: a line with the accuracies, the table and the bars. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(table()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return title + ": " + IntStream.range(0, names.size())
                .mapToObj(i -> String.format(Locale.ROOT, "%s %.1f %%", names.get(i), 100 * scores.get(i).accuracy()))
                .collect(Collectors.joining(", "));
    }
}
