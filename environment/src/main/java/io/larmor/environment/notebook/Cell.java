package io.larmor.environment.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell of a notebook: a view of its JSON.
 *
 * @param json the cell as the file has it
 */
public record Cell(ObjectNode json) {

    /** A new code cell without outputs. */
    static Cell code(String id, String source, String tag) {
        ObjectNode json = Json.object();
        json.put("cell_type", "code");
        json.put("id", id);
        json.putObject("metadata").putArray("tags").add(tag);
        json.set("source", Json.lines(source));
        json.putNull("execution_count");
        json.putArray("outputs");
        return new Cell(json);
    }

    /** Whether it holds code. */
    public boolean isCode() {
        return json.path("cell_type").asText().equals("code");
    }

    /** Whether it holds Markdown. */
    public boolean isMarkdown() {
        return json.path("cell_type").asText().equals("markdown");
    }

    /** Its text. */
    public String source() {
        return Json.joined(json.path("source"));
    }

    /** Its id, unique in the notebook. */
    public String id() {
        return json.path("id").asText();
    }

    /** Its tags. */
    public List<String> tags() {
        var tags = new ArrayList<String>();
        json.path("metadata").path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    /** What it printed and showed; empty for a cell that is not code. */
    public List<JsonNode> outputs() {
        var outputs = new ArrayList<JsonNode>();
        json.path("outputs").forEach(outputs::add);
        return outputs;
    }

    /** Forgets what a code cell printed and showed. */
    void clear() {
        json.putNull("execution_count");
        json.putArray("outputs");
    }

    ArrayNode outputArray() {
        return (ArrayNode) json.get("outputs");
    }

    /** Its first line that says something, for people to know it by. */
    public String firstLine() {
        return source().lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .findFirst()
                .orElseGet(() -> source().strip().lines().findFirst().orElse(""));
    }
}
