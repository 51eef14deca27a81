package io.larmor.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where statements end; a bar in these cells marks the expected cuts. */
class StatementsTest {

    private static final JShell SHELL = JShell.builder().executionEngine("local").build();

    @AfterAll
    static void close() {
        SHELL.close();
    }

    private static List<String> split(String cell) {
        return Statements.split(SHELL.sourceCodeAnalysis(), cell).stream()
                .map(s -> s.source().strip().replaceFirst(";$", "")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x\n.y()\n.z()",
        "x\n  .y()\n  .z()\n|int q = 3;",
        "var m = foo()\n    .bar()\n|m.x()",
        "a\n/* c */\n .b()\n// d\n .c(1)\n|foo(2)\n|int q = 1",
        "1 + 1\n|2 + 2",
        "int x = 1\n|int y = 2\n|x\n  + y",
        "x = 3\n|y",
        "a\n|++b",
        "@Deprecated\nint g() { return 1; }\n|g()",
        "@SuppressWarnings(\"all\")\nclass A { }\n|new A()",
        "if (a) b();\nelse c();\n|d",
        "if (a)\n  b();\n|for (int i = 0; i < 2; i++)\n  c(i);",
        "try { a(); }\ncatch (Exception e) { }\nfinally { }\n|b()",
        "int f(int x)\n{ return x; }\n|f(2)",
        "var r = new Runnable() {\n  public void run() { }\n}\n|r.run()",
        "Function<Integer, Integer> f = x -> {\n  return x;\n}\n|f.apply(1)",
        "var t = \"\"\"\n  a\n  b\n  \"\"\"\n|t",
        "List<String>\n  names = null;",
        "import java.util.*;\n|import java.io.*;\n|new File(\"a\")",
        "System.out.println(1)\n|System.out.println(2)",
        "a ? b\n : c\n|d",
        "do { a(); }\nwhile (b);\n|while (c) { }",
        "int a = 1; |a++; |a"})
    void aLineEndsAStatementUnlessTheNextGoesOn(String marked) {
        List<String> expected = List.of(marked.split("\\|")).stream().map(s -> s.strip().replaceFirst(";$", "")).toList();
        assertEquals(expected, split(marked.replace("|", "")));
    }

    @Test
    void brokenCodeIsOneStatementToComplainAbout() {
        assertEquals(List.of("int x = ;\nint z = 1"), split("int x = ;\nint z = 1;"));
        assertEquals(List.of(), split(" // only a comment\n"));
    }
}
