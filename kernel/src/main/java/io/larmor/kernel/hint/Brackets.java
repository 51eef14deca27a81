package io.larmor.kernel.hint;

import io.larmor.kernel.shell.Origin;
import io.larmor.kernel.shell.Outcome;
import io.larmor.kernel.shell.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Brackets and quotes that lack their other half. */
final class Brackets {

    private Brackets() {
    }

    static Optional<String> advise(Outcome.Problem problem, Origin origin) {
        String message = problem.message();
        if (message.contains("unclosed string literal")) {
            return Optional.of("A text ends with \" on its own line; one of several lines stands between \"\"\" and \"\"\".");
        }
        if (message.contains("unclosed character literal") || message.contains("empty character literal")) {
            return Optional.of("Texts stand in double quotes, \"text\"; single quotes hold one character, 'x'.");
        }
        if (message.contains("unclosed comment")) {
            return Optional.of("A comment that begins with /* ends with */.");
        }
        if (message.contains("end of file")) {
            return unclosed(origin, origin.text().length());
        }
        if (!message.matches("(?s)'?[)\\]}]'?(?: or '?,'?)? expected.*|.*'\\)' or ',' expected.*")) {
            return Optional.empty();
        }
        return open(origin, origin.text().length()).isEmpty()
                ? Optional.of("Between two values stands an operator such as +, or a comma.") : unclosed(origin, problem.start());
    }

    /** The innermost bracket that is still open at a position. */
    private static Optional<String> unclosed(Origin origin, int end) {
        Deque<Integer> open = open(origin, end);
        if (open.isEmpty()) {
            return Optional.of("Something is missing at the end.");
        }
        int line = origin.lineOf(open.peek());
        return Optional.of("The " + origin.text().charAt(open.peek()) + " of line " + line + " is not closed: "
                + origin.lineText(line).strip());
    }

    /** The brackets that are open at a position, the innermost first. */
    private static Deque<Integer> open(Origin origin, int end) {
        Deque<Integer> open = new ArrayDeque<>();
        String text = origin.text();
        for (int at = origin.start(); at < Math.min(end, text.length());) {
            char c = text.charAt(at);
            if ("([{".indexOf(c) >= 0) {
                open.push(at);
            } else if (")]}".indexOf(c) >= 0 && !open.isEmpty()) {
                open.pop();
            }
            at = SourceText.skipToken(text, at);
        }
        return open;
    }
}
