package io.larmor.environment.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptSourceTest {

    /** Stands in for the compiler: a text is whole when its brackets are. */
    private static boolean balanced(String code) {
        return code.chars().filter(c -> c == '(' || c == '{').count() == code.chars().filter(c -> c == ')' || c == '}').count();
    }

    private static List<ScriptSource.Piece> pieces(String script) {
        return ScriptSource.pieces(script, ScriptSourceTest::balanced);
    }

    private static ScriptSource.Piece piece(int line, String code) {
        return new ScriptSource.Piece(line, code);
    }

    @Test
    void statementsKnowTheirLines() {
        assertEquals(List.of(piece(3, "var a = 1;\n"), piece(5, "f(\n  2)\n"), piece(7, "a\n")),
                pieces("#!/usr/bin/env larmor run\n// about\nvar a = 1;\n\nf(\n  2)\na"));
    }

    @Test
    void aLineThatStartsWithADotGoesOnWithTheOneBefore() {
        assertEquals(List.of(piece(1, "var m = r(s())\n    // why\n    .encode(x)\n\n    .readout(y);\n"), piece(6, "++n;\n")),
                pieces("var m = r(s())\n    // why\n    .encode(x)\n\n    .readout(y);\n++n;"));
    }

    @Test
    void elseGoesOnAndAMagicIsALineOfItsOwn() {
        assertEquals(List.of(piece(1, "if (a) {\n}\nelse {\n}\n"), piece(5, "%seed 3\n"), piece(6, "elsewhere();\n")),
                pieces("if (a) {\n}\nelse {\n}\n%seed 3\nelsewhere();\n"));
    }

    @Test
    void whatNeverEndsIsAStatementAllTheSame() {
        assertEquals(List.of(piece(2, "f(\n1\n")), pieces("\nf(\n1"));
    }
}
