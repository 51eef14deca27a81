package io.larmor.environment.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotebookTest {

    /** What nbformat 4.5's schema asks of a notebook, in the words of its fields. */
    static void assertValid(String text) throws IOException {
        JsonNode root = Json.parse(text);
        assertEquals(Set.of("cells", "metadata", "nbformat", "nbformat_minor"), names(root));
        assertEquals(4, root.path("nbformat").asInt());
        assertEquals(5, root.path("nbformat_minor").asInt());
        Set<String> ids = new HashSet<>();
        for (JsonNode cell : root.path("cells")) {
            assertTrue(cell.path("id").asText().matches("[a-zA-Z0-9_-]{1,64}"), cell.path("id").asText());
            assertTrue(ids.add(cell.path("id").asText()), "an id twice");
            assertTrue(cell.path("metadata").isObject());
            assertTrue(cell.path("source").isArray() || cell.path("source").isTextual());
            if (cell.path("cell_type").asText().equals("code")) {
                assertEquals(Set.of("cell_type", "execution_count", "id", "metadata", "outputs", "source"), names(cell));
                assertTrue(cell.path("execution_count").isInt() || cell.path("execution_count").isNull());
                cell.path("outputs").forEach(NotebookTest::assertValidOutput);
            }
        }
    }

    private static void assertValidOutput(JsonNode output) {
        Set<String> expected = switch (output.path("output_type").asText()) {
            case "stream" -> Set.of("output_type", "name", "text");
            case "display_data" -> Set.of("output_type", "data", "metadata");
            case "execute_result" -> Set.of("output_type", "data", "metadata", "execution_count");
            case "error" -> Set.of("output_type", "ename", "evalue", "traceback");
            default -> throw new AssertionError("an output of type " + output.path("output_type"));
        };
        assertEquals(expected, names(output));
    }

    static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static final String OLD = """
            {"nbformat": 4, "nbformat_minor": 2, "metadata": {},
             "cells": [
              {"cell_type": "markdown", "metadata": {}, "source": ["# Rings of *permalloy*\\n", "\\n", "They hold vortices.\\n", "More."]},
              {"cell_type": "code", "metadata": {}, "source": "1 + 1", "outputs": [], "execution_count": null},
              {"cell_type": "code", "metadata": {}, "source": "2"}]}
            """;

    @Test
    void anOlderNotebookGetsWhatFormat45AsksFor() throws IOException {
        var notebook = Notebook.parse(OLD, "old.ipynb");
        assertValid(notebook.text());
        assertEquals("Rings of *permalloy*", notebook.title());
        assertEquals("They hold vortices. More.", notebook.summary());
    }

    @Test
    void writingWhatWasWrittenChangesNoByte() throws IOException {
        String once = Notebook.parse(OLD, "old.ipynb").text();
        assertEquals(once, Notebook.parse(once, "old.ipynb").text());
    }

    @Test
    void theTextIsLaidOutAsJupyterLaysItOut() throws IOException {
        String text = Notebook.parse("""
                {"nbformat_minor":5,"nbformat":4,"metadata":{},"cells":[{"id":"a","cell_type":"code","metadata":{},
                "execution_count":null,"outputs":[],"source":["µ = 1;\\n","µ"]}]}""", "x.ipynb").text();
        assertEquals("""
                {
                 "cells": [
                  {
                   "cell_type": "code",
                   "execution_count": null,
                   "id": "a",
                   "metadata": {},
                   "outputs": [],
                   "source": [
                    "µ = 1;\\n",
                    "µ"
                   ]
                  }
                 ],
                 "metadata": {},
                 "nbformat": 4,
                 "nbformat_minor": 5
                }
                """, text);
    }

    @Test
    void idsThatStandTwiceAreMadeDifferent() throws IOException {
        var notebook = Notebook.parse("""
                {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
                {"id":"a","cell_type":"raw","metadata":{},"source":""},{"id":"a","cell_type":"raw","metadata":{},"source":""},
                {"id":"bad id","cell_type":"raw","metadata":{},"source":""}]}""", "x.ipynb");
        assertEquals(List.of("a", "cell-2", "cell-3"), notebook.cells().stream().map(Cell::id).toList());
    }

    @Test
    void whatIsNoNotebookIsRefusedWithTheReason() {
        assertTrue(refusal("{").startsWith("x.ipynb is not a notebook"), refusal("{"));
        assertTrue(refusal("[]").contains("no list of cells"));
        assertTrue(refusal("{\"nbformat\":3,\"worksheets\":[]}").contains("format 3"));
        var missing = assertThrows(IOException.class, () -> Notebook.read(Path.of("nowhere.ipynb")));
        assertEquals("nowhere.ipynb: no such file", missing.getMessage());
    }

    private static String refusal(String text) {
        return assertThrows(IOException.class, () -> Notebook.parse(text, "x.ipynb")).getMessage();
    }
}
