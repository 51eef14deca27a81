package io.larmor.environment.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Cuts a script into the statements of its top level, so that each shows its own result and an error has its line. */
final class ScriptSource {

    private static final String CONTINUING = ".,?:;)]}{=*/%&|^<>+-";
    private static final Set<String> CONTINUING_WORDS = Set.of("else", "catch", "finally");

    /**
     * A statement.
     *
     * @param line where it begins in the file, from 1
     * @param code its text
     */
    record Piece(int line, String code) {
    }

    private ScriptSource() {
    }

    /**
     * The statements of a script, without lines that hold only comments or nothing.
     *
     * @param isComplete whether a text is a whole statement, or one that no more lines could mend
     */
    static List<Piece> pieces(String script, Predicate<String> isComplete) {
        var pieces = new ArrayList<Piece>();
        List<String> lines = script.lines().toList();
        int first = 0;
        var code = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (code.length() == 0 && (isSilent(line) || i == 0 && line.startsWith("#!"))) {
                first = i + 1;
                continue;
            }
            code.append(line).append('\n');
            boolean magic = code.charAt(0) == '%';
            if (magic || !goesOn(lines, i + 1) && isComplete.test(code.toString())) {
                pieces.add(new Piece(first + 1, code.toString()));
                code.setLength(0);
                first = i + 1;
            }
        }
        if (code.length() > 0) {
            pieces.add(new Piece(first + 1, code.toString()));
        }
        return pieces;
    }

    private static boolean isSilent(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("//");
    }

    /** Whether the next line that says something goes on with what stands before it, as a chain's dot does. */
    private static boolean goesOn(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            if (!isSilent(text)) {
                boolean starts = text.startsWith("++") || text.startsWith("--") || text.startsWith("/*");
                return !starts && CONTINUING.indexOf(text.charAt(0)) >= 0 && !isMagic(text)
                        || CONTINUING_WORDS.contains(text.split("\\W", 2)[0]);
            }
        }
        return false;
    }

    private static boolean isMagic(String text) {
        return text.matches("%%?[A-Za-z].*");
    }
}
