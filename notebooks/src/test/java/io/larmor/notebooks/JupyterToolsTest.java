package io.larmor.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.environment.notebook.Cell;
import io.larmor.environment.notebook.Notebook;
import io.larmor.environment.setup.Jupyter;
import io.larmor.environment.setup.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel under Jupyter's own programs without a browser: console, nbclient and nbconvert. Run as {@link JupyterLabTest}. */
@Tag("jupyter")
class JupyterToolsTest {

    private static final String INTERRUPT = "\u0003";
    private static final String NOTEBOOK = """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "larmor", "display_name": "Larmor",
              "language": "java"}}, "cells": [
             {"id": "a", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source":
              "System.out.println(\\"printed\\");\\nvar device = stno().current(mA(6));\\ndevice.supercriticality()"},
             {"id": "b", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "device"},
             {"id": "c", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source":
              "Trace.run(device, constant(mA(6), ns(500))).plot(\\"power\\")"}
            ]}
            """;

    @TempDir
    static Path temporary;
    private static Path programs;
    private static Map<String, String> environment;

    @BeforeAll
    static void register() throws IOException, InterruptedException {
        Path data = temporary.resolve("jupyter");
        run(List.of(Layout.launcher().toString(), "install", "--no-archive", "--path", data.toString()), Map.of());
        programs = Jupyter.obtain(line -> { }).orElseThrow().program().getParent();
        environment = Map.of("JUPYTER_PATH", data.toString(), "LARMOR_HISTORY", "off",
                "JUPYTER_CONFIG_DIR", temporary.resolve("config").toString(),
                "IPYTHONDIR", temporary.resolve("ipython").toString());
    }

    private static String run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path log = Files.createTempFile(temporary, "run", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        String said = Files.readString(log);
        assertEquals(0, status, command + "\n" + said);
        return said;
    }

    private static String program(String name) {
        Path file = programs.resolve(name);
        assumeTrue(Files.isExecutable(file), "this Jupyter has no " + name);
        return file.toString();
    }

    @Test
    void nbclientRunsANotebook() throws IOException, InterruptedException {
        Path file = temporary.resolve("client.ipynb");
        Files.writeString(file, NOTEBOOK);
        run(List.of(program("jupyter-execute"), "--inplace", file.toString()), environment);
        List<Cell> cells = Notebook.read(file).cells();
        assertTrue(cells.get(0).json().path("outputs").toString().contains("printed\\n"), cells.get(0).json().toString());
        assertTrue(cells.get(0).json().path("outputs").toString().contains("\"text/plain\":[\"2.0\"]")
                || cells.get(0).json().path("outputs").toString().contains("\"text/plain\":\"2.0\""),
                cells.get(0).json().toString());
        assertTrue(cells.get(1).json().path("outputs").toString().contains("text/html"));
        assertTrue(cells.get(2).json().path("outputs").toString().contains("image/png"));
    }

    @Test
    void nbconvertMakesAPageOfIt() throws IOException, InterruptedException {
        Path file = temporary.resolve("convert.ipynb");
        Files.writeString(file, NOTEBOOK);
        run(List.of(program("jupyter-nbconvert"), "--execute", "--to", "html", file.toString()), environment);
        String page = Files.readString(temporary.resolve("convert.html"));
        assertTrue(page.contains("printed") && page.contains("data:image/png;base64,"), "the page has no outputs");
        assertFalse(page.contains("Traceback"), "the page shows an error");
    }

    @Test
    void theConsoleContinuesLinesInterruptsAndLeaves() throws IOException, InterruptedException {
        assumeTrue(PseudoTerminal.isPossible(), "there is no program `script` for a terminal");
        var command = new ArrayList<>(List.of(program("jupyter-console"), "--kernel", "larmor"));
        try (var console = PseudoTerminal.start(command, environment)) {
            console.await("%help lists the magics");
            console.await("In [1]");
            console.line("for (int i = 0; i < 2; i++) {");
            console.await("...:");
            console.line("System.out.println(\"i is \" + i);");
            console.line("}");
            console.await("i is 1");
            console.await("In [2]");
            console.line("6 * 7");
            console.await("Out[2]: 42");
            console.await("In [3]");
            console.line("while (true) { }");
            Thread.sleep(1500);
            console.type(INTERRUPT);
            console.await("Interrupted");
            console.await("In [4]");
            console.line("stno().supercriticality()");
            console.await("Out[4]: 2");
            console.await("In [5]");
            console.line("exit");
            assertTrue(console.ends(), console.text());
        }
    }
}
