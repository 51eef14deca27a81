package io.larmor.datasets.card;

import java.nio.file.Path;

/** A way to tell whether the files of a data set are the ones that were published. */
public interface Checksums {

    /** What is compared with what, in a few words. */
    String description();

    /**
     * Compares.
     *
     * @param owner the set's short name, for errors
     * @param place the folder of the set; may be null
     * @throws IllegalStateException if a folder is needed and there is none
     */
    Verification verify(String owner, Path place);
}
