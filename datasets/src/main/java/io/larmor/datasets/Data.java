package io.larmor.datasets;

import io.larmor.datasets.Selection.Source;
import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import java.nio.file.Path;
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
        return new SpokenDigits(new Selection(Source.ANY, null, List.of(), -1, -1, false, SpokenDigits.VOICES));
    }

    /**
     * Every data set that can be loaded: whether people speak in it, whether it is here, where and how large, its licence,
     * how to cite it, and where to get it. Example: {@code datasets()}.
     */
    public static Table datasets() {
        var table = Table.create("");
        for (String name : List.of("set", "name", "kind", "here", "where", "size", "licence", "cite", "source")) {
            table.addColumns(StringColumn.create(name));
        }
        for (DatasetCard card : Cards.all()) {
            Optional<? extends Corpus> found = find(card.id());
            boolean generated = card.id().equals(Cards.twin().id());
            String where = found.map(corpus -> String.valueOf(corpus.card().place())).orElse("");
            List<String> row = List.of(card.id(), card.name(), generated ? "generated twin" : card.id().endsWith("synth")
                    ? "synthetic" : "recordings", generated ? "always" : found.isPresent() ? "yes" : "no",
                    generated ? "made when asked for" : where, found.map(Data::size).orElse(""), card.licence(),
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
        return find(set).map(Corpus::card).orElseGet(() -> Cards.all().stream().filter(card -> card.id().equals(set))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("dataset(\"" + set + "\"): there is no such set,"
                        + " there are " + String.join(", ", Cards.all().stream().map(DatasetCard::id).toList()))));
    }

    private static Optional<? extends Corpus> find(String id) {
        return DataFolder.root().flatMap(root -> switch (id) {
            case "fsdd" -> Fsdd.find(root);
            case "ti46" -> Ti46.find(root, false);
            case "ti46_synth" -> Ti46.find(root, true);
            default -> Optional.<Corpus>empty();
        });
    }

    private static String size(Corpus corpus) {
        long bytes = corpus.entries().stream().mapToLong(entry -> Path.of(entry.source()).toFile().length()).sum();
        return String.format(Locale.ROOT, "%d files, %.1f MB", corpus.entries().size(), bytes * 1e-6);
    }
}
