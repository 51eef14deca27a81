package io.larmor.environment.command;

import io.larmor.environment.Terminal;
import io.larmor.environment.notebook.Cell;
import io.larmor.environment.notebook.NotebookRunner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One line a cell. On a terminal the running cell's line counts its seconds and shows the last thing that it printed. */
final class RunProgress implements NotebookRunner.Watcher, AutoCloseable {

    private static final int PLAIN_WIDTH = 100;
    private static final long TICK_MILLIS = 250;

    private final PrintWriter out;
    private final int columns = Terminal.columns();
    private final ScheduledExecutorService clock;
    private String head = "";
    private String last = "";
    private long begin;
    private boolean running;

    RunProgress(PrintWriter out) {
        this.out = out;
        if (!Terminal.isLive()) {
            clock = null;
            return;
        }
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void begun(int number, int of, Cell cell) {
        head = label(number, of);
        last = cell.firstLine();
        begin = System.nanoTime();
        running = true;
    }

    @Override
    public synchronized void printed(String text) {
        String[] lines = text.strip().split("[\\r\\n]+");
        last = lines[lines.length - 1];
    }

    private synchronized void tick() {
        if (running) {
            rewrite(head + " ... " + Terminal.duration((System.nanoTime() - begin) / 1e9) + "  " + last);
        }
    }

    @Override
    public synchronized void ended(int number, int of, Cell cell, boolean well, double seconds) {
        running = false;
        String line = label(number, of) + (well ? " ok  " : " FAIL ") + String.format("%7s", Terminal.duration(seconds))
                + "  " + cell.firstLine();
        if (clock == null) {
            out.println(Terminal.fit(line, PLAIN_WIDTH));
        } else {
            rewrite(line);
            out.println();
        }
        out.flush();
    }

    private void rewrite(String line) {
        // Carriage return, the line, and "erase to the end".
        out.print("\r" + Terminal.fit(line, columns - 1) + "\u001B[K");
        out.flush();
    }

    private static String label(int number, int of) {
        int width = String.valueOf(of).length();
        return String.format("[%" + width + "d/%d]", number, of);
    }

    /** Says which cell failed, at which line, and why. */
    static void explain(Path file, NotebookRunner.Failure failure, PrintWriter err) {
        String error = failure.name() + (failure.value().isBlank() ? "" : ": " + failure.value());
        err.println("larmor: " + file + ": cell " + failure.cell() + " failed: " + error);
        failure.traceback().stream().flatMap(String::lines).filter(line -> !line.equals(error))
                .forEach(line -> err.println("    " + line));
        err.flush();
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
    }
}
