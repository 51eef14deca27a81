package io.larmor.kernel.magic;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** The libraries that the kernel itself runs on; its class loader finds them before any that a cell adds. */
final class OwnLibraries {

    /** How the files of libraries are called: artifact-version.jar. */
    static final Pattern JAR_NAME = Pattern.compile("(.+?)-(\\d[\\w.+-]*)\\.jar");

    private OwnLibraries() {
    }

    /** The version of {@code group:artifact} that the kernel has; empty for none, or where a jar does not tell its group. */
    static Optional<String> version(String name) {
        String[] parts = name.split(":");
        for (Path jar : jars()) {
            Matcher named = JAR_NAME.matcher(jar.getFileName().toString());
            if (parts.length == 2 && named.matches() && named.group(1).equals(parts[1])) {
                try (var zip = new ZipFile(jar.toFile())) {
                    if (zip.getEntry("META-INF/maven/" + parts[0] + "/" + parts[1] + "/pom.properties") != null) {
                        return Optional.of(named.group(2));
                    }
                } catch (IOException e) {
                    // then the class loader cannot read it either
                }
            }
        }
        return Optional.empty();
    }

    /** Artifacts and versions, in the order of the class path. */
    static List<List<String>> all() {
        return jars().stream().map(jar -> JAR_NAME.matcher(jar.getFileName().toString())).filter(Matcher::matches)
                .map(name -> List.of(name.group(1), name.group(2))).toList();
    }

    private static List<Path> jars() {
        var jars = new ArrayList<Path>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                jars.add(Path.of(entry));
            }
        }
        return jars;
    }
}
