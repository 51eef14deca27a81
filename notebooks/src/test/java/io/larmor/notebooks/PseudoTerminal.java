package io.larmor.notebooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program that believes to run on a terminal, by means of {@code script}: what a user types and reads there. */
final class PseudoTerminal implements AutoCloseable {

    /** Colors and cursor movements, as a terminal takes them. */
    private static final String CONTROL = "\u001b\\[[0-9;?]*[a-zA-Z]";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private int read;

    private PseudoTerminal(Process process) {
        this.process = process;
        Thread reader = new Thread(this::collect, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /** Where the program {@code script} is part of the system. */
    static boolean isPossible() {
        return Path.of("/usr/bin/script").toFile().canExecute();
    }

    static PseudoTerminal start(List<String> command, Map<String, String> environment) throws IOException {
        String line = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        var builder = new ProcessBuilder("/usr/bin/script", "-qfec", line, "/dev/null").redirectErrorStream(true);
        // no question to the terminal where its cursor is: nobody answers
        builder.environment().putAll(Map.of("TERM", "xterm", "COLUMNS", "100", "LINES", "40", "PROMPT_TOOLKIT_NO_CPR", "1"));
        builder.environment().putAll(environment);
        return new PseudoTerminal(builder.start());
    }

    private void collect() {
        byte[] buffer = new byte[4096];
        try (InputStream stream = process.getInputStream()) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                synchronized (output) {
                    output.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // the program has ended
        }
    }

    /** All that was printed so far, without colors and cursor movements. */
    String text() {
        synchronized (output) {
            return output.toString(StandardCharsets.UTF_8).replaceAll(CONTROL, "");
        }
    }

    /** Types a line and the enter key. */
    void line(String text) throws IOException {
        type(text + "\r");
    }

    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Waits until something is printed behind what was last waited for, and returns all in between. */
    String await(String expected) throws InterruptedException {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            String text = text();
            int found = text.indexOf(expected, read);
            if (found >= 0) {
                String between = text.substring(read, found);
                read = found + expected.length();
                return between;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("never printed: " + expected + "\n" + text);
            }
            Thread.sleep(50);
        }
    }

    /** Waits for the end of the program; false when it goes on. */
    boolean ends() throws InterruptedException {
        return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
