package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.kernel.TestKernel.Ran;
import io.larmor.kernel.spi.KernelClient;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells that would take a program down; the session and its variables live on. */
class SurvivalTest {

    private static KernelClient kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start(Map.of());
        TestKernel.run(kernel, "int kept = 17;");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            int deep(int n) { return deep(n + 1) + 1; } deep(0)                                 | StackOverflowError
            new Object() { public String toString() { return toString() + "x"; } }              | -
            new long[200_000_000]                                                               | OutOfMemoryError
            { var all = new ArrayList<long[]>(); while (true) all.add(new long[10_000]); }      | OutOfMemoryError
            { var all = new ArrayList<Object>(); while (true) all.add(new Object()); }          | OutOfMemoryError
            System.exit(3)                                                                      | IllegalStateException
            Runtime.getRuntime().exit(3)                                                        | IllegalStateException
            Runtime.getRuntime().halt(3)                                                        | IllegalStateException
            IntStream.of(3).forEach(System::exit)                                               | IllegalStateException
            """)
    void theSessionLives(String code, String error) throws Exception {
        Ran ran = TestKernel.run(kernel, code);
        assertEquals(error.equals("-") ? "ok" : "error", ran.reply().status(), ran.traceback());
        if (!error.equals("-")) {
            assertEquals(error, ran.reply().errorName());
        }
        assertEquals("17", TestKernel.run(kernel, "kept").result());
    }

    @Test
    void aVariableThatFillsTheMemoryCanStillBeCleared() throws Exception {
        TestKernel.run(kernel, "var hoard = new ArrayList<Object>();");
        Ran full = TestKernel.run(kernel, "while (true) hoard.add(new int[100]);");
        assertEquals("OutOfMemoryError", full.reply().errorName());
        assertTrue(TestKernel.run(kernel, "hoard = null;").reply().status().equals("ok"));
        assertEquals("1000000", TestKernel.run(kernel, "new int[1_000_000].length").result());
    }
}
