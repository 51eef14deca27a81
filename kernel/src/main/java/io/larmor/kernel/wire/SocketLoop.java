package io.larmor.kernel.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * One thread that owns ZeroMQ sockets and blocks until one of them can be read or another thread has left work. Senders
 * only touch a lock-free queue and a wake-up byte, so a thread that is stopped at any moment cannot harm a socket.
 */
public final class SocketLoop implements AutoCloseable {

    private static final long RETRY_MILLIS = 10;

    private final ZMQ.Context context = ZMQ.context(1);
    private final Pipe wake;
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final Map<ZMQ.Socket, Consumer<List<byte[]>>> readers = new LinkedHashMap<>();
    private final Consumer<String> log;
    private final Thread thread;
    private BooleanSupplier unfinished = () -> false;
    private volatile boolean running = true;

    /** @param log receives one line for anything that goes wrong with a single message */
    public SocketLoop(String name, Consumer<String> log) throws IOException {
        this.log = log;
        wake = Pipe.open();
        wake.source().configureBlocking(false);
        // non-blocking, so that writing from an interrupted thread does not close the channel
        wake.sink().configureBlocking(false);
        thread = new Thread(this::loop, name);
        thread.setDaemon(true);
    }

    /** Opens a socket without limits on its queues; call before {@link #start}. */
    public ZMQ.Socket open(SocketType type, Consumer<List<byte[]>> reader) {
        ZMQ.Socket socket = context.socket(type);
        socket.setHWM(0);
        socket.setLinger(500);
        readers.put(socket, reader);
        return socket;
    }

    /** What goes on with work that could not be finished, and says whether there is more of it; before {@link #start}. */
    void whenUnfinished(BooleanSupplier work) {
        unfinished = work;
    }

    public void start() {
        thread.start();
    }

    /** Sends from any thread, in the order of the calls of that thread. */
    public void send(ZMQ.Socket socket, List<byte[]> frames) {
        post(() -> write(socket, frames));
    }

    /** Runs something on the socket thread, after everything that has already arrived has been read. */
    public void post(Runnable action) {
        work.add(action);
        if (awake.compareAndSet(false, true)) {
            try {
                wake.sink().write(ByteBuffer.wrap(new byte[1]));
            } catch (IOException e) {
                log.accept("wake-up failed: " + e);
            }
        }
    }

    /** Writes at once; only for the socket thread. */
    public void write(ZMQ.Socket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            socket.send(frames.get(i), i < last ? ZMQ.SNDMORE : 0);
        }
    }

    /** As {@link #write}, unless the socket takes nothing at the moment: then false. */
    boolean tryWrite(ZMQ.Socket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        if (!socket.send(frames.get(0), ZMQ.DONTWAIT | (last > 0 ? ZMQ.SNDMORE : 0))) {
            return false;
        }
        for (int i = 1; i <= last; i++) {
            socket.send(frames.get(i), i < last ? ZMQ.SNDMORE : 0);
        }
        return true;
    }

    /** Sends what is queued, then closes the sockets. Waits for at most a second. */
    @Override
    public void close() {
        post(() -> running = false);
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        ZMQ.Poller poller = context.poller(readers.size() + 1);
        int wakeIndex = poller.register(wake.source(), ZMQ.Poller.POLLIN);
        var sockets = new ArrayList<>(readers.keySet());
        for (ZMQ.Socket socket : sockets) {
            poller.register(socket, ZMQ.Poller.POLLIN);
        }
        boolean more = false;
        while (running) {
            try {
                poller.poll(more ? RETRY_MILLIS : -1);
                for (ZMQ.Socket socket : sockets) {
                    readAll(socket);
                }
                if (poller.pollin(wakeIndex)) {
                    wake.source().read(ByteBuffer.allocate(64));
                }
                awake.set(false);
                runWork();
                more = unfinished.getAsBoolean();
            } catch (Throwable e) {
                log.accept("socket thread: " + e);
            }
        }
        sockets.forEach(ZMQ.Socket::close);
        context.term();
    }

    private void runWork() {
        for (Runnable action = work.poll(); action != null; action = work.poll()) {
            try {
                action.run();
            } catch (Throwable e) {
                log.accept("sending failed: " + e);
            }
        }
    }

    private void readAll(ZMQ.Socket socket) {
        try {
            readWaiting(socket);
        } catch (RuntimeException e) {
            log.accept("reading failed: " + e);
        }
    }

    private void readWaiting(ZMQ.Socket socket) {
        for (byte[] first = socket.recv(ZMQ.DONTWAIT); first != null; first = socket.recv(ZMQ.DONTWAIT)) {
            var frames = new ArrayList<byte[]>();
            frames.add(first);
            while (socket.hasReceiveMore()) {
                frames.add(socket.recv());
            }
            try {
                readers.get(socket).accept(frames);
            } catch (Throwable e) {
                log.accept("message ignored: " + e);
            }
        }
    }
}
