package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.spi.ScriptShell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shell without the wire. */
class ScriptShellTest {

    private static final List<String> SEEN = new ArrayList<>();
    private static ScriptShell shell;

    @BeforeAll
    static void open() {
        shell = ScriptShell.open(new ScriptShell.Output() {
            @Override
            public void stream(String name, String text) {
                SEEN.add(name + ":" + text);
            }

            @Override
            public void display(MimeBundle bundle, String displayIdOrNull, boolean update) {
                SEEN.add("display:" + bundle.data().get("text/plain") + ":" + displayIdOrNull + ":" + update);
            }

            @Override
            public void result(MimeBundle bundle, int count) {
                SEEN.add("result:" + bundle.data().get("text/plain"));
            }

            @Override
            public void error(String name, String value, List<String> traceback) {
                SEEN.add("error:" + name);
            }

            @Override
            public void clear(boolean wait) {
                SEEN.add("clear:" + wait);
            }
        });
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static List<String> eval(String code, boolean succeeds) {
        SEEN.clear();
        assertEquals(succeeds, shell.eval(code));
        return List.copyOf(SEEN);
    }

    @Test
    void codeRunsAsInANotebook() {
        assertEquals(List.of("stdout:hi\n", "display:3:x:false", "display:4:x:true", "clear:false", "result:5"),
                eval("System.out.println(\"hi\");\ndisplay(3, \"x\");\nupdateDisplay(\"x\", 4); clearOutput(false);\n2 + 3", true));
        assertEquals(List.of("error:ArithmeticException"), eval("1 / 0", false));
        assertTrue(eval("%time 1", true).contains("result:1"));
    }

    @Test
    void theExtensionOfThisTestTreeIsAttached() {
        assertEquals(List.of("result:[rendered 7]"), eval("preloaded", true));
        assertEquals(List.of("result:greeted spin"), eval("%greet spin", true));
        String versions = eval("%versions", true).get(0);
        assertTrue(versions.matches("(?s).*extension +test extension.*"), versions);
    }

    @Test
    void completionSaysWhereItReplaces() {
        eval("int magnetCount = 3;", true);
        assertEquals(new ScriptShell.Completion(4, List.of("magnetCount")), shell.completion("1 + magnetC", 11));
        assertEquals(List.of("magnetCount"), shell.complete("magnetC", 7));
        assertTrue(shell.inspect("Math.max(", 9).contains("max"));
        assertEquals("", shell.inspect("nothingAtAll", 3));
    }

    @Test
    void widgetsAreTextAndKeepTheirValues() {
        assertEquals(List.of("result:width: 1.0  (0.0 .. 4.0)"), eval("var w = slider(\"width\", 0, 4).value(1); w", true));
        assertEquals(List.of("result:width: 1.0  (0.0 .. 4.0)\n2.0"), eval("interact(w, x -> 2 * x)", true));
        assertEquals(List.of("stdout:3.0\n", "result:3.0"),
                eval("w.onChange(x -> System.out.println(x)); w.value(3); w.value()", true));
        assertEquals(List.of("result:run: 50 %"), eval("progressBar(\"run\", 0, 2).value(1)", true));
        assertEquals(List.of("error:ArithmeticException"), eval("interact(intSlider(\"d\", 0, 1), d -> 1 / d)", false));
        assertEquals(List.of(), eval("comm(\"nobody\", Map.of()).send(Map.of(\"a\", 1)); w.close();", true));
    }

    @Test
    void completenessDecidesWhetherToReadOn() {
        assertEquals(ScriptShell.Completeness.INCOMPLETE, shell.completeness("for (;;) {"));
        assertEquals(ScriptShell.Completeness.COMPLETE, shell.completeness("var x = 1"));
        assertEquals(ScriptShell.Completeness.INVALID, shell.completeness("int int )"));
    }

    @Test
    void interruptStopsALoop() throws Exception {
        SEEN.clear();
        var runner = new Thread(() -> shell.eval("System.out.println(\"go\"); while (true) { }"));
        runner.start();
        while (SEEN.isEmpty()) {
            Thread.sleep(20);
        }
        shell.interrupt();
        runner.join(20_000);
        assertFalse(runner.isAlive());
        assertTrue(SEEN.contains("error:Interrupted"), SEEN.toString());
    }
}
