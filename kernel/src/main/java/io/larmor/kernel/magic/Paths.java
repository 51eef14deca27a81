package io.larmor.kernel.magic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** File names in the arguments of magics. */
final class Paths {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|[^\\s,]+");
    private static final int PROPOSALS = 200;

    private Paths() {
    }

    /** The words of a line; what has blanks in it stands in quotes. */
    static List<String> words(String arguments) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(arguments);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group());
        }
        return words;
    }

    static String unquoted(String text) {
        boolean quoted = text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"))
                && text.endsWith(text.substring(0, 1));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** The path itself, or what the pattern in its last part matches; a slash at the end stands for all in the folder. */
    static List<Path> matching(String word) throws IOException {
        boolean all = word.endsWith("/") || word.endsWith("\\");
        if (!all && !word.contains("*") && !word.contains("?")) {
            Path path = Path.of(word);
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("there is no " + path.toAbsolutePath());
            }
            return List.of(path);
        }
        int slash = Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'));
        Path folder = Path.of(slash < 0 ? "." : word.substring(0, slash + 1));
        List<Path> found = Files.isDirectory(folder) ? in(folder, all ? "*" : word.substring(slash + 1)) : List.of();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("nothing in " + folder.toAbsolutePath() + " matches " + word);
        }
        return found;
    }

    /** The files in a folder that match a pattern, in order. */
    static List<Path> in(Path folder, String glob) throws IOException {
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(found::add);
        }
        found.sort(null);
        return found;
    }

    /** Folders, and files with one of the endings, that the last word could become. */
    static List<String> proposals(String arguments, String... endings) {
        String typed = arguments.substring(arguments.lastIndexOf(' ') + 1);
        int slash = typed.lastIndexOf('/');
        String folder = typed.substring(0, slash + 1);
        try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> name.endsWith("/") || Stream.of(endings).anyMatch(name::endsWith))
                    .sorted().limit(PROPOSALS).toList();
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }
}
