package io.larmor.environment.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.environment.setup.KernelCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks through a real kernel process. */
class NotebookRunnerTest {

    @TempDir
    Path folder;

    private static Notebook notebook(String... sources) throws IOException {
        var root = Json.object().put("nbformat", 4).put("nbformat_minor", 5);
        var cells = root.putArray("cells");
        for (String source : sources) {
            var cell = cells.addObject().put("cell_type", "code").put("id", "c" + cells.size()).put("source", source);
            if (source.contains("quick =")) {
                cell.putObject("metadata").putArray("tags").add("parameters");
            }
        }
        return Notebook.parse(Json.text(root), "small.ipynb");
    }

    private NotebookRunner.Result run(Notebook notebook, Map<String, String> parameters) throws Exception {
        return new NotebookRunner(KernelCommand.line(), Duration.ofSeconds(60)).run(notebook, folder,
                NotebookRunner.parameters(notebook, parameters, true), new NotebookRunner.Watcher() { });
    }

    @Test
    void aNotebookIsExecutedWithItsParametersAndSaysWhatTheKernelSaid() throws Exception {
        Notebook notebook = notebook("int n = 1;\nboolean quick = false;",
                "for (int i = 0; i < n; i++) { System.out.println(\"line \" + i); }\nquick",
                "String id = display(\"10 %\");\nupdateDisplay(id, \"done\");",
                """
                Comparison.paperVsHere("A paper").row("accuracy", Unit.PERCENT, 99.6, 99.1, 0.3, 98, 100, "ten folds")
                    .row("error", Unit.PERCENT, 1, 3, 0.1, 0, 2, "")""",
                "Path.of(\"\").toAbsolutePath().getFileName().toString()");
        var seen = new ArrayList<String>();
        var result = new NotebookRunner(KernelCommand.line(), null).run(notebook, folder,
                NotebookRunner.parameters(notebook, Map.of("n", "2"), true), new NotebookRunner.Watcher() {
                    @Override
                    public void ended(int number, int of, Cell cell, boolean well, double seconds) {
                        seen.add(number + "/" + of + (well ? " ok" : " failed"));
                    }
                });
        assertTrue(result.ok(), () -> result.failure().toString());
        assertEquals(List.of("1/6 ok", "2/6 ok", "3/6 ok", "4/6 ok", "5/6 ok", "6/6 ok"), seen);
        NotebookTest.assertValid(notebook.text());
        List<Cell> cells = notebook.cells();
        assertEquals("n = 2;\nquick = true;", cells.get(1).source());
        List<JsonNode> outputs = cells.get(2).outputs();
        assertEquals("line 0\nline 1\n", Json.joined(outputs.get(0).path("text")));
        assertEquals("[\"true\"]", outputs.get(1).path("data").path("text/plain").toString());
        assertEquals(1, cells.get(3).outputs().size());
        assertTrue(cells.get(3).outputs().get(0).path("data").path("text/plain").toString().contains("done"));
        assertTrue(Json.joined(cells.get(5).outputs().get(0).path("data").path("text/plain"))
                .contains(folder.getFileName().toString()), "the kernel works in the notebook's folder");
        assertEquals("larmor", notebook.metadata().path("kernelspec").path("name").asText());
        assertEquals("java", notebook.metadata().path("language_info").path("name").asText());

        JsonNode rows = result.comparisons();
        assertEquals(2, rows.size());
        assertEquals(Json.parse("""
                {"notebook":"small.ipynb","quantity":"accuracy","unit":"%","paper":99.6,"here":99.1,"spread":0.3,"low":98.0,
                 "high":100.0,"verdict":"agrees","note":"ten folds"}"""), rows.get(0));
        assertEquals("differs", rows.get(1).path("verdict").asText());
    }

    @Test
    void aFailingCellStopsTheRunAndIsDescribed() throws Exception {
        Notebook notebook = notebook("int a = 3;", "int b = 1;\nint c = a / (b - 1);", "System.out.println(\"never\");");
        var result = run(notebook, Map.of());
        assertFalse(result.ok());
        NotebookRunner.Failure failure = result.failure().orElseThrow();
        assertEquals(2, failure.cell());
        assertTrue(failure.name().contains("ArithmeticException"), failure.name());
        assertTrue(String.join("\n", failure.traceback()).contains("int c = a / (b - 1);"), failure.toString());
        assertEquals("error", notebook.cells().get(1).outputs().get(0).path("output_type").asText());
        assertTrue(notebook.cells().get(2).outputs().isEmpty());
        assertTrue(notebook.cells().get(2).json().path("execution_count").isNull());
        NotebookTest.assertValid(notebook.text());
    }

    @Test
    void anInterruptEndsTheRunningCellAndKeepsWhatThereIs() throws Exception {
        Notebook notebook = notebook("System.out.println(\"before\");\nwhile (true) { }", "1");
        var runner = new NotebookRunner(KernelCommand.line(), Duration.ofSeconds(60));
        var result = runner.run(notebook, folder, Map.of(), new NotebookRunner.Watcher() {
            @Override
            public void printed(String text) {
                runner.interrupt();
            }
        });
        assertTrue(result.interrupted());
        assertEquals("before\n", Json.joined(notebook.cells().get(0).outputs().get(0).path("text")));
        assertTrue(notebook.cells().get(1).outputs().isEmpty());
        NotebookTest.assertValid(notebook.text());
    }

    @Test
    void aCellThatTakesTooLongIsStopped() throws Exception {
        Notebook notebook = notebook("while (true) { }");
        var result = new NotebookRunner(KernelCommand.line(), Duration.ofSeconds(1)).run(notebook, folder, Map.of(),
                new NotebookRunner.Watcher() { });
        assertTrue(result.failure().orElseThrow().value().contains("1000 ms"), result.failure().toString());
    }
}
