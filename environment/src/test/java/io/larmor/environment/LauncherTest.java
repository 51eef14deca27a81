package io.larmor.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.environment.setup.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts everything, on class folders in place of the jars that packaging makes later. */
class LauncherTest {

    @TempDir
    Path folder;

    private record Ended(int status, String output) {
    }

    private Ended run(Path where, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** A copy of the launcher in a folder with a space, whose program only prints what it was given. */
    private Path copy() throws IOException, InterruptedException {
        Path environment = Files.createDirectories(folder.resolve("a copy/environment"));
        Path launcher = Files.copy(Layout.launcher(), environment.resolve("larmor"));
        Path source = folder.resolve("io/larmor/environment/Main.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
                package io.larmor.environment;
                class Main {
                    public static void main(String[] args) {
                        System.out.print(System.getProperty("larmor.home") + "|" + String.join("|", args));
                    }
                }
                """);
        for (String module : List.of("kernel", "library", "datasets")) {
            Files.createDirectories(environment.resolveSibling(module));
        }
        Path lib = Files.createDirectories(environment.resolve("target/lib"));
        Path classes = folder.resolve("out");
        jdk("javac", "-d", classes.toString(), source.toString());
        jdk("jar", "cf", folder.resolve("kept.jar").toString(), "-C", classes.toString(), ".");
        Files.copy(folder.resolve("kept.jar"), lib.resolve("main.jar"));
        return launcher;
    }

    private void jdk(String tool, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(System.getProperty("java.home") + "/bin/" + tool));
        command.addAll(List.of(arguments));
        assertEquals(new Ended(0, ""), run(folder, Map.of(), command.toArray(String[]::new)));
    }

    private static Map<String, String> java() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "LARMOR_NO_BUILD", "1");
    }

    @Test
    void theShellFindsNoMistakeInIt() throws IOException, InterruptedException {
        assertEquals(new Ended(0, ""), run(folder, Map.of(), "sh", "-n", Layout.launcher().toString()));
    }

    @Test
    void itFindsItsHomeThroughLinksFromAnyFolderAndKeepsArgumentsWhole() throws IOException, InterruptedException {
        Path launcher = copy();
        Path direct = Files.createSymbolicLink(folder.resolve("my larmor"), launcher);
        Path relative = Files.createSymbolicLink(folder.resolve("second"), Path.of("my larmor"));
        String expected = folder.toRealPath().resolve("a copy") + "|run|two words|$x *|";
        for (Path start : List.of(launcher, direct, relative)) {
            assertEquals(new Ended(0, expected), run(Path.of("/"), java(), start.toString(), "run", "two words", "$x *", ""));
        }
    }

    @Test
    void anOldOrMissingJavaIsSaidInTwoLines() throws IOException, InterruptedException {
        Path old = Files.createDirectories(folder.resolve("old/bin"));
        Files.writeString(old.resolve("java"), "#!/bin/sh\n");
        assertTrue(old.resolve("java").toFile().setExecutable(true));
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Ended ended = run(folder, Map.of("JAVA_HOME", old.getParent().toString()), Layout.launcher().toString(), "version");
        assertEquals(1, ended.status());
        assertEquals(2, ended.output().lines().count(), ended.output());
        assertTrue(ended.output().contains("is Java 11; Larmor needs a JDK 17 or newer"), ended.output());

        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed")) {
            Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            assertTrue(tools.resolve(tool).toFile().setExecutable(true));
        }
        ended = run(folder, Map.of("JAVA_HOME", "", "PATH", tools.toString()), Layout.launcher().toString(), "version");
        assertEquals(1, ended.status());
        assertEquals(2, ended.output().lines().count(), ended.output());
        assertTrue(ended.output().contains("no Java found"), ended.output());
    }

    @Test
    void whatIsStaleIsBuiltAndAFailureShowsMavensWords() throws IOException, InterruptedException {
        Path launcher = copy();
        Path home = launcher.getParent().getParent();
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path maven = tools.resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho Maven says no\nexit 1\n");
        assertTrue(maven.toFile().setExecutable(true));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        var environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH",
                tools + ":" + System.getenv("PATH"));
        Ended ended = run(folder, environment, launcher.toString(), "version");
        assertEquals(1, ended.status());
        assertTrue(ended.output().contains("Maven says no"), ended.output());

        Files.writeString(maven, "#!/bin/sh\nmkdir -p environment/target/lib\ncp ../kept.jar environment/target/lib/\n");
        ended = run(folder, environment, launcher.toString(), "version");
        assertEquals(0, ended.status(), ended.output());
        assertTrue(ended.output().contains("larmor: building"), ended.output());
        ended = run(folder, environment, launcher.toString(), "version");
        assertEquals(home.toRealPath() + "|version", ended.output(), "built once is enough");
        Files.setLastModifiedTime(home.resolve("pom.xml"),
                FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        ended = run(folder, environment, launcher.toString(), "version");
        assertTrue(ended.output().contains("larmor: building"), ended.output());
    }
}
