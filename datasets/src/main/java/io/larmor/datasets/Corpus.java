package io.larmor.datasets;

import io.larmor.datasets.card.DatasetCard;
import java.util.List;

/** A set of spoken digits that has been found: what it is, where, and the words that are there. */
interface Corpus {

    /** First words of the origin line: whether people speak, which set, where. */
    String headline();

    /** Samples per second of every word, Hz. */
    double rate();

    /** The words that are there, in {@link Entry#ORDER}. */
    List<Entry> entries();

    DatasetCard card();
}
