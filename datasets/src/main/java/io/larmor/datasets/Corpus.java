package io.larmor.datasets;

import java.nio.file.Path;
import java.util.List;

/** A set of spoken digits that has been found: what it is, where, and the words that are there. */
interface Corpus extends Found {

    /** Samples per second of every word, Hz. */
    double rate();

    /** The words that are there, in {@link Entry#ORDER}. */
    List<Entry> entries();

    @Override
    default List<Path> files() {
        return entries().stream().map(entry -> Path.of(entry.source())).toList();
    }
}
