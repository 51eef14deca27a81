package io.larmor.kernel;

import static io.larmor.kernel.TestKernel.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.kernel.TestKernel.Ran;
import io.larmor.kernel.wire.Json;
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
        for (String name : List.of("%help", "%time", "%%time", "%bench", "%%bench", "%maven", "%mavenRepo", "%loadFromPOM",
                "%classpath", "%jars", "%load", "%vars", "%who", "%reset", "%versions", "%%html", "%%markdown", "%%latex",
                "%%bash", "%lsmagic")) {
            assertTrue(help.contains(name + " ") || help.contains(name + "\n"), name + " is not in\n" + help);
        }
        assertEquals(help, run("%lsmagic").result());
        assertTrue(run("%help time").result().startsWith("%time CODE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%time", "%maven nonsense", "%maven a:b", "%jars", "%load", "%jars nowhere/*.jar", "%bench",
        "%bench -r 0 1+1", "%bench -z 1+1", "%reset now", "%versions x", "%lsmagic x", "%help nonsense", "%mavenRepo x",
        "%loadFromPOM", "%loadFromPOM nowhere.xml", "%%loadFromPOM\n<a>", "%%loadFromPOM never\n<dependency/>", "%html",
        "%%html x\ny", "%%bash", "%classpath nowhere.jar"})
    void badArgumentsAnswerTheUsage(String code) throws Exception {
        Ran ran = run(code);
        assertEquals("error", ran.reply().status());
        assertTrue(ran.traceback().matches("(?s).*usage: .*" + code.split("\\s")[0] + "\\b.*"), ran.traceback());
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
            String ints = TestKernel.run(own, "%who int[]").result();
            assertTrue(ints.contains("grid") && !ints.contains("field"), ints);
            String looping = TestKernel.run(own, "var broken = new Object() { public String toString() { "
                    + "throw new ArithmeticException(\"\"); } };\nint f() { return 1; }\nrecord R(int a) { }\n%vars").result();
            assertTrue(looping.contains("showing it failed") && looping.contains("field"), looping);
            assertEquals("forgotten: 4 variables preloaded, field, grid, broken; 1 method f; 1 type R",
                    TestKernel.run(own, "%reset -f").result());
            assertEquals("there was nothing to forget", TestKernel.run(own, "%reset").result());
            assertEquals("error", TestKernel.run(own, "field").reply().status());
            assertEquals("[1]", TestKernel.run(own, "List.of(1)").result());
        }
    }

    @Test
    void aMagicGivesItsValueToAVariable() throws Exception {
        Files.createDirectories(folder.resolve("sub dir"));
        Files.write(folder.resolve("bad.jar"), new byte[9]);
        assertTrue(run("%jars " + folder.resolve("bad.jar")).traceback().contains("not a jar"));
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("sub dir").resolve("one.jar")))) {
            jar.putNextEntry(new JarEntry("one.txt"));
        }
        Ran ran = run("List<String> added =  %jars \"" + folder.resolve("sub dir") + "\"\nadded.size() + \" \" + "
                + "added.get(0).endsWith(\"one.jar\")");
        assertEquals("1 true", ran.result(), ran.traceback());
        assertEquals("true", run("int k = 7\nvar timing = %bench -t 0.05 -r 3 Math.sin(k)\ntiming != null").result());
        assertEquals("8", run("(int) eval(\"%time 3 + 4\") + 1").result());
        assertEquals("[one.jar]", run("List<String> again = lineMagic(\"classpath\", List.of())\n"
                + "again.stream().map(x -> x.replaceAll(\".*/\", \"\")).filter(\"one.jar\"::equals).toList()").result());
    }

    @Test
    void aQuestionMarkAsksForDocumentation() throws Exception {
        for (String code : List.of("Math.max?", "?Math.max", "Math.max??")) {
            assertTrue(run(code).result().contains("max("), code);
        }
        assertTrue(run("%time?").result().startsWith("%time CODE"));
        assertEquals("2", run("boolean which = true;\nwhich ?\n2 : 3").result());
        assertTrue(run("!ls -l").traceback().contains("%%bash"));
        assertEquals("false", run("!true").result());
    }

    @Test
    void benchTellsTheSpreadAndCountsTheCalls() throws Exception {
        Ran ran = run("int[] calls = {0};\n%bench -r 4 -n 25 -t 0.1 calls[0]++");
        assertTrue(ran.result().matches("[\\d.]+ ± [\\d.]+ (ns|µs|ms) per call \\(median [\\d.]+, min [\\d.]+ (ns|µs|ms); "
                + "4 rounds of 25 calls after .+ to warm up\\)"), ran.result() + ran.traceback());
        long warmUp = Long.parseLong(ran.result().replaceAll(".*after ([\\d\u202F]+) calls.*", "$1").replace("\u202F", ""));
        assertEquals(String.valueOf(warmUp + 100), run("calls[0]").result());
        assertTrue(run("var list = new ArrayList<>(List.of(2, 1));\n%bench -t 0.05 Collections.sort(list)").result()
                .contains("per call"));
        assertEquals("ok", run("%%bench -t 0.05\nint a = 3\nvoid noMethods = 1").reply().status().equals("ok") ? "no" : "ok");
        Ran cell = run("%%bench -t 0.05\n\nint a = 3\nfor (int i = 0; i < a; i++) {\n    a--;\n}\nint b = a / 0;");
        assertTrue(cell.traceback().contains("line 7") && cell.reply().errorName().equals("ArithmeticException"),
                cell.traceback());
    }

    @Test
    void aShellCellStreamsFailsAndCanBeStopped() throws Exception {
        Ran ran = run("%%bash one \"two words\"\necho out $1; echo \"$2\"; echo wrong >&2; printf 'µ'; exit 3");
        assertEquals("out one\ntwo words\nµ", ran.stream("stdout"));
        assertEquals("wrong\n", ran.stream("stderr"));
        assertEquals("ExitStatus", ran.reply().errorName());
        assertTrue(ran.reply().errorValue().contains("status 3"), ran.reply().errorValue());
        assertTrue(run("%%sh\nno-such-command").reply().errorValue().contains("not found"));
        assertEquals("ok", run("%%bash\nread line; true").reply().status());

        Path alive = folder.resolve("alive");
        var kernel = TestKernel.shared();
        var later = TestKernel.later(() -> run(kernel, "%%bash\n(while true; do date > " + alive
                + "; sleep 0.05; done) &\necho started\nwait"));
        while (!Files.exists(alive)) {
            Thread.sleep(20);
        }
        kernel.interrupt();
        Ran stopped = later.get();
        assertEquals("Interrupted", stopped.reply().errorName());
        assertEquals("started\n", stopped.stream("stdout"));
        Thread.sleep(300);
        Files.deleteIfExists(alive);
        Thread.sleep(400);
        assertTrue(!Files.exists(alive), "the child is still running");
    }

    private static String completed(String code) throws Exception {
        return TestKernel.shared().request("shell", "complete_request", Json.object().put("code", code)
                .put("cursor_pos", code.length()), TestKernel.LIMIT).path("matches").toString();
    }

    @Test
    void namesAndArgumentsComplete() throws Exception {
        assertEquals("[\"%bench\"]", completed("%ben"));
        assertEquals("[\"%%markdown\"]", completed("%%mark"));
        assertEquals("[\"versions\"]", completed("%help ver"));
        assertEquals("[\"all\"]", completed("%versions a"));
        Files.writeString(folder.resolve("one.jsh"), "");
        Files.writeString(folder.resolve("other.txt"), "");
        Files.createDirectories(folder.resolve("old"));
        String typed = folder + "/o";
        assertEquals("[\"" + folder + "/old/\",\"" + folder + "/one.jsh\"]", completed("%load " + typed));
        run("double ofTheseOnly = 1;");
        assertTrue(completed("%who doub").contains("double"));
        assertTrue(completed("%time Math.ma").contains("max("));
    }
}
