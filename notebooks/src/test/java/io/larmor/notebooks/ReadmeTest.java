package io.larmor.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.environment.script.ScriptRun;
import io.larmor.environment.setup.Layout;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in the project's README runs as it stands there, and what it prints has the lines that stand there. */
class ReadmeTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\\n(.*?)```.*?```\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    @Test
    void theTwelveLinesRunAndPrintWhatTheySay(@TempDir Path folder) throws Exception {
        Matcher readme = EXAMPLE.matcher(Files.readString(Layout.home().resolve("README.md")));
        assertTrue(readme.find(), "README.md has lost its example");
        Path script = Files.writeString(folder.resolve("example.jsh"), readme.group(1));
        var out = new StringWriter();
        var err = new StringWriter();
        int status = ScriptRun.run(script, folder.resolve("plots"), new PrintWriter(out, true), new PrintWriter(err, true));
        assertEquals(0, status, err::toString);
        // The README shows the real recordings; the twin's figures differ, its words do not.
        assertEquals(wording(readme.group(2).lines().findFirst().orElseThrow()),
                wording(out.toString().lines().findFirst().orElseThrow()));
        try (var plots = Files.list(folder.resolve("plots"))) {
            assertTrue(plots.count() >= 1, "the example leaves its plots");
        }
    }

    private static String wording(String line) {
        return NUMBERS.matcher(line).replaceAll("#");
    }
}
