package io.larmor.kernel.assist;

import io.larmor.kernel.display.CellInterruptedError;
import io.larmor.kernel.hint.Hints;
import io.larmor.kernel.shell.Origin;
import io.larmor.kernel.shell.Outcome;
import io.larmor.kernel.shell.StuckCellError;
import io.larmor.kernel.spi.ErrorHint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says what went wrong in a cell: the user's own exception, the line of the cell with a mark, advice; no kernel frames. */
public final class ErrorText {

    private static final String RED = "\u001b[31m";
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";
    private static final int PROBLEMS = 5;
    private static final int DETAILS = 8;

    private final StackText stack;
    private final Iterable<ErrorHint> hints;
    private final NearNames nearNames;

    /**
     * @param origins where a snippet stands, by its id
     * @param hints asked in turn for advice
     * @param nearNames proposes names for unknown ones
     */
    public ErrorText(Function<String, Origin> origins, Iterable<ErrorHint> hints, NearNames nearNames) {
        this.stack = new StackText(origins);
        this.hints = hints;
        this.nearNames = nearNames;
    }

    /** The report for anything but success. */
    public ErrorReport of(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected(rejected);
        }
        if (outcome instanceof Outcome.Unresolved unresolved) {
            return unresolved(unresolved);
        }
        if (outcome instanceof Outcome.Thrown thrown) {
            return thrown(thrown);
        }
        return interrupted(List.of());
    }

    /** The report for an exception outside of compiled cells, such as a magic's. */
    public ErrorReport of(String source, Throwable error) {
        if (error instanceof CellInterruptedError || error instanceof InterruptedException) {
            return interrupted(List.of());
        }
        String value = message(error);
        var lines = new ArrayList<String>();
        lines.add(headline(name(error), value));
        advise(source, error, value, lines);
        return new ErrorReport(name(error), value, lines);
    }

    private static ErrorReport interrupted(List<String> where) {
        var lines = new ArrayList<String>();
        lines.add(headline("Interrupted", "the cell was interrupted"));
        lines.addAll(where);
        return new ErrorReport("Interrupted", "the cell was interrupted", lines);
    }

    private ErrorReport thrown(Outcome.Thrown thrown) {
        Throwable error = thrown.error();
        if (error instanceof CellInterruptedError || error instanceof InterruptedException) {
            return interrupted(stack.of(thrown.frames()));
        }
        String name = error instanceof StuckCellError ? "NotStopped" : name(error);
        String value = message(error);
        var lines = new ArrayList<String>();
        lines.add(headline(name, value));
        lines.addAll(stack.of(thrown.frames()));
        Set<Throwable> seen = new HashSet<>(Set.of(error));
        for (Throwable cause = error.getCause(); cause != null && seen.add(cause); cause = cause.getCause()) {
            lines.add("caused by " + headline(name(cause), message(cause)));
            lines.addAll(StackText.ofCause(cause));
        }
        advise(thrown.origin().text(), error, value, lines);
        return new ErrorReport(name, value, lines);
    }

    private ErrorReport unresolved(Outcome.Unresolved unresolved) {
        String value = unresolved.name() + " uses " + (unresolved.missing().isEmpty() ? "code with errors"
                : String.join(", ", unresolved.missing()) + ", which does not exist yet");
        var lines = new ArrayList<String>();
        lines.add(headline("UnresolvedReference", value));
        lines.addAll(stack.of(unresolved.frames()));
        advise(unresolved.origin().text(), null, value, lines);
        return new ErrorReport("UnresolvedReference", value, lines);
    }

    private ErrorReport rejected(Outcome.Rejected rejected) {
        Origin origin = rejected.origin();
        var lines = new ArrayList<String>();
        List<Outcome.Problem> problems = distinct(rejected.problems());
        int shown = Math.min(PROBLEMS, Hints.isGrammar(problems) ? 1 : problems.size());
        for (Outcome.Problem problem : problems.subList(0, shown)) {
            String message = plain(problem.message().strip());
            lines.add(headline("CompilationError", firstLine(message)));
            lines.addAll(marked(origin, problem.start(), problem.end()));
            List<String> takes = nearNames.arguments(problem, origin);
            List<String> details = !takes.isEmpty() ? takes.stream().map(text -> "    it takes: " + text).toList()
                    : message.lines().skip(1).filter(line -> !line.isBlank() && !line.contains("location: class"))
                    .map(line -> "    " + line.strip()).toList();
            lines.addAll(details.subList(0, Math.min(DETAILS, details.size())));
            Optional<String> advice = Hints.of(problem, origin).or(() -> nearNames.advise(problem, origin));
            advice.ifPresent(text -> lines.add(hint(text)));
            advise(origin.text(), null, message, lines);
        }
        if (shown == PROBLEMS && problems.size() > shown) {
            lines.add("... and " + (problems.size() - shown) + " more");
        }
        String first = problems.isEmpty() ? "this is not Java that can be understood"
                : firstLine(plain(problems.get(0).message()));
        if (lines.isEmpty()) {
            lines.add(headline("CompilationError", first));
        }
        return new ErrorReport("CompilationError", first, lines);
    }

    /** Each complaint once; where brackets are put behind what is no array, what is said of the index means nothing. */
    private static List<Outcome.Problem> distinct(List<Outcome.Problem> problems) {
        List<Outcome.Problem> noArray = problems.stream().filter(p -> p.message().startsWith("array required")).toList();
        Set<String> seen = new HashSet<>();
        return (noArray.isEmpty() ? problems : noArray).stream().filter(p -> seen.add(p.message())).toList();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static List<String> marked(Origin origin, int start, int end) {
        int position = Math.min(Math.max(0, start), origin.text().length());
        int line = origin.lineOf(position);
        String text = origin.lineText(line);
        int column = position - (origin.text().lastIndexOf('\n', position - 1) + 1);
        int width = Math.max(1, Math.min(end - start, text.length() - column));
        // tabs are kept so that the mark stands under what it means
        String indent = text.substring(0, Math.min(column, text.length())).replaceAll("[^\t]", " ");
        return List.of("  " + origin.cell() + ", line " + line + ":", "    " + text,
                "    " + indent + RED + "^".repeat(width) + PLAIN);
    }

    private static String name(Throwable error) {
        String simple = error.getClass().getSimpleName();
        return simple.isEmpty() ? error.getClass().getName() : simple;
    }

    private static String message(Throwable error) {
        try {
            String message = error.getLocalizedMessage();
            return message == null ? "" : withoutInnards(message);
        } catch (Throwable e) {
            return "(its message cannot be read: " + e.getClass().getName() + ")";
        }
    }

    /** Without the names of the classes that JShell wraps cells in, and what module and loader a class is from. */
    private static String withoutInnards(String message) {
        return message.replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", "")
                .replaceAll(" \\([\\w.$]+ and [\\w.$]+ are in .*\\)$| \\([\\w.$]+ is in .* of loader .*\\)$", "");
    }

    private static String plain(String message) {
        return withoutInnards(message).replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z]\\w*\\b)", "");
    }

    private static String headline(String name, String value) {
        return BOLD_RED + name + PLAIN + (value.isEmpty() ? "" : ": " + value);
    }

    private static String hint(String text) {
        return "  " + BOLD + text + PLAIN;
    }

    private void advise(String source, Throwable error, String message, List<String> lines) {
        if (error != null) {
            Hints.of(error).ifPresent(text -> lines.add(hint(text)));
        }
        for (ErrorHint hint : hints) {
            try {
                hint.advise(source, error, message).ifPresent(advice -> advice.lines().forEach(l -> lines.add(hint(l))));
            } catch (RuntimeException e) {
                lines.add("  (the hint " + hint.getClass().getName() + " failed: " + e + ")");
            }
        }
    }
}
