package io.larmor.kernel.spi;

import io.larmor.kernel.wire.ConnectionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A kernel's process, its private connection file and what it printed. */
final class KernelProcess {

    private static final String PLACEHOLDER = "{connection_file}";

    private final ConnectionInfo connection;
    private final Path folder;
    private final Process process;

    private KernelProcess(ConnectionInfo connection, Path folder, Process process) {
        this.connection = connection;
        this.folder = folder;
        this.process = process;
    }

    static KernelProcess start(List<String> command, Path directory, Map<String, String> environment)
            throws IOException {
        if (command.stream().noneMatch(word -> word.contains(PLACEHOLDER))) {
            throw new IllegalArgumentException("kernel command " + command + " has no " + PLACEHOLDER);
        }
        ConnectionInfo connection = ConnectionInfo.loopback();
        Path folder = Files.createTempDirectory("larmor-client");
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
        Path file = Files.createFile(folder.resolve("connection.json"), mine);
        Files.write(file, connection.toJson());
        List<String> words = command.stream().map(word -> word.replace(PLACEHOLDER, file.toString())).toList();
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
        builder.environment().putAll(environment);
        try {
            return new KernelProcess(connection, folder, builder.start());
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    ConnectionInfo connection() {
        return connection;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String exitStatus() {
        return process.isAlive() ? "none" : String.valueOf(process.exitValue());
    }

    /** The end of what the process printed to its terminal. */
    String printed() {
        try {
            String all = new String(Files.readAllBytes(folder.resolve("output.txt")), StandardCharsets.UTF_8).strip();
            return all.isEmpty() ? "nothing" : all.substring(Math.max(0, all.length() - 2000));
        } catch (IOException e) {
            return "nothing";
        }
    }

    /** Waits for the process to end, then kills it, and removes the files. */
    void end(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    private static void delete(Path folder) {
        for (String name : List.of("connection.json", "output.txt", "")) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                // the system's temporary folder is cleaned by others
            }
        }
    }
}
