package io.larmor.datasets.card;

import io.larmor.plot.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The outcome of comparing a data set with its checksums, part by part. */
public record Verification(String owner, List<Part> parts) {

    /** What became of a part. */
    public enum State {
        /** All files are the published ones. */
        SAME,
        /** Some file is not the published one. */
        DIFFERENT,
        /** Some files are not here; the others were not compared. */
        INCOMPLETE
    }

    /** A part of a set, its state, and what to know about it. */
    public record Part(String name, State state, String note) {
    }

    public Verification {
        parts = List.copyOf(parts);
    }

    /** Whether something was compared and nothing differs. */
    public boolean ok() {
        return count(State.DIFFERENT) == 0 && count(State.SAME) > 0;
    }

    private long count(State state) {
        return parts.stream().filter(part -> part.state() == state).count();
    }

    private Page page() {
        String verdict = ok() ? "the data are the published ones"
                : count(State.DIFFERENT) > 0 ? "SOME DATA DIFFER from what was published: fetch the parts named below again"
                : "nothing could be compared";
        String line = owner + ": " + verdict + " (" + count(State.SAME) + " parts the same, " + count(State.DIFFERENT)
                + " different, " + count(State.INCOMPLETE) + " incomplete)";
        return Page.of(line).table(Table.create("",
                StringColumn.create("part", parts.stream().map(Part::name).toList()),
                StringColumn.create("state", parts.stream().map(part -> part.state().name().toLowerCase(Locale.ROOT)).toList()),
                StringColumn.create("note", parts.stream().map(Part::note).toList())));
    }

    /** What a notebook shows. */
    public Map<String, Object> mimeBundle() {
        return page().mimeBundle();
    }

    @Override
    public String toString() {
        return page().text();
    }
}
