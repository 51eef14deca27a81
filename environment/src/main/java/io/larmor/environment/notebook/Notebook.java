package io.larmor.environment.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A notebook of format 4, held as format 4.5: whatever 4.x it was read from, its cells have ids. */
public final class Notebook {

    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,3}\\s+(.+?)\\s*#*\\s*$");
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final ObjectNode root;
    private final String name;

    private Notebook(ObjectNode root, String name) {
        this.root = root;
        this.name = name;
    }

    /**
     * Reads a notebook.
     *
     * @throws IOException when the file is missing or is no notebook of format 4, saying which
     */
    public static Notebook read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": no such file", e);
        }
        return parse(text, file.getFileName().toString());
    }

    /** Reads a notebook from its text; the name is for messages and titles. */
    public static Notebook parse(String text, String name) throws IOException {
        JsonNode tree;
        try {
            tree = Json.parse(text);
        } catch (JsonProcessingException e) {
            throw new IOException(name + " is not a notebook: " + e.getOriginalMessage()
                    + (e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")"), e);
        }
        int format = tree.path("nbformat").asInt(0);
        if (!(tree instanceof ObjectNode root) || !tree.path("cells").isArray() && format != 3) {
            throw new IOException(name + " is not a notebook: it has no list of cells");
        }
        if (format != 4) {
            throw new IOException(name + " has notebook format " + format
                    + "; only format 4 is read. Open it in JupyterLab and save it to convert it.");
        }
        var notebook = new Notebook(root, name);
        notebook.complete();
        return notebook;
    }

    private void complete() {
        root.put("nbformat_minor", 5);
        if (!root.path("metadata").isObject()) {
            root.putObject("metadata");
        }
        Set<String> taken = new HashSet<>();
        int number = 0;
        for (Cell cell : cells()) {
            number++;
            ObjectNode json = cell.json();
            if (!ID.matcher(cell.id()).matches() || !taken.add(cell.id())) {
                json.put("id", freeId("cell-" + number, taken));
            }
            if (!json.path("metadata").isObject()) {
                json.putObject("metadata");
            }
            if (cell.isCode() && !json.path("outputs").isArray()) {
                json.putArray("outputs");
            }
            if (cell.isCode() && !json.has("execution_count")) {
                json.putNull("execution_count");
            }
        }
    }

    private static String freeId(String wish, Set<String> taken) {
        String id = wish;
        for (int i = 2; !taken.add(id); i++) {
            id = wish + "-" + i;
        }
        return id;
    }

    /** The file's name, without its folder. */
    public String name() {
        return name;
    }

    /** All cells, in order. */
    public List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        root.path("cells").forEach(cell -> cells.add(new Cell((ObjectNode) cell)));
        return cells;
    }

    /** The notebook's metadata. */
    public ObjectNode metadata() {
        return (ObjectNode) root.get("metadata");
    }

    /** The first heading, or the file's name without its ending. */
    public String title() {
        return cells().stream().filter(Cell::isMarkdown)
                .map(cell -> HEADING.matcher(cell.source()))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> found.group(1))
                .orElse(name.replaceFirst("\\.ipynb$", ""));
    }

    /** The first sentence or so of prose, as one line; empty when there is none. */
    public String summary() {
        return cells().stream().filter(Cell::isMarkdown)
                .map(cell -> HEADING.matcher(cell.source()).replaceAll("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> text.split("\\n\\s*\\n", 2)[0].replaceAll("\\s+", " "))
                .orElse("");
    }

    /** The cell tagged {@code parameters}, if there is one. */
    public Optional<Cell> parametersCell() {
        return cells().stream().filter(cell -> cell.isCode() && cell.tags().contains("parameters")).findFirst();
    }

    /** Puts a code cell after another one, in place of an earlier one of the same tag. */
    void insertAfter(Cell place, String source, String tag) {
        ArrayNode cells = (ArrayNode) root.get("cells");
        Set<String> ids = new HashSet<>();
        for (int i = cells.size() - 1; i >= 0; i--) {
            var cell = new Cell((ObjectNode) cells.get(i));
            if (cell.tags().contains(tag)) {
                cells.remove(i);
            } else {
                ids.add(cell.id());
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) == place.json()) {
                cells.insert(i + 1, Cell.code(freeId(tag, ids), source, tag).json());
                return;
            }
        }
        throw new IllegalArgumentException("the cell is not in this notebook");
    }

    /** The file's text. */
    public String text() {
        return Json.sorted(root);
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) throws IOException {
        WholeFile.write(file, text());
    }
}
