package io.larmor.kernel.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.assist.Completeness;
import io.larmor.kernel.assist.Completer;
import io.larmor.kernel.display.MimeJson;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.Message;
import java.util.Optional;

/** Answers questions about code and history; cursor positions count code points on the wire. */
final class QuestionHandler {

    private final Workbench workbench;
    private final History history;

    QuestionHandler(Workbench workbench, History history) {
        this.workbench = workbench;
        this.history = history;
    }

    /** The reply's content, or null for a message of an unknown type. */
    ObjectNode answer(Message message) {
        JsonNode asked = message.content();
        return switch (message.type()) {
            case "complete_request" -> complete(asked);
            case "inspect_request" -> inspect(asked);
            case "is_complete_request" -> isComplete(asked);
            case "history_request" -> history.answer(asked);
            case "comm_info_request" -> {
                ObjectNode content = Json.object().put("status", "ok");
                ObjectNode comms = content.putObject("comms");
                workbench.comms().info(asked.path("target_name").asText(""))
                        .forEach((id, target) -> comms.putObject(id).put("target_name", target));
                yield content;
            }
            default -> null;
        };
    }

    private ObjectNode complete(JsonNode asked) {
        String code = asked.path("code").asText("");
        int cursor = utf16(code, asked.path("cursor_pos").asInt(Integer.MAX_VALUE));
        Completer.Completions found = workbench.completer().complete(code, cursor);
        int start = code.codePointCount(0, found.start());
        int end = code.codePointCount(0, cursor);
        ObjectNode content = Json.object().put("status", "ok").put("cursor_start", start).put("cursor_end", end);
        ArrayNode matches = content.putArray("matches");
        ArrayNode types = content.putObject("metadata").putArray("_jupyter_types_experimental");
        for (Completer.Item item : found.items()) {
            matches.add(item.text());
            types.addObject().put("text", item.text()).put("type", item.type()).put("signature", item.signature())
                    .put("start", start).put("end", end);
        }
        return content;
    }

    private ObjectNode inspect(JsonNode asked) {
        String code = asked.path("code").asText("");
        int cursor = utf16(code, asked.path("cursor_pos").asInt(Integer.MAX_VALUE));
        Optional<MimeBundle> found = workbench.inspector().inspect(code, cursor);
        ObjectNode content = Json.object().put("status", "ok").put("found", found.isPresent());
        content.set("data", found.map(MimeJson::data).orElseGet(Json::object));
        content.putObject("metadata");
        return content;
    }

    private ObjectNode isComplete(JsonNode asked) {
        String code = asked.path("code").asText("");
        Completeness state = workbench.completeness(code);
        ObjectNode content = Json.object().put("status", state.name().toLowerCase(java.util.Locale.ROOT));
        if (state == Completeness.INCOMPLETE) {
            content.put("indent", Completeness.indent(code));
        }
        return content;
    }

    private static int utf16(String code, int codePoints) {
        int all = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.max(0, Math.min(codePoints, all)));
    }
}
