package io.larmor.datasets;

import io.larmor.datasets.Selection.Source;
import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import java.nio.file.Path;
import java.util.List;
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

    /** Every data set that can be loaded: whether it is here, where, its licence, and how to get it. Example: {@code datasets()}. */
    public static Table datasets() {
        var table = Table.create("", StringColumn.create("set"), StringColumn.create("name"), StringColumn.create("here"),
                StringColumn.create("where"), StringColumn.create("licence"), StringColumn.create("source"));
        for (DatasetCard card : Cards.all()) {
            String where = place(card.id()).map(Path::toString).orElse("");
            boolean generated = card.id().equals(Cards.twin().id());
            List<String> row = List.of(card.id(), card.name(), generated ? "always" : where.isEmpty() ? "no" : "yes",
                    generated ? "generated" : where, card.licence(), card.source());
            for (int c = 0; c < row.size(); c++) {
                table.stringColumn(c).append(row.get(c));
            }
        }
        return table;
    }

    private static Optional<Path> place(String id) {
        return DataFolder.root().flatMap(root -> switch (id) {
            case "fsdd" -> Fsdd.find(root).map(Fsdd::folder);
            case "ti46" -> Ti46.find(root, false).map(Ti46::folder);
            case "ti46_synth" -> Ti46.find(root, true).map(Ti46::folder);
            default -> Optional.empty();
        });
    }
}
