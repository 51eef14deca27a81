package io.larmor.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the library's README compiles as it stands there and prints what stands there. */
class ReadmeTest {

    private static final Pattern PROGRAM = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OUTPUT = Pattern.compile("It prints\\s+```\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleCompilesAndPrintsWhatItSays(@TempDir Path folder) throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        Path source = Files.writeString(folder.resolve("Example.java"), first(PROGRAM, readme));
        var complaints = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, complaints, "-d", folder.toString(),
                "-classpath", System.getProperty("java.class.path"), source.toString());
        assertEquals(0, failed, complaints::toString);
        assertEquals(first(OUTPUT, readme).strip(), run(folder).strip());
    }

    private static String run(Path folder) throws Exception {
        var printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader());
                var capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String text) throws IOException {
        var matcher = pattern.matcher(text);
        assertTrue(matcher.find(), "README.md has lost its " + pattern);
        return matcher.group(1);
    }
}
