package io.larmor.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.environment.setup.KernelCommand;
import io.larmor.kernel.spi.KernelClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long simulation in a cell shows its progress, stops when it is interrupted, and leaves the session as it was. */
class SimulationInterruptTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void anInterruptStopsTheSimulationAndKeepsTheSession(@TempDir Path folder) throws Exception {
        try (var kernel = KernelClient.launch(KernelCommand.line(), folder, Map.of(), LIMIT)) {
            assertEquals("ok", kernel.execute("var kept = 42;", (type, content, metadata) -> { }, LIMIT).status());
            List<String> shown = new CopyOnWriteArrayList<>();
            var interrupted = new AtomicBoolean();
            // Hours of work: a thousand draws of mask and noise, each on many splits.
            var reply = kernel.execute("reservoir(stno().noise(1e-5)).repeats(1000).score(spokenDigits().twin().cochleagram(78))",
                    new KernelClient.Listener() {
                        @Override
                        public void message(String type, JsonNode content, JsonNode metadata) {
                            String text = content.path("data").path("text/plain").asText();
                            shown.add(type + " " + text);
                            // on a busy machine the words' preparation has a bar of its own
                            if (text.contains("scoring stno") && type.equals("update_display_data") && interrupted.compareAndSet(false, true)) {
                                kernel.interrupt();
                            }
                        }
                    }, LIMIT);
            assertEquals("error", reply.status());
            assertTrue(shown.stream().anyMatch(s -> s.startsWith("display_data") && s.contains("scoring stno")), shown::toString);
            var after = new CopyOnWriteArrayList<String>();
            kernel.execute("kept", (type, content, metadata) -> after.add(content.path("data").path("text/plain").asText()),
                    LIMIT);
            assertTrue(after.contains("42"), after::toString);
        }
    }

    @Test
    void theSignalOfCtrlCStopsTheRunningCellAndNothingElse(@TempDir Path folder) throws Exception {
        try (var kernel = KernelClient.launch(KernelCommand.line(), folder, Map.of(), LIMIT)) {
            var pid = new CopyOnWriteArrayList<String>();
            kernel.execute("ProcessHandle.current().pid()", (type, content, metadata) ->
                    content.path("data").path("text/plain").asText("").lines().forEach(pid::add), LIMIT);
            signal(pid.get(0));
            var signaled = new AtomicBoolean();
            var reply = kernel.execute("System.out.println(\"started\"); while (true) { }", (type, content, metadata) -> {
                if (type.equals("stream") && signaled.compareAndSet(false, true)) {
                    signal(pid.get(0));
                }
            }, LIMIT);
            assertEquals("Interrupted", reply.errorName());
            assertEquals("ok", kernel.execute("1 + 1", (type, content, metadata) -> { }, LIMIT).status());
        }
    }

    private static void signal(String pid) {
        try {
            assertEquals(0, new ProcessBuilder("kill", "-INT", pid).start().waitFor());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
