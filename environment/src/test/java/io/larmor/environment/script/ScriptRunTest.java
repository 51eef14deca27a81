package io.larmor.environment.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptRunTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String script) throws IOException {
        Path file = folder.resolve("study.jsh");
        Files.writeString(file, script);
        return ScriptRun.run(file, folder.resolve("study-plots"), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void aScriptRunsLikeANotebookAndStopsAtItsFirstError() throws IOException {
        int status = run("""
                // the preload is there
                var count = Stream.of(1, 2, 3)
                    // a chain goes on after its line
                    .mapToInt(i -> i)

                    .sum();
                count
                int twice(int x) {
                    return 2 * x;
                }
                twice(count)
                System.out.println("field " + mT(430));
                Plot.line(Quantity.of("x"), new double[] {0, 1}, Quantity.of("y"), new double[] {2, 3})
                String text = twice(
                    missing);
                System.out.println("never");
                """);
        assertEquals(1, status);
        String plot = folder.resolve("study-plots/plot-1.png").toString();
        assertTrue(out.toString().startsWith("6\n12\nfield 0.43\n"), out.toString());
        assertTrue(out.toString().endsWith("plot saved as " + plot + "\n"), out.toString());
        assertTrue(ImageIO.read(Path.of(plot).toFile()).getWidth() > 100);
        String[] error = err.toString().split("\n");
        assertTrue(error[0].startsWith(folder.resolve("study.jsh") + ":15: CompilationError"), err.toString());
        assertEquals("    missing);", error[2].substring(error[2].length() - 13), err.toString());
        assertTrue(err.toString().lines().anyMatch(line -> line.matches("\\s*\\^+\\s*")), err.toString());
    }
}
