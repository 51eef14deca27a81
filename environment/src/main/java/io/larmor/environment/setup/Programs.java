package io.larmor.environment.setup;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Other programs: finding and running them. */
public final class Programs {

    /**
     * How a program ended.
     *
     * @param status its exit status; 124 when it took too long and was stopped
     * @param output what it printed, both streams together
     */
    public record Ended(int status, String output) {

        /** Whether it ended well. */
        public boolean ok() {
            return status == 0;
        }
    }

    private Programs() {
    }

    /** The first executable file of that name on the PATH. */
    public static Optional<Path> find(String name) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, name).toAbsolutePath();
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Runs a program without input and waits for it; one that does not start counts as ended with status 127. */
    public static Ended run(Duration limit, List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
            var output = CompletableFuture.supplyAsync(() -> {
                try {
                    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    return "";
                }
            });
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Ended(124, output.getNow("") + "stopped after " + limit.toSeconds() + " s");
            }
            return new Ended(process.exitValue(), output.join());
        } catch (IOException e) {
            return new Ended(127, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(130, "interrupted");
        }
    }

    /** Runs a program that shares this one's terminal and returns its exit status; it is stopped when this one is. */
    @SuppressWarnings("try")
    public static int attach(List<String> command, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
        var stop = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        try (var ignored = Interrupts.handledBy(() -> { })) {
            // A terminal's Ctrl-C reaches the program by itself; it answers, and may ask back.
            return process.waitFor();
        } finally {
            if (!process.isAlive()) {
                Runtime.getRuntime().removeShutdownHook(stop);
            }
        }
    }
}
