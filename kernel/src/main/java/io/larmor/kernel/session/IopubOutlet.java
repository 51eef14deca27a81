package io.larmor.kernel.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.display.MimeJson;
import io.larmor.kernel.display.Outlet;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.wire.Channel;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.KernelSockets;
import io.larmor.kernel.wire.Message;
import java.io.IOException;
import java.util.List;

/** The output of one request, published with that request as parent. */
final class IopubOutlet implements Outlet {

    private final KernelSockets sockets;
    private final Message request;
    private final StdinAsker stdin;
    private final TextLimit limit;
    private final boolean allowInput;

    IopubOutlet(KernelSockets sockets, Message request, StdinAsker stdin, TextLimit limit) {
        this.sockets = sockets;
        this.request = request;
        this.stdin = stdin;
        this.limit = limit;
        allowInput = request.content().path("allow_stdin").asBoolean(false);
    }

    void publish(String type, ObjectNode content) {
        sockets.send(Channel.IOPUB, Message.published(type, request.header(), content));
    }

    void status(String state) {
        publish("status", Json.object().put("execution_state", state));
    }

    @Override
    public void stream(String name, String text) {
        String allowed = limit.admit(text);
        if (!allowed.isEmpty()) {
            text(name, allowed);
        }
    }

    /** Says what had to be left out, if anything. */
    void remark() {
        String remark = limit.remark();
        if (!remark.isEmpty()) {
            text("stderr", remark);
        }
    }

    private void text(String name, String text) {
        publish("stream", Json.object().put("name", name).put("text", text));
    }

    @Override
    public void display(MimeBundle bundle, String displayId, boolean update) {
        if (!limit.admitDisplay()) {
            return;
        }
        ObjectNode content = content(bundle);
        ObjectNode transients = content.putObject("transient");
        if (displayId != null) {
            transients.put("display_id", displayId);
        }
        publish(update ? "update_display_data" : "display_data", content);
    }

    @Override
    public void result(MimeBundle bundle, int count) {
        publish("execute_result", content(bundle).put("execution_count", count));
    }

    @Override
    public void error(String name, String value, List<String> traceback) {
        ObjectNode content = Json.object().put("ename", name).put("evalue", value);
        traceback.forEach(content.putArray("traceback")::add);
        publish("error", content);
    }

    @Override
    public void clear(boolean wait) {
        publish("clear_output", Json.object().put("wait", wait));
    }

    @Override
    public String input(String prompt, boolean password) throws IOException, InterruptedException {
        if (!allowInput) {
            throw new IOException("this front end gives no input to cells (allow_stdin is false)");
        }
        return stdin.ask(request, prompt, password);
    }

    @Override
    public void comm(String type, ObjectNode content, ObjectNode metadata, List<byte[]> buffers) {
        sockets.send(Channel.IOPUB, Message.published(type, request.header(), content).withMetadata(metadata)
                .withBuffers(buffers));
    }

    private static ObjectNode content(MimeBundle bundle) {
        ObjectNode content = Json.object();
        content.set("data", MimeJson.data(bundle));
        content.set("metadata", MimeJson.metadata(bundle));
        return content;
    }
}
