package io.larmor.kernel.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which classes each package of a class path has. The compiler asks for packages by the dozen in every cell and would look
 * into every jar each time; here a jar is read once. Folders are looked at anew, since what is in them may change.
 */
final class ClassPathIndex {

    private static final String SUFFIX = ".class";

    /** The folders, by their place on the class path. */
    private final Map<Integer, Path> folders = new LinkedHashMap<>();
    private final Map<String, List<Found>> packages = new HashMap<>();

    /**
     * A class file on the class path.
     *
     * @param order the place of its jar or folder on the class path, from 0
     * @param place that jar or folder
     * @param jar the opened jar, null for a folder
     * @param entry its path in there, with slashes
     */
    record Found(int order, Path place, ZipFile jar, String entry) {

        /** Its name with dots. */
        String binaryName() {
            return entry.substring(0, entry.length() - SUFFIX.length()).replace('/', '.');
        }

        InputStream open() throws IOException {
            return jar == null ? Files.newInputStream(place.resolve(entry)) : jar.getInputStream(jar.getEntry(entry));
        }

        long modified() {
            return jar == null ? place.resolve(entry).toFile().lastModified() : jar.getEntry(entry).getTime();
        }
    }

    ClassPathIndex(Iterable<? extends Path> classPath) {
        int order = 0;
        for (Path path : classPath) {
            if (Files.isDirectory(path)) {
                folders.put(order, path);
            } else if (Files.isRegularFile(path)) {
                read(order, path);
            }
            order++;
        }
    }

    /** The entries of a class path of the form that {@code java.class.path} has. */
    static List<Path> paths(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator)).filter(path -> !path.isEmpty()).map(Path::of).toList();
    }

    private void read(int order, Path path) {
        try {
            // stays open as long as the class path has it: the compiler reads from it again and again
            ZipFile jar = new ZipFile(path.toFile());
            String lastPackage = null;
            List<Found> classes = null;
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements();) {
                String name = entries.nextElement().getName();
                int slash = name.lastIndexOf('/');
                if (!name.endsWith(SUFFIX) || name.startsWith("META-INF/")) {
                    continue;
                }
                String of = slash < 0 ? "" : name.substring(0, slash);
                if (!of.equals(lastPackage)) {
                    lastPackage = of;
                    classes = packages.computeIfAbsent(of.replace('/', '.'), key -> new ArrayList<>());
                }
                classes.add(new Found(order, path, jar, name));
            }
        } catch (IOException e) {
            // as the compiler does with what is no jar, or a broken one
        }
    }

    /** The class files of a package, of a name with dots; those that come first on the class path come first. */
    List<Found> classes(String name) {
        List<Found> ofJars = packages.getOrDefault(name, List.of());
        if (folders.isEmpty()) {
            return ofJars;
        }
        var all = new ArrayList<>(ofJars);
        String folder = name.replace('.', '/');
        folders.forEach((order, root) -> addFolder(order, root, folder, all));
        all.sort(Comparator.comparingInt(Found::order));
        return all;
    }

    private static void addFolder(int order, Path root, String folder, List<Found> found) {
        Path inside = root.resolve(folder);
        if (!Files.isDirectory(inside)) {
            return;
        }
        try (Stream<Path> files = Files.list(inside)) {
            files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(SUFFIX)).forEach(file ->
                    found.add(new Found(order, root, null, folder.isEmpty() ? file : folder + "/" + file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
