package io.larmor.kernel.session;

import io.larmor.kernel.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Handles the requests of one shell one after the other, on a thread of its own, and can drop those that wait. */
final class ShellLane {

    private final LinkedBlockingDeque<Runnable> waiting = new LinkedBlockingDeque<>();
    private final boolean main;
    private final BiConsumer<Message, ShellLane> handler;
    private final Consumer<String> log;
    private boolean over;

    private record Waiting(Message message, ShellLane lane) implements Runnable {

        @Override
        public void run() {
            lane.handler.accept(message, lane);
        }
    }

    /** @param main whether this is the shell of requests that name none */
    ShellLane(boolean main, BiConsumer<Message, ShellLane> handler, Consumer<String> log) {
        this.main = main;
        this.handler = handler;
        this.log = log;
    }

    boolean isMain() {
        return main;
    }

    void start(String name) {
        Thread thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    void add(Message message) {
        waiting.add(new Waiting(message, this));
    }

    /** Runs something on the lane's thread, after what waits already. */
    void add(Runnable action) {
        waiting.add(action);
    }

    /** Ends the thread after what waits already. */
    void close() {
        waiting.add(() -> over = true);
    }

    /** Takes out the execution requests that wait at this moment. */
    List<Message> takeExecutions() {
        var taken = new ArrayList<Message>();
        waiting.removeIf(action -> action instanceof Waiting request
                && request.message().type().equals("execute_request") && taken.add(request.message()));
        return taken;
    }

    private void work() {
        while (!over) {
            try {
                waiting.take().run();
            } catch (Throwable e) {
                log.accept("request failed: " + e);
            }
        }
    }
}
