package io.larmor.kernel.session;

import io.larmor.kernel.wire.Channel;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.KernelSockets;
import io.larmor.kernel.wire.Message;
import java.util.concurrent.LinkedBlockingQueue;

/** Asks the client of a request for a line and waits for the answer. */
final class StdinAsker {

    private final KernelSockets sockets;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();

    StdinAsker(KernelSockets sockets) {
        this.sockets = sockets;
    }

    /** One question at a time. */
    synchronized String ask(Message request, String prompt, boolean password) throws InterruptedException {
        // an answer to a question that was interrupted is stale
        answers.clear();
        sockets.send(Channel.STDIN, request.reply("input_request",
                Json.object().put("prompt", prompt).put("password", password)));
        return answers.take();
    }

    void answered(Message message) {
        if (message.type().equals("input_reply")) {
            answers.add(message.content().path("value").asText(""));
        }
    }
}
