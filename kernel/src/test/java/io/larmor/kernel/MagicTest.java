package io.larmor.kernel;

import static io.larmor.kernel.TestKernel.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.kernel.TestKernel.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of a notebook. */
class MagicTest {

    @TempDir
    Path folder;

    @Test
    void timeShowsTheValueAndTheTime() throws Exception {
        Ran line = run("int timed = 4;\n%time timed * 2");
        assertEquals("8", line.result());
        assertTrue(line.stream("stdout").matches("time: [\\d.]+ m?s \\(CPU .*\\)\n"), line.stream("stdout"));
        assertEquals("9", run("%%time\nint inside = 5;\ninside + 4").result());
    }

    @Test
    void helpListsEveryMagicWithItsUsage() throws Exception {
        String help = run("%help").result();
        for (String name : List.of("%time", "%maven", "%classpath", "%jars", "%load", "%lsmagic", "%%html", "%vars", "%reset")) {
            assertTrue(help.contains(name), help);
        }
        assertTrue(run("%help time").result().startsWith("%time CODE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%time", "%maven nonsense", "%jars", "%load", "%vars x", "%jars nowhere/*.jar"})
    void badArgumentsAnswerTheUsage(String code) throws Exception {
        Ran ran = run(code);
        assertEquals("error", ran.reply().status());
        assertTrue(ran.traceback().contains("usage: " + code.split(" ")[0]), ran.traceback());
    }

    @Test
    void anUnknownMagicNamesTheKnownOnes() throws Exception {
        assertTrue(run("%nonsense 1").reply().errorValue().contains("maven"));
    }

    @Test
    void aCellOfHtmlIsShownAsSuch() throws Exception {
        assertEquals("<b>bold</b> \u00e4", run("%%html\n<b>bold</b> \u00e4").of("execute_result").get(0).path("data")
                .path("text/html").asText());
    }

    @Test
    void jarsAddedWhileRunningCanBeUsed() throws Exception {
        Path source = Files.writeString(folder.resolve("Coil.java"), "package lab; public class Coil { "
                + "public static int turns() { return 90; } }");
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(),
                source.toString()));
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("coil.jar")))) {
            jar.putNextEntry(new JarEntry("lab/Coil.class"));
            jar.write(Files.readAllBytes(folder.resolve("lab").resolve("Coil.class")));
        }
        Ran ran = run("%jars " + folder + "/*.jar\nlab.Coil.turns()");
        assertEquals("90", ran.result(), ran.traceback());
        assertTrue(run("%classpath").result().contains("coil.jar"));
    }

    @Test
    void filesRunAsIfTheyStoodInTheCell() throws Exception {
        Path script = Files.writeString(folder.resolve("a.jsh"), "int loaded = 3\nint twice(int x) { return 2 * x; }\n");
        assertEquals("6", run("%load " + script + "\ntwice(loaded)").result());
        Path notebook = Files.writeString(folder.resolve("b.ipynb"), "{\"cells\": [{\"cell_type\": \"markdown\", "
                + "\"source\": [\"text\"]}, {\"cell_type\": \"code\", \"source\": [\"int fromBook =\\n\", \" 5;\"]}, "
                + "{\"cell_type\": \"code\", \"source\": \"fromBook + 1\"}]}");
        assertEquals("6", run("%load " + notebook).result());
    }

    @Test
    void variablesAreListedAndForgotten() throws Exception {
        try (var own = TestKernel.start(java.util.Map.of())) {
            TestKernel.run(own, "double field = 0.43; int[] grid = {5, 5}; field + 1");
            String list = TestKernel.run(own, "%vars").result();
            assertTrue(list.matches("(?s).*field +double +0.43\n.*grid +int\\[] +\\[5, 5].*"), list);
            assertTrue(!list.contains("$"), list);
            assertTrue(TestKernel.run(own, "%reset").result().contains("forgotten"));
            assertEquals("error", TestKernel.run(own, "field").reply().status());
            assertEquals("[1]", TestKernel.run(own, "List.of(1)").result());
        }
    }
}
