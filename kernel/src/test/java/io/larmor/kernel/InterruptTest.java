package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.TestKernel.Ran;
import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that would run for ever, stopped; the session goes on. */
class InterruptTest {

    private static KernelClient kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start(Map.of());
        TestKernel.run(kernel, "int kept = 17; int depth(int n) { return n <= 0 ? 0 : depth(n - 1) + 1; }");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    private static KernelClient.Reply interruptWhenStarted(String code) throws Exception {
        var started = new CountDownLatch(1);
        String cell = code.contains("started") ? code : "System.out.println(\"started\");\n" + code;
        var reply = TestKernel.later(() -> kernel.execute(cell, (type, content, metadata) -> {
            if (type.equals("stream")) {
                started.countDown();
            }
        }, TestKernel.LIMIT));
        assertTrue(started.await(20, TimeUnit.SECONDS));
        kernel.interrupt();
        return reply.get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "while (true) { }",
        "Thread.sleep(60000);",
        "while (true) { try { Thread.sleep(50); } catch (InterruptedException e) { } }",
        "while (true) { try { Thread.sleep(50); } catch (Throwable e) { } }",
        "for (;;) depth(1000);",
        "java.util.stream.LongStream.iterate(0, x -> x + 1).filter(x -> x < 0).findFirst();",
        "java.util.stream.LongStream.range(0, Long.MAX_VALUE).parallel().map(x -> x * 3).filter(x -> x == 1).count();",
        "new Object() { public String toString() { while (true) { } } }"})
    void anEndlessCellStopsAndTheSessionIsKept(String code) throws Exception {
        KernelClient.Reply reply = interruptWhenStarted(code);
        assertEquals("error", reply.status());
        assertEquals("Interrupted", reply.errorName());
        Ran next = TestKernel.run(kernel, "System.out.println(\"on\"); kept");
        assertEquals("17", next.result());
        assertEquals("on\n", next.stream("stdout"));
    }

    @Test
    void finallyBlocksStillRun() throws Exception {
        interruptWhenStarted("int[] cleaned = {0}; try { System.out.println(\"started\"); while (true) { } } finally { "
                + "for (int i = 0; i < 1000; i++) cleaned[0]++; System.setProperty(\"cleaned\", \"\" + cleaned[0]); }");
        assertEquals("1000", TestKernel.run(kernel, "System.getProperty(\"cleaned\")").result());
    }

    @Test
    void cellsThatWaitBehindAnInterruptedOneAreAborted() throws Exception {
        var first = TestKernel.later(() -> kernel.request("shell", "execute_request",
                Json.object().put("code", "Thread.sleep(60000);").put("stop_on_error", false), TestKernel.LIMIT));
        Thread.sleep(300);
        var second = TestKernel.later(() -> kernel.request("shell", "execute_request",
                Json.object().put("code", "1"), TestKernel.LIMIT));
        Thread.sleep(300);
        kernel.interrupt();
        assertEquals("error", first.get(20, TimeUnit.SECONDS).path("status").asText());
        assertEquals("aborted", second.get(20, TimeUnit.SECONDS).path("status").asText());
    }

    @Test
    void interruptingNothingIsHarmless() throws Exception {
        JsonNode reply = kernel.request("control", "interrupt_request", Json.object(), TestKernel.LIMIT);
        assertEquals("ok", reply.path("status").asText());
        assertEquals("17", TestKernel.run(kernel, "Thread.sleep(50); kept").result());
    }

    @Test
    void aQuestionForInputCanBeInterrupted() throws Exception {
        var asked = new CountDownLatch(1);
        var reply = TestKernel.later(() -> {
            return kernel.execute("new Scanner(System.in).nextLine()", new KernelClient.Listener() {
                @Override
                public void message(String type, JsonNode content, JsonNode metadata) {
                }

                @Override
                public String input(String prompt, boolean password) {
                    asked.countDown();
                    return null;
                }
            }, TestKernel.LIMIT);
        });
        assertTrue(asked.await(20, TimeUnit.SECONDS));
        kernel.interrupt();
        assertEquals("Interrupted", reply.get(20, TimeUnit.SECONDS).errorName());
    }

    @Test
    void codeThatCannotBeStoppedIsSaidToRunOnAndCutOff() throws Exception {
        // a lock of the JDK waits on whatever interrupts come, and is no notebook code
        KernelClient.Reply reply = interruptWhenStarted("var held = new java.util.concurrent.locks.ReentrantLock();\n"
                + "var t = new Thread(() -> held.lock()); t.start(); t.join();\n"
                + "{ System.out.println(\"started\"); held.lock(); }");
        assertEquals("NotStopped", reply.errorName());
        assertTrue(reply.errorValue().contains("still running"));
        assertEquals("999000", TestKernel.run(kernel, "IntStream.range(0, 1000).parallel().map(x -> x * 2).sum()").result());
        assertEquals("17", TestKernel.run(kernel, "kept").result());
    }

    @Test
    void questionsAreAnsweredWhileACellRuns() throws Exception {
        var running = TestKernel.later(() -> TestKernel.run(kernel, "Thread.sleep(4000); \"over\""));
        Thread.sleep(500);
        JsonNode reply = kernel.request("shell", "complete_request",
                Json.object().put("code", "kep").put("cursor_pos", 3), Duration.ofSeconds(20));
        assertEquals("kept", reply.path("matches").path(0).asText());
        assertFalse(running.isDone());
        kernel.interrupt();
        assertEquals("Interrupted", running.get(20, TimeUnit.SECONDS).reply().errorName());
    }

    @Test
    void aCellBeyondItsTimeIsInterrupted() throws Exception {
        KernelClient.Reply reply = kernel.execute("while (true) { }", (type, content, metadata) -> { },
                Duration.ofMillis(700));
        assertEquals("timeout", reply.status());
        assertEquals("17", TestKernel.run(kernel, "kept").result());
    }
}
