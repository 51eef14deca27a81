package io.larmor.kernel;

import static io.larmor.kernel.TestKernel.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.kernel.TestKernel.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user reads when a cell fails. */
class ErrorsTest {

    @Test
    void anExceptionIsTheUsersOwnWithTheLinesItPassed() throws Exception {
        run("class Overheated extends RuntimeException { Overheated(String m) { super(m); } }\n"
                + "int half(int n) {\n    if (n > 9) throw new Overheated(\"too hot: \" + n);\n    return n / 2;\n}");
        Ran ran = run("int warm = 1;\n\nwarm +\n   half(12)");
        assertEquals("Overheated", ran.reply().errorName());
        assertEquals("too hot: 12", ran.reply().errorValue());
        String text = ran.traceback();
        assertTrue(text.contains("line 3, in half:"), text);
        assertTrue(text.contains("    if (n > 9) throw new Overheated"), text);
        assertTrue(text.contains("^^^^"), text);
        assertTrue(text.contains("line 4:\n       half(12)"), text);
        assertFalse(text.contains("io.larmor.kernel") || text.contains("reflect") || text.contains("do_it"), text);
    }

    @Test
    void theCauseIsNamed() throws Exception {
        Ran ran = run("throw new IllegalStateException(\"outer\", new java.io.IOException(\"inner\"))");
        assertTrue(ran.traceback().contains("caused by IOException: inner"), ran.traceback());
    }

    @Test
    void aCompileErrorShowsLineAndMark() throws Exception {
        Ran ran = run("int fine = 1;\nString bad = 12;");
        assertEquals("CompilationError", ran.reply().errorName());
        assertTrue(ran.traceback().contains("line 2:\n    String bad = 12;\n                 ^^"), ran.traceback());
        assertFalse(ran.traceback().contains("$JShell"), ran.traceback());
    }

    @Test
    void unknownNamesGetAProposal() throws Exception {
        run("double currentDensity = 1;");
        assertTrue(run("currentDensty * 2").traceback().contains("Did you mean currentDensity?"));
        assertTrue(run("\"abc\".lenght()").traceback().contains("Did you mean length()?"));
        Ran ran = run("new BufferedImage(1, 1, 1)");
        assertTrue(ran.traceback().contains("import java.awt.image.BufferedImage;"), ran.traceback());
    }

    @Test
    void aMethodMayComeBeforeWhatItUses() throws Exception {
        Ran early = run("int usesLater() { return later() + 1; }");
        assertEquals("ok", early.reply().status());
        assertTrue(early.stream("stderr").contains("later()"), early.stream("stderr"));
        Ran called = run("usesLater()");
        assertEquals("UnresolvedReference", called.reply().errorName());
        assertTrue(called.reply().errorValue().contains("later()"), called.reply().errorValue());
        run("int later() { return 41; }");
        assertEquals("42", run("usesLater()").result());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "class T1 { public String toString() { return toString() + \"x\"; } }\nnew T1()",
        "class T2 { public String toString() { throw new RuntimeException(\"no text\"); } }\nnew T2()",
        "class T3 { public Map<String, Object> mimeBundle() { throw new StackOverflowError(); } }\nnew T3()",
        "var loop = new ArrayList<Object>(); loop.add(loop); loop.add(List.of(loop)); loop",
        "class T4 extends Exception { public String getMessage() { throw new Error(\"worse\"); } }\nthrow new T4();",
        "int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)",
        "throw new Throwable(\"bare\") { };",
        "long[][] big = new long[1 << 20][]; for (int i = 0; i < big.length; i++) big[i] = new long[1 << 27];"})
    void nothingAValueOrAnErrorDoesHurtsTheKernel(String code) throws Exception {
        Ran ran = run(code);
        assertTrue(ran.reply().status().equals("ok") || ran.reply().status().equals("error"), ran.reply().status());
        assertEquals("2", run("1+1").result());
    }
}
