package io.larmor.datasets;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.Sound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Free Spoken Digit Dataset, or recordings that are named like it. */
record Fsdd(Path folder, List<Entry> entries) implements Corpus {

    private static final Pattern NAME = Pattern.compile("(\\d)_([^_]+)_(\\d{1,6})\\.wav", Pattern.CASE_INSENSITIVE);
    private static final List<String> PLACES =
            List.of("fsdd/recordings", "free-spoken-digit-dataset/recordings", "recordings", "fsdd", "");

    /** Looks for the recordings in a data folder, in the set's own folder, or in its recordings. */
    static Optional<Fsdd> find(Path root) {
        for (String place : PLACES) {
            Path folder = root.resolve(place);
            List<Entry> entries = entries(folder);
            if (!entries.isEmpty()) {
                return Optional.of(new Fsdd(folder, entries));
            }
        }
        return Optional.empty();
    }

    private static List<Entry> entries(Path folder) {
        var entries = new ArrayList<Entry>();
        for (Path file : DataFolder.list(folder)) {
            var name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                entries.add(new Entry(Integer.parseInt(name.group(1)), name.group(2), Integer.parseInt(name.group(3)),
                        file.toString(), () -> Sound.read(file)));
            }
        }
        entries.sort(Entry.ORDER);
        return entries;
    }

    @Override
    public String headline() {
        return "Real recordings: FSDD in " + DataFolder.shown(folder);
    }

    @Override
    public double rate() {
        return 8000;
    }

    @Override
    public DatasetCard card() {
        return Cards.fsdd().at(folder);
    }
}
