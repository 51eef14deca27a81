package io.larmor.environment.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.environment.setup.KernelCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notebooks written for other Java kernels, in the style that those document, run as they are and give what they hold. */
class OtherKernelsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ijava-style.ipynb", "jjava-style.ipynb"})
    void runsUnchanged(String name) throws Exception {
        surroundings();
        Path file = Path.of(OtherKernelsTest.class.getResource("/notebooks/" + name).toURI());
        List<Cell> expected = Notebook.read(file).cells();
        var runner = new NotebookRunner(KernelCommand.line(), Duration.ofSeconds(60));
        var result = runner.run(Notebook.read(file), folder, Map.of(), new NotebookRunner.Watcher() { });
        assertTrue(result.ok(), () -> result.failure().toString());
        List<Cell> cells = result.notebook().cells();
        assertEquals(expected.size(), cells.size());
        for (int i = 0; i < cells.size(); i++) {
            assertEquals(plain(expected.get(i)), plain(cells.get(i)), name + ", cell " + i + ":\n" + cells.get(i).source());
        }
    }

    /** The files that the notebooks find beside them. */
    private void surroundings() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        jar(lib.resolve("gears.jar"), "Gear", "package shop; public record Gear(int teeth) { "
                + "public double ratio(Gear other) { return other.teeth / (double) teeth; } }");
        Files.createDirectories(folder.resolve("repository"));
        Files.writeString(folder.resolve("helpers.jsh"), "double hooke(double rate, double stretch) {\n"
                + "    return rate * stretch;\n}\n");
        Files.writeString(folder.resolve("part.ipynb"), "{\"cells\": [{\"cell_type\": \"code\", \"source\": "
                + "[\"int fromPart = 41\"]}], \"nbformat\": 4}");
    }

    private void jar(Path jar, String type, String source) throws Exception {
        Path java = Files.writeString(folder.resolve(type + ".java"), source);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), java.toString()));
        try (var out = new JarOutputStream(Files.newOutputStream(jar)); Stream<Path> classes = Files.list(folder.resolve("shop"))) {
            for (Path file : (Iterable<Path>) classes::iterator) {
                out.putNextEntry(new JarEntry("shop/" + file.getFileName()));
                out.write(Files.readAllBytes(file));
            }
        }
        Files.delete(java);
        Files.delete(folder.resolve("shop").resolve(type + ".class"));
    }

    /** The outputs without what differs from run to run: times, ids of displays, remarks. */
    private static List<JsonNode> plain(Cell cell) throws Exception {
        var plain = new ArrayList<JsonNode>();
        for (JsonNode output : cell.json().path("outputs")) {
            String text = ((ObjectNode) output.deepCopy()).without(List.of("execution_count", "transient")).toString();
            if (!text.contains("fetched ") && !text.contains("is declared, but cannot be used until")) {
                plain.add(Json.parse(text.replaceAll("[\\d.]+ m?s\\b", "# s").replaceAll("[0-9a-f-]{36}", "id")));
            }
        }
        return plain;
    }
}
