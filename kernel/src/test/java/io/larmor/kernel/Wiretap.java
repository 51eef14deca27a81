package io.larmor.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.Channel;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A front end's view of a kernel: everything it says, in order, and comm messages to it. */
final class Wiretap {

    private static final long LIMIT_MILLIS = 20_000;

    private final KernelClient kernel;
    private final List<Message> heard = new ArrayList<>();
    private String subshell;

    Wiretap(KernelClient kernel) {
        this.kernel = kernel;
        kernel.onMessage(this::hear);
    }

    private synchronized void hear(Channel channel, Message message) {
        heard.add(message);
        notifyAll();
    }

    /** From now on messages go to this subshell, null for the main one. */
    void use(String id) {
        subshell = id;
    }

    /** Sends a message on the shell channel and returns its id. */
    String send(String type, String content, byte[]... buffers) throws IOException {
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(content.replace('\'', '"'));
        Message message = kernel.message(type, body).withBuffers(List.of(buffers)).inSubshell(subshell);
        kernel.send("shell", message);
        return message.id();
    }

    /** Sends data over a comm. */
    String say(String comm, String data) throws IOException {
        return send("comm_msg", "{'comm_id': '" + comm + "', 'data': " + data + "}");
    }

    /** A control's value as a front end sends it when the user changes it. */
    String move(String model, String state) throws IOException {
        return say(model, "{'method': 'update', 'state': " + state + ", 'buffer_paths': []}");
    }

    /** Waits for the first message for which the test holds, among all since the last {@link #forget}. */
    synchronized Message await(String what, Predicate<Message> test) throws InterruptedException {
        long end = System.currentTimeMillis() + LIMIT_MILLIS;
        while (true) {
            for (Message message : heard) {
                if (test.test(message)) {
                    return message;
                }
            }
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("nothing heard of " + what + "; heard " + types(heard));
            }
            wait(left);
        }
    }

    Message awaitIdle(String request) throws InterruptedException {
        return await("the end of " + request, m -> m.type().equals("status") && isOf(m, request)
                && m.content().path("execution_state").asText().equals("idle"));
    }

    Message awaitReply(String request) throws InterruptedException {
        return await("the reply to " + request, m -> m.type().endsWith("_reply") && isOf(m, request));
    }

    /** Waits for a message over a comm with this method. */
    Message awaitMethod(String comm, String method) throws InterruptedException {
        return await(method + " of " + comm, m -> m.type().equals("comm_msg") && m.content().path("comm_id").asText()
                .equals(comm) && m.content().path("data").path("method").asText().equals(method));
    }

    /** What was heard because of a request, in order, without its states. */
    synchronized List<Message> because(String request) {
        return heard.stream().filter(m -> isOf(m, request) && !m.type().equals("status")).toList();
    }

    synchronized List<Message> all() {
        return List.copyOf(heard);
    }

    synchronized void forget() {
        heard.clear();
    }

    /** The state with which the kernel opened a model. */
    JsonNode opened(String model) throws InterruptedException {
        return await("comm_open of " + model, m -> m.type().equals("comm_open")
                && m.content().path("comm_id").asText().equals(model)).content().path("data").path("state");
    }

    static boolean isOf(Message message, String request) {
        return message.parent().path("msg_id").asText().equals(request);
    }

    static List<String> types(List<Message> messages) {
        return messages.stream().map(Message::type).toList();
    }
}
