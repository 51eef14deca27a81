package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.TestKernel.Ran;
import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.Json;
import java.time.Duration;
import java.util.List;
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
        // what JShell does beside the first completion is over then
        kernel.request("shell", "complete_request", Json.object().put("code", "Syst").put("cursor_pos", 4), TestKernel.LIMIT);
        // which share of a core all threads but the kernel's own use together
        TestKernel.run(kernel, """
                double burned() throws Exception {
                    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
                    long before = 0, after = 0;
                    long[] ids = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(Objects::nonNull)
                            .filter(thread -> !thread.getThreadName().startsWith("larmor-"))
                            .mapToLong(java.lang.management.ThreadInfo::getThreadId).toArray();
                    long begin = System.nanoTime();
                    for (long id : ids) before += Math.max(0, threads.getThreadCpuTime(id));
                    Thread.sleep(300);
                    for (long id : ids) after += Math.max(0, threads.getThreadCpuTime(id));
                    return (after - before) / (double) (System.nanoTime() - begin);
                }""");
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
        String thread = TestKernel.run(kernel, "Thread.currentThread().getName()").result();
        KernelClient.Reply reply = interruptWhenStarted(code);
        assertEquals("error", reply.status());
        assertEquals("Interrupted", reply.errorName());
        // the thread runs the next cell, so it has left the loop; no other one goes on with the work
        assertEquals(thread, TestKernel.run(kernel, "Thread.currentThread().getName()").result());
        assertTrue(Double.parseDouble(TestKernel.run(kernel, "burned()").result()) < 0.3);
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

    @Test
    void aHookOfTheCellRunsWhenItIsInterruptedAndNeverAgain() throws Exception {
        interruptWhenStarted("onInterrupt(() -> System.setProperty(\"hooked\", System.getProperty(\"hooked\", \"\") + \"x\"));\n"
                + "System.out.println(\"started\"); while (true) { }");
        interruptWhenStarted("while (true) { }");
        assertEquals("x", TestKernel.run(kernel, "System.getProperty(\"hooked\")").result());
    }

    @Test
    void aHookThatHangsDoesNotHoldTheInterruptUp() throws Exception {
        assertEquals("Interrupted", interruptWhenStarted("onInterrupt(() -> { while (true) Thread.onSpinWait(); });\n"
                + "System.out.println(\"started\"); while (true) { }").errorName());
        TestKernel.run(kernel, "1");
    }

    @Test
    void aCellThatWaitsForTheWarmUpIsStopped() throws Exception {
        try (KernelClient fresh = TestKernel.startWith(List.of("-Dlarmor.test.slow=3000"))) {
            var reply = TestKernel.later(() -> fresh.execute("1", (type, content, metadata) -> { }, TestKernel.LIMIT));
            Thread.sleep(300);
            fresh.interrupt();
            assertEquals("Interrupted", reply.get(20, TimeUnit.SECONDS).errorName());
            assertEquals("2", TestKernel.run(fresh, "1+1").result());
        }
    }

    @Test
    void codeOfLibrariesIsStoppedWhereThatIsAskedFor() throws Exception {
        try (KernelClient own = TestKernel.startWith(List.of(
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0,quiet=y",
                "-Djdk.attach.allowAttachSelf=true", "-Dlarmor.stop.foreign=true"))) {
            TestKernel.run(own, "int kept = 17;");
            // the loop is in a class of the test, which no checkpoint was woven into
            var reply = TestKernel.later(() -> own.execute("io.larmor.kernel.TestExtension.spin()",
                    (type, content, metadata) -> { }, TestKernel.LIMIT));
            Thread.sleep(1000);
            own.interrupt();
            assertEquals("Interrupted", reply.get(20, TimeUnit.SECONDS).errorName());
            assertEquals("17", TestKernel.run(own, "kept").result());
        }
    }
}
