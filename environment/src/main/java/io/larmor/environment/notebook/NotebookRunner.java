package io.larmor.environment.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.KernelClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Executes a notebook in a kernel process of its own, by the Jupyter protocol and without Jupyter. */
public final class NotebookRunner {

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final Map<String, String> RECORDS = Map.of("LARMOR_WIDGETS", "off");
    private static final String MAY_FAIL = "raises-exception";

    private final List<String> kernelCommand;
    private final Duration cellLimit;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private volatile KernelClient client;

    /** Follows the execution; calls come from the thread that runs the notebook. */
    public interface Watcher {

        /** A code cell begins: the number of it among all code cells, from 1. */
        default void begun(int number, int of, Cell cell) {
        }

        /** A cell printed or showed something: a text of it for people, which may have several lines. */
        default void printed(String text) {
        }

        /** A code cell is over. */
        default void ended(int number, int of, Cell cell, boolean well, double seconds) {
        }
    }

    /**
     * A cell that failed.
     *
     * @param cell its number among all code cells, from 1
     * @param source its text
     * @param name the error's name
     * @param value the error's message
     * @param traceback the kernel's description, with the line and a caret
     */
    public record Failure(int cell, String source, String name, String value, List<String> traceback) {
    }

    /**
     * What came out.
     *
     * @param notebook the notebook with its outputs
     * @param failure the cell at which it stopped; empty when all went well
     * @param interrupted whether the user stopped it
     */
    public record Result(Notebook notebook, Optional<Failure> failure, boolean interrupted) {

        /** Whether every cell ran well. */
        public boolean ok() {
            return failure.isEmpty() && !interrupted;
        }

        /** The rows of "paper vs here" tables: notebook, quantity, paper, here, spread, low, high, verdict, note. */
        public ArrayNode comparisons() {
            return ComparisonRows.of(notebook);
        }
    }

    /**
     * A runner.
     *
     * @param kernelCommand how the kernel is started, with the word {@code {connection_file}}
     * @param cellLimit how long a cell may take; null for as long as it likes
     */
    public NotebookRunner(List<String> kernelCommand, Duration cellLimit) {
        this.kernelCommand = List.copyOf(kernelCommand);
        this.cellLimit = cellLimit;
    }

    /** The parameters of a run: what was given, and {@code quick = true} when asked for and the notebook declares it. */
    public static Map<String, String> parameters(Notebook notebook, Map<String, String> given, boolean quick) {
        var all = new LinkedHashMap<>(given);
        if (quick && Parameters.declared(notebook).containsKey("quick")) {
            all.putIfAbsent("quick", "true");
        }
        return all;
    }

    /** Stops the running cell, and with it the run; from any thread. */
    public void interrupt() {
        interrupted.set(true);
        KernelClient running = client;
        if (running != null) {
            running.interrupt();
        }
    }

    /**
     * Executes all code cells in order, up to the first that fails (cells tagged {@code raises-exception} may).
     *
     * @param notebook is changed: parameters are put in and outputs replaced
     * @param folder the kernel's working directory
     * @throws IllegalArgumentException for parameters that the notebook does not have
     * @throws IOException when the kernel does not start
     */
    public Result run(Notebook notebook, Path folder, Map<String, String> parameters, Watcher watcher)
            throws IOException, InterruptedException {
        Parameters.inject(notebook, parameters);
        List<Cell> cells = notebook.cells().stream().filter(Cell::isCode).toList();
        cells.forEach(Cell::clear);
        Optional<Failure> failure = Optional.empty();
        try (KernelClient kernel = KernelClient.launch(kernelCommand, folder, RECORDS, STARTUP)) {
            client = kernel;
            describe(notebook, kernel.kernelInfo());
            var outputs = new Outputs();
            for (int i = 0; i < cells.size() && failure.isEmpty() && !interrupted.get(); i++) {
                failure = run(kernel, cells.get(i), i + 1, cells.size(), outputs, watcher);
            }
        } finally {
            client = null;
        }
        return new Result(notebook, failure, interrupted.get());
    }

    private Optional<Failure> run(KernelClient kernel, Cell cell, int number, int of, Outputs outputs, Watcher watcher)
            throws InterruptedException {
        long begin = System.nanoTime();
        watcher.begun(number, of, cell);
        if (cell.source().isBlank()) {
            watcher.ended(number, of, cell, true, 0);
            return Optional.empty();
        }
        outputs.begin(cell);
        KernelClient.Reply reply = kernel.execute(cell.source(), (type, content, metadata) -> {
            outputs.message(type, content);
            String text = text(type, content);
            if (!text.isBlank()) {
                watcher.printed(text);
            }
        }, cellLimit);
        outputs.end(reply.executionCount());
        boolean well = reply.status().equals("ok") || cell.tags().contains(MAY_FAIL);
        watcher.ended(number, of, cell, well, (System.nanoTime() - begin) / 1e9);
        return well ? Optional.empty() : Optional.of(new Failure(number, cell.source(), reply.errorName(),
                reply.errorValue(), reply.traceback() == null ? List.of() : plain(reply.traceback())));
    }

    private static List<String> plain(List<String> traceback) {
        var lines = new ArrayList<String>();
        traceback.forEach(line -> lines.add(Highlight.plain(line)));
        return lines;
    }

    private static String text(String type, JsonNode content) {
        return switch (type) {
            case "stream" -> content.path("text").asText();
            case "display_data", "update_display_data" -> content.path("data").path("text/plain").asText("");
            default -> "";
        };
    }

    private static void describe(Notebook notebook, JsonNode info) {
        ObjectNode metadata = notebook.metadata();
        ObjectNode kernel = metadata.putObject("kernelspec");
        kernel.put("display_name", "Larmor");
        kernel.put("language", "java");
        kernel.put("name", "larmor");
        if (info.path("language_info").isObject()) {
            metadata.set("language_info", info.get("language_info"));
        }
    }
}
