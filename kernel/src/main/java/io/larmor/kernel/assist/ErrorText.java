package io.larmor.kernel.assist;

import io.larmor.kernel.display.CellInterruptedError;
import io.larmor.kernel.shell.Origin;
import io.larmor.kernel.shell.Outcome;
import io.larmor.kernel.shell.StuckCellError;
import io.larmor.kernel.spi.ErrorHint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Says what went wrong in a cell: the user's own exception, the line of the cell with a mark, advice; no kernel frames. */
public final class ErrorText {

    private static final String RED = "\u001b[31m";
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";
    private static final int FRAMES = 24;
    private static final int PROBLEMS = 5;

    private final Function<String, Origin> origins;
    private final Iterable<ErrorHint> hints;
    private final NearNames nearNames;

    /**
     * @param origins where a snippet stands, by its id
     * @param hints asked in turn for advice
     * @param nearNames proposes names for unknown ones
     */
    public ErrorText(Function<String, Origin> origins, Iterable<ErrorHint> hints, NearNames nearNames) {
        this.origins = origins;
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
            return interrupted(frames(thrown.frames()));
        }
        String name = error instanceof StuckCellError ? "NotStopped" : name(error);
        String value = message(error);
        var lines = new ArrayList<String>();
        lines.add(headline(name, value));
        lines.addAll(frames(thrown.frames()));
        causes(error, lines);
        advise(thrown.origin().text(), error, value, lines);
        return new ErrorReport(name, value, lines);
    }

    private static void causes(Throwable error, List<String> lines) {
        Set<Throwable> seen = new HashSet<>(Set.of(error));
        for (Throwable cause = error.getCause(); cause != null && seen.add(cause); cause = cause.getCause()) {
            lines.add("caused by " + headline(name(cause), message(cause)));
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (!isNotebook(frame)) {
                    lines.add("    at " + frame.getClassName() + "." + frame.getMethodName() + place(frame));
                }
                break;
            }
        }
    }

    private ErrorReport unresolved(Outcome.Unresolved unresolved) {
        String value = unresolved.name() + " uses " + (unresolved.missing().isEmpty() ? "code with errors"
                : String.join(", ", unresolved.missing()) + ", which does not exist yet");
        var lines = new ArrayList<String>();
        lines.add(headline("UnresolvedReference", value));
        lines.addAll(frames(unresolved.frames()));
        advise(unresolved.origin().text(), null, value, lines);
        return new ErrorReport("UnresolvedReference", value, lines);
    }

    private ErrorReport rejected(Outcome.Rejected rejected) {
        Origin origin = rejected.origin();
        var lines = new ArrayList<String>();
        String first = rejected.problems().isEmpty() ? "this is not Java that can be understood"
                : rejected.problems().get(0).message().lines().findFirst().orElse("");
        for (Outcome.Problem problem : rejected.problems()) {
            if (lines.size() > PROBLEMS * 4) {
                lines.add("... and more");
                break;
            }
            String message = problem.message().strip();
            lines.add(headline("CompilationError", message.lines().findFirst().orElse("")));
            lines.addAll(marked(origin, problem.start(), problem.end()));
            message.lines().skip(1).filter(line -> !line.isBlank() && !line.contains("location: class"))
                    .forEach(line -> lines.add("    " + line.strip()));
            nearNames.advise(problem, origin).ifPresent(advice -> lines.add("  " + advice));
            advise(origin.text(), null, message, lines);
        }
        if (lines.isEmpty()) {
            lines.add(headline("CompilationError", first));
        }
        return new ErrorReport("CompilationError", first, lines);
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

    private List<String> frames(StackTraceElement[] frames) {
        var lines = new ArrayList<String>();
        int last = frames.length;
        for (int i = 0; i < frames.length; i++) {
            if (isKernel(frames[i])) {
                last = i;
                break;
            }
        }
        int shown = 0;
        boolean pictured = false;
        for (int i = 0; i < last; i++) {
            Origin origin = origin(frames[i]);
            if (shown++ >= FRAMES && origin == null) {
                continue;
            }
            if (shown > FRAMES) {
                lines.add("    ... " + (last - i) + " more");
                break;
            }
            if (origin == null) {
                lines.add("    at " + frames[i].getClassName() + "." + frames[i].getMethodName() + place(frames[i]));
                continue;
            }
            int line = origin.line(frames[i].getLineNumber());
            lines.add("  " + origin.cell() + ", line " + line + inMethod(frames[i]) + ":");
            String text = origin.lineText(line);
            lines.add("    " + text);
            if (!pictured) {
                String code = text.strip();
                lines.add("    " + text.substring(0, text.indexOf(code)) + RED + "^".repeat(Math.max(1, code.length()))
                        + PLAIN);
                pictured = true;
            }
        }
        return lines;
    }

    private static String inMethod(StackTraceElement frame) {
        String method = frame.getMethodName();
        String owner = frame.getClassName();
        if (method.startsWith("lambda$")) {
            return ", in a lambda";
        }
        if (method.isEmpty()) {
            return "";
        }
        return ", in " + (owner.isEmpty() ? "" : owner + ".") + method;
    }

    private Origin origin(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null && file.startsWith("#") ? origins.apply(file.substring(1)) : null;
    }

    private static boolean isNotebook(StackTraceElement frame) {
        return frame.getClassName().startsWith("REPL.");
    }

    private static boolean isKernel(StackTraceElement frame) {
        String owner = frame.getClassName();
        return owner.startsWith("io.larmor.kernel.shell.") || owner.startsWith("io.larmor.kernel.bench.")
                || owner.startsWith("io.larmor.kernel.session.")
                || owner.startsWith("jdk.internal.reflect.") || owner.startsWith("jdk.jshell.execution.");
    }

    private static String place(StackTraceElement frame) {
        return frame.getFileName() == null ? "" : " (" + frame.getFileName()
                + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "") + ")";
    }

    private static String name(Throwable error) {
        String simple = error.getClass().getSimpleName();
        return simple.isEmpty() ? error.getClass().getName() : simple;
    }

    private static String message(Throwable error) {
        try {
            String message = error.getLocalizedMessage();
            return message == null ? "" : message;
        } catch (Throwable e) {
            return "(its message cannot be read: " + e.getClass().getName() + ")";
        }
    }

    private static String headline(String name, String value) {
        return BOLD_RED + name + PLAIN + (value.isEmpty() ? "" : ": " + value);
    }

    private void advise(String source, Throwable error, String message, List<String> lines) {
        for (ErrorHint hint : hints) {
            try {
                hint.advise(source, error, message).ifPresent(advice -> advice.lines().forEach(l -> lines.add("  " + l)));
            } catch (RuntimeException e) {
                lines.add("  (the hint " + hint.getClass().getName() + " failed: " + e + ")");
            }
        }
    }
}
