package io.larmor.kernel.shell;

import java.util.List;

/** What evaluating code gave. */
public sealed interface Outcome {

    /** It ran; the value is that of the last expression. */
    record Done(Object value, boolean hasValue) implements Outcome {
    }

    /** It threw; the frames name snippets as {@code #id}. */
    record Thrown(Throwable error, StackTraceElement[] frames, Origin origin) implements Outcome {
    }

    /** It calls something that was declared but leans on names that do not exist yet. */
    record Unresolved(String name, List<String> missing, StackTraceElement[] frames, Origin origin) implements Outcome {
    }

    /** It does not compile. */
    record Rejected(List<Problem> problems, Origin origin) implements Outcome {
    }

    /** It was interrupted between two statements. */
    record Interrupted() implements Outcome {
    }

    /** One complaint of the compiler; positions count in the cell. */
    record Problem(String message, String code, int start, int end) {
    }
}
