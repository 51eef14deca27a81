package io.larmor.datasets;

import io.larmor.datasets.card.DatasetCard;
import java.nio.file.Path;
import java.util.List;

/** A data set that has been found: what it is, where, and its files, none of them read yet. */
public interface Found {

    /** First words of the origin line: whether it is real or generated, which set, where. */
    String headline();

    /** What one must know of it, with the place where it was found. */
    DatasetCard card();

    /** Its files; none if it is generated. */
    List<Path> files();
}
