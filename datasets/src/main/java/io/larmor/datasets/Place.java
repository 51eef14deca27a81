package io.larmor.datasets;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where to look for a set.
 *
 * @param folder the folder that was named for it; null for the data folder
 * @param twin whether the generated twin is wanted wherever the set is
 */
public record Place(Path folder, boolean twin) {

    /** The data folder if it has the set, else the twin. */
    public static final Place STANDARD = new Place(null, false);

    /**
     * Finds a set. A folder that was named for it must have it; a data folder may hold other sets only, then the twin stands
     * in and says why.
     *
     * @param word the notebook word, for errors: {@code drones()}
     * @param expected which files there should be, for errors
     * @param finder looks in a folder
     * @param generated the twin, from the reason for it
     * @throws IllegalArgumentException if a folder is not there, or was named for the set and does not hold it
     */
    public <T extends Found> T find(String word, String expected, Function<Path, Optional<T>> finder, Function<String, T> generated) {
        if (twin) {
            return generated.apply("as asked for");
        }
        String help = "Name another folder with LARMOR_DATA or " + word + ".from(path), or take the generated twin with "
                + word + ".twin()";
        if (folder != null) {
            String named = word + ".from(" + folder + ")";
            DataFolder.check(named, folder, help);
            return finder.apply(folder).orElseThrow(() -> new IllegalArgumentException(named + " does not hold this set: expected "
                    + expected + ". " + help));
        }
        Optional<Path> root = DataFolder.root();
        if (root.isEmpty()) {
            return generated.apply(DataFolder.VARIABLE + " is not set");
        }
        DataFolder.check(DataFolder.VARIABLE + " = " + root.get(), root.get(), help);
        return finder.apply(root.get()).orElseGet(() -> generated.apply(DataFolder.VARIABLE + " does not hold " + expected));
    }
}
