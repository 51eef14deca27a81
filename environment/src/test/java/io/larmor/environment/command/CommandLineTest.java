package io.larmor.environment.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.environment.Main;
import io.larmor.environment.notebook.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int larmor(String... arguments) {
        return Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "run", "run --bogus x.ipynb", "run x.txt", "run x.ipynb -p novalue",
        "run x.ipynb --timeout soon", "run x.ipynb --timeout -1", "run x.ipynb --plots p", "run x.jsh -p a=1",
        "install --user --prefix /tmp", "bench a b"})
    void aWrongCallExitsWith2AndSaysWhere(String call) {
        assertEquals(2, larmor(call.isEmpty() ? new String[0] : call.split(" ")));
        assertTrue(err.toString().contains("larmor"), err.toString());
        assertTrue(!err.toString().contains("Exception"), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void aMissingFileIsSaidInOneLine() {
        assertEquals(1, larmor("run", folder.resolve("no.ipynb").toString()));
        assertEquals("larmor: " + folder.resolve("no.ipynb") + ": no such file\n", err.toString());
    }

    @Test
    void aWrongParameterIsSaidBeforeAnythingRuns() throws IOException {
        Path file = folder.resolve("n.ipynb");
        Files.writeString(file, """
                {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","id":"p",
                "metadata":{"tags":["parameters"]},"source":"int n = 3;"}]}""");
        assertEquals(2, larmor("run", file.toString(), "-p", "m=4"));
        assertEquals("larmor: n.ipynb has no parameter m; it declares n = 3\n", err.toString());
        assertTrue(Files.notExists(folder.resolve(".larmor")));
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : Main.commandLine().getSubcommands().keySet()) {
            assertEquals(0, larmor(command, "--help"), command);
            assertTrue(out.toString().contains("Usage: larmor " + command), out.toString());
        }
        assertEquals(0, larmor("--version"));
        assertTrue(out.toString().contains("Larmor 0."), out.toString());
    }

    @Test
    void theDoctorsJsonNamesEachThingOnceWithAStateAndARemedyForWhatIsAmiss() throws IOException {
        assertEquals(0, larmor("doctor", "--json"));
        JsonNode checks = Json.parse(out.toString());
        List<String> names = checks.findValuesAsText("name");
        assertEquals(names.stream().distinct().toList(), names);
        assertTrue(names.containsAll(List.of("java", "jdk", "maven", "memory", "fonts", "python", "jupyter", "kernelspec",
                "archive", "data")), names.toString());
        for (JsonNode check : checks) {
            boolean ok = check.path("state").asText().equals("ok");
            assertTrue(ok || List.of("warn", "missing").contains(check.path("state").asText()), check.toString());
            assertEquals(ok, check.path("remedy").asText().isEmpty(), check.toString());
        }
        assertEquals("ok", checks.get(0).path("state").asText());
    }

    @Test
    void benchmarkResultsBecomeRows() throws IOException {
        JsonNode rows = BenchCommand.rows(Json.parse("""
                [{"benchmark":"io.larmor.bench.Macrospin.step","params":{"n":"10"},
                  "primaryMetric":{"score":12.5,"scoreError":0.5,"scoreUnit":"us/op"}},
                 {"benchmark":"io.larmor.bench.Ice.field","primaryMetric":{"score":3,"scoreError":"NaN","scoreUnit":"ms/op"}}]"""));
        assertEquals(Json.parse("""
                [{"name":"Macrospin.step","params":{"n":"10"},"value":12.5,"unit":"us/op","spread":0.5},
                 {"name":"Ice.field","params":{},"value":3,"unit":"ms/op","spread":null}]"""), rows);
    }
}
