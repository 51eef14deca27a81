package io.larmor.kernel;

import static io.larmor.kernel.TestKernel.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.TestKernel.Published;
import io.larmor.kernel.TestKernel.Ran;
import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of a real kernel through a real client. */
class ExecuteTest {

    @Test
    void anExpressionGivesItsValueBetweenBusyAndIdle() throws Exception {
        Ran ran = run("1+1");
        assertEquals("ok", ran.reply().status());
        assertEquals("2", ran.result());
        assertEquals(List.of("status", "execute_input", "execute_result", "status"),
                ran.messages().stream().map(Published::type).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            int e1 = 1; int e2 = 2; e1 + e2                 | 3
            int e3 = 5;                                     | ''
            int e4; e4 = 7                                  | ''
            (Object) null                                   | null
            System.gc()                                     | ''
            // nothing                                      | ''
            record E5(int a, double b) {} new E5(1, 2.0)    | E5[a=1, b=2.0]
            new int[][] {{1, 2}, {3}}                       | [[1, 2], [3]]
            List.of(1, 2).stream().map(x -> x * 2).toList() | [2, 4]
            int e6(int x) { return x + 1; } e6(e6(1))       | 3
            "%d".formatted(7 %3)                            | 1
            true ? 1 : 2.0                                  | 1.0
            (byte) 7                                        | 7
            1 + 1 // a comment                              | 2
            List.of(1, 2.5)                                 | [1, 2.5]
            int e7 = 3; e7++                                | 3
            int e8 = 3; e8++; e8                            | 4
            """)
    void aCellShowsTheValueOfItsLastExpression(String code, String shown) throws Exception {
        Ran ran = run(code);
        assertEquals("ok", ran.reply().status(), ran.traceback());
        assertEquals(shown, ran.result());
    }

    @Test
    void chainsOverSeveralLinesAreOneStatement() throws Exception {
        assertEquals("ABc", run("""
                var chained = new StringBuilder("a")
                    .append("b")   // a comment

                    // another
                    .toString()
                    .toUpperCase()
                chained
                    .concat("c")
                """).result());
        assertEquals("3", run("int c1 = 1\nint c2 = 2\nc1\n  + c2").result());
    }

    @Test
    void printedTextArrivesWholeAndInFewMessages() throws Exception {
        Ran ran = run("for (int i = 0; i < 50_000; i++) System.out.println(\"Zeile \" + i + \" \\u00e4\\ud83e\\uddf2\");");
        String text = ran.stream("stdout");
        assertEquals(50_000, text.lines().count());
        assertTrue(text.endsWith("Zeile 49999 \u00e4\ud83e\uddf2\n"));
        assertTrue(ran.of("stream").size() < 500, ran.of("stream").size() + " messages");
    }

    @Test
    void bothStreamsAndABackgroundThreadBelongToTheirCell() throws Exception {
        Ran ran = run("System.out.println(\"o\"); System.err.println(\"e\");"
                + "var bg = new Thread(() -> System.out.println(\"bg\")); bg.start(); bg.join();");
        assertEquals("o\nbg\n", ran.stream("stdout"));
        assertEquals("e\n", ran.stream("stderr"));
    }

    @Test
    void outputOfThreadsIsNeitherLostNorMixedWithinALine() throws Exception {
        Ran ran = run("""
                var ts = new ArrayList<Thread>();
                for (int t = 0; t < 4; t++) { int k = t; ts.add(new Thread(() -> {
                    for (int i = 0; i < 2000; i++) System.out.println("thread " + k + " line " + i); })); }
                ts.forEach(Thread::start);
                for (var t : ts) t.join();
                """);
        List<String> lines = ran.stream("stdout").lines().toList();
        assertEquals(8000, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.matches("thread \\d line \\d+")));
    }

    @Test
    void silentCellsPublishNothingAndDoNotCount() throws Exception {
        KernelClient kernel = TestKernel.shared();
        int before = run("1").reply().executionCount();
        JsonNode reply = kernel.request("shell", "execute_request",
                Json.object().put("code", "System.out.println(1); 2").put("silent", true), TestKernel.LIMIT);
        assertEquals("ok", reply.path("status").asText());
        assertEquals(before + 1, run("1").reply().executionCount());
    }

    @Test
    void userExpressionsAnswerOrFailEachOnItsOwn() throws Exception {
        run("int ux = 5;");
        ObjectNode request = Json.object().put("code", "");
        request.putObject("user_expressions").put("good", "ux + 1").put("bad", "noSuchName + 1");
        JsonNode answers = TestKernel.shared().request("shell", "execute_request", request, TestKernel.LIMIT)
                .path("user_expressions");
        assertEquals("6", answers.path("good").path("data").path("text/plain").asText());
        assertEquals("error", answers.path("bad").path("status").asText());
    }

    @Test
    void aFailedCellAbortsThoseThatWait() throws Exception {
        KernelClient kernel = TestKernel.shared();
        var replies = new ArrayList<FutureTask<String>>();
        for (String code : List.of("Thread.sleep(400); throw new IllegalStateException()", "1", "2")) {
            replies.add(TestKernel.later(() -> kernel.request("shell", "execute_request",
                    Json.object().put("code", code), TestKernel.LIMIT).path("status").asText()));
            Thread.sleep(60);
        }
        var statuses = new ArrayList<String>();
        for (FutureTask<String> reply : replies) {
            statuses.add(reply.get());
        }
        assertEquals(List.of("error", "aborted", "aborted"), statuses);
        assertEquals("ok", run("1").reply().status());
    }

    @Test
    void inputIsAskedForAndRefusedWhenNobodyAnswers() throws Exception {
        var text = new StringBuilder();
        String code = "var in1 = new Scanner(System.in); System.out.println(\"got \" + in1.nextLine());";
        var reply = TestKernel.shared().execute(code, new KernelClient.Listener() {
            @Override
            public void message(String type, JsonNode content, JsonNode metadata) {
                text.append(content.path("text").asText(""));
            }

            @Override
            public String input(String prompt, boolean password) {
                return "spin \u2192";
            }
        }, TestKernel.LIMIT);
        assertEquals("ok", reply.status());
        assertEquals("got spin \u2192\n", text.toString());
        assertEquals("error", run(code).reply().status());
    }

    @Test
    void aShownValueIsNotKeptForEver() throws Exception {
        run("class Shown { static java.lang.ref.WeakReference<Object> last; static Object make() { var made = new byte[9]; "
                + "last = new java.lang.ref.WeakReference<>(made); return made; } }");
        assertEquals("[0, 0, 0, 0, 0, 0, 0, 0, 0]", run("Shown.make()").result());
        run("1");
        assertEquals("true", run("System.gc(); Shown.last.get() == null").result());
    }

    @Test
    void exitInACellEndsOnlyTheCell() throws Exception {
        Ran ran = run("System.exit(3);");
        assertEquals("error", ran.reply().status());
        assertTrue(ran.traceback().contains("System.exit(3)"), ran.traceback());
        assertEquals("2", run("1+1").result());
    }

    @Test
    void exitAloneLeavesAConsoleUnlessItIsAName() throws Exception {
        assertEquals("ok", run("exit").reply().status());
        assertEquals("ok", run("quit();").reply().status());
        assertEquals("4", run("int exit = 4; exit").result());
        assertEquals("4", run("exit").result());
    }
}
