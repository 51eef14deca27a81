package io.larmor.kernel.display;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.larmor.kernel.spi.MimeBundle;
import java.util.Map;

/** JSON as a tree that front ends let people browse, and as indented text. */
public final class JsonTree {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int CHARACTERS = 20_000;

    private JsonTree() {
    }

    /**
     * The forms of a tree.
     *
     * @throws IllegalArgumentException for text that is no JSON, and for values that have no JSON form
     */
    public static MimeBundle bundle(Object tree) {
        try {
            JsonNode node = tree instanceof CharSequence text ? MAPPER.readTree(text.toString()) : MAPPER.valueToTree(tree);
            String text = MAPPER.writeValueAsString(node);
            String shown = text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS) + " ... ("
                    + (text.length() - CHARACTERS) + " more characters)";
            return new MimeBundle(Map.of("application/json", node, "text/plain", shown), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("json(..): this is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
