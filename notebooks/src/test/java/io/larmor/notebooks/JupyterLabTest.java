package io.larmor.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.environment.notebook.Cell;
import io.larmor.environment.notebook.Notebook;
import io.larmor.environment.notebook.NotebookRunner;
import io.larmor.environment.notebook.Parameters;
import io.larmor.environment.setup.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * The kernel in a real JupyterLab and a real browser. Needs Chromium with its driver, and Python or JupyterLab:
 * {@code mvn verify -Dsurefire.excluded.groups= -Dgroups=jupyter}.
 */
@Tag("jupyter")
class JupyterLabTest {

    private static final Duration NOTEBOOK_LIMIT = Duration.ofMinutes(5);
    private static final Path SCREENSHOTS = Layout.notebooks().resolve("target/screenshots");
    private static final String NOTEBOOK = """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "larmor", "display_name": "Larmor",
              "language": "java"}}, "cells": [
             {"id": "a", "cell_type": "markdown", "metadata": {}, "source": "# A spin-torque oscillator as a reservoir"},
             {"id": "b", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "stno()"},
             {"id": "c", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source":
              "var xs = IntStream.range(0, 200).mapToDouble(i -> i / 20.0).toArray();\\nPlot.line(Quantity.of(\\"time\\"), xs, Quantity.of(\\"m_x\\"), Arrays.stream(xs).map(x -> Math.exp(-x / 4) * Math.cos(3 * x)).toArray())\\n    .title(\\"Ringing down\\")"},
             {"id": "d", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source":
              "try (var progress = Progress.of(\\"folds\\", 30)) {\\n    for (int i = 0; i < 30; i++) {\\n        Thread.sleep(100);\\n        progress.step();\\n    }\\n}"},
             {"id": "e", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source":
              "System.out.println(\\"plain text\\");\\nComparison.paperVsHere(\\"A paper\\").row(\\"accuracy\\", Unit.PERCENT, 99.6, 99.1, 0.3, 98.5, 100, \\"ten folds\\")"}
            ]}
            """;

    @TempDir
    static Path temporary;
    private static LabServer server;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(temporary.resolve("notebooks"));
        Files.writeString(folder.resolve("check.ipynb"), NOTEBOOK);
        for (Path notebook : PaperNotebooks.committed()) {
            unexecuted(notebook).write(folder.resolve(notebook.getFileName().toString()));
        }
        server = LabServer.start(folder);
    }

    /** A notebook as a reader opens it before the first run, set to its quick values where it has any. */
    private static Notebook unexecuted(Path file) throws IOException {
        Notebook notebook = Notebook.read(file);
        for (Cell cell : notebook.cells()) {
            if (cell.isCode()) {
                cell.json().putNull("execution_count").putArray("outputs");
            }
        }
        Parameters.inject(notebook, NotebookRunner.parameters(notebook, Map.of(), true));
        return notebook;
    }

    @AfterAll
    static void close() throws IOException, InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    private static LabPage page(String notebook) {
        return LabPage.open(server.page(notebook), temporary.resolve("profile-" + notebook), SCREENSHOTS);
    }

    private static void assertNoErrors(List<Map<String, Object>> outputs) {
        List<Map<String, Object>> errors = outputs.stream().filter(output -> output.get("output_type").equals("error")).toList();
        assertTrue(errors.isEmpty(), errors.toString());
    }

    @Test
    void aUserRunsCompletesAsksAndInterrupts() throws IOException, InterruptedException {
        try (LabPage page = page("check.ipynb")) {
            page.runAll();
            page.await(Duration.ofSeconds(120), "return !!document.querySelector('.jp-OutputArea-output progress');");
            page.show(3);
            page.screenshot("progress");
            page.awaitIdle(NOTEBOOK_LIMIT);
            page.screenshot("ran");
            assertNoErrors(page.outputs());
            assertEquals(2, page.pictures(), "the device's and the plot's");
            assertTrue(page.outputs().stream().noneMatch(output -> output.toString().contains("<progress")),
                    "a progress bar stayed");

            page.newCell();
            page.type("stn");
            page.completeUntil("stno");
            page.screenshot("completed");
            page.type(Keys.ESCAPE);

            page.newCell();
            page.type("reservoir", Keys.ARROW_LEFT);
            page.shift(Keys.TAB);
            String help = page.awaitVisible(".jp-Tooltip");
            page.screenshot("explained");
            assertTrue(help.contains("reservoir(") && help.contains("reservoir computer"), help);
            page.type(Keys.ESCAPE);

            page.newCell();
            page.type("while(true){}");
            page.shift(Keys.ENTER);
            page.await(Duration.ofSeconds(30),
                    "return jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'busy';");
            page.screenshot("endless");
            page.command("notebook:interrupt-kernel");
            page.await(Duration.ofSeconds(30),
                    "return jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle';");
            page.newCell();
            page.type("1+1");
            page.shift(Keys.ENTER);
            page.await(Duration.ofSeconds(30), "return Array.from(document.querySelectorAll('.jp-OutputArea-executeResult pre'))"
                    + ".some(output => output.textContent.trim() === '2');");
            page.screenshot("interrupted");
        }
    }

    @Test
    void everyNotebookRuns() throws IOException, InterruptedException {
        for (Path notebook : PaperNotebooks.committed()) {
            String name = notebook.getFileName().toString();
            try (LabPage page = page(name)) {
                page.runAll();
                page.awaitIdle(NOTEBOOK_LIMIT);
                page.screenshot(name.replace(".ipynb", ""));
                assertNoErrors(page.outputs());
                assertTrue(page.outputs().stream().anyMatch(output -> output.toString().contains("image/png")), name);
            }
        }
    }
}
