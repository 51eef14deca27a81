package io.larmor.environment.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.Help;
import io.larmor.kernel.spi.WordGuide;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The index of the library's words, which the build makes ({@link IndexBuilder}); read when it is first asked. */
public final class WordIndex implements WordGuide {

    static final String RESOURCE = "words.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is kept of a word: its help, and for each argument the texts to propose first. */
    record Entry(Help help, List<List<String>> proposals) {
    }

    private static final class Entries {
        static final Map<String, Entry> ALL = read();
    }

    @Override
    public Optional<Help> help(String word) {
        return Optional.ofNullable(Entries.ALL.get(word)).map(Entry::help);
    }

    @Override
    public List<String> arguments(String word, int position) {
        Entry entry = Entries.ALL.get(word);
        return entry == null || position >= entry.proposals().size() ? List.of() : entry.proposals().get(position);
    }

    /** All words that there are. */
    public static Set<String> words() {
        return Entries.ALL.keySet();
    }

    private static Map<String, Entry> read() {
        try (InputStream in = WordIndex.class.getResourceAsStream(RESOURCE)) {
            var entries = new LinkedHashMap<String, Entry>();
            JSON.readTree(in).fields().forEachRemaining(field -> entries.put(field.getKey(), entry(field.getValue())));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("the index of words cannot be read", e);
        }
    }

    private static Entry entry(JsonNode node) {
        var arguments = new ArrayList<Help.Argument>();
        node.path("arguments").forEach(row -> arguments.add(new Help.Argument(row.path(0).asText(), row.path(1).asText(),
                row.path(2).asText(), row.path(3).asText(), row.path(4).asText())));
        var proposals = new ArrayList<List<String>>();
        node.path("proposals").forEach(list -> proposals.add(texts(list)));
        return new Entry(new Help(node.path("meaning").asText(), arguments, node.path("returns").asText(),
                texts(node.path("errors")), node.path("source").asText(), node.path("example").asText()), proposals);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The index as a file's content; parts that say nothing are left out. */
    static byte[] write(Map<String, Entry> entries) throws IOException {
        ObjectNode all = JSON.createObjectNode();
        entries.forEach((word, entry) -> all.set(word, node(entry)));
        return JSON.writeValueAsBytes(all);
    }

    private static ObjectNode node(Entry entry) {
        Help help = entry.help();
        ObjectNode node = JSON.createObjectNode();
        put(node, "meaning", help.meaning());
        if (!help.arguments().isEmpty()) {
            ArrayNode rows = node.putArray("arguments");
            help.arguments().forEach(a -> rows.addArray().add(a.name()).add(a.unit()).add(a.range()).add(a.standard())
                    .add(a.meaning()));
        }
        put(node, "returns", help.returns());
        if (!help.errors().isEmpty()) {
            help.errors().forEach(node.putArray("errors")::add);
        }
        put(node, "source", help.source());
        put(node, "example", help.example());
        if (entry.proposals().stream().anyMatch(list -> !list.isEmpty())) {
            ArrayNode lists = node.putArray("proposals");
            entry.proposals().forEach(list -> list.forEach(lists.addArray()::add));
        }
        return node;
    }

    private static void put(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }
}
