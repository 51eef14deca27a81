package io.larmor.kernel.assist;

import io.larmor.kernel.shell.SourceText;

/**
 * The call whose brackets a cursor stands in.
 *
 * @param open where its opening bracket is
 * @param argument which argument the cursor is in, from 0
 */
public record CallSite(int open, int argument) {

    /** The innermost call that a text leaves open, or null. */
    public static CallSite around(String text) {
        int[] opened = new int[text.length() + 1];
        int[] commas = new int[text.length() + 1];
        int depth = 0;
        for (int at = 0; at < text.length();) {
            char c = text.charAt(at);
            if ("([{".indexOf(c) >= 0) {
                opened[++depth] = at;
                commas[depth] = 0;
            } else if (")]}".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (c == ',') {
                commas[depth]++;
            } else if (c == ';') {
                commas[depth] = 0;
            }
            at = SourceText.skipToken(text, at);
        }
        for (; depth > 0; depth--) {
            char bracket = text.charAt(opened[depth]);
            if (bracket == '(' && isCall(text.substring(0, opened[depth]))) {
                return new CallSite(opened[depth], commas[depth]);
            }
            if (bracket == '{') {
                // the body of a lambda or a class: what stands in it is no longer the argument
                return null;
            }
        }
        return null;
    }

    private static boolean isCall(String before) {
        String name = before.stripTrailing();
        if (name.endsWith(">")) {
            return true;
        }
        int start = name.length();
        while (start > 0 && Character.isJavaIdentifierPart(name.charAt(start - 1))) {
            start--;
        }
        return start < name.length() && !javax.lang.model.SourceVersion.isKeyword(name.substring(start));
    }
}
