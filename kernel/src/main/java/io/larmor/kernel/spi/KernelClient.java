package io.larmor.kernel.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.wire.Channel;
import io.larmor.kernel.wire.ClientSockets;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * A Jupyter client: starts a kernel program as its own process and talks to it as a notebook front end would. One cell
 * at a time per calling thread; {@link #interrupt} and {@link #answerInput} may come from any thread.
 */
public final class KernelClient implements AutoCloseable {

    private static final Duration SHUTDOWN = Duration.ofSeconds(3);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(5);

    private final KernelProcess process;
    private final ClientSockets sockets;
    private final Map<String, BlockingQueue<Event>> waiting = new ConcurrentHashMap<>();
    private volatile Message question;
    private volatile boolean welcomed;
    private volatile BiConsumer<Channel, Message> watcher = (channel, message) -> { };

    private record Event(Channel channel, Message message) {
    }

    private KernelClient(KernelProcess process) throws IOException {
        this.process = process;
        sockets = new ClientSockets(process.connection(), this::receive, line -> { });
    }

    /**
     * Starts a kernel and waits until it answers.
     *
     * @param command the program and its arguments, one of which contains the literal {@code {connection_file}}
     * @param workingDirectory where the process runs, null for this one's
     * @param environment added to this process's environment
     * @param startup how long to wait at most
     * @throws IOException when the process cannot be started, ends early or does not answer in time, with what it printed
     */
    public static KernelClient launch(List<String> command, Path workingDirectory, Map<String, String> environment,
            Duration startup) throws IOException {
        KernelProcess process = KernelProcess.start(command, workingDirectory, environment);
        KernelClient client = null;
        try {
            client = new KernelClient(process);
            client.awaitAnswer(startup);
            return client;
        } catch (IOException | RuntimeException e) {
            if (client != null) {
                client.sockets.close();
            }
            process.end(Duration.ZERO);
            throw e;
        }
    }

    private void awaitAnswer(Duration startup) throws IOException {
        long deadline = System.nanoTime() + startup.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IOException("the kernel process ended while starting, exit status " + process.exitStatus()
                        + "; it printed: " + process.printed());
            }
            JsonNode info = request("control", "kernel_info_request", Json.object(), Duration.ofMillis(1000));
            // output sent before the subscription is in place would be lost
            if (info != null && welcomed) {
                return;
            }
        }
        throw new IOException("the kernel did not answer within " + startup.toMillis() + " ms; it printed: "
                + process.printed());
    }

    /** What the kernel says about itself: the content of a kernel_info_reply, or null when it does not answer in 10 s. */
    public JsonNode kernelInfo() {
        return request("shell", "kernel_info_request", Json.object(), Duration.ofSeconds(10));
    }

    /**
     * Runs a cell and waits for its end. Messages reach the listener on the calling thread, in order.
     *
     * @param timeout null for none; when it runs out the cell is interrupted and the reply's status is {@code timeout}
     * @return the reply; its status is {@code ok}, {@code error}, {@code aborted}, {@code timeout}, or {@code dead} when
     *     the process ended
     */
    public Reply execute(String code, Listener listener, Duration timeout) throws InterruptedException {
        ObjectNode content = Json.object().put("code", code).put("silent", false).put("store_history", true)
                .put("allow_stdin", listensToInput(listener)).put("stop_on_error", true);
        content.putObject("user_expressions");
        Message request = sockets.create("execute_request", content);
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        waiting.put(request.id(), events);
        try {
            sockets.send(Channel.SHELL, request);
            return follow(events, listener, timeout);
        } finally {
            waiting.remove(request.id());
        }
    }

    private Reply follow(BlockingQueue<Event> events, Listener listener, Duration timeout) throws InterruptedException {
        long deadline = timeout == null ? Long.MAX_VALUE : System.nanoTime() + timeout.toNanos();
        boolean late = false;
        JsonNode reply = null;
        boolean idle = false;
        while (reply == null || !idle) {
            Event event = events.poll(100, TimeUnit.MILLISECONDS);
            if (event == null) {
                if (!process.isAlive()) {
                    return new Reply("dead", 0, "KernelDied", "the kernel process ended, exit status "
                            + process.exitStatus() + "; it printed: " + process.printed(), List.of());
                }
                if (timeout != null && System.nanoTime() > deadline) {
                    if (late) {
                        return timeout(timeout);
                    }
                    late = true;
                    deadline = System.nanoTime() + AFTER_INTERRUPT.toNanos();
                    interrupt();
                }
                continue;
            }
            Message message = event.message();
            if (event.channel() == Channel.STDIN) {
                String answer = listener.input(message.content().path("prompt").asText(""),
                        message.content().path("password").asBoolean(false));
                if (answer != null) {
                    answerInput(answer);
                }
            } else if (event.channel() == Channel.IOPUB) {
                idle |= message.type().equals("status")
                        && message.content().path("execution_state").asText("").equals("idle");
                listener.message(message.type(), message.content(), message.metadata());
            } else {
                reply = message.content();
            }
        }
        return late ? timeout(timeout) : reply(reply);
    }

    private static Reply timeout(Duration timeout) {
        return new Reply("timeout", 0, "Timeout", "the cell ran longer than " + timeout.toMillis()
                + " ms and was interrupted", List.of());
    }

    private static Reply reply(JsonNode content) {
        var traceback = new ArrayList<String>();
        content.path("traceback").forEach(line -> traceback.add(line.asText()));
        return new Reply(content.path("status").asText(""), content.path("execution_count").asInt(0),
                content.path("ename").asText(""), content.path("evalue").asText(""), traceback);
    }

    private static boolean listensToInput(Listener listener) {
        try {
            return listener.getClass().getMethod("input", String.class, boolean.class).getDeclaringClass()
                    != Listener.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /**
     * Sends a request and returns the content of its reply, or null when none came in time.
     *
     * @param channel shell or control
     * @param type for example {@code complete_request}
     */
    public JsonNode request(String channel, String type, ObjectNode content, Duration timeout) {
        Message request = sockets.create(type, content);
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        waiting.put(request.id(), events);
        try {
            sockets.send(channel.equals("control") ? Channel.CONTROL : Channel.SHELL, request);
            long deadline = System.nanoTime() + timeout.toNanos();
            while (true) {
                Event event = events.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (event == null) {
                    return null;
                }
                if (event.channel() == Channel.SHELL || event.channel() == Channel.CONTROL) {
                    return event.message().content();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            waiting.remove(request.id());
        }
    }

    /** A message to send by {@link #send}. */
    public Message message(String type, ObjectNode content) {
        return sockets.create(type, content);
    }

    /**
     * Sends any message and waits for nothing.
     *
     * @param channel shell or control
     */
    public void send(String channel, Message message) {
        sockets.send(channel.equals("control") ? Channel.CONTROL : Channel.SHELL, message);
    }

    /** Hands every message of the kernel to a watcher too, on the socket thread, which must not be kept. */
    public void onMessage(BiConsumer<Channel, Message> watcher) {
        this.watcher = watcher;
    }

    /** Answers the kernel's last question for input; does nothing when there is none. */
    public void answerInput(String text) {
        Message asked = question;
        question = null;
        if (asked != null) {
            sockets.send(Channel.STDIN, asked.reply("input_reply", Json.object().put("value", text)));
        }
    }

    /** Interrupts the running cell. */
    public void interrupt() {
        sockets.send(Channel.CONTROL, sockets.create("interrupt_request", Json.object()));
    }

    /** Whether the kernel's process is running. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Shuts the kernel down, waits for its process and kills it if it stays. */
    @Override
    public void close() {
        if (process.isAlive()) {
            request("control", "shutdown_request", Json.object().put("restart", false), SHUTDOWN);
        }
        sockets.close();
        process.end(SHUTDOWN);
    }

    private void receive(Channel channel, Message message) {
        if (message.type().equals("iopub_welcome")) {
            welcomed = true;
        }
        if (channel == Channel.STDIN) {
            question = message;
        }
        watcher.accept(channel, message);
        BlockingQueue<Event> events = waiting.get(message.parent().path("msg_id").asText(""));
        if (events != null) {
            events.add(new Event(channel, message));
        }
    }

    /** Follows a cell. */
    public interface Listener {

        /**
         * A published message of the cell: stream, display_data, update_display_data, execute_result, error,
         * clear_output, status and others.
         */
        void message(String type, JsonNode content, JsonNode metadata);

        /**
         * Answers a question of the cell. A listener that does not override this gives no input: the cell gets an error.
         *
         * @return the answer, or null when {@link KernelClient#answerInput} will be called instead
         */
        default String input(String prompt, boolean password) {
            return null;
        }
    }

    /** How a cell ended; error name, value and traceback are empty unless it failed. */
    public record Reply(String status, int executionCount, String errorName, String errorValue,
            List<String> traceback) {
    }
}
