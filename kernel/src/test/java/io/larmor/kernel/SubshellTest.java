package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.TestKernel.Ran;
import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.Message;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shells that work beside the main one. */
class SubshellTest {

    private static KernelClient kernel;
    private static Wiretap tap;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start(Map.of());
        tap = new Wiretap(kernel);
        TestKernel.run(kernel, "volatile boolean go = false; int shared = 1;");
    }

    @BeforeEach
    void forget() {
        tap.use(null);
        tap.forget();
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    private static JsonNode control(String type, String id) {
        return kernel.request("control", type, id == null ? Json.object() : Json.object().put("subshell_id", id),
                TestKernel.LIMIT);
    }

    private static String create() {
        JsonNode reply = control("create_subshell_request", null);
        assertEquals("ok", reply.path("status").asText());
        return reply.path("subshell_id").asText();
    }

    private static String execute(String subshell, String code) throws Exception {
        Message request = kernel.message("execute_request", Json.object().put("code", code)).inSubshell(subshell);
        kernel.send("shell", request);
        return request.id();
    }

    private static String result(String request) throws Exception {
        tap.awaitIdle(request);
        return tap.because(request).stream().filter(m -> m.type().equals("execute_result"))
                .map(m -> m.content().path("data").path("text/plain").asText()).findFirst().orElse("none");
    }

    @Test
    void subshellsAreListedAndDeleted() {
        assertTrue(kernel.kernelInfo().path("supported_features").toString().contains("\"kernel subshells\""));
        String a = create();
        String b = create();
        String listed = control("list_subshell_request", null).path("subshell_id").toString();
        assertTrue(listed.contains(a) && listed.contains(b), listed);
        assertEquals("ok", control("delete_subshell_request", a).path("status").asText());
        assertFalse(control("list_subshell_request", null).path("subshell_id").toString().contains(a));
        JsonNode again = control("delete_subshell_request", a);
        assertEquals("error", again.path("status").asText());
        assertTrue(again.path("evalue").asText().contains(a));
        control("delete_subshell_request", b);
    }

    @Test
    void aCellOfASubshellRunsWhileTheMainOneDoes() throws Exception {
        String side = create();
        go(false);
        var main = TestKernel.later(() -> TestKernel.run(kernel,
                "System.out.println(\"main\"); while (!go) { Thread.onSpinWait(); } var after = shared + 1; after"));
        tap.await("the main cell", m -> m.type().equals("stream"));
        String first = execute(side, "int twice(int x) { return 2 * x; }\nSystem.out.println(\"side\"); shared = 20; twice(21)");
        assertEquals("42", result(first));
        assertFalse(main.isDone());
        assertEquals("side\n", tap.because(first).stream().filter(m -> m.type().equals("stream")).findFirst()
                .orElseThrow().content().path("text").asText());
        String wrong = execute(side, "1 / 0");
        assertEquals("ArithmeticException", tap.awaitReply(wrong).content().path("ename").asText());
        String opening = execute(side, "go = true;");
        Ran ran = main.get(20, TimeUnit.SECONDS);
        assertEquals("21", ran.result());
        assertEquals("main\n", ran.stream("stdout"));
        // one count for all shells
        int count = tap.awaitReply(opening).content().path("execution_count").asInt();
        assertTrue(ran.reply().executionCount() < count);
        assertEquals("84", TestKernel.run(kernel, "twice(42)").result());
        control("delete_subshell_request", side);
    }

    private static void go(boolean value) throws Exception {
        TestKernel.run(kernel, "go = " + value + ";");
    }

    @Test
    void anInterruptStopsBoth() throws Exception {
        String side = create();
        String loops = execute(null, "System.out.println(\"one\"); while (true) { }");
        tap.await("the main cell", m -> m.type().equals("stream") && Wiretap.isOf(m, loops));
        String other = execute(side, "System.out.println(\"two\"); while (true) { }");
        tap.await("the other cell", m -> m.type().equals("stream") && Wiretap.isOf(m, other));
        kernel.interrupt();
        assertEquals("Interrupted", tap.awaitReply(loops).content().path("ename").asText());
        assertEquals("Interrupted", tap.awaitReply(other).content().path("ename").asText());
        assertEquals("5", result(execute(side, "2 + 3")));
        assertEquals("6", TestKernel.run(kernel, "3 + 3").result());
        control("delete_subshell_request", side);
    }

    @Test
    void deletingOneStopsWhatItRuns() throws Exception {
        String side = create();
        String loops = execute(side, "System.out.println(\"in\"); while (true) { }");
        tap.await("the cell", m -> m.type().equals("stream") && Wiretap.isOf(m, loops));
        assertEquals("ok", control("delete_subshell_request", side).path("status").asText());
        assertEquals("error", tap.awaitReply(loops).content().path("status").asText());
        String late = execute(side, "1");
        assertEquals("NoSuchSubshell", tap.awaitReply(late).content().path("ename").asText());
        tap.awaitIdle(late);
    }

    @Test
    void aCommThatASubshellServesAnswersDuringACell() throws Exception {
        String side = create();
        go(false);
        var main = TestKernel.later(() -> TestKernel.run(kernel,
                "var c9 = comm(\"t9\", Map.of()); c9.onMessage(p -> { go = (boolean) p.data().get(\"go\"); });\n"
                        + "while (!go) { Thread.onSpinWait(); } \"gone\""));
        String id = tap.await("comm_open", m -> m.type().equals("comm_open")).content().path("comm_id").asText();
        tap.use(side);
        Thread.sleep(200);
        tap.awaitIdle(tap.say(id, "{'go': true}"));
        assertEquals("gone", main.get(20, TimeUnit.SECONDS).result());
        control("delete_subshell_request", side);
    }
}
