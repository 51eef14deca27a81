package io.larmor.kernel;

import static io.larmor.kernel.TestKernel.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.wire.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion, documentation and completeness over the wire, where positions count code points. */
class AssistTest {

    private static JsonNode ask(String type, String code, int cursor) throws Exception {
        return TestKernel.shared().request("shell", type, Json.object().put("code", code).put("cursor_pos", cursor),
                TestKernel.LIMIT);
    }

    private static List<String> matches(JsonNode reply) {
        var texts = new ArrayList<String>();
        reply.path("matches").forEach(match -> texts.add(match.asText()));
        return texts;
    }

    private static JsonNode complete(String code) throws Exception {
        return ask("complete_request", code, code.codePointCount(0, code.length()));
    }

    @Test
    void namesOfTheSessionAndOfLibrariesComplete() throws Exception {
        run("String spinWaveName = \"x\"; int spinWaveCount = 2; 5");
        assertEquals(List.of("spinWaveCount", "spinWaveName"), matches(complete("spinWa")).stream().sorted().toList());
        assertTrue(matches(complete("spinWaveName.subst")).contains("substring("));
        assertTrue(matches(complete("new ArrayLi")).stream().anyMatch(m -> m.startsWith("ArrayList")));
        assertTrue(matches(complete("int q = 1;\n  Math.sq")).contains("sqrt("));
    }

    @Test
    void variablesOfACellThatWasNeverRunComplete() throws Exception {
        String cell = "import java.awt.*;\nint helper(int x) { return x; }\n%vars\nvar sweepPoints = List.of(1, 2)\n"
                + "sweepPoints\n  .stream()\n  .map(x -> x)";
        assertTrue(matches(complete(cell + ".coll")).contains("collect("));
        assertTrue(matches(complete("var sweepRange = \"a\";\nsweepRan")).contains("sweepRange"));
        assertTrue(ask("inspect_request", "var sweepName = \"a\"\nsweepName.substring(", 41).path("found").asBoolean());
    }

    @Test
    void whatEveryObjectHasComesLastAndTemporariesNever() throws Exception {
        run("5");
        List<String> members = matches(complete("\"x\"."));
        assertTrue(members.indexOf("wait(") > members.indexOf("length()"), members.toString());
        assertTrue(matches(complete("")).stream().noneMatch(name -> name.startsWith("$")));
    }

    @Test
    void positionsCountCodePoints() throws Exception {
        String code = "String z = \"\ud83e\uddf2\ud83e\uddf2\"; System.out.printl";
        JsonNode reply = complete(code);
        assertTrue(matches(reply).contains("println("));
        assertEquals(code.codePointCount(0, code.length()), reply.path("cursor_end").asInt());
        assertEquals(reply.path("cursor_end").asInt() - "printl".length(), reply.path("cursor_start").asInt());
        JsonNode type = reply.path("metadata").path("_jupyter_types_experimental").path(0);
        assertEquals("function", type.path("type").asText());
        assertTrue(type.path("signature").asText().matches("\\(.*\\) void.*"), type.toString());
    }

    @Test
    void magicsCompleteAndTheirCodeToo() throws Exception {
        assertTrue(matches(complete("%ti")).contains("%time"));
        assertTrue(matches(complete("%time Math.sq")).contains("sqrt("));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Math.max(1, 2) | 6 | max(int a, int b)
            Math.max       | 8 | max(int a, int b)
            Math.max(1,    | 11 | max(int a, «int b»)
            %time 1        | 3 | runs code
            """)
    void signaturesAreFound(String code, int cursor, String part) throws Exception {
        JsonNode reply = ask("inspect_request", code, cursor);
        assertTrue(reply.path("found").asBoolean(), reply.toString());
        assertTrue(reply.path("data").path("text/plain").asText().contains(part), reply.toString());
    }

    @Test
    void variablesTellTheirTypeAndUnknownNamesNothing() throws Exception {
        run("var inspected = List.of(1.5);");
        assertTrue(ask("inspect_request", "inspected", 4).path("data").path("text/plain").asText().contains("List<Double>"));
        assertFalse(ask("inspect_request", "noSuchThing", 4).path("found").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            int a1 = 1;          | complete   | -
            1 + 2                | complete   | -
            for (;;) {           | incomplete | '    '
            foo(                 | incomplete | '    '
            int int = 3 )        | invalid    | -
            String s = "abc      | invalid    | -
            %time x              | complete   | -
            'int a = 1\nfor (;;) {' | incomplete | '    '
            """)
    void completenessIsJudged(String code, String status, String indent) throws Exception {
        JsonNode reply = ask("is_complete_request", code.replace("\\n", "\n"), 0);
        assertEquals(status, reply.path("status").asText());
        assertEquals(indent, reply.path("indent").isMissingNode() ? null : reply.path("indent").asText());
    }
}
