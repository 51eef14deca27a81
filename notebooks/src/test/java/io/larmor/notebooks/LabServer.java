package io.larmor.notebooks;

import io.larmor.environment.setup.Layout;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JupyterLab that {@code environment/larmor lab} has opened on a folder; closing it ends it and its kernels. */
final class LabServer implements AutoCloseable {

    private static final String TOKEN = "larmor-check";
    /** The first start may build, and bring JupyterLab. */
    private static final Duration STARTUP = Duration.ofMinutes(10);

    private final Process process;
    private final String address;
    private final Path log;

    private LabServer(Process process, String address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    static LabServer start(Path folder) throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path log = folder.resolveSibling("lab.log");
        var builder = new ProcessBuilder(List.of(Layout.launcher().toString(), "lab", "--no-browser", "--port", String.valueOf(port),
                "--ServerApp.port_retries=0", "--IdentityProvider.token=" + TOKEN, "--ServerApp.root_dir=" + folder,
                "--LabApp.expose_app_in_browser=True"));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        // The user's own registration and settings are left alone.
        builder.environment().put("JUPYTER_DATA_DIR", folder.resolveSibling("jupyter-data").toString());
        builder.environment().put("JUPYTER_CONFIG_DIR", folder.resolveSibling("jupyter-config").toString());
        var server = new LabServer(builder.start(), "http://localhost:" + port, log);
        server.await();
        return server;
    }

    private void await() throws IOException, InterruptedException {
        long until = System.nanoTime() + STARTUP.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (call("GET", "/api/status") == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(300);
        }
        close();
        throw new IOException("JupyterLab did not start:\n" + Files.readString(log));
    }

    private int call(String method, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "token " + TOKEN)
                .timeout(Duration.ofSeconds(10)).method(method, HttpRequest.BodyPublishers.noBody()).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** The address at which a browser opens a notebook, in a workspace without memories. */
    String page(String notebook) {
        return address + "/lab/tree/" + notebook + "?reset&token=" + TOKEN;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            call("POST", "/api/shutdown");
        } catch (IOException e) {
            // It is not there to answer.
        }
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
