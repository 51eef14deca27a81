package io.larmor.environment.script;

import io.larmor.core.Progress;
import io.larmor.environment.ProgressLine;
import io.larmor.environment.Terminal;
import io.larmor.environment.setup.Interrupts;
import io.larmor.environment.setup.Layout;
import io.larmor.kernel.spi.ScriptShell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;

/** The console: reads statements, shows their results. */
public final class Repl {

    private final ScriptShell shell;
    private final TextOutput output;
    private final PrintStream console;
    private final PrintWriter err;
    private boolean failed;

    private Repl(ScriptShell shell, TextOutput output, PrintStream console, PrintWriter err) {
        this.shell = shell;
        this.output = output;
        this.console = console;
        this.err = err;
    }

    /** Runs until the end of the input; on a terminal with editing, history and completion. */
    public static int run(PrintWriter out, PrintWriter err) throws IOException {
        var output = new TextOutput(out, err, Path.of("larmor-plots"));
        // The shell takes the standard streams for the code that it runs.
        PrintStream console = System.err;
        InputStream input = System.in;
        try (var shell = ScriptShell.open(output)) {
            var repl = new Repl(shell, output, console, err);
            if (Terminal.isLive() && System.console() != null) {
                out.println("Larmor. Tab completes, Ctrl-C stops what runs, Ctrl-D leaves.");
                out.flush();
                repl.edit();
                return 0;
            }
            repl.read(new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)));
            return repl.failed ? 1 : 0;
        }
    }

    private void edit() throws IOException {
        Path history = Layout.madeCache().resolve("history");
        try (var terminal = TerminalBuilder.builder().system(true).build()) {
            LineReader reader = LineReaderBuilder.builder().terminal(terminal)
                    .parser(this::parse).completer((line, parsed, candidates) -> complete(parsed, candidates))
                    .variable(LineReader.HISTORY_FILE, history)
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, "   ...> ")
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            while (true) {
                try {
                    evaluate(reader.readLine("larmor> "));
                } catch (UserInterruptException e) {
                    // The line is given up, the session goes on.
                } catch (EndOfFileException e) {
                    return;
                }
            }
        }
    }

    private void read(BufferedReader input) throws IOException {
        String text = input.lines().collect(Collectors.joining("\n"));
        evaluate("");
        for (ScriptSource.Piece piece : ScriptSource.pieces(text, this::isWhole)) {
            evaluate(piece.code());
        }
    }

    private boolean isWhole(String code) {
        return shell.completeness(code) != ScriptShell.Completeness.INCOMPLETE;
    }

    @SuppressWarnings("try")
    private void evaluate(String code) {
        try (var ignored = Interrupts.handledBy(shell::interrupt)) {
            // Set each time: the session's own extensions set theirs while it warms up.
            boolean well = shell.eval(code);
            Progress.listener(Terminal.isLive() ? new ProgressLine(console, Terminal.columns()) : null);
            if (!well) {
                failed = true;
                output.takeFailure().forEach(err::println);
                err.flush();
            }
        }
    }

    /** A statement for the line reader: it asks for more lines as long as the statement is not whole. */
    private ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
        if (context == Parser.ParseContext.ACCEPT_LINE && !line.isBlank() && !isWhole(line)) {
            throw new EOFError(-1, -1, "the statement goes on");
        }
        int begin = cursor;
        while (begin > 0 && Character.isJavaIdentifierPart(line.charAt(begin - 1))) {
            begin--;
        }
        return new Word(line, cursor, line.substring(begin, Math.max(begin, cursor)));
    }

    private record Word(String line, int cursor, String word) implements ParsedLine {

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }

    private void complete(ParsedLine parsed, List<Candidate> candidates) {
        shell.complete(parsed.line(), parsed.cursor()).forEach(candidate -> candidates.add(new Candidate(candidate,
                candidate, null, null, null, null, false)));
    }
}
