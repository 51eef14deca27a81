package io.larmor.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.spi.Kernel;
import io.larmor.kernel.spi.KernelClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/** A real kernel process for tests, and what a cell gave. */
final class TestKernel {

    static final Duration LIMIT = Duration.ofSeconds(30);

    private TestKernel() {
    }

    static List<String> command() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx300m", "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Kernel.class.getName(),
                "{connection_file}");
    }

    /** The same with options of Java's added. */
    static KernelClient startWith(List<String> options) throws IOException {
        var command = new ArrayList<>(command());
        command.addAll(1, options);
        return KernelClient.launch(command, null, Map.of("LARMOR_HISTORY", "off"), Duration.ofSeconds(60));
    }

    static KernelClient start(Map<String, String> environment) throws IOException {
        var all = new java.util.HashMap<>(Map.of("LARMOR_HISTORY", "off"));
        all.putAll(environment);
        return KernelClient.launch(command(), null, all, Duration.ofSeconds(60));
    }

    private static KernelClient shared;

    /** One kernel for all tests that leave it as they found it, apart from names they declare. */
    static synchronized KernelClient shared() throws IOException {
        if (shared == null) {
            KernelClient client = start(Map.of());
            shared = client;
            Runtime.getRuntime().addShutdownHook(new Thread(client::close));
        }
        return shared;
    }

    static Ran run(String code) throws Exception {
        return run(shared(), code);
    }

    /** Runs something on a thread of its own: a pool may have only one. */
    static <T> FutureTask<T> later(Callable<T> body) {
        var task = new FutureTask<>(body);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    record Published(String type, JsonNode content) {
    }

    record Ran(KernelClient.Reply reply, List<Published> messages) {

        String stream(String name) {
            return messages.stream().filter(m -> m.type().equals("stream") && m.content().path("name").asText().equals(name))
                    .map(m -> m.content().path("text").asText()).collect(Collectors.joining());
        }

        List<JsonNode> of(String type) {
            return messages.stream().filter(m -> m.type().equals(type)).map(Published::content).toList();
        }

        String result() {
            return of("execute_result").stream().map(c -> c.path("data").path("text/plain").asText())
                    .collect(Collectors.joining("|"));
        }

        String traceback() {
            return String.join("\n", reply.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
        }
    }

    static Ran run(KernelClient client, String code) throws InterruptedException {
        var messages = new ArrayList<Published>();
        var reply = client.execute(code, (type, content, metadata) -> messages.add(new Published(type, content)), LIMIT);
        return new Ran(reply, messages);
    }
}
