package io.larmor.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that holds people's data sets, named by LARMOR_DATA. */
public final class DataFolder {

    /** The system property that goes before the environment; blank means that there is no folder. */
    static final String PROPERTY = "larmor.data";
    static final String VARIABLE = "LARMOR_DATA";

    private static final int DEPTH = 8;

    private DataFolder() {
    }

    /** The folder as it was named, whether or not it exists. */
    static Optional<Path> root() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        return named == null || named.isBlank() ? Optional.empty() : Optional.of(Path.of(named));
    }

    /** A folder as results name it: by the variable where it is inside, so that a notebook tells nothing about its machine. */
    public static String shown(Path folder) {
        Path inside = folder.toAbsolutePath().normalize();
        return root().map(root -> root.toAbsolutePath().normalize()).filter(inside::startsWith)
                .map(root -> Path.of(VARIABLE).resolve(root.relativize(inside)).toString())
                .orElse(folder.toString());
    }

    /**
     * Refuses what is no folder.
     *
     * @param named the folder as it was named, for the error: {@code LARMOR_DATA = data}
     * @param help what to do about it, a sentence without its end
     */
    static void check(String named, Path folder, String help) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(named + " is " + (Files.exists(folder) ? "not a folder" : "not there") + ". " + help);
        }
    }

    /** A file of that name, or of that name and {@code .gz}, if it is there. */
    static Optional<Path> packed(Path folder, String name) {
        return Stream.of(folder.resolve(name), folder.resolve(name + ".gz")).filter(Files::isRegularFile).findFirst();
    }

    /** The files in a folder, sorted; none if it is not a folder. */
    public static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }

    /** The regular files in a folder and below it, sorted. */
    public static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }
}
