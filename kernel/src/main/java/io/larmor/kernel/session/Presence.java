package io.larmor.kernel.session;

import io.larmor.kernel.wire.Channel;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.KernelSockets;
import io.larmor.kernel.wire.Message;

/**
 * The busy and idle states of requests. Front ends show the latest state whoever it belongs to, so after a question that
 * was answered during a cell the cell's busy is said again.
 */
final class Presence {

    private final KernelSockets sockets;
    private Message cell;

    Presence(KernelSockets sockets) {
        this.sockets = sockets;
    }

    synchronized void busy(Message request) {
        publish(request, "busy");
    }

    synchronized void idle(Message request) {
        publish(request, "idle");
        if (cell != null) {
            publish(cell, "busy");
        }
    }

    /** A cell begins; the main shell's keeps the kernel busy until it ends. */
    synchronized void begins(Message request, boolean main) {
        if (main) {
            cell = request;
        }
        busy(request);
    }

    synchronized void ends(Message request, boolean main) {
        if (main) {
            cell = null;
        }
        idle(request);
    }

    private void publish(Message request, String state) {
        sockets.send(Channel.IOPUB, Message.published("status", request.header(),
                Json.object().put("execution_state", state)));
    }
}
