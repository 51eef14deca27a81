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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The advice that follows an error, and that there is none where it would be a guess. */
class HintsTest {

    private static final List<String> SEEN = new ArrayList<>();
    private static ScriptShell shell;

    @BeforeAll
    static void open() {
        shell = ScriptShell.open(new Seen());
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static String fail(String code) {
        SEEN.clear();
        assertFalse(shell.eval(code), code);
        return String.join("\n", SEEN).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
            print("hi")                     @ System.out.println(...)
            print "hi"                      @ System.out.println(...)
            int n = 3; # remark             @ Comments begin with //
            def f(x):\\n    return x        @ double f(double x) { return 2 * x; }
            for i in range(3):\\n  foo(i)   @ for (int i = 0; i < n; i++)
            for x in List.of(1, 2) foo(x)   @ for (var x : list)
            boolean b = True;               @ Java writes true.
            var q = None;                   @ Java writes null
            if (true and false) { }         @ && for and
            boolean c = not true;           @ !true for not
            double d = 2 ** 3;              @ Math.pow(2, 3)
            String s = f"abc {d}";          @ String.format
            len(List.of(1))                 @ list.size()
            var a = new int[3]; a[1:3]      @ subList(1, 3)
            if x > 3:\\n    foo()           @ if (x > 0) { ... }
            lambda x: x + 1                 @ x -> x + 1
            import numpy as np              @ Imports name classes
            from math import sqrt           @ Imports name classes
            int[] z = [1, 2];               @ List.of(1, 2, 3)
            s = "a" if true else "b"        @ true ? "a" : "b"
            sqrt(2)                         @ Math.sqrt(...)
            fresh = 5                       @ var fresh = 5;
            raise ValueError("x")           @ throw new IllegalArgumentException
            double x = 1,5;                 @ 1.5
            """)
    void habitsOfPythonAreTranslated(String code, String advice) {
        String text = fail(code.replace("\\n", "\n"));
        assertTrue(text.contains(advice), text);
        assertEquals(1, text.lines().filter(line -> line.startsWith("CompilationError")).count(), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
            String t = 'text';                    @ double quotes
            int a = 3; if (a = 4) { }             @ Equality is ==
            if (1) { }                            @ true or false
            var l = ArrayList<Integer>();         @ new ArrayList<Integer>(...)
            var p = StringBuilder("a");           @ new StringBuilder(...)
            int u = 5 int v = 6                   @ need a ; between them
            class A { int x = 1 }                 @ ; is missing
            int i = 2.5;                          @ (int) 2.5
            float f = 2.5;                        @ 2.5f
            int k = "5";                          @ Integer.parseInt("5")
            String w = 5;                         @ String.valueOf(5)
            char h = "a";                         @ single quotes
            List<int> g = null;                   @ Integer instead of int
            List.of(1, 2)[0]                      @ list.get(0)
            new HashMap<String, Integer>()["a"]   @ map.get(key)
            List<String> e = new List<>();        @ new ArrayList<>()
            int m() { Files.readString(Path.of("x")); return 1; }     @ throws IOException
            Runnable r = () -> Files.readString(Path.of("x"));        @ catch (IOException e)
            String o = "abc;                      @ ends with "
            Math.max(1, 2                         @ The ( of line 1 is not closed
            for (;;) {\\n  int q = 1;             @ The { of line 1 is not closed
            foo("a" "b")                          @ operator such as +
            "abc".lenght()                        @ Did you mean length()?
            "abc".length                          @ Did you mean length()?
            Sting s = null;                       @ Did you mean String?
            magnt().layers(2)                     @ Did you mean magnet()?
            magnet.layers(2)                      @ Did you mean magnet()?
            new BufferedImage(1, 1, 1)            @ import java.awt.image.BufferedImage;
            "abc".substring()                     @ it takes: String String.substring(int beginIndex, int endIndex)
            """)
    void slipsInJavaAreNamed(String code, String advice) {
        String text = fail(code.replace("\\n", "\n"));
        assertTrue(text.contains(advice), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
            List.of(1).add(2)                              @ new ArrayList<>(list) can
            new int[2][5].toString(); int[] y = {1}; y[1]  @ Counting starts at 0
            int deep(int n) { return deep(n + 1) + 1; }\\ndeep(0) @ calls itself without end
            Files.readString(Path.of("no-such-file"))      @ looked up in
            String.format("%d", 1.5)                       @ %.2f
            String nothing = null; nothing.length()        @ because "nothing" is null
            (Integer) (Object) "a"                         @ String cannot be cast to class java.lang.Integer
            """)
    void exceptionsAreExplainedWithoutTheKernelsInnards(String code, String advice) {
        String text = fail(code.replace("\\n", "\n"));
        assertTrue(text.contains(advice), text);
        assertFalse(text.contains("$JShell") || text.contains("in module java.base"), text);
    }

    @Test
    void whatLibrariesDoInsideIsFoldedIntoTheCallThatTheUserMade() {
        String text = fail("int fine = 1; Integer.parseInt(\"abc\"); fine++;");
        assertTrue(text.contains("    at java.lang.Integer.parseInt ("), text);
        assertTrue(text.contains("NumberFormatException.forInputString"), text);
        assertEquals(1, text.lines().filter(line -> line.startsWith("    at ")).count(), text);
        assertTrue(text.contains("    int fine = 1; Integer.parseInt(\"abc\"); fine++;\n"
                + "                  ^^^^^^^^^^^^^^^^^^^^^^^"), text);
    }

    @Test
    void aFractionOfWholeNumbersIsRemarkedOn() {
        SEEN.clear();
        assertTrue(shell.eval("double half = 1 / 2;"));
        assertTrue(String.join("", SEEN).contains("1 / 2 divides whole numbers and gives 0; write 1.0 / 2"), SEEN.toString());
        SEEN.clear();
        assertTrue(shell.eval("double two = 4 / 2; int third = 1 / 3; double exact = 1.0 / 2; double mean = half / 2;"));
        assertEquals(List.of(), SEEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
            unknownThing + 1    @ CompilationError
            qx.foo()            @ CompilationError
            int x = "a".equals("b");  @ CompilationError
            throw new IllegalStateException("and so on, not now"); @ IllegalStateException
            """)
    void whereNothingIsLikelyNothingIsSaid(String code, String name) {
        String text = fail(code);
        assertTrue(text.startsWith(name), text);
        assertTrue(text.lines().skip(3).noneMatch(line -> line.matches(" {2}(?! ).*")), text);
    }

    @Test
    void aFailingMagicNamesTheLineOfTheCell() {
        assertTrue(fail("int one = 1;\n\n%time one / 0").contains("line 3:"), String.join("\n", SEEN));
        assertTrue(fail("%%time\n\n1 / 0").contains("line 3:"), String.join("\n", SEEN));
    }

    private record Seen() implements ScriptShell.Output {

        @Override
        public void stream(String name, String text) {
            if (name.equals("stderr")) {
                SEEN.add(text);
            }
        }

        @Override
        public void display(MimeBundle bundle, String displayIdOrNull, boolean update) {
        }

        @Override
        public void result(MimeBundle bundle, int count) {
        }

        @Override
        public void error(String name, String value, List<String> traceback) {
            SEEN.addAll(traceback);
        }

        @Override
        public void clear(boolean wait) {
        }
    }
}
