package io.larmor.datasets;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which words are meant.
 *
 * @param source the kind of set
 * @param folder where to look; null for the data folder
 * @param speakers their names; empty for all
 * @param first first take; -1 for the first ten complete ones
 * @param last last take, included
 * @param skipBroken whether files that cannot be read are left out
 * @param voices voices of the twin
 */
record Selection(Kind source, Path folder, List<String> speakers, int first, int last, boolean skipBroken, int voices) {

    enum Kind { ANY, TI46, TWIN }

    private static final int TAKES = 10;
    private static final String HELP = "Name another folder with LARMOR_DATA or spokenDigits().from(path), or take the"
            + " generated twin with spokenDigits().twin()";

    /**
     * Finds the set.
     *
     * @throws IllegalArgumentException if the folder is not there or holds no spoken digits
     */
    Corpus corpus() {
        Optional<Path> root = folder == null ? DataFolder.root() : Optional.of(folder);
        if (source == Kind.TWIN) {
            return new Twin(voices, "as asked for");
        }
        if (root.isEmpty() && source == Kind.TI46) {
            throw new IllegalArgumentException("spokenDigits().ti46(): LARMOR_DATA is not set. Set it to the folder that"
                    + " holds ti46 (licensed, LDC93S9), or name the folder with .from(path); .twin() needs no data");
        }
        if (root.isEmpty()) {
            return new Twin(voices, DataFolder.VARIABLE + " is not set");
        }
        return inFolder(root.get());
    }

    private Corpus inFolder(Path root) {
        String named = folder == null ? DataFolder.VARIABLE + " = " + root : "spokenDigits().from(" + root + ")";
        DataFolder.check(named, root, HELP);
        Optional<? extends Corpus> found = source == Kind.TI46 ? Ti46.find(root) : Fsdd.find(root);
        if (found.isEmpty() && source == Kind.ANY) {
            // A folder that was named by hand may hold either set; LARMOR_DATA means FSDD unless TI-46 is asked for.
            Optional<Ti46> other = Ti46.find(root);
            if (other.isPresent() && folder == null) {
                throw new IllegalArgumentException(named + " holds no FSDD (fsdd/recordings/{digit}_{speaker}_{take}.wav)"
                        + " but TI-46 in " + other.get().folder() + ": select it with spokenDigits().ti46()");
            }
            found = other;
        }
        if (found.isPresent()) {
            return found.get();
        }
        throw new IllegalArgumentException(named + " holds no spoken digits: expected "
                + (source == Kind.TI46 ? "files like ti46/.../00f1set0.wav"
                        : "fsdd/recordings/{digit}_{speaker}_{take}.wav") + ". " + HELP);
    }

    /**
     * Chooses among the words that are there.
     *
     * @throws IllegalArgumentException if a speaker is not there or no word is left
     */
    List<Entry> choose(List<Entry> entries) {
        var known = entries.stream().map(Entry::speaker).collect(Collectors.toCollection(TreeSet::new));
        for (String speaker : speakers) {
            if (!known.contains(speaker)) {
                throw new IllegalArgumentException("spokenDigits().speakers(\"" + speaker + "\"): there is no such speaker,"
                        + " there are " + String.join(", ", known));
            }
        }
        List<Entry> spoken = entries.stream()
                .filter(entry -> speakers.isEmpty() || speakers.contains(entry.speaker())).toList();
        List<Entry> chosen = first < 0 ? firstComplete(spoken, speakers.isEmpty() ? known.size() : speakers.size())
                : spoken.stream().filter(entry -> entry.take() >= first && entry.take() <= last).toList();
        if (chosen.isEmpty()) {
            int most = spoken.stream().mapToInt(Entry::take).max().orElse(0);
            throw new IllegalArgumentException("spokenDigits().takes(" + first + ", " + last
                    + "): there are no such takes, the last one is " + most);
        }
        return chosen;
    }

    private static List<Entry> firstComplete(List<Entry> spoken, int speakers) {
        var complete = spoken.stream().collect(Collectors.groupingBy(Entry::take, Collectors.counting()))
                .entrySet().stream().filter(take -> take.getValue() == 10L * speakers).map(Map.Entry::getKey)
                .sorted().limit(TAKES).collect(Collectors.toSet());
        return complete.isEmpty() ? spoken : spoken.stream().filter(entry -> complete.contains(entry.take())).toList();
    }
}
