package io.larmor.datasets;

import io.larmor.datasets.Selection.Kind;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.gesture.Gestures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Data sets by name; notebooks import these methods. */
public final class Data {

    private Data() {
    }

    /**
     * The ten spoken digits: recordings if LARMOR_DATA names a folder that has them, else generated ones. Example:
     * {@code spokenDigits().twin().takes(0, 1).cochleagram(16)}.
     */
    public static SpokenDigits spokenDigits() {
        return new SpokenDigits(new Selection(Kind.ANY, null, List.of(), -1, -1, false, SpokenDigits.VOICES));
    }

    /**
     * Radio spectra of ten transmitters, of drones and their surroundings: 256 powers of 0 to 1 each, from the files of Ross
     * et al. (2023) if LARMOR_DATA names a folder that has them, else generated ones. Example:
     * {@code drones().twin().task().validateOn(0.1)}.
     */
    public static Drones drones() {
        return new Drones(Place.STANDARD);
    }

    /**
     * Handwritten digits: images of 28 x 28 values of 0 to 1, from the files of MNIST if LARMOR_DATA names a folder that has
     * them, else generated ones. Example: {@code mnist().twin(600, 100).downsampled(8).task()}.
     */
    public static Mnist mnist() {
        return new Mnist(Place.STANDARD, Mnist.TRAINING, Mnist.TESTING, 0);
    }

    /**
     * Five mazes of growing size, from text files if LARMOR_DATA names a folder that has them, else generated ones. Example:
     * {@code mazes().twin().get(0)}.
     */
    public static Mazes mazes() {
        return new Mazes(Place.STANDARD, 0);
    }

    /**
     * Gestures of the hand as muscles' signals: Ninapro DB1 (17 gestures, 27 people) if LARMOR_DATA names a folder that has it, else
     * generated ones; {@code myo8()} and {@code armband22()} are two open sets. Example:
     * {@code gestures().myo8().scoreWithin(task -> reservoir(wire()).rawInput().readout(lda()).score(task))}.
     */
    public static Gestures gestures() {
        return Gestures.standard();
    }

    /**
     * Every data set that can be loaded: of which kind it is, whether it is here, where and how large, its licence,
     * how to cite it, and where to get it. Example: {@code datasets()}.
     */
    public static Table datasets() {
        var table = Table.create("");
        for (String name : List.of("set", "name", "kind", "here", "where", "size", "licence", "cite", "source")) {
            table.addColumns(StringColumn.create(name));
        }
        for (Listed set : Listed.all()) {
            DatasetCard card = set.card();
            Optional<? extends Found> found = set.found();
            String where = found.map(one -> String.valueOf(one.card().place())).orElse("");
            List<String> row = List.of(card.id(), card.name(), set.kind(),
                    set.generated() ? "always" : found.isPresent() ? "yes" : "no",
                    set.generated() ? "made when asked for" : where, found.map(Data::size).orElse(""), card.licence(),
                    card.citation(), card.source());
            for (int c = 0; c < row.size(); c++) {
                table.stringColumn(c).append(row.get(c));
            }
        }
        return table;
    }

    /**
     * What one must know of a data set, with the place where it was found, if it was. Example: {@code dataset("fsdd")}.
     *
     * @throws IllegalArgumentException if there is no set of that name
     */
    public static DatasetCard dataset(String set) {
        for (Listed listed : Listed.all()) {
            if (listed.card().id().equals(set)) {
                Optional<? extends Found> found = listed.found();
                return found.isPresent() ? found.get().card() : listed.card();
            }
        }
        throw new IllegalArgumentException("dataset(\"" + set + "\"): there is no such set, there are "
                + String.join(", ", Listed.all().stream().map(listed -> listed.card().id()).toList()));
    }

    private static String size(Found found) {
        long bytes = found.files().stream().mapToLong(file -> file.toFile().length()).sum();
        return String.format(Locale.ROOT, "%d files, %.1f MB", found.files().size(), bytes * 1e-6);
    }
}
