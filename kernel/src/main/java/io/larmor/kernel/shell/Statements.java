package io.larmor.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Cuts a cell into statements. A line break ends a statement that is complete before it, unless the next line goes on
 * with it, by a dot or an operator for example; so semicolons may be left out at line ends.
 */
final class Statements {

    private static final String CONTINUING = ".,?:;)]}{=*/%&|^<>+-";
    private static final Set<String> CONTINUING_WORDS = Set.of("else", "catch", "finally", "instanceof", "throws",
            "extends", "implements", "permits");

    private static final Pattern TYPE =
            Pattern.compile("(?:[a-z]\\w*\\.)*[A-Z]\\w*(?:<[\\w<>, ?.\\[\\]]*>)?(?:\\[\\s*\\])*");
    private static final Pattern ANNOTATIONS = Pattern.compile("(?:@[\\w.]+(?:\\s*\\([^;{]*\\))?\\s*)+");

    private Statements() {
    }

    /** A piece of a cell: its code, with a semicolon added where needed, and where it starts in the cell. */
    record Statement(String source, int start) {
    }

    static List<Statement> split(SourceCodeAnalysis analysis, String cell) {
        var statements = new ArrayList<Statement>();
        int at = 0;
        while (true) {
            at = SourceText.skipBlank(cell, at);
            if (at >= cell.length()) {
                return statements;
            }
            String rest = cell.substring(at);
            CompletionInfo whole = analysis.analyzeCompletion(rest);
            int consumed = whole.completeness().isComplete() && whole.remaining() != null && whole.source() != null
                    ? rest.length() - whole.remaining().length() : rest.length();
            Cut cut = firstLineEnd(analysis, rest, consumed);
            if (cut == null) {
                cut = new Cut(whole.source() == null || whole.source().isBlank() ? rest : whole.source(), consumed);
            }
            if (cut.length() <= 0) {
                cut = new Cut(rest, rest.length());
            }
            statements.add(new Statement(cut.source(), at));
            at += cut.length();
        }
    }

    private record Cut(String source, int length) {
    }

    /** The first line break before a limit that ends a statement, or null. */
    private static Cut firstLineEnd(SourceCodeAnalysis analysis, String rest, int limit) {
        for (int end : SourceText.lineEndsOutsideBrackets(rest)) {
            if (end >= limit) {
                return null;
            }
            int next = SourceText.skipBlank(rest, end);
            if (next >= limit || continues(rest, end, next)) {
                continue;
            }
            CompletionInfo prefix = analysis.analyzeCompletion(rest.substring(0, end));
            boolean complete = prefix.completeness() == Completeness.COMPLETE
                    || prefix.completeness() == Completeness.COMPLETE_WITH_SEMI;
            if (complete && (prefix.remaining() == null || prefix.remaining().isBlank())) {
                return new Cut(prefix.source(), end);
            }
        }
        return null;
    }

    private static boolean continues(String rest, int end, int next) {
        char c = rest.charAt(next);
        if (c == '+' || c == '-') {
            // ++i and --i on a new line start a statement
            return next + 1 >= rest.length() || rest.charAt(next + 1) != c;
        }
        if (CONTINUING.indexOf(c) >= 0 || c == '!' && rest.startsWith("!=", next)) {
            return true;
        }
        String before = rest.substring(0, end).strip();
        if (c == '(' || c == '[') {
            return Character.isJavaIdentifierPart(before.charAt(before.length() - 1));
        }
        String word = SourceText.wordAt(rest, next);
        return CONTINUING_WORDS.contains(word) || (c == '@' || !word.isEmpty()) && beginsDeclaration(before);
    }

    /** A lone type or annotation before a name on the next line is the start of a declaration. */
    private static boolean beginsDeclaration(String text) {
        return TYPE.matcher(text).matches() || ANNOTATIONS.matcher(text).matches();
    }
}
