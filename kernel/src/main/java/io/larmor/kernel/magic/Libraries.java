package io.larmor.kernel.magic;

import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.spi.MimeBundle;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts jars, folders and Maven libraries on the class path of the cells. */
final class Libraries {

    private final Engine engine;
    private final Map<String, String> repositories = new LinkedHashMap<>();

    Libraries(Engine engine) {
        this.engine = engine;
    }

    Object maven(String arguments, String body) throws Exception {
        List<String> coordinates = words(arguments);
        if (coordinates.isEmpty()) {
            throw new IllegalArgumentException("%maven needs the coordinates of a library");
        }
        for (String coordinate : coordinates) {
            int parts = coordinate.split(":", -1).length;
            if (parts < 3 || parts > 5) {
                throw new IllegalArgumentException(coordinate + " is not group:artifact:version");
            }
        }
        var added = new ArrayList<String>();
        for (Path jar : MavenResolver.resolve(coordinates, repositories)) {
            add(jar, added);
        }
        return report(added);
    }

    Object repository(String arguments, String body) {
        List<String> words = words(arguments);
        if (words.size() != 2 || !words.get(1).contains("://")) {
            throw new IllegalArgumentException("%mavenRepo needs a name and an address");
        }
        repositories.put(words.get(0), words.get(1));
        return null;
    }

    Object classpath(String arguments, String body) throws IOException {
        List<String> words = words(arguments);
        if (words.isEmpty()) {
            List<String> paths = engine.addedPaths();
            return MimeBundle.text(paths.isEmpty() ? "nothing was added" : String.join("\n", paths));
        }
        var added = new ArrayList<String>();
        for (String word : words) {
            for (Path path : matching(word)) {
                add(path, added);
            }
        }
        return report(added);
    }

    Object jars(String arguments, String body) throws IOException {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("%jars needs a jar or a pattern");
        }
        return classpath(arguments, body);
    }

    private void add(Path path, List<String> added) {
        if (engine.addToClasspath(path.toAbsolutePath().normalize().toString())) {
            added.add(path.getFileName().toString());
        }
    }

    private static MimeBundle report(List<String> added) {
        return MimeBundle.text(added.isEmpty() ? "all of it was there already" : "added " + String.join(", ", added));
    }

    private static List<String> words(String arguments) {
        return arguments.isBlank() ? List.of() : List.of(arguments.strip().split("[\\s,]+")).stream()
                .map(Loader::unquoted).toList();
    }

    /** The path itself, or what the pattern in its last part matches. */
    private static List<Path> matching(String word) throws IOException {
        if (!word.contains("*") && !word.contains("?")) {
            Path path = Path.of(word);
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("there is no " + path.toAbsolutePath());
            }
            return List.of(path);
        }
        int slash = Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'));
        Path folder = Path.of(slash < 0 ? "." : word.substring(0, slash + 1));
        var found = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, word.substring(slash + 1))) {
                stream.forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("nothing in " + folder.toAbsolutePath() + " matches " + word);
        }
        found.sort(null);
        return found;
    }
}
