package io.larmor.kernel.assist;

import io.larmor.kernel.shell.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Completes the names of files inside of string literals. */
final class FileNames {

    private static final int LIMIT = 200;

    private FileNames() {
    }

    /** Where the string literal or comment begins that goes on at the end of a text, or -1. */
    static int openLiteral(String text) {
        for (int at = 0; at < text.length();) {
            int end = SourceText.skipToken(text, at);
            if (end == text.length() && goesOn(text, at)) {
                return at;
            }
            at = end;
        }
        return -1;
    }

    private static boolean goesOn(String text, int at) {
        String token = text.substring(at);
        if (token.startsWith("//")) {
            return true;
        }
        if (token.startsWith("/*")) {
            return token.length() < 4 || !token.endsWith("*/");
        }
        if (token.startsWith("\"\"\"")) {
            return token.length() < 6 || !token.endsWith("\"\"\"");
        }
        char quote = token.charAt(0);
        boolean closed = token.length() > 1 && token.charAt(token.length() - 1) == quote
                && token.charAt(token.length() - 2) != '\\';
        return (quote == '"' || quote == '\'') && !closed;
    }

    /** The files and folders whose names begin like the last part of a path, folders with a slash behind. */
    static List<String> beginning(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String begin = path.substring(slash);
        String folder = path.substring(0, slash);
        try (Stream<Path> entries = Files.list(Path.of(folder.isEmpty() ? "." : home(folder)))) {
            return entries.filter(entry -> {
                String name = entry.getFileName().toString();
                return name.startsWith(begin) && (!name.startsWith(".") || begin.startsWith("."));
            }).limit(LIMIT).map(entry -> entry.getFileName() + (Files.isDirectory(entry) ? "/" : "")).sorted().toList();
        } catch (IOException | InvalidPathException | java.io.UncheckedIOException | SecurityException e) {
            return List.of();
        }
    }

    private static String home(String folder) {
        return folder.startsWith("~/") ? System.getProperty("user.home") + folder.substring(1) : folder;
    }
}
