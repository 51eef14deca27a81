package io.larmor.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where a percent sign is a magic and where it is Java. */
class CellPartsTest {

    private static String names(String cell) {
        return CellParts.split(cell, List.of("time", "vars")::contains).stream()
                .map(p -> p instanceof CellParts.Call c ? "%" + c.name() + "(" + c.arguments() + ")" : "code")
                .collect(Collectors.joining(" "));
    }

    @Test
    void magicsBeginLinesWhereAStatementCan() {
        assertEquals("%time(f(1)) code %vars()", names("%time f(1)\nint x = 3;\n  %vars\n"));
        assertEquals("code %other(1)", names("int x = 1;\n%other 1"));
        assertEquals("code %vars()", names("x + 1 // note\n%vars"));
    }

    @Test
    void operatorsTextBlocksAndCommentsAreLeftAlone() {
        for (String cell : List.of("int r = a\n  % b;", "int r = a\n%b;", "var t = \"\"\"\n%time x\n\"\"\";", "/*\n%time\n*/ 1",
                "f(\n%time\n);", "\"%d %time\".formatted(1)", "7 %time", "// %time\n1")) {
            assertEquals("code", names(cell), cell);
        }
    }

    @Test
    void aCellMagicTakesTheRestAsItIs() {
        var part = (CellParts.Call) CellParts.split("\n%%html  a b\n<i>\n%time\n", n -> true).get(0);
        assertEquals("html", part.name());
        assertEquals("a b", part.arguments());
        assertEquals("<i>\n%time\n", part.body());
    }
}
