package io.larmor.kernel.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;

/**
 * Where the five sockets of a kernel live and the key that signs their messages: the content of a Jupyter connection
 * file.
 */
public record ConnectionInfo(String ip, int shell, int iopub, int stdin, int control, int heartbeat, String key) {

    private static final String SCHEME = "hmac-sha256";

    public ConnectionInfo {
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("connection file: key is empty; a kernel without a key would run code for "
                    + "anyone who reaches its ports, so give it a random key");
        }
    }

    /**
     * Reads a connection file.
     *
     * @throws IOException when the file is unreadable or asks for a transport or signature that is not spoken here
     */
    public static ConnectionInfo read(Path file) throws IOException {
        ObjectNode json = Json.parseObject(Files.readAllBytes(file));
        String transport = json.path("transport").asText("tcp");
        if (!transport.equals("tcp")) {
            throw new IOException("connection file: transport = " + transport + " is not supported, only tcp; start the "
                    + "kernel with transport tcp");
        }
        String scheme = json.path("signature_scheme").asText(SCHEME);
        if (!scheme.equals(SCHEME)) {
            throw new IOException("connection file: signature_scheme = " + scheme + " is not supported, only " + SCHEME);
        }
        try {
            return new ConnectionInfo(json.path("ip").asText("127.0.0.1"), port(json, "shell_port"),
                    port(json, "iopub_port"), port(json, "stdin_port"), port(json, "control_port"),
                    port(json, "hb_port"), json.path("key").asText(""));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static int port(JsonNode json, String name) throws IOException {
        int port = json.path(name).asInt(-1);
        if (port < 1 || port > 65535) {
            throw new IOException("connection file: " + name + " = " + json.path(name) + " is not a port, 1 .. 65535");
        }
        return port;
    }

    /** Free ports on the loopback interface and a random key. */
    public static ConnectionInfo loopback() throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < 5; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return new ConnectionInfo("127.0.0.1", held.get(0).getLocalPort(), held.get(1).getLocalPort(),
                    held.get(2).getLocalPort(), held.get(3).getLocalPort(), held.get(4).getLocalPort(),
                    HexFormat.of().formatHex(key));
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** The connection file's text. */
    public byte[] toJson() {
        return Json.bytes(Json.object().put("transport", "tcp").put("ip", ip).put("shell_port", shell)
                .put("iopub_port", iopub).put("stdin_port", stdin).put("control_port", control)
                .put("hb_port", heartbeat).put("key", key).put("signature_scheme", SCHEME));
    }

    /** The ZeroMQ address of a port of this kernel. */
    public String address(int port) {
        return "tcp://" + (ip.contains(":") && !ip.startsWith("[") ? "[" + ip + "]" : ip) + ":" + port;
    }
}
