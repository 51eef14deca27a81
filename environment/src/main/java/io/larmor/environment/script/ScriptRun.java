package io.larmor.environment.script;

import io.larmor.core.Progress;
import io.larmor.environment.ProgressLine;
import io.larmor.environment.Terminal;
import io.larmor.environment.setup.Interrupts;
import io.larmor.kernel.spi.ScriptShell;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a script: a text file in the language of a notebook's cells. */
public final class ScriptRun {

    /** How the shell names a place: it counts evaluations as cells, and lines as the script does. */
    private static final Pattern PLACE = Pattern.compile("cell \\d+, line (\\d+)");

    private ScriptRun() {
    }

    /**
     * Runs a script statement by statement up to its end or its first error.
     *
     * @param plots the folder for plots; made when there is one
     * @return the exit status: 0 well, 1 failed, 130 interrupted
     * @throws IOException when the script cannot be read
     */
    @SuppressWarnings("try")
    public static int run(Path script, Path plots, PrintWriter out, PrintWriter err) throws IOException {
        String text = Files.readString(script);
        PrintStream console = System.err;
        var output = new TextOutput(out, err, plots);
        var interrupted = new AtomicBoolean();
        try (var shell = ScriptShell.open(output); var ignored = Interrupts.handledBy(() -> {
            interrupted.set(true);
            shell.interrupt();
        })) {
            // The session's extensions set theirs while it warms up; this waits for it.
            shell.eval("");
            Progress.listener(Terminal.isLive() ? new ProgressLine(console, Terminal.columns()) : null);
            List<ScriptSource.Piece> pieces = ScriptSource.pieces(text,
                    code -> shell.completeness(code) != ScriptShell.Completeness.INCOMPLETE);
            for (ScriptSource.Piece piece : pieces) {
                // The lines before it, left empty, so that errors count lines as the file does.
                if (!shell.eval("\n".repeat(piece.line() - 1) + piece.code())) {
                    if (interrupted.get()) {
                        err.println("larmor: interrupted");
                        return 130;
                    }
                    explain(script, piece, output.takeFailure(), err);
                    return 1;
                }
            }
        }
        return 0;
    }

    private static void explain(Path script, ScriptSource.Piece piece, List<String> failure, PrintWriter err) {
        String place = failure.stream().map(PLACE::matcher).filter(Matcher::find).findFirst().map(found -> found.group(1))
                .orElse(String.valueOf(piece.line()));
        err.println(script + ":" + place + ": " + (failure.isEmpty() ? "failed" : failure.get(0)));
        failure.stream().skip(1).map(line -> PLACE.matcher(line).replaceAll("line $1")).forEach(err::println);
        err.flush();
    }
}
