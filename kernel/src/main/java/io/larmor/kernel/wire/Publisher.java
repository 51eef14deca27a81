package io.larmor.kernel.wire;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.zeromq.ZMQ;

/**
 * The publishing socket's queue. The socket itself takes {@link #TAKEN} messages for a reader that is behind; more wait
 * here, where their size is known, so that whoever makes them can stop before the memory is full.
 */
final class Publisher {

    private static final int TAKEN = 500;
    private static final long PATIENCE_NANOS = 6_000_000_000L;

    private final SocketLoop loop;
    private final ZMQ.Socket socket;
    private final ArrayDeque<List<byte[]>> waiting = new ArrayDeque<>();
    private final AtomicLong backlog = new AtomicLong();
    private long lastTaken;

    Publisher(SocketLoop loop, ZMQ.Socket socket) {
        this.loop = loop;
        this.socket = socket;
        socket.setSndHWM(TAKEN);
        socket.setXpubNoDrop(true);
        loop.whenUnfinished(this::drain);
    }

    /** Publishes from any thread, in the order of the calls of that thread. */
    void send(List<byte[]> frames) {
        backlog.addAndGet(size(frames));
        loop.post(() -> enqueue(frames));
    }

    /** A reader has come, perhaps in place of one that had stopped. */
    void readersChanged() {
        socket.setXpubNoDrop(true);
    }

    /** How many bytes wait. */
    long backlog() {
        return backlog.get();
    }

    private void enqueue(List<byte[]> frames) {
        if (waiting.isEmpty()) {
            lastTaken = System.nanoTime();
        }
        waiting.add(frames);
        drain();
    }

    private boolean drain() {
        while (!waiting.isEmpty() && loop.tryWrite(socket, waiting.peek())) {
            backlog.addAndGet(-size(waiting.remove()));
            lastTaken = System.nanoTime();
        }
        if (!waiting.isEmpty() && System.nanoTime() - lastTaken > PATIENCE_NANOS) {
            // a reader that has stopped for good would keep all others waiting: from now on messages pass it by
            socket.setXpubNoDrop(false);
        }
        return !waiting.isEmpty();
    }

    private static long size(List<byte[]> frames) {
        long size = 0;
        for (byte[] frame : frames) {
            size += frame.length;
        }
        return size;
    }
}
