package io.larmor.datasets;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.datasets.format.Sound;
import io.larmor.datasets.format.Sphere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The digits of TI-46, in whatever folders its files lie. The ten training utterances (session se) are takes 0-9; the two
 * of each test session s1 .. s8 follow as takes 10-25.
 */
record Ti46(Path folder, boolean synthetic, List<Entry> entries) implements Corpus {

    private static final String SYNTHETIC = "synth";
    private static final Pattern NAME =
            Pattern.compile("0(\\d)([fm][1-8])(se|s[1-8])t(\\d)\\.(wav|sph)", Pattern.CASE_INSENSITIVE);

    /** Looks in folders whose names begin with ti46, then in the folder itself; a real set goes before a synthetic one. */
    static Optional<Ti46> find(Path root) {
        return find(root, false).or(() -> find(root, true));
    }

    /** Looks for a real set or for a synthetic one. */
    static Optional<Ti46> find(Path root, boolean synthetic) {
        var places = new ArrayList<Path>();
        for (Path folder : DataFolder.list(root)) {
            if (lowerName(folder).startsWith("ti46") && Files.isDirectory(folder)) {
                places.add(folder);
            }
        }
        if (places.isEmpty() && Files.isDirectory(root)) {
            places.add(root);
        }
        for (Path folder : places) {
            List<Entry> entries = entries(folder);
            if (!entries.isEmpty() && isSynthetic(folder, entries.get(0)) == synthetic) {
                return Optional.of(new Ti46(folder, synthetic, entries));
            }
        }
        return Optional.empty();
    }

    private static List<Entry> entries(Path folder) {
        // The distribution repeats some files in several folders: the first one of a name counts.
        var entries = new LinkedHashMap<String, Entry>();
        for (Path file : DataFolder.walk(folder)) {
            var name = NAME.matcher(lowerName(file));
            if (name.matches()) {
                int digit = Integer.parseInt(name.group(1));
                String speaker = name.group(2);
                int take = take(name.group(3), Integer.parseInt(name.group(4)));
                entries.putIfAbsent(digit + speaker + "." + take,
                        new Entry(digit, speaker, take, file.toString(), () -> Sound.read(file)));
            }
        }
        return entries.values().stream().sorted(Entry.ORDER).toList();
    }

    private static int take(String session, int token) {
        return session.equals("se") ? token : 10 + 2 * (session.charAt(1) - '1') + token;
    }

    /** By the folder's name, or by what the files say of themselves. */
    private static boolean isSynthetic(Path folder, Entry first) {
        if (lowerName(folder).contains(SYNTHETIC)) {
            return true;
        }
        try {
            return Sphere.header(Path.of(first.source())).getOrDefault("database_id", "").startsWith("SYN");
        } catch (BrokenFileException e) {
            // Reading the word will tell what is wrong with its file, and whether that is to be skipped.
            return false;
        }
    }

    private static String lowerName(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String headline() {
        return synthetic ? "SYNTHETIC speech in the layout of TI-46 (no human voice) in " + DataFolder.shown(folder)
                : "Real recordings: TI-46 in " + DataFolder.shown(folder);
    }

    @Override
    public double rate() {
        return 12500;
    }

    @Override
    public DatasetCard card() {
        return (synthetic ? Cards.ti46Synthetic() : Cards.ti46()).at(folder);
    }
}
