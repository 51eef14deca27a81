package io.larmor.environment.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** Where things lie: the checkout, the user's cache, Jupyter's data. */
public final class Layout {

    private Layout() {
    }

    /** The folder that holds {@code environment/}: the launcher names it; else it is found above the working directory. */
    public static Path home() {
        String named = System.getProperty("larmor.home");
        if (named != null) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("environment/larmor"))) {
                return folder;
            }
        }
        return here;
    }

    /** The launcher script. */
    public static Path launcher() {
        return home().resolve("environment/larmor");
    }

    /** The folder of notebooks. */
    public static Path notebooks() {
        return home().resolve("notebooks");
    }

    /** Where the build puts everything that runs. */
    public static Path lib() {
        return home().resolve("environment/target/lib");
    }

    /** What may be deleted at any time: {@code $XDG_CACHE_HOME/larmor}, by default {@code ~/.cache/larmor}. */
    public static Path cache() {
        return base("XDG_CACHE_HOME", ".cache").resolve("larmor");
    }

    /**
     * The cache, made where it is missing; what is in it is closed to other users of the machine, since a history or an
     * archive that somebody else could write would be run or shown.
     */
    public static Path madeCache() throws IOException {
        Path cache = Files.createDirectories(cache());
        if (cache.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwx------"));
        }
        return cache;
    }

    /** The folder in which a user's own Jupyter kernels are registered. */
    public static Path jupyterData() {
        String named = System.getenv("JUPYTER_DATA_DIR");
        if (named != null && !named.isEmpty()) {
            return Path.of(named);
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.contains("mac") ? userHome().resolve("Library/Jupyter")
                : base("XDG_DATA_HOME", ".local/share").resolve("jupyter");
    }

    private static Path base(String variable, String otherwise) {
        String named = System.getenv(variable);
        return named != null && !named.isEmpty() ? Path.of(named) : userHome().resolve(otherwise);
    }

    static Path userHome() {
        String home = System.getenv("HOME");
        return Path.of(home != null && !home.isEmpty() ? home : System.getProperty("user.home"));
    }
}
