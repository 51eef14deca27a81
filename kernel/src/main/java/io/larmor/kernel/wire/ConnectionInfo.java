package io.larmor.kernel.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
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

    /** The environment variable that, set to {@code any}, lets a kernel bind to other addresses than this machine's own. */
    public static final String BIND = "LARMOR_BIND";

    private static final String SCHEME = "hmac-sha256";

    public ConnectionInfo {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("connection file: key is empty; a kernel without a key would run code for "
                    + "anyone who reaches its ports, so give it a random key");
        }
    }

    /**
     * Reads a connection file.
     *
     * @param anyAddress whether the sockets may be open to other machines
     * @throws IOException when the file is unreadable or asks for an address, a transport or a signature that is not served
     *     here; its message never has the key in it
     */
    public static ConnectionInfo read(Path file, boolean anyAddress) throws IOException {
        ObjectNode json = parse(file);
        String transport = json.path("transport").asText("tcp");
        if (!transport.equals("tcp")) {
            throw new IOException("connection file: transport = " + transport + " is not supported, only tcp; start the "
                    + "kernel with transport tcp");
        }
        String scheme = json.path("signature_scheme").asText(SCHEME);
        if (!scheme.equals(SCHEME)) {
            throw new IOException("connection file: signature_scheme = " + scheme + " is not supported, only " + SCHEME);
        }
        String ip = json.path("ip").asText("127.0.0.1");
        if (!anyAddress && !isLoopback(ip)) {
            throw new IOException("connection file: ip = " + ip + " is not this machine's own, 127.0.0.1; a kernel runs "
                    + "whatever reaches it. If other machines are meant to reach it, set " + BIND + "=any");
        }
        try {
            return new ConnectionInfo(ip, port(json, "shell_port"),
                    port(json, "iopub_port"), port(json, "stdin_port"), port(json, "control_port"),
                    port(json, "hb_port"), json.path("key").asText(""));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A parser's own message could quote the file, and with it the key. */
    private static ObjectNode parse(Path file) throws IOException {
        try {
            return Json.parseObject(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new IOException("connection file: this is not JSON, from line " + e.getLocation().getLineNr()
                    + ", column " + e.getLocation().getColumnNr());
        }
    }

    /** By the text alone: looking a name up would ask other machines. */
    public static boolean isLoopback(String ip) {
        return ip.equals("localhost") || ip.matches("127(\\.\\d{1,3}){3}") || ip.matches("\\[?(0*:)+:?0*1]?");
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

    /** Without the key. */
    @Override
    public String toString() {
        return "ConnectionInfo[ip=" + ip + ", ports " + shell + ", " + iopub + ", " + stdin + ", " + control + ", "
                + heartbeat + "]";
    }
}
