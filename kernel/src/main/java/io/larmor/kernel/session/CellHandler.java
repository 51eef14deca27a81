package io.larmor.kernel.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.assist.ErrorReport;
import io.larmor.kernel.display.MimeJson;
import io.larmor.kernel.display.Outlet;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.wire.Channel;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.KernelSockets;
import io.larmor.kernel.wire.Message;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Executes cells: publishes their input, output and result, replies, and aborts the cells behind one that failed. */
final class CellHandler {

    /** What people type into a console to leave it; as Java it would only be an unknown name. */
    private static final Pattern LEAVING = Pattern.compile("(exit|quit)\\s*(\\(\\s*\\))?\\s*;?");

    private final Workbench workbench;
    private final KernelSockets sockets;
    private final StdinAsker stdin;
    private final History history;
    private final Presence presence;
    private final TextLimit limit;
    private final AtomicInteger counter = new AtomicInteger();

    CellHandler(Workbench workbench, KernelSockets sockets, StdinAsker stdin, History history, Presence presence,
            TextLimit limit) {
        this.workbench = workbench;
        this.sockets = sockets;
        this.stdin = stdin;
        this.history = history;
        this.presence = presence;
        this.limit = limit;
    }

    /** @param lane the one that the request came on, whose thread calls */
    void execute(Message request, ShellLane lane) {
        presence.begins(request, lane.isMain());
        List<Message> aborted = List.of();
        try {
            aborted = executeCell(request, lane);
        } catch (Throwable e) {
            KernelServer.log("execute_request failed: " + e);
            refuse(request, workbench.report(e));
        } finally {
            presence.ends(request, lane.isMain());
        }
        aborted.forEach(this::abort);
    }

    /** Answers a cell that cannot be run. */
    void refuse(Message request, ErrorReport reason) {
        sockets.send(Channel.SHELL, request.reply("execute_reply",
                error(reason).put("execution_count", counter.get())));
    }

    private List<Message> executeCell(Message request, ShellLane lane) {
        JsonNode asked = request.content();
        String code = asked.path("code").asText("");
        boolean silent = asked.path("silent").asBoolean(false);
        boolean stored = !silent && asked.path("store_history").asBoolean(true);
        IopubOutlet outlet = new IopubOutlet(sockets, request, stdin, limit);
        int count = stored ? counter.incrementAndGet() : counter.get();
        if (stored) {
            history.add(count, code);
        }
        if (!silent) {
            outlet.publish("execute_input", Json.object().put("code", code).put("execution_count", count));
        }
        boolean leaving = isLeaving(code);
        CellResult result = code.isBlank() || leaving ? new CellResult(null, null, false)
                : workbench.run(code, "cell " + count, silent ? outlet.silenced() : outlet);
        outlet.remark();
        ObjectNode content;
        if (result.ok()) {
            if (result.value() != null && !silent) {
                outlet.result(result.value(), count);
                history.output(count, result.value());
            }
            content = Json.object().put("status", "ok");
            content.set("user_expressions", expressions(asked.path("user_expressions"), outlet.silenced()));
        } else {
            if (!silent) {
                outlet.error(result.error().name(), result.error().value(), result.error().traceback());
            }
            content = error(result.error());
            content.putObject("user_expressions");
        }
        content.put("execution_count", count);
        ArrayNode payload = content.putArray("payload");
        if (leaving) {
            payload.addObject().put("source", "ask_exit").put("keepkernel", false);
        }
        Message reply = request.reply("execute_reply", content);
        boolean abort = !result.ok() && (result.interrupted() || asked.path("stop_on_error").asBoolean(true));
        if (!abort) {
            sockets.send(Channel.SHELL, reply);
            return List.of();
        }
        // whatever was sent before the client could know of the failure is to be aborted, nothing later
        var waiting = new CompletableFuture<List<Message>>();
        sockets.send(Channel.SHELL, reply, () -> waiting.complete(lane.takeExecutions()));
        return waiting.completeOnTimeout(List.of(), 2, TimeUnit.SECONDS).join();
    }

    private boolean isLeaving(String code) {
        Matcher leaving = LEAVING.matcher(code.strip());
        return leaving.matches() && !workbench.declares(leaving.group(1));
    }

    private ObjectNode expressions(JsonNode asked, Outlet outlet) {
        ObjectNode answers = Json.object();
        asked.fields().forEachRemaining(entry -> answers.set(entry.getKey(),
                expression(entry.getValue().asText(""), outlet)));
        return answers;
    }

    private ObjectNode expression(String code, Outlet outlet) {
        CellResult result = workbench.run(code, "user expression", outlet);
        if (!result.ok()) {
            return error(result.error());
        }
        MimeBundle value = result.value() == null ? MimeBundle.text("") : result.value();
        ObjectNode answer = Json.object().put("status", "ok");
        answer.set("data", MimeJson.data(value));
        answer.set("metadata", MimeJson.metadata(value));
        return answer;
    }

    private void abort(Message request) {
        presence.busy(request);
        sockets.send(Channel.SHELL, request.reply("execute_reply",
                Json.object().put("status", "aborted").put("execution_count", counter.get())));
        presence.idle(request);
    }

    private static ObjectNode error(ErrorReport report) {
        ObjectNode content = Json.object().put("status", "error").put("ename", report.name())
                .put("evalue", report.value());
        report.traceback().forEach(content.putArray("traceback")::add);
        return content;
    }
}
