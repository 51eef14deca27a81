package io.larmor.datasets;

import io.larmor.datasets.format.Sound;
import java.util.Comparator;
import java.util.function.Supplier;

/** A word that a corpus has, not yet read. */
record Entry(int digit, String speaker, int take, String source, Supplier<Sound> sound) {

    /** Round by round, as in a recording session: take, speaker, digit. */
    static final Comparator<Entry> ORDER =
            Comparator.comparingInt(Entry::take).thenComparing(Entry::speaker).thenComparingInt(Entry::digit);
}
