package io.larmor.kernel.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.assist.ErrorReport;
import io.larmor.kernel.display.Streams;
import io.larmor.kernel.widget.Models;
import io.larmor.kernel.wire.Channel;
import io.larmor.kernel.wire.ConnectionInfo;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.KernelSockets;
import io.larmor.kernel.wire.Message;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running kernel. Several threads share the work: sockets; control (interrupts, shutdown, kernel_info) which is never kept
 * waiting; questions about code and history, answered while a cell runs; and the lanes of cells and comms.
 */
public final class KernelServer {

    private static final String NO_SUBSHELL = "NoSuchSubshell";

    private final KernelSockets sockets;
    private final Workbench workbench;
    private final StdinAsker stdin;
    private final ExecutorService control = daemon("larmor-control");
    private final ExecutorService questions = daemon("larmor-questions");
    private final Lanes lanes;
    private final CellHandler cells;
    private final CommHandler comms;
    private final QuestionHandler answers;
    private final Presence presence;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Binds the sockets and starts answering.
     *
     * @param workbench made as early as possible, since it gets ready by itself from then on
     * @throws IOException when an address cannot be bound
     */
    public KernelServer(Workbench workbench, ConnectionInfo info) throws IOException {
        this.workbench = workbench;
        sockets = new KernelSockets(info, this::receive, KernelServer::log);
        stdin = new StdinAsker(sockets);
        presence = new Presence(sockets);
        History history = History.open();
        TextLimit limit = new TextLimit(sockets::backlog);
        cells = new CellHandler(workbench, sockets, stdin, history, presence, limit);
        comms = new CommHandler(workbench, sockets, stdin, limit);
        answers = new QuestionHandler(workbench, history);
        lanes = new Lanes(workbench, this::onLane);
        workbench.comms().connect();
        Models.serve(workbench.comms());
        sockets.start();
        sockets.send(Channel.IOPUB, Message.published("status", Json.object(),
                Json.object().put("execution_state", "starting")));
    }

    /** Waits for a shutdown request. */
    public void await() throws InterruptedException {
        ended.await();
    }

    static void log(String line) {
        Streams.terminal().println("larmor: " + line);
    }

    /** On the socket thread: only sorts. */
    private void receive(Channel channel, Message message) {
        switch (channel) {
            case STDIN -> stdin.answered(message);
            case CONTROL -> control.execute(() -> onControl(channel, message));
            default -> {
                switch (message.type()) {
                    case "kernel_info_request" -> control.execute(() -> onControl(channel, message));
                    case "execute_request", "comm_open", "comm_msg", "comm_close" -> lanes.add(message);
                    default -> questions.execute(() -> onQuestion(channel, message));
                }
            }
        }
    }

    private void onControl(Channel channel, Message message) {
        guarded(message, () -> {
            switch (message.type()) {
                case "kernel_info_request" -> reply(channel, message, KernelInfo.content());
                case "interrupt_request" -> {
                    workbench.interrupt();
                    reply(channel, message, ok());
                }
                case "shutdown_request" -> {
                    boolean restart = message.content().path("restart").asBoolean(false);
                    reply(channel, message, ok().put("restart", restart));
                    ended.countDown();
                }
                case "create_subshell_request" -> reply(channel, message, ok().put("subshell_id", lanes.create()));
                case "list_subshell_request" -> {
                    ObjectNode content = ok();
                    lanes.subshells().forEach(content.putArray("subshell_id")::add);
                    reply(channel, message, content);
                }
                case "delete_subshell_request" -> {
                    String id = message.content().path("subshell_id").asText("");
                    reply(channel, message, lanes.delete(id) ? ok() : Json.object().put("status", "error")
                            .put("ename", NO_SUBSHELL).put("evalue", noSubshell(id)));
                }
                default -> onQuestion(channel, message);
            }
        });
    }

    private String noSubshell(String id) {
        return "there is no subshell " + id + "; existing ones: " + lanes.subshells();
    }

    private void onQuestion(Channel channel, Message message) {
        guarded(message, () -> {
            ObjectNode content = answers.answer(message);
            if (content == null) {
                log("unknown message " + message.type() + " on " + channel);
            } else {
                reply(channel, message, content);
            }
        });
    }

    private void onLane(Message message, ShellLane lane) {
        if (!message.type().equals("execute_request")) {
            guarded(message, () -> comms.handle(message));
        } else if (lane.isMain() && !lanes.knows(message)) {
            String reason = noSubshell(message.header().path("subshell_id").asText(""));
            guarded(message, () -> cells.refuse(message, new ErrorReport(NO_SUBSHELL, reason, List.of(reason))));
        } else {
            cells.execute(message, lane);
        }
    }

    /** Publishes busy and idle around the handling of a message, whatever happens in it. */
    private void guarded(Message message, Runnable handling) {
        presence.busy(message);
        try {
            handling.run();
        } catch (Throwable e) {
            log(message.type() + " failed: " + e);
        } finally {
            presence.idle(message);
        }
    }

    private void reply(Channel channel, Message request, ObjectNode content) {
        String type = request.type();
        String name = type.endsWith("_request") ? type.substring(0, type.length() - "_request".length()) : type;
        sockets.send(channel, request.reply(name + "_reply", content));
    }

    private static ObjectNode ok() {
        return Json.object().put("status", "ok");
    }

    /** Interrupts what runs, as a request on the control channel does; harmless when nothing runs. */
    public void interrupt() {
        workbench.interrupt();
    }

    /** Sends what is still to be sent and closes the sockets. */
    public void close() {
        workbench.interrupt();
        sockets.close();
    }

    private static ExecutorService daemon(String name) {
        return Executors.newSingleThreadExecutor(runnable -> {
            Thread thread = new Thread(runnable, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
