package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.Channel;
import io.larmor.kernel.wire.ClientSockets;
import io.larmor.kernel.wire.ConnectionInfo;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.Message;
import io.larmor.kernel.wire.SocketLoop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A kernel among clients that do not behave, spoken to through bare sockets. */
class RobustTest {

    @TempDir
    static Path folder;

    private static ConnectionInfo info;
    private static Process process;
    private static Client good;

    /** A client that keeps everything it receives. */
    private static final class Client implements AutoCloseable {
        final LinkedBlockingQueue<Message> replies = new LinkedBlockingQueue<>();
        final LinkedBlockingQueue<Message> published = new LinkedBlockingQueue<>();
        final Map<String, Message> early = new HashMap<>();
        final ClientSockets sockets;

        Client(ConnectionInfo to) throws IOException {
            sockets = new ClientSockets(to, (channel, message) ->
                    (channel == Channel.IOPUB ? published : replies).add(message), line -> { });
        }

        String send(Channel channel, String type, ObjectNode content) {
            Message message = sockets.create(type, content);
            sockets.send(channel, message);
            return message.id();
        }

        Message reply(String id, int seconds) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            Message next = early.remove(id);
            // replies on different channels come in any order
            while (next == null) {
                next = replies.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return null;
                }
                String parent = next.parent().path("msg_id").asText();
                if (!parent.equals(id)) {
                    early.put(parent, next);
                    next = null;
                }
            }
            return next;
        }

        void assertHealthy() throws InterruptedException {
            Message reply = reply(send(Channel.SHELL, "execute_request", Json.object().put("code", "20+1")), 30);
            assertNotNull(reply, "the kernel does not answer any more");
            assertEquals("ok", reply.content().path("status").asText());
        }

        @Override
        public void close() {
            sockets.close();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        info = ConnectionInfo.loopback();
        process = launch(info);
        good = new Client(info);
        good.assertHealthy();
    }

    private static Process launch(ConnectionInfo info) throws IOException {
        Path file = Files.write(folder.resolve("c" + info.shell() + ".json"), info.toJson());
        var builder = new ProcessBuilder(TestKernel.command().stream()
                .map(word -> word.replace("{connection_file}", file.toString())).toList())
                .redirectErrorStream(true).redirectOutput(folder.resolve("log" + info.shell() + ".txt").toFile());
        builder.environment().put("LARMOR_HISTORY", "off");
        builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
        return builder.start();
    }

    @AfterAll
    static void stop() {
        good.close();
        process.destroyForcibly();
    }

    @Test
    void aMessageWithAWrongSignatureIsNotRun() throws Exception {
        var wrong = new ConnectionInfo(info.ip(), info.shell(), info.iopub(), info.stdin(), info.control(),
                info.heartbeat(), "not the key");
        try (Client evil = new Client(wrong)) {
            String id = evil.send(Channel.SHELL, "execute_request", Json.object().put("code", "System.setProperty(\"hacked\", \"1\")"));
            evil.send(Channel.CONTROL, "shutdown_request", Json.object());
            assertNull(evil.reply(id, 1));
        }
        good.assertHealthy();
        assertFalse(good.published.stream().anyMatch(m -> m.toString().contains("hacked")));
    }

    @Test
    void garbageUnknownTypesAndWrongContentsAreIgnored() throws Exception {
        var loop = new SocketLoop("garbage", line -> { });
        ZMQ.Socket socket = loop.open(SocketType.DEALER, frames -> { });
        socket.connect(info.address(info.shell()));
        loop.start();
        byte[] delimiter = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
        loop.send(socket, List.of(delimiter, new byte[0], "not json".getBytes(StandardCharsets.US_ASCII),
                new byte[] {'{', '}'}, new byte[] {'{', '}'}, new byte[] {'{', '}'}));
        loop.send(socket, List.of(new byte[] {1, 2, 3}));
        loop.send(socket, List.of(delimiter));
        good.send(Channel.SHELL, "no_such_request", Json.object());
        good.send(Channel.CONTROL, "no_such_request", Json.object());
        ObjectNode odd = Json.object().put("code", 5).put("cursor_pos", "x");
        odd.putArray("user_expressions");
        good.send(Channel.SHELL, "complete_request", odd);
        good.send(Channel.SHELL, "history_request", Json.object().put("hist_access_type", "no such"));
        good.send(Channel.SHELL, "comm_msg", Json.object().put("comm_id", "none"));
        good.assertHealthy();
        loop.close();
    }

    @Test
    void anUnknownCommTargetIsClosed() throws Exception {
        good.send(Channel.SHELL, "comm_open", Json.object().put("comm_id", "c-17").put("target_name", "none"));
        good.assertHealthy();
        Thread.sleep(200);
        assertTrue(good.published.stream().anyMatch(m -> m.type().equals("comm_close")
                && m.content().path("comm_id").asText().equals("c-17")));
        Message comms = good.reply(good.send(Channel.SHELL, "comm_info_request", Json.object()), 20);
        assertTrue(comms.content().path("comms").isObject());
    }

    @Test
    void subscribersAreWelcomedAndTheHeartEchoes() throws Exception {
        assertTrue(good.published.stream().anyMatch(m -> m.type().equals("iopub_welcome")));
        // A connection between two JeroMQ ends sometimes never carries anything; a client then connects anew.
        String echo = null;
        for (int attempt = 0; attempt < 8 && echo == null; attempt++) {
            echo = heartbeat();
        }
        assertEquals("ping", echo);
    }

    private static String heartbeat() throws Exception {
        var echo = new LinkedBlockingQueue<String>();
        try (var loop = new SocketLoop("heart", line -> { })) {
            ZMQ.Socket socket = loop.open(SocketType.DEALER,
                    frames -> echo.add(new String(frames.get(0), StandardCharsets.US_ASCII)));
            socket.connect(info.address(info.heartbeat()));
            loop.start();
            loop.send(socket, List.of("ping".getBytes(StandardCharsets.US_ASCII)));
            return echo.poll(3, TimeUnit.SECONDS);
        }
    }

    @Test
    void repliesDoNotCrossBetweenClients() throws Exception {
        try (Client second = new Client(info)) {
            String mine = good.send(Channel.SHELL, "execute_request", Json.object().put("code", "1"));
            String other = second.send(Channel.SHELL, "execute_request", Json.object().put("code", "2"));
            assertNotNull(second.reply(other, 20));
            assertNotNull(good.reply(mine, 20));
            assertTrue(second.replies.isEmpty());
        }
    }

    @Test
    void kernelInfoComesOnBothChannelsEvenDuringACell() throws Exception {
        String cell = good.send(Channel.SHELL, "execute_request", Json.object().put("code", "Thread.sleep(60000);"));
        for (Channel channel : List.of(Channel.CONTROL, Channel.SHELL)) {
            Message reply = good.reply(good.send(channel, "kernel_info_request", Json.object()), 20);
            assertEquals("larmor", reply.content().path("implementation").asText());
            assertEquals(".jshell", reply.content().path("language_info").path("file_extension").asText());
        }
        Message interrupt = good.reply(good.send(Channel.CONTROL, "interrupt_request", Json.object()), 20);
        assertEquals("ok", interrupt.content().path("status").asText());
        assertEquals("error", good.reply(cell, 20).content().path("status").asText());
    }

    @Test
    void shutdownIsAnsweredAndTheProcessEndsWhateverACellDoes() throws Exception {
        ConnectionInfo own = ConnectionInfo.loopback();
        Process kernel = launch(own);
        try (Client client = new Client(own)) {
            client.assertHealthy();
            client.send(Channel.SHELL, "execute_request", Json.object().put("code",
                    "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));"
                            + "new Thread(() -> { while (true) { } }).start(); while (true) { }"));
            Message reply = client.reply(client.send(Channel.CONTROL, "shutdown_request", Json.object().put("restart", true)), 20);
            assertEquals("ok", reply.content().path("status").asText());
            assertTrue(reply.content().path("restart").asBoolean());
            assertTrue(kernel.waitFor(20, TimeUnit.SECONDS));
        } finally {
            kernel.destroyForcibly();
        }
    }

    @Test
    void aKernelThatDoesNotStartIsReportedWithWhatItPrinted() {
        List<String> command = List.of(TestKernel.command().get(0), "-no-such-option", "{connection_file}");
        IOException failed = assertThrows(IOException.class, () ->
                KernelClient.launch(command, folder, Map.of(), TestKernel.LIMIT));
        assertTrue(failed.getMessage().contains("no-such-option"), failed.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "transport":"ipc","key":"k"              | only tcp
            "transport":"tcp","key":""               | key is empty
            "transport":"tcp","key":"  "             | key is empty
            "transport":"tcp"                        | key is empty
            "key":"k","signature_scheme":"hmac-md5"  | signature_scheme
            "key":"k","signature_scheme":""          | signature_scheme
            "key":"k","ip":"0.0.0.0"                 | LARMOR_BIND=any
            "key":"k","ip":"*"                       | LARMOR_BIND=any
            "key":"k","ip":"10.1.2.3"                | LARMOR_BIND=any
            "key":"k","ip":"::"                      | LARMOR_BIND=any
            "key":"k","ip":"kernel.example"          | LARMOR_BIND=any
            "key":"k","shell_port":70000             | shell_port
            """)
    void aConnectionFileThatCannotBeServedIsRefused(String parts, String reason) throws Exception {
        String ports = "\"iopub_port\":1,\"stdin_port\":2,\"control_port\":3,\"hb_port\":4";
        String shell = parts.contains("shell_port") ? "" : ",\"shell_port\":5";
        Path file = Files.writeString(folder.resolve("bad.json"), "{" + parts + "," + ports + shell + "}");
        IOException refused = assertThrows(IOException.class, () -> ConnectionInfo.read(file, false));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
}
