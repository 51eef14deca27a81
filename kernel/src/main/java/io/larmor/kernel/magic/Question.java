package io.larmor.kernel.magic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell that only asks about a name, as in IPython: {@code name?} or {@code ?name}. It can be nothing else in Java. */
public final class Question {

    private static final Pattern ASKED = Pattern.compile("\\s*(?:\\?{1,2}\\s*([%\\w$.]+)|([%\\w$.]+)\\s*\\?{1,2})\\s*");

    private Question() {
    }

    /** The name that is asked about; empty for any other cell. */
    public static Optional<String> of(String cell) {
        Matcher asked = ASKED.matcher(cell);
        return asked.matches() ? Optional.of(asked.group(1) == null ? asked.group(2) : asked.group(1)) : Optional.empty();
    }
}
