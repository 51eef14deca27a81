package io.larmor.environment;

import io.larmor.environment.setup.Layout;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets JShell find the comments of the library's own sources, so that asking for a word explains it. JShell reads comments
 * from the sources that it knows, by itself only the JDK's; the list of them has no public way in, so where the one used
 * here is closed, words are explained by their signatures alone.
 */
final class SourceComments {

    private static final List<String> MODULES = List.of("library", "datasets", "kernel");

    private SourceComments() {
    }

    static void offer() {
        List<Path> roots = new ArrayList<>();
        MODULES.stream().map(module -> Layout.home().resolve(module).resolve("src/main/java")).filter(Files::isDirectory)
                .forEach(roots::add);
        roots.addAll(ofJava());
        try {
            Field list = Class.forName("jdk.jshell.SourceCodeAnalysisImpl").getDeclaredField("availableSourcesOverride");
            list.setAccessible(true);
            list.set(null, roots);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Signatures will do.
        }
    }

    /** The folders of a JDK's source archive; they stay open as long as the program runs. */
    private static List<Path> ofJava() {
        Path archive = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        if (!Files.exists(archive)) {
            return List.of();
        }
        try {
            FileSystem zip = FileSystems.newFileSystem(archive);
            try (Stream<Path> modules = Files.list(zip.getPath("/"))) {
                return modules.filter(Files::isDirectory).toList();
            }
        } catch (IOException e) {
            return List.of();
        }
    }
}
