package io.larmor.kernel.magic;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs files as if their text stood in the cell. */
final class Loader {

    private final Host host;

    Loader(Host host) {
        this.host = host;
    }

    Object load(String arguments, String body) throws Exception {
        String name = Paths.unquoted(arguments);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("%load needs a file");
        }
        Path file = Path.of(name).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (!name.endsWith(".ipynb")) {
            return host.evaluate(source(Files.readString(file)), file.getFileName().toString());
        }
        MimeBundle last = null;
        for (JsonNode cell : cells(file)) {
            if (cell.path("cell_type").asText("").equals("code")) {
                last = host.evaluate(text(cell.path("source")), file.getFileName().toString());
            }
        }
        return last;
    }

    /** A source file's package would make its classes unreachable from cells, so they are declared without one. */
    private static String source(String text) {
        return text.replaceFirst("(?m)^[ \\t]*package\\s+[\\w.]+\\s*;", "");
    }

    private static JsonNode cells(Path file) throws IOException {
        JsonNode cells = Json.parseObject(Files.readAllBytes(file)).path("cells");
        if (!cells.isArray()) {
            throw new IOException(file + " is not a notebook: it has no cells");
        }
        return cells;
    }

    private static String text(JsonNode source) {
        if (source.isTextual()) {
            return source.asText();
        }
        var text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
