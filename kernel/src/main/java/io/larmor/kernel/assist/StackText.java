package io.larmor.kernel.assist;

import io.larmor.kernel.shell.Origin;
import io.larmor.kernel.shell.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The way an exception took, for people: each line of the user's that it passed, the innermost with a mark; of what
 * libraries did inside, the call that the user made and where it was thrown; nothing of the kernel's.
 */
final class StackText {

    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";
    private static final int LINES = 24;
    private static final int REPEATS = 2;

    private final Function<String, Origin> origins;

    StackText(Function<String, Origin> origins) {
        this.origins = origins;
    }

    List<String> of(StackTraceElement[] frames) {
        var lines = new ArrayList<String>();
        int end = ofKernel(frames);
        boolean marked = false;
        int same = 0;
        for (int i = 0; i < end; i++) {
            Origin origin = origin(frames[i]);
            if (lines.size() > LINES) {
                lines.add("    ... " + (end - i) + " more");
                break;
            }
            if (origin == null) {
                int first = i;
                while (i + 1 < end && origin(frames[i + 1]) == null) {
                    i++;
                }
                lines.add(library(frames[first], frames[i], i - first));
                continue;
            }
            same = i > 0 && frames[i].equals(frames[i - 1]) ? same + 1 : 0;
            if (same >= REPEATS) {
                int first = i;
                while (i + 1 < end && frames[i + 1].equals(frames[i])) {
                    i++;
                }
                lines.add("    ... the same " + (i - first + 1) + " more times");
                continue;
            }
            lines.addAll(own(frames[i], origin, !marked));
            marked = true;
        }
        return lines;
    }

    /** Of the calls inside of libraries: the outermost, which is the user's, and where the innermost threw. */
    private static String library(StackTraceElement thrown, StackTraceElement called, int deeper) {
        String line = "    at " + called.getClassName() + "." + called.getMethodName() + place(called);
        return deeper == 0 ? line : line + ", thrown " + (deeper == 1 ? "1 call" : deeper + " calls") + " deeper in "
                + simple(thrown.getClassName()) + "." + thrown.getMethodName();
    }

    private static List<String> own(StackTraceElement frame, Origin origin, boolean mark) {
        var lines = new ArrayList<String>();
        int line = origin.line(frame.getLineNumber());
        lines.add("  " + origin.cell() + ", line " + line + inMethod(frame) + ":");
        String text = origin.lineText(line);
        lines.add("    " + text);
        if (mark) {
            boolean first = frame.getMethodName().isEmpty() && line == origin.lineOf(origin.start());
            int from = first ? origin.start() - (origin.text().lastIndexOf('\n', origin.start() - 1) + 1)
                    : text.indexOf(text.strip());
            int to = first ? statementEnd(text, from) : text.stripTrailing().length();
            lines.add("    " + text.substring(0, from).replaceAll("[^\t]", " ") + RED + "^".repeat(Math.max(1, to - from))
                    + PLAIN);
        }
        return lines;
    }

    /** Where the statement that starts at a column ends in its line. */
    private static int statementEnd(String line, int from) {
        int depth = 0;
        for (int at = from; at < line.length();) {
            char c = line.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ';' && depth == 0) {
                return at;
            }
            at = SourceText.skipToken(line, at);
        }
        return line.stripTrailing().length();
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

    /** Where the kernel's own frames begin. */
    private static int ofKernel(StackTraceElement[] frames) {
        for (int i = 0; i < frames.length; i++) {
            String owner = frames[i].getClassName();
            if (owner.startsWith("io.larmor.kernel.shell.") || owner.startsWith("io.larmor.kernel.bench.")
                    || owner.startsWith("io.larmor.kernel.session.")
                    || owner.startsWith("jdk.internal.reflect.") || owner.startsWith("jdk.jshell.execution.")) {
                return i;
            }
        }
        return frames.length;
    }

    /** A cause's own place: the first frame that is not the user's. */
    static List<String> ofCause(Throwable cause) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            return frame.getClassName().startsWith("REPL.") ? List.of()
                    : List.of("    at " + frame.getClassName() + "." + frame.getMethodName() + place(frame));
        }
        return List.of();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static String place(StackTraceElement frame) {
        return frame.getFileName() == null ? "" : " (" + frame.getFileName()
                + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "") + ")";
    }
}
