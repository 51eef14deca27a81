package io.larmor.kernel.shell;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A shorter way for expressions. JShell compiles an expression once more than a variable, to find its type; a cell only
 * wants the value, which a variable of type {@code Object} holds as well. What cannot be written so, such as a call
 * without value, does not compile in this form and takes the usual way.
 */
final class ValueForm {

    private static final int LONGEST = 2000;
    /** An assignment shows nothing, a name alone is read without compiling, a switch may choose its type by the variable's. */
    private static final Pattern OTHERS = Pattern.compile("(?s)[\\w$]+|.*(?<![=!<>])=(?!=).*|.*\\bswitch\\b.*|.*->.*|.*[;}]");
    private static final Pattern WITHOUT_VALUE = Pattern.compile("(?s)(?:System\\.(?:out|err|gc)|Thread\\.sleep)\\b.*");
    private static final String PREFIX = "$value";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private ValueForm() {
    }

    /** Whether a statement may be an expression that this form suits. */
    static boolean suits(String statement) {
        return statement.length() < LONGEST && !OTHERS.matcher(statement).matches()
                && !WITHOUT_VALUE.matcher(statement).matches();
    }

    /** Whether a variable was made here. */
    static boolean isName(String variable) {
        return variable.startsWith(PREFIX);
    }

    /** The declaration of a variable not used before; lines are as in the expression, which may end in a comment. */
    static String of(String expression) {
        return "java.lang.Object " + PREFIX + COUNT.incrementAndGet() + " = (" + expression + "\n);";
    }
}
