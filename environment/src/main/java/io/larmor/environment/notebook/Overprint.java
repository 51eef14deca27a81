package io.larmor.environment.notebook;

/** What a terminal shows after carriage returns and backspaces: the last state of each line. */
final class Overprint {

    private Overprint() {
    }

    static String apply(String text) {
        if (text.indexOf('\r') < 0 && text.indexOf('\b') < 0) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        int lineBegin = 0;
        int cursor = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> cursor = lineBegin;
                case '\b' -> cursor = Math.max(lineBegin, cursor - 1);
                case '\n' -> {
                    shown.append('\n');
                    lineBegin = shown.length();
                    cursor = lineBegin;
                }
                default -> {
                    if (cursor < shown.length()) {
                        shown.setCharAt(cursor, c);
                    } else {
                        shown.append(c);
                    }
                    cursor++;
                }
            }
        }
        return shown.toString();
    }
}
