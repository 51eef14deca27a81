package io.larmor.kernel.shell;

/**
 * Where a snippet stands.
 *
 * @param cell what to call the cell, for example {@code cell 3}
 * @param text the whole cell
 * @param start where in it the snippet begins
 */
public record Origin(String cell, String text, int start) {

    /** The line of the cell, from 1, for a line of the snippet, from 1. */
    public int line(int snippetLine) {
        return lineOf(start) + snippetLine - 1;
    }

    /** The line of the cell, from 1, of a position in it. */
    public int lineOf(int position) {
        return 1 + (int) text.substring(0, Math.min(position, text.length())).chars().filter(c -> c == '\n').count();
    }

    /** The text of a line of the cell, from 1; empty when there is none. */
    public String lineText(int line) {
        return text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
    }
}
