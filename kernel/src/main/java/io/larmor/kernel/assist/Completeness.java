package io.larmor.kernel.assist;

import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.shell.SourceText;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/** Whether code can be run as it stands. */
public enum Completeness {

    COMPLETE, INCOMPLETE, INVALID;

    /** Judges code; magics count as complete. */
    public static Completeness of(Engine engine, String code) {
        if (code.isBlank() || code.stripLeading().startsWith("%")) {
            return COMPLETE;
        }
        for (String statement : engine.statements(code)) {
            SourceCodeAnalysis.Completeness state = engine.analyze((shell, analysis) ->
                    analysis.analyzeCompletion(statement).completeness());
            if (state == SourceCodeAnalysis.Completeness.UNKNOWN) {
                return INVALID;
            }
            if (!state.isComplete() && state != SourceCodeAnalysis.Completeness.EMPTY) {
                return INCOMPLETE;
            }
        }
        return COMPLETE;
    }

    /** The white space that the next line of incomplete code should begin with. */
    public static String indent(String code) {
        List<SourceText.Context> lines = SourceText.lineContexts(code + "\n");
        SourceText.Context end = lines.get(lines.size() - 1);
        return end.inLiteral() ? "" : "    ".repeat(Math.max(0, Math.min(20, end.depth())));
    }
}
