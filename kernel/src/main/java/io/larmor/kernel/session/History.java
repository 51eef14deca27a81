package io.larmor.kernel.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * What was run, in this session and earlier ones. Kept as one JSON object a line in a file that only the user can read:
 * {@code $LARMOR_HISTORY} (the word {@code off} for none), else {@code larmor/history.jsonl} in the user's data folder.
 */
final class History {

    private static final int KEPT = 5_000;
    private static final int OUTPUTS_KEPT = 1_000;
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private record Entry(int session, int line, String source) {
    }

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, String> outputs = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > OUTPUTS_KEPT;
        }
    };
    private final CompletableFuture<Void> loaded;
    private int session = 1;
    private boolean writable = true;

    private History(Path file) {
        this.file = file;
        loaded = CompletableFuture.runAsync(this::loadOrLog);
    }

    static History open() {
        return new History(place());
    }

    /** In the background, since a kernel should answer at once. */
    private void loadOrLog() {
        try {
            load();
        } catch (IOException | RuntimeException e) {
            KernelServer.log("history of earlier sessions is not readable: " + e);
        }
    }

    private static Path place() {
        String asked = System.getenv("LARMOR_HISTORY");
        if (asked != null && !asked.isBlank()) {
            return asked.equals("off") ? null : Path.of(asked);
        }
        String data = System.getenv("XDG_DATA_HOME");
        Path folder = data == null || data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return folder.resolve("larmor").resolve("history.jsonl");
    }

    private void load() throws IOException {
        if (file == null || !Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (String line : lines.subList(Math.max(0, lines.size() - KEPT), lines.size())) {
            JsonNode node = Json.MAPPER.readTree(line);
            entries.add(new Entry(node.path("session").asInt(), node.path("line").asInt(),
                    node.path("source").asText("")));
        }
        session = 1 + entries.stream().mapToInt(Entry::session).max().orElse(0);
        if (lines.size() > 2 * KEPT) {
            Files.write(file, lines.subList(lines.size() - KEPT, lines.size()), StandardCharsets.UTF_8);
        }
    }

    synchronized void add(int line, String source) {
        loaded.join();
        entries.add(new Entry(session, line, source));
        if (entries.size() > 2 * KEPT) {
            entries.subList(0, KEPT).clear();
        }
        if (file == null || !writable) {
            return;
        }
        try {
            create();
            byte[] json = Json.bytes(Json.object().put("session", session).put("line", line).put("source", source));
            byte[] bytes = java.util.Arrays.copyOf(json, json.length + 1);
            bytes[json.length] = '\n';
            Files.write(file, bytes, StandardOpenOption.APPEND);
        } catch (IOException e) {
            writable = false;
            KernelServer.log("history cannot be written to " + file + ": " + e.getMessage());
        }
    }

    private void create() throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (posix) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PRIVATE));
            } else {
                Files.createFile(file);
            }
        } else if (posix && Files.isRegularFile(file) && !Files.getPosixFilePermissions(file).equals(PRIVATE)) {
            // a file that was copied here may be open to all
            Files.setPosixFilePermissions(file, PRIVATE);
        }
    }

    /** Remembers a cell's result for the rest of this session. */
    synchronized void output(int line, MimeBundle value) {
        if (value.data().get("text/plain") instanceof String text) {
            outputs.put(line, text.length() > 1000 ? text.substring(0, 1000) + " ..." : text);
        }
    }

    /** Answers a history_request: tail, range or search. */
    synchronized ObjectNode answer(JsonNode asked) {
        loaded.join();
        boolean output = asked.path("output").asBoolean(false);
        int n = Math.max(0, asked.path("n").asInt(Integer.MAX_VALUE));
        List<Entry> found = switch (asked.path("hist_access_type").asText("tail")) {
            case "range" -> range(asked.path("session").asInt(0), asked.path("start").asInt(0),
                    asked.path("stop").isNumber() ? asked.path("stop").asInt() : Integer.MAX_VALUE);
            case "search" -> last(search(asked.path("pattern").asText("*"), asked.path("unique").asBoolean(false)), n);
            default -> last(entries, n);
        };
        ObjectNode content = Json.object().put("status", "ok");
        ArrayNode list = content.putArray("history");
        for (Entry entry : found) {
            ArrayNode item = list.addArray().add(entry.session()).add(entry.line());
            if (output) {
                item.addArray().add(entry.source()).add(entry.session() == session ? outputs.get(entry.line()) : null);
            } else {
                item.add(entry.source());
            }
        }
        return content;
    }

    private List<Entry> range(int wanted, int start, int stop) {
        int number = wanted > 0 ? wanted : session + wanted;
        return entries.stream().filter(e -> e.session() == number && e.line() >= start && e.line() < stop).toList();
    }

    /** A cell is also found by its text without white space, as people remember code but not how it was spaced. */
    private List<Entry> search(String glob, boolean unique) {
        var regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        List<Entry> found = entries.stream().filter(e -> pattern.matcher(e.source()).matches()
                || pattern.matcher(e.source().replaceAll("\\s", "")).matches()).toList();
        if (!unique) {
            return found;
        }
        var latest = new LinkedHashMap<String, Entry>();
        for (Entry entry : found) {
            latest.remove(entry.source());
            latest.put(entry.source(), entry);
        }
        return List.copyOf(latest.values());
    }

    private static List<Entry> last(List<Entry> all, int n) {
        return all.subList(Math.max(0, all.size() - n), all.size());
    }
}
