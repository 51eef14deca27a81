package io.larmor.datasets.gesture;

import io.larmor.datasets.Found;
import java.util.List;

/** Where the signals of muscles are from. Implementations are records, equal where they read the same. */
public interface GestureSource extends Found {

    /** The gestures' names, or numbers where they have none. */
    List<String> classes();

    /** The people, as the files name them. */
    List<String> subjects();

    /** The windows that a hold is cut into in the set's usual features. */
    int windows();

    /** The repetitions that train within a person; null to hold out one part of the repetitions after another. */
    List<Integer> training();

    /** In how many parts repetitions are held out where {@link #training} is null. */
    int folds();

    /**
     * The holds of one person.
     *
     * @throws io.larmor.datasets.format.BrokenFileException naming a file, the place in it and what to do
     */
    List<Segment> read(String subject);
}
