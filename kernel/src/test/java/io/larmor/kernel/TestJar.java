package io.larmor.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles sources into a jar. */
final class TestJar {

    private TestJar() {
    }

    /** @param sources text by class name; @param files further entries by path */
    static Path write(Path jar, Map<String, String> sources, Map<String, String> files) throws IOException {
        Path work = Files.createTempDirectory("larmor-jar");
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp",
                System.getProperty("java.class.path")));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IOException("the sources of " + jar + " do not compile");
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(work)) {
            all = walk.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : all) {
                if (file.startsWith(classes) && Files.isRegularFile(file)) {
                    out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                    out.write(Files.readAllBytes(file));
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        for (Path file : all) {
            Files.delete(file);
        }
        return jar;
    }
}
