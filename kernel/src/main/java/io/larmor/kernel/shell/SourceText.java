package io.larmor.kernel.shell;

import java.util.ArrayList;
import java.util.List;

/** Finds its way through Java text without parsing it: strings, comments, brackets and lines. */
public final class SourceText {

    private SourceText() {
    }

    /** The first position from {@code at} on that is neither white space nor in a comment. */
    static int skipBlank(String text, int at) {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                at = skipToken(text, at);
            } else {
                break;
            }
        }
        return at;
    }

    static String wordAt(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    /** Positions just after the last token of a line, for lines that end outside all brackets and literals. */
    static List<Integer> lineEndsOutsideBrackets(String text) {
        var ends = new ArrayList<Integer>();
        int depth = 0;
        int lastToken = 0;
        for (int at = 0; at < text.length();) {
            char c = text.charAt(at);
            if (c == '\n') {
                if (depth == 0 && lastToken > 0 && (ends.isEmpty() || ends.get(ends.size() - 1) != lastToken)) {
                    ends.add(lastToken);
                }
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                boolean comment = text.startsWith("//", at) || text.startsWith("/*", at);
                at = skipToken(text, at);
                lastToken = comment ? lastToken : at;
            }
        }
        return ends;
    }

    /** What a position in a text is inside of. */
    public record Context(boolean inLiteral, int depth, char lastCode) {
    }

    /**
     * The contexts of the starts of all lines, in order: whether a literal or comment goes on there, how many brackets
     * are open, and the last character of code before, 0 for none.
     */
    public static List<Context> lineContexts(String text) {
        var contexts = new ArrayList<Context>();
        contexts.add(new Context(false, 0, (char) 0));
        int depth = 0;
        char last = 0;
        for (int at = 0; at < text.length();) {
            char c = text.charAt(at);
            int end = skipToken(text, at);
            boolean comment = text.startsWith("//", at) || text.startsWith("/*", at);
            if (!comment && !Character.isWhitespace(c)) {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                last = text.charAt(end - 1);
            }
            for (int i = at; i < end; i++) {
                if (text.charAt(i) == '\n') {
                    contexts.add(new Context(end - at > 1, depth, last));
                }
            }
            at = end;
        }
        return contexts;
    }

    /** The end of the comment, literal or single character that starts at a position. */
    public static int skipToken(String text, int at) {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        if (text.startsWith("\"\"\"", at)) {
            return skipTextBlock(text, at + 3);
        }
        char c = text.charAt(at);
        return c == '"' || c == '\'' ? skipLiteral(text, at, c) : at + 1;
    }

    private static int skipTextBlock(String text, int at) {
        while (at < text.length()) {
            if (text.charAt(at) == '\\') {
                at += 2;
            } else if (text.startsWith("\"\"\"", at)) {
                return at + 3;
            } else {
                at++;
            }
        }
        return text.length();
    }

    private static int skipLiteral(String text, int at, char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
        }
        return text.length();
    }
}
