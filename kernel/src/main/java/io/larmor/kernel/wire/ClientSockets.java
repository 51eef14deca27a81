package io.larmor.kernel.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A client's side of a kernel's sockets. Messages are handed over on the socket thread, which must not be kept. */
public final class ClientSockets implements AutoCloseable {

    private final SocketLoop loop;
    private final Codec codec;
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);

    public ClientSockets(ConnectionInfo info, BiConsumer<Channel, Message> handler, Consumer<String> log)
            throws IOException {
        codec = new Codec(info.key());
        loop = new SocketLoop("larmor-client", log);
        // one identity on all sockets: the kernel asks for input on the stdin socket of whoever sent the cell
        byte[] identity = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        Map<Channel, Integer> ports = Map.of(Channel.SHELL, info.shell(), Channel.CONTROL, info.control(),
                Channel.STDIN, info.stdin(), Channel.IOPUB, info.iopub());
        for (Channel channel : Channel.values()) {
            ZMQ.Socket socket = loop.open(channel == Channel.IOPUB ? SocketType.SUB : SocketType.DEALER,
                    frames -> receive(channel, frames, handler, log));
            socket.setReconnectIVL(10);
            if (channel == Channel.IOPUB) {
                socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
            } else {
                socket.setIdentity(identity);
            }
            socket.connect(info.address(ports.get(channel)));
            sockets.put(channel, socket);
        }
        loop.start();
    }

    private void receive(Channel channel, List<byte[]> frames, BiConsumer<Channel, Message> handler,
            Consumer<String> log) {
        try {
            handler.accept(channel, codec.decode(frames));
        } catch (IOException e) {
            log.accept(channel + ": ignored " + e.getMessage());
        }
    }

    /** A request that has not been sent yet. */
    public Message create(String type, ObjectNode content) {
        return Message.create(List.of(), type, Json.object(), content);
    }

    public void send(Channel channel, Message message) {
        loop.send(sockets.get(channel), codec.encode(
                new Message(List.of(), message.header(), message.parent(), message.metadata(), message.content(),
                        message.buffers())));
    }

    @Override
    public void close() {
        loop.close();
    }
}
