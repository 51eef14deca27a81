package io.larmor.kernel.hint;

import io.larmor.kernel.shell.Origin;
import io.larmor.kernel.shell.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The kernel's own advice on errors. */
public final class Hints {

    private static final List<BiFunction<Outcome.Problem, Origin, Optional<String>>> ADVISORS =
            List.of(PythonHabits::advise, Brackets::advise, JavaSlips::advise);

    private Hints() {
    }

    /** Advice for a complaint of the compiler, or empty. */
    public static Optional<String> of(Outcome.Problem problem, Origin origin) {
        return ADVISORS.stream().map(advisor -> advisor.apply(problem, origin)).flatMap(Optional::stream).findFirst();
    }

    /** Advice for an exception that code threw, or empty. */
    public static Optional<String> of(Throwable error) {
        return RuntimeSlips.advise(error);
    }

    /**
     * A remark on code that runs but hardly does what was meant: a fraction of whole numbers, {@code double half = 1 / 2},
     * is a whole number.
     */
    public static Optional<String> remark(String code) {
        return JavaSlips.remark(code);
    }

    /** Whether the first complaint is about the grammar, so that those that follow mean little. */
    public static boolean isGrammar(List<Outcome.Problem> problems) {
        return !problems.isEmpty() && JavaSlips.isGrammar(problems.get(0));
    }

    /** The line of the cell that a complaint is about. */
    static String line(Outcome.Problem problem, Origin origin) {
        return origin.lineText(origin.lineOf(problem.start()));
    }
}
