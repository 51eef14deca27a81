package io.larmor.environment.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a kernel's messages into the outputs of cells, by the rules of a front end: neighboring texts of one stream are
 * one output, a display that is updated changes wherever it stands, and clearing may wait for the next output.
 */
final class Outputs {

    private final Map<String, List<ObjectNode>> displays = new HashMap<>();
    private Cell cell;
    private boolean clearNext;

    /** From now on messages are outputs of this cell. */
    void begin(Cell running) {
        cell = running;
        cell.clear();
        clearNext = false;
    }

    /** Takes a message of the running cell; types that are no outputs are passed over. */
    void message(String type, JsonNode content) {
        switch (type) {
            case "stream" -> stream(content.path("name").asText("stdout"), content.path("text").asText());
            case "display_data" -> show("display_data", content);
            case "execute_result" -> show("execute_result", content)
                    .set("execution_count", content.path("execution_count"));
            case "update_display_data" -> update(content);
            case "error" -> error(content);
            case "clear_output" -> {
                clearNext = content.path("wait").asBoolean();
                if (!clearNext) {
                    cell.outputArray().removeAll();
                }
            }
            default -> { }
        }
    }

    /** The running cell is over: its streams get the form in which a terminal would have left them. */
    void end(int executionCount) {
        if (executionCount > 0) {
            cell.json().put("execution_count", executionCount);
        }
        for (JsonNode output : cell.outputArray()) {
            if (output.path("output_type").asText().equals("stream")) {
                String text = Overprint.apply(Json.joined(output.path("text")));
                ((ObjectNode) output).set("text", Json.lines(text));
            }
        }
    }

    private ArrayNode outputs() {
        if (clearNext) {
            clearNext = false;
            cell.outputArray().removeAll();
        }
        return cell.outputArray();
    }

    private void stream(String stream, String text) {
        ArrayNode outputs = outputs();
        if (!outputs.isEmpty() && outputs.get(outputs.size() - 1) instanceof ObjectNode last
                && last.path("output_type").asText().equals("stream") && last.path("name").asText().equals(stream)) {
            last.withArray("text").add(text);
            return;
        }
        ObjectNode output = outputs.addObject();
        output.put("output_type", "stream");
        output.put("name", stream);
        output.putArray("text").add(text);
    }

    private ObjectNode show(String type, JsonNode content) {
        ObjectNode output = outputs().addObject();
        output.put("output_type", type);
        fill(output, content);
        String id = content.path("transient").path("display_id").asText("");
        if (!id.isEmpty()) {
            displays.computeIfAbsent(id, key -> new ArrayList<>()).add(output);
        }
        return output;
    }

    private void update(JsonNode content) {
        String id = content.path("transient").path("display_id").asText("");
        displays.getOrDefault(id, List.of()).forEach(output -> fill(output, content));
    }

    private static void fill(ObjectNode output, JsonNode content) {
        ObjectNode data = Json.object();
        content.path("data").properties().forEach(form -> data.set(form.getKey(),
                form.getValue().isTextual() && !form.getKey().endsWith("json")
                        ? stored(form.getKey(), form.getValue()) : form.getValue()));
        output.set("data", data);
        output.set("metadata", content.path("metadata").isObject() ? content.path("metadata") : Json.object());
    }

    /** Jupyter stores texts as lists of lines; an image's base64 is one line and stays a plain string. */
    private static JsonNode stored(String mime, JsonNode text) {
        boolean binary = mime.startsWith("image/") && !mime.endsWith("+xml");
        return binary ? text : Json.lines(text.asText());
    }

    private void error(JsonNode content) {
        ObjectNode output = outputs().addObject();
        output.put("output_type", "error");
        output.set("ename", content.path("ename"));
        output.set("evalue", content.path("evalue"));
        output.set("traceback", content.path("traceback"));
    }
}
