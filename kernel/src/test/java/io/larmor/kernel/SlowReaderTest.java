package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.wire.Channel;
import io.larmor.kernel.wire.ClientSockets;
import io.larmor.kernel.wire.ConnectionInfo;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A front end that has stopped reading, beside one that reads. */
class SlowReaderTest {

    private static final int PRINTED = 200_000_000;
    private static final String CELL = """
            String line = "x".repeat(999) + "\\n";
            for (int i = 0; i < 200_000; i++) System.out.print(line);""";

    @TempDir
    Path folder;

    @Test
    void aStoppedReaderNeitherFillsTheMemoryNorKeepsTheOtherWaitingForGood() throws Exception {
        ConnectionInfo info = ConnectionInfo.loopback();
        Path file = Files.write(folder.resolve("connection.json"), info.toJson());
        var command = new ArrayList<>(TestKernel.command().stream()
                .map(word -> word.replace("{connection_file}", file.toString())).toList());
        command.set(command.indexOf("-Xmx300m"), "-Xmx120m");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("LARMOR_HISTORY", "off");
        Process kernel = builder.start();
        var replies = new LinkedBlockingQueue<Message>();
        var published = new LinkedBlockingQueue<Message>();
        ClientSockets client = new ClientSockets(info, (channel, message) ->
                (channel == Channel.IOPUB ? published : replies).add(message), line -> { });
        ZMQ.Context context = ZMQ.context(1);
        // closed in any case, since a context waits for its sockets for ever
        ZMQ.Socket stopped = context.socket(SocketType.SUB);
        try {
            assertEquals("ok", execute(client, "1", replies, published).get(0).path("status").asText());
            stopped.setRcvHWM(1);
            stopped.setLinger(0);
            stopped.subscribe(new byte[0]);
            stopped.connect(info.address(info.iopub()));
            Thread.sleep(500);

            List<JsonNode> contents = execute(client, CELL, replies, published);
            assertEquals("ok", contents.get(0).path("status").asText());
            long shown = 0;
            long leftOut = 0;
            for (JsonNode content : contents.subList(1, contents.size())) {
                String text = content.path("text").asText("");
                Matcher remark = Pattern.compile("\\n\\[(\\d+) characters.* left out.*\\]\\n").matcher(text);
                while (remark.find()) {
                    leftOut += Long.parseLong(remark.group(1));
                }
                shown += remark.replaceAll("").length();
            }
            assertTrue(leftOut > 0, "nothing had to be left out");
            assertEquals(PRINTED, shown + leftOut, "shown " + shown + ", said to be left out " + leftOut);
            assertEquals("ok", execute(client, "2", replies, published).get(0).path("status").asText());
        } finally {
            stopped.close();
            kernel.destroyForcibly();
            client.close();
            context.close();
        }
    }

    /** The contents of a cell's reply and then of all that was published until its idle. */
    private static List<JsonNode> execute(ClientSockets client, String code, LinkedBlockingQueue<Message> replies,
            LinkedBlockingQueue<Message> published) throws InterruptedException {
        ObjectNode content = Json.object().put("code", code);
        Message request = client.create("execute_request", content);
        client.send(Channel.SHELL, request);
        var contents = new ArrayList<JsonNode>();
        contents.add(next(replies, request).content());
        while (true) {
            Message message = next(published, request);
            if (message.type().equals("status") && message.content().path("execution_state").asText().equals("idle")) {
                return contents;
            }
            if (message.type().equals("stream")) {
                contents.add(message.content());
            }
        }
    }

    private static Message next(LinkedBlockingQueue<Message> messages, Message request) throws InterruptedException {
        while (true) {
            Message message = messages.poll(60, TimeUnit.SECONDS);
            assertTrue(message != null, "nothing came");
            if (message.parent().path("msg_id").asText().equals(request.id())) {
                return message;
            }
        }
    }
}
