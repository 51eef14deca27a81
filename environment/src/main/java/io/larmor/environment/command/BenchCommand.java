package io.larmor.environment.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.environment.notebook.Json;
import io.larmor.environment.notebook.WholeFile;
import io.larmor.environment.setup.Benchmarks;
import io.larmor.environment.setup.CellSpeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the library's speed on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true,
        description = "Measures the library's speed on this machine; without a name it lists what can be measured.")
public final class BenchCommand implements Callable<Integer> {

    /** What some benchmarks count beside their value: by processor time, and against the core's peak. */
    private static final List<String> COUNTERS = List.of("perProcessorSecond", "shareOfPeak");

    @Parameters(arity = "0..1", paramLabel = "NAME", description = {"Benchmarks whose name contains this, in any case; all: .",
        "cell: the same code in a notebook's cell and in a plain program."})
    private String name;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes rows {name, params, value, unit, spread, and counters where there are some}.")
    private Path json;

    @Option(names = "--quick", description = "Rough figures in a short time.")
    private boolean quick;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if ("cell".equals(name)) {
            out.print(CellSpeed.table(CellSpeed.measure(line -> err.println("larmor: " + line))));
            out.flush();
            return 0;
        }
        Benchmarks.prepare(line -> err.println("larmor: " + line));
        if (name == null) {
            out.println("cell");
            Benchmarks.names().forEach(out::println);
            return 0;
        }
        String sought = name.toLowerCase(Locale.ROOT);
        List<String> chosen = Benchmarks.names().stream()
                .filter(known -> known.toLowerCase(Locale.ROOT).contains(sought) || name.equals(".")).toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no benchmark is named like " + name + "; there are "
                    + String.join(", ", Benchmarks.names()));
        }
        ArrayNode rows = rows(Benchmarks.run(chosen, quick, line -> err.println("larmor: " + line)));
        table(rows, out);
        Map<String, String> peers = Benchmarks.peers();
        chosen.stream().filter(peers::containsKey).forEach(known -> out.println("beside " + known + ", elsewhere: " + peers.get(known)));
        if (json != null) {
            WholeFile.write(json, Json.text(rows));
            out.println("figures in " + json);
        }
        return 0;
    }

    /** Rows of name, params, value, unit and spread, from the results of JMH. */
    static ArrayNode rows(JsonNode results) {
        ArrayNode rows = Json.array();
        for (JsonNode result : results) {
            ObjectNode row = rows.addObject();
            row.put("name", Benchmarks.shortName(result.path("benchmark").asText()));
            row.set("params", result.path("params").isObject() ? result.path("params") : Json.object());
            JsonNode metric = result.path("primaryMetric");
            row.set("value", metric.path("score"));
            row.set("unit", metric.path("scoreUnit"));
            // JMH writes "NaN" for the error of a single iteration.
            row.set("spread", metric.path("scoreError").isNumber() ? metric.path("scoreError") : null);
            for (String counter : COUNTERS) {
                JsonNode score = result.path("secondaryMetrics").path(counter).path("score");
                if (score.isNumber()) {
                    row.set(counter, score);
                }
            }
        }
        return rows;
    }

    private static void table(ArrayNode rows, PrintWriter out) {
        var lines = new ArrayList<String[]>();
        lines.add(new String[] {"benchmark", "parameters", "value", "spread", "unit", "per processor second", "of the peak"});
        for (JsonNode row : rows) {
            String params = row.path("params").properties().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue().asText()).collect(Collectors.joining(" "));
            lines.add(new String[] {row.path("name").asText(), params, figure(row.path("value")),
                row.path("spread").isNumber() ? "± " + figure(row.path("spread")) : "", row.path("unit").asText(),
                row.has(COUNTERS.get(0)) ? figure(row.path(COUNTERS.get(0))) : "",
                row.has(COUNTERS.get(1)) ? String.format(Locale.ROOT, "%.0f %%", 100 * row.path(COUNTERS.get(1)).asDouble()) : ""});
        }
        int[] widths = new int[7];
        lines.forEach(line -> {
            for (int i = 0; i < line.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        });
        for (String[] line : lines) {
            out.printf(Locale.ROOT, "%-" + widths[0] + "s  %-" + Math.max(1, widths[1]) + "s  %" + widths[2] + "s  %-"
                    + Math.max(1, widths[3]) + "s  %-" + widths[4] + "s  %" + widths[5] + "s  %" + widths[6] + "s%n", (Object[]) line);
        }
    }

    private static String figure(JsonNode number) {
        double value = number.asDouble();
        return Math.abs(value) >= 1e6 || value != 0 && Math.abs(value) < 1e-2 ? String.format(Locale.ROOT, "%.3e", value)
                : String.format(Locale.ROOT, value < 100 ? "%.3f" : "%.1f", value);
    }
}
