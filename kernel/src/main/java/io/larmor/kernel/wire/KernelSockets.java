package io.larmor.kernel.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** The kernel's side of the five sockets. Messages are handed over on the socket thread, which must not be kept. */
public final class KernelSockets implements AutoCloseable {

    private final Codec codec;
    private final Consumer<String> log;
    private final BiConsumer<Channel, Message> handler;
    private final SocketLoop loop;
    private final Publisher published;
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);

    /**
     * Binds all sockets.
     *
     * @throws IOException when an address cannot be bound
     */
    public KernelSockets(ConnectionInfo info, BiConsumer<Channel, Message> handler, Consumer<String> log)
            throws IOException {
        this.handler = handler;
        this.log = log;
        codec = new Codec(info.key());
        loop = new SocketLoop("larmor-sockets", log);
        open(Channel.CONTROL, info, info.control());
        open(Channel.SHELL, info, info.shell());
        open(Channel.STDIN, info, info.stdin());
        ZMQ.Socket publisher = loop.open(SocketType.XPUB, this::welcome);
        publisher.setXpubVerbose(true);
        published = new Publisher(loop, publisher);
        bind(publisher, info, info.iopub());
        sockets.put(Channel.IOPUB, publisher);
        heartbeat(info);
    }

    public void start() {
        loop.start();
    }

    /** Sends from any thread. */
    public void send(Channel channel, Message message) {
        List<byte[]> frames = codec.encode(message);
        if (channel == Channel.IOPUB) {
            published.send(frames);
        } else {
            loop.send(sockets.get(channel), frames);
        }
    }

    /** How many bytes have been published that wait for readers which are behind. */
    public long backlog() {
        return published.backlog();
    }

    /** Sends a message and, just before, runs an action that sees every message which arrived until then. */
    public void send(Channel channel, Message message, Runnable before) {
        List<byte[]> frames = codec.encode(message);
        loop.post(() -> {
            before.run();
            loop.write(sockets.get(channel), frames);
        });
    }

    @Override
    public void close() {
        loop.close();
    }

    private void open(Channel channel, ConnectionInfo info, int port) throws IOException {
        ZMQ.Socket socket = loop.open(SocketType.ROUTER, frames -> receive(channel, frames));
        // a client that reconnects keeps its identity and must take over from its dead connection
        socket.setRouterHandover(true);
        bind(socket, info, port);
        sockets.put(channel, socket);
    }

    private static void bind(ZMQ.Socket socket, ConnectionInfo info, int port) throws IOException {
        socket.setIPv6(info.ip().contains(":"));
        try {
            if (socket.bind(info.address(port))) {
                return;
            }
        } catch (RuntimeException e) {
            throw new IOException("cannot bind " + info.address(port) + ": " + e.getMessage(), e);
        }
        throw new IOException("cannot bind " + info.address(port));
    }

    private void receive(Channel channel, List<byte[]> frames) {
        try {
            handler.accept(channel, codec.decode(frames));
        } catch (IOException e) {
            log.accept(channel + ": ignored " + e.getMessage());
        }
    }

    /** A subscription arrives as the byte 1 and the topic; the answer tells the subscriber that it misses nothing more. */
    private void welcome(List<byte[]> frames) {
        byte[] first = frames.get(0);
        if (first.length == 0 || first[0] != 1) {
            return;
        }
        byte[] topic = Arrays.copyOfRange(first, 1, first.length);
        published.readersChanged();
        published.send(codec.encode(Message.create(List.of(topic), "iopub_welcome",
                Json.object(), Json.object().put("subscription", new String(topic, java.nio.charset.StandardCharsets.UTF_8)))));
    }

    private void heartbeat(ConnectionInfo info) throws IOException {
        ZMQ.Context context = ZMQ.context(1);
        ZMQ.Socket socket = context.socket(SocketType.ROUTER);
        socket.setLinger(0);
        bind(socket, info, info.heartbeat());
        Thread echo = new Thread(() -> {
            while (true) {
                byte[] frame = socket.recv();
                if (frame == null) {
                    return;
                }
                socket.send(frame, socket.hasReceiveMore() ? ZMQ.SNDMORE : 0);
            }
        }, "larmor-heartbeat");
        echo.setDaemon(true);
        echo.start();
    }
}
