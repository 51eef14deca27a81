package io.larmor.kernel.spi;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A channel between the notebook and its front end, opened by either of them. Open one with {@link Notebook#comm}, or
 * register a target with {@link Notebook#commTarget} for those that the front end opens. Where there is no front end,
 * what is sent goes nowhere. Safe for use by several threads.
 */
public interface Comm {

    /**
     * What goes over it.
     *
     * @param data a JSON-like tree of maps, lists, numbers, strings and booleans
     * @param metadata another one, about the message
     * @param buffers raw bytes beside the tree
     */
    record Packet(Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {

        /** Data alone. */
        public static Packet of(Map<String, ?> data) {
            return new Packet(Map.copyOf(data), Map.of(), List.of());
        }
    }

    /** Takes a comm that the front end has opened. */
    @FunctionalInterface
    interface Target {

        /** Called on the thread of user code, before any message of the comm; a throw closes the comm. */
        void opened(Comm comm, Packet opening);
    }

    String id();

    /** The name under which the two sides know what it is for. */
    String target();

    boolean isOpen();

    /** Sends data; does nothing once closed. */
    default void send(Map<String, ?> data) {
        send(Packet.of(data));
    }

    /** Sends data, metadata and bytes; does nothing once closed. */
    void send(Packet packet);

    /** What to do with each message from the front end, in place of what was said before. */
    Comm onMessage(Consumer<Packet> handler);

    /** What to do when the front end closes it, in place of what was said before. */
    Comm onClose(Consumer<Packet> handler);

    /** Closes it on both sides; does nothing when it is closed already. */
    void close();
}
