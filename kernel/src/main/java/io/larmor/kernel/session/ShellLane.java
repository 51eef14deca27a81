package io.larmor.kernel.session;

import io.larmor.kernel.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;

/** Handles the requests that touch the session's state one after the other, and can drop those that wait. */
final class ShellLane {

    private final LinkedBlockingDeque<Message> waiting = new LinkedBlockingDeque<>();
    private final Consumer<Message> handler;
    private final Consumer<String> log;

    ShellLane(Consumer<Message> handler, Consumer<String> log) {
        this.handler = handler;
        this.log = log;
    }

    void start() {
        Thread thread = new Thread(this::work, "larmor-shell");
        thread.setDaemon(true);
        thread.start();
    }

    void add(Message message) {
        waiting.add(message);
    }

    /** Takes out the execution requests that wait at this moment. */
    List<Message> takeExecutions() {
        var taken = new ArrayList<Message>();
        waiting.removeIf(message -> message.type().equals("execute_request") && taken.add(message));
        return taken;
    }

    private void work() {
        while (true) {
            try {
                handler.accept(waiting.take());
            } catch (Throwable e) {
                log.accept("request failed: " + e);
            }
        }
    }
}
