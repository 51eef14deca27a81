package io.larmor.kernel.comm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.assist.ErrorReport;
import io.larmor.kernel.display.Scope;
import io.larmor.kernel.spi.Comm;
import io.larmor.kernel.spi.Comm.Packet;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The comms of a session and the targets under which the front end may open more. */
public final class Comms {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() { };
    private static volatile Comms active = new Comms(error -> new ErrorReport(error.getClass().getSimpleName(),
            String.valueOf(error.getMessage()), List.of(error.toString())));

    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final Map<String, Comm.Target> targets = new ConcurrentHashMap<>();
    private final Set<String> live = ConcurrentHashMap.newKeySet();
    private final Map<String, String> opening = new ConcurrentHashMap<>();
    private final Function<Throwable, ErrorReport> reporter;
    private volatile boolean connected;

    /** @param reporter describes errors of handlers for the user */
    public Comms(Function<Throwable, ErrorReport> reporter) {
        this.reporter = reporter;
    }

    /** Those of the running session. */
    public static Comms active() {
        return active;
    }

    /** Makes these the ones that cells use. */
    public void activate() {
        active = this;
    }

    /** Says that there is a front end at the other side. */
    public void connect() {
        connected = true;
    }

    public boolean isConnected() {
        return connected;
    }

    public ErrorReport report(Throwable error) {
        return reporter.apply(error);
    }

    /** Lets the front end open comms under a name; a target of the same name is replaced. */
    public void target(String name, Comm.Target target) {
        targets.put(name, target);
    }

    /** Has the messages of a target handled beside running cells, whatever subshell they are sent to. */
    public void handleLive(String target) {
        live.add(target);
    }

    /** Opens a comm from this side. */
    public Comm open(String target, Packet opening) {
        Link link = new Link(this, UUID.randomUUID().toString().replace("-", ""), target);
        links.put(link.id(), link);
        link.announce(opening);
        return link;
    }

    /** Sends without waiting for what was printed before; takes no lock, so that callers may hold their own. */
    public static void post(Comm comm, Packet packet) {
        ((Link) comm).post(packet);
    }

    void forget(Link link) {
        links.remove(link.id(), link);
    }

    /** The open comms and their targets; those of one target only unless that is empty. */
    public Map<String, String> info(String target) {
        var found = new java.util.TreeMap<String, String>();
        links.values().stream().filter(link -> target.isEmpty() || link.target().equals(target))
                .forEach(link -> found.put(link.id(), link.target()));
        return found;
    }

    /**
     * Notes that a message has arrived; called in the order of arrival.
     *
     * @return its target when that is handled beside running cells, else null
     */
    public String arrived(Message message) {
        String id = message.content().path("comm_id").asText("");
        if (message.type().equals("comm_open")) {
            String target = message.content().path("target_name").asText("");
            if (!live.contains(target)) {
                return null;
            }
            // messages that follow at once must not overtake it
            opening.put(id, target);
            return target;
        }
        Link link = links.get(id);
        if (link == null) {
            return opening.get(id);
        }
        link.waiting().incrementAndGet();
        return live.contains(link.target()) ? link.target() : null;
    }

    /** Whether messages of a comm have arrived that nobody has begun to handle. */
    public boolean isWaiting(String id) {
        Link link = links.get(id);
        return link != null && link.waiting().get() > 0;
    }

    /**
     * Handles a message of the front end, on the thread of user code.
     *
     * @throws RuntimeException what a handler throws
     */
    public void handle(Message message) {
        String id = message.content().path("comm_id").asText("");
        Packet packet = new Packet(tree(message.content().path("data")), tree(message.metadata()), message.buffers());
        if (message.type().equals("comm_open")) {
            opened(id, message.content().path("target_name").asText(""), packet);
            return;
        }
        Link link = links.get(id);
        if (link == null) {
            return;
        }
        link.waiting().updateAndGet(n -> Math.max(0, n - 1));
        if (message.type().equals("comm_close")) {
            link.closedByFrontEnd(packet);
        } else {
            link.received(packet);
        }
    }

    private void opened(String id, String name, Packet packet) {
        Comm.Target target = targets.get(name);
        Link link = new Link(this, id, name);
        try {
            if (target == null || links.putIfAbsent(id, link) != null) {
                Scope.current().comm("comm_close", Json.object().put("comm_id", id)
                        .set("data", Json.object()), Json.object(), List.of());
                return;
            }
            target.opened(link, packet);
        } catch (RuntimeException | Error e) {
            link.close();
            throw e;
        } finally {
            opening.remove(id);
        }
    }

    private static Map<String, Object> tree(JsonNode node) {
        return node.isObject() ? Json.MAPPER.convertValue(node, TREE) : Map.of();
    }
}
