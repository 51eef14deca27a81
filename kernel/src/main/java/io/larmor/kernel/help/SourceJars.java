package io.larmor.kernel.help;

import io.larmor.kernel.shell.Engine;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Lets JShell read the comments in {@code x-sources.jar} beside a jar {@code x.jar} of the class path. JShell reads
 * comments from the sources that it knows, by itself only Java's; the list of them has no public way in, so where the one
 * used here is closed, such jars are explained by their signatures.
 */
final class SourceJars {

    private final Engine engine;
    private final Set<Path> looked = new HashSet<>();
    private final List<Path> roots = new ArrayList<>();

    SourceJars(Engine engine) {
        this.engine = engine;
    }

    /** Offers the sources of jars that were added since the last call. */
    void refresh() {
        engine.analyze((shell, analysis) -> {
            int before = roots.size();
            Stream.concat(engine.addedPaths().stream(),
                    Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)))
                    .map(Path::of).filter(looked::add).forEach(this::open);
            if (roots.size() > before) {
                offer(analysis);
            }
            return null;
        });
    }

    private void open(Path jar) {
        String name = String.valueOf(jar.getFileName());
        Path sources = jar.resolveSibling(name.replaceFirst("\\.jar$", "-sources.jar"));
        if (name.endsWith(".jar") && Files.isReadable(sources)) {
            try {
                // it stays open as long as the program runs
                roots.add(FileSystems.newFileSystem(sources).getPath("/"));
            } catch (IOException | RuntimeException e) {
                // Signatures will do.
            }
        }
    }

    private void offer(SourceCodeAnalysis analysis) {
        try {
            Field list = analysis.getClass().getDeclaredField("availableSources");
            list.setAccessible(true);
            var all = new ArrayList<Path>(roots);
            all.addAll(ofJava());
            list.set(analysis, all);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Signatures will do.
        }
    }

    /** The folders of a JDK's source archive. */
    private static List<Path> ofJava() {
        Path archive = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        if (!Files.isReadable(archive)) {
            return List.of();
        }
        try (Stream<Path> modules = Files.list(FileSystems.newFileSystem(archive).getPath("/"))) {
            return modules.filter(Files::isDirectory).toList();
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }
}
