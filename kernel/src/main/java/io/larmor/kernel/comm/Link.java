package io.larmor.kernel.comm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.display.Scope;
import io.larmor.kernel.spi.Comm;
import io.larmor.kernel.wire.Json;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One comm. What it sends is published as caused by whatever the calling thread works on. */
final class Link implements Comm {

    private final Comms comms;
    private final String id;
    private final String target;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Consumer<Packet> onMessage = packet -> { };
    private volatile Consumer<Packet> onClose = packet -> { };

    Link(Comms comms, String id, String target) {
        this.comms = comms;
        this.id = id;
        this.target = target;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    /** How many of its messages have arrived that nobody has begun to handle. */
    AtomicInteger waiting() {
        return waiting;
    }

    void announce(Packet opening) {
        publish("comm_open", opening, Json.object().put("target_name", target));
    }

    @Override
    public void send(Packet packet) {
        Scope.current().flush();
        post(packet);
    }

    void post(Packet packet) {
        if (open.get()) {
            publish("comm_msg", packet, Json.object());
        }
    }

    @Override
    public Comm onMessage(Consumer<Packet> handler) {
        onMessage = handler;
        return this;
    }

    @Override
    public Comm onClose(Consumer<Packet> handler) {
        onClose = handler;
        return this;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            comms.forget(this);
            publish("comm_close", Packet.of(java.util.Map.of()), Json.object());
        }
    }

    void received(Packet packet) {
        onMessage.accept(packet);
    }

    void closedByFrontEnd(Packet packet) {
        if (open.compareAndSet(true, false)) {
            comms.forget(this);
            onClose.accept(packet);
        }
    }

    private void publish(String type, Packet packet, ObjectNode content) {
        content.put("comm_id", id);
        content.set("data", Json.MAPPER.valueToTree(packet.data()));
        Scope.current().comm(type, content, Json.MAPPER.valueToTree(packet.metadata()), packet.buffers());
    }
}
