package io.larmor.environment.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The "paper vs here" rows that a notebook's outputs carry beside their tables. */
public final class ComparisonRows {

    /** The MIME type under which an output carries {@code {"rows": [...]}}. */
    public static final String MIME = "application/vnd.larmor.comparison+json";

    private static final List<String> FIELDS =
            List.of("quantity", "unit", "paper", "here", "spread", "low", "high", "verdict", "note");

    private ComparisonRows() {
    }

    /**
     * All rows in the order shown; each has the fields notebook, quantity, unit, paper, here, spread, low, high, verdict
     * and note.
     */
    public static ArrayNode of(Notebook notebook) {
        ArrayNode rows = Json.array();
        for (Cell cell : notebook.cells()) {
            for (JsonNode output : cell.outputs()) {
                output.path("data").path(MIME).path("rows").forEach(row -> {
                    ObjectNode kept = rows.addObject();
                    kept.put("notebook", notebook.name());
                    FIELDS.forEach(field -> kept.set(field, row.path(field).isMissingNode() ? null : row.get(field)));
                });
            }
        }
        return rows;
    }
}
