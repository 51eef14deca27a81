package io.larmor.kernel;

import static io.larmor.kernel.TestKernel.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.TestKernel.Ran;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values look that have no form of their own. */
class RendererTest {

    @TempDir
    Path folder;

    private static JsonNode shown(String code) throws Exception {
        Ran ran = run(code);
        assertEquals("ok", ran.reply().status(), ran.traceback());
        return ran.of("execute_result").get(0).path("data");
    }

    @Test
    void arraysOfNumbersShowShapeAndCorners() throws Exception {
        assertEquals("int[2][2]\n[[  1, -22],\n [  3,   4]]", run("new int[][] {{1, -22}, {3, 4}}").result());
        String large = run("double[][] large = new double[300][200]; large[299][199] = Math.PI; large").result();
        assertTrue(large.startsWith("double[300][200]\n[[   0.0,") && large.endsWith("..."
                + ",    0.0,    0.0,    0.0, 3.1416]]"), large);
        assertEquals(10, large.lines().count());
        assertEquals("[[1], [2, 3]]", run("new int[][] {{1}, {2, 3}}").result());
        assertEquals(8, run("new float[2][3][4]").result().lines().count());
    }

    @Test
    void recordsAndMapsAreTablesWithText() throws Exception {
        JsonNode one = shown("record Spin(String name, double[] at) {}\nnew Spin(\"<up>\", new double[] {1, 2})");
        assertEquals("Spin[name=<up>, at=[1.0, 2.0]]", one.path("text/plain").asText());
        assertTrue(one.path("text/html").asText().contains(">&lt;up&gt;</td>"), one.toString());
        JsonNode many = shown("IntStream.range(0, 500).mapToObj(i -> new Spin(\"s\" + i, null)).collect(Collectors.toList())");
        String html = many.path("text/html").asText();
        assertTrue(html.contains(">at</th>") && html.contains(">s59</td>") && !html.contains(">s60<")
                && html.contains("440 more, 500 in all"), html);
        JsonNode map = shown("var self = new TreeMap<String, Object>(); self.put(\"me\", self); self.put(\"k\", 1); self");
        assertEquals("{k=1, me=(this map)}", map.path("text/plain").asText());
        assertTrue(map.path("text/html").asText().contains("(itself)"));
        assertFalse(shown("record Own(int a) { public String toString() { return \"mine\"; } }\nnew Own(1)").has("text/html"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            null                             | null
            "quoted"                         | quoted
            Optional.empty()                 | Optional.empty
            Optional.of(List.of(1))          | Optional[[1]]
            new IllegalStateException("x")   | java.lang.IllegalStateException: x
            Path.of("a.png")                 | a.png
            new char[] {'a', 'b'}            | [a, b]
            Set.of(7)                        | [7]
            """)
    void plainValuesAreText(String code, String text) throws Exception {
        assertEquals(text, run("Object shown = " + code + ";\nshown").result());
    }

    @Test
    void wordsMakeForms() throws Exception {
        assertEquals("$\\displaystyle m^2$", shown("latex(\"m^2\")").path("text/latex").asText());
        assertEquals("a $b$", shown("latex(\"a $b$\")").path("text/latex").asText());
        assertEquals("**b**", shown("markdown(\"**b**\")").path("text/markdown").asText());
        assertTrue(shown("svg(\"<svg/>\")").path("text/plain").asText().contains("SVG"));
        assertEquals(2, shown("json(\"{\\\"a\\\": [1, 2]}\")").path("application/json").path("a").path(1).asInt());
        assertEquals(1, shown("json(Map.of(\"a\", 1))").path("application/json").path("a").asInt());
        assertTrue(run("json(\"{\")").reply().errorValue().contains("not JSON"));
        JsonNode optional = shown("Optional.of(new java.awt.image.BufferedImage(3, 2, 1))");
        assertTrue(optional.has("image/png") && optional.path("text/plain").asText().startsWith("Optional[BufferedImage"));
    }

    @Test
    void arraysOfNd4jAreSummarizedWithoutLoadingIt() throws Exception {
        Path jar = TestJar.write(folder.resolve("nd.jar"), Map.of("org.nd4j.linalg.api.ndarray.INDArray",
                "package org.nd4j.linalg.api.ndarray; public interface INDArray { long[] shape(); Object dataType(); "
                + "double getDouble(long... at); }",
                "org.nd4j.Grid", "package org.nd4j; class Grid implements org.nd4j.linalg.api.ndarray.INDArray {"
                + "public long[] shape() { return new long[] {2, 1000}; } public Object dataType() { return \"FLOAT\"; } "
                + "public double getDouble(long... at) { return at[0] * 1000 + at[1]; } }",
                "org.nd4j.Nd", "package org.nd4j; public class Nd { public static Object grid() { return new Grid(); } }"),
                Map.of());
        String text = run("%jars " + jar + "\norg.nd4j.Nd.grid()").result();
        assertEquals("INDArray FLOAT [2, 1000]\n"
                + "[[   0.0,    1.0,    2.0,    3.0, ...,  996.0,  997.0,  998.0,  999.0],\n"
                + " [1000.0, 1001.0, 1002.0, 1003.0, ..., 1996.0, 1997.0, 1998.0, 1999.0]]", text);
    }

    @Test
    void aJarBringsItsExtensionWithIt() throws Exception {
        Path jar = TestJar.write(folder.resolve("lab.jar"), Map.of("lab.Lab", """
                package lab;
                import io.larmor.kernel.spi.*;
                import java.util.*;
                public final class Lab implements KernelExtension {
                    public record Ohm(double value) {}
                    public String name() { return "lab 1.2"; }
                    public List<String> imports() { return List.of("lab.Lab.Ohm"); }
                    public String startup() { return "var shunt = new Ohm(50);"; }
                    public void attach(KernelContext context) {
                        context.renderer(Ohm.class, ohm -> MimeBundle.text(ohm.value() + " ohm"));
                        context.hint((source, error, message) -> error instanceof ArithmeticException
                            ? Optional.of("a short circuit?") : Optional.empty());
                        context.magic(new Magic() {
                            public String name() { return "meter"; }
                            public String usage() { return "%meter RANGE"; }
                            public String help() { return "reads the meter"; }
                            public List<String> complete(String typed) { return List.of("volts"); }
                            public Object run(String arguments, String body) {
                                if (arguments.isEmpty()) { throw new IllegalArgumentException("no range"); }
                                return new Ohm(Double.parseDouble(arguments));
                            }
                        });
                    }
                }
                """), Map.of("META-INF/services/io.larmor.kernel.spi.KernelExtension", "lab.Lab\n"));
        try (var own = TestKernel.start(Map.of())) {
            assertEquals("error", TestKernel.run(own, "%meter 3").reply().status());
            Ran added = TestKernel.run(own, "%jars " + jar);
            assertTrue(added.result().contains("with the extension lab 1.2"), added.result() + added.traceback());
            assertEquals("50.0 ohm", TestKernel.run(own, "shunt").result());
            assertEquals("7.0 ohm", TestKernel.run(own, "new Ohm(7)").result());
            assertEquals("3.0 ohm", TestKernel.run(own, "%meter 3").result());
            assertTrue(TestKernel.run(own, "%meter").traceback().contains("usage: %meter RANGE"));
            assertTrue(TestKernel.run(own, "1 / 0").traceback().contains("a short circuit?"));
            assertTrue(TestKernel.run(own, "%help").result().contains("reads the meter"));
            assertTrue(TestKernel.run(own, "%versions").result().contains("lab 1.2"));
        }
    }
}
