package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.ConnectionInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kernel does not do unless it is told to. */
class SafeTest {

    private static final String KEY = "the-secret-5f1c";

    @TempDir
    Path folder;

    private static String json(String ip, ConnectionInfo ports, String key) {
        return "{\"transport\":\"tcp\",\"ip\":\"" + ip + "\",\"shell_port\":" + ports.shell() + ",\"iopub_port\":"
                + ports.iopub() + ",\"stdin_port\":" + ports.stdin() + ",\"control_port\":" + ports.control()
                + ",\"hb_port\":" + ports.heartbeat() + ",\"signature_scheme\":\"hmac-sha256\",\"key\":" + key + "}";
    }

    private record Ended(int status, String printed) {
    }

    private Ended start(String connection, Map<String, String> environment) throws Exception {
        Path file = Files.writeString(folder.resolve("connection.json"), connection);
        Path log = folder.resolve("log.txt");
        var builder = new ProcessBuilder(TestKernel.command().stream()
                .map(word -> word.replace("{connection_file}", file.toString())).toList())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LARMOR_HISTORY", "off");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(environment.isEmpty() ? 30 : 3, TimeUnit.SECONDS);
            return new Ended(ended ? process.exitValue() : -1, Files.readString(log));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void otherMachinesReachItOnlyWhenThatIsAskedFor() throws Exception {
        String open = json("0.0.0.0", ConnectionInfo.loopback(), "\"" + KEY + "\"");
        Ended refused = start(open, Map.of());
        assertEquals(1, refused.status());
        assertTrue(refused.printed().contains("LARMOR_BIND=any"), refused.printed());
        Ended told = start(open, Map.of("LARMOR_BIND", "any"));
        assertEquals(-1, told.status(), told.printed());
        assertTrue(told.printed().contains("listening on 0.0.0.0"), told.printed());
        assertFalse((refused.printed() + told.printed()).contains(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void thisMachineIsRecognized(String ip) {
        assertTrue(ConnectionInfo.isLoopback(ip));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "*", "::", "192.168.1.1", "127.0.0.1.example.org", "1::1", "localhost.example"})
    void otherAddressesAreNotThisMachine(String ip) {
        assertFalse(ConnectionInfo.isLoopback(ip));
    }

    @Test
    void aBrokenConnectionFileIsNotQuoted() throws Exception {
        Ended ended = start(json("127.0.0.1", ConnectionInfo.loopback(), KEY), Map.of());
        assertEquals(1, ended.status());
        assertTrue(ended.printed().contains("not JSON, from line 1"), ended.printed());
        assertFalse(ended.printed().contains(KEY) || ended.printed().contains("secret"), ended.printed());
        IOException missing = assertThrows(IOException.class, () -> ConnectionInfo.read(folder.resolve("none"), false));
        assertFalse(String.valueOf(missing).contains(KEY));
    }

    @Test
    void theKeyIsToldNowhere() throws Exception {
        assertFalse(new ConnectionInfo("127.0.0.1", 1, 2, 3, 4, 5, KEY).toString().contains(KEY));
        try (KernelClient kernel = TestKernel.start(Map.of())) {
            Path connection = Path.of(TestKernel.run(kernel,
                    "System.getProperty(\"sun.java.command\").replaceAll(\"\\\\S* \", \"\")").result());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(connection)));
            String key = Files.readString(connection).replaceAll("(?s).*\"key\":\"(\\w+)\".*", "$1");
            assertEquals(64, key.length());
            for (String cell : List.of("%versions all", "%vars", "throw new RuntimeException()", "1 +", "%nonsense",
                    "System.getProperties().toString() + System.getenv()", "%help", "System.getProperty(\"sun.java.command\")")) {
                assertFalse(TestKernel.run(kernel, cell).toString().contains(key), cell);
            }
        }
    }

    @Test
    void nothingIsFetchedWithoutBeingAsked() throws Exception {
        var calls = new AtomicInteger();
        try (var proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread counter = new Thread(() -> {
                while (true) {
                    try (Socket caller = proxy.accept()) {
                        calls.incrementAndGet();
                        caller.getOutputStream().write("HTTP/1.1 502 no\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            counter.setDaemon(true);
            counter.start();
            String port = String.valueOf(proxy.getLocalPort());
            Files.createDirectories(folder.resolve(".m2"));
            Files.writeString(folder.resolve(".m2").resolve("settings.xml"), "<settings><localRepository>"
                    + folder.resolve("local") + "</localRepository><mirrors><mirror><id>dead</id><mirrorOf>*</mirrorOf>"
                    + "<url>http://127.0.0.1:" + port + "/</url></mirror></mirrors></settings>");
            var command = new ArrayList<>(TestKernel.command());
            command.addAll(1, List.of("-Duser.home=" + folder, "-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=" + port,
                    "-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=" + port, "-DsocksProxyHost=127.0.0.1",
                    "-DsocksProxyPort=" + port, "-Dhttp.nonProxyHosts=", "-DsocksNonProxyHosts=127.0.0.1"));
            Map<String, String> environment = Map.of("LARMOR_HISTORY", "off", "http_proxy", "http://127.0.0.1:" + port,
                    "https_proxy", "http://127.0.0.1:" + port);
            try (KernelClient kernel = KernelClient.launch(command, folder, environment, Duration.ofSeconds(60))) {
                for (String cell : List.of("1 + 1", "%help", "%versions", "new java.awt.image.BufferedImage(2, 2, 1)",
                        "%vars", "no such code", "Math.max?")) {
                    TestKernel.run(kernel, cell);
                }
                assertEquals(0, calls.get(), "connections that nobody asked for");
                assertEquals("error", TestKernel.run(kernel, "%maven lab:coil:1.0").reply().status());
                assertTrue(calls.get() > 0, "the counter does not work");
            }
        }
    }
}
