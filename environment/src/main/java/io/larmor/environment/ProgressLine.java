package io.larmor.environment;

import io.larmor.core.Progress;
import java.io.PrintStream;

/** Shows the library's progress on a terminal: one line of the error stream, rewritten in place and removed at the end. */
public final class ProgressLine implements Progress.Listener {

    private static final double QUIET_SECONDS = 1;

    private final PrintStream out;
    private final int columns;
    private int length;

    /** For a stream whose terminal has this many columns. */
    public ProgressLine(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public synchronized void moved(Progress progress) {
        if (progress.elapsed() >= QUIET_SECONDS) {
            write(Terminal.fit((String) ProgressDisplay.bar(progress).data().get("text/plain"), columns - 1));
        }
    }

    @Override
    public synchronized void ended(Progress progress) {
        write("");
        out.print('\r');
        out.flush();
    }

    private void write(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
        out.flush();
        length = line.length();
    }
}
