package io.larmor.environment.setup;

import io.larmor.kernel.spi.KernelClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A record of the classes that a kernel loads when it starts, by which the next one starts faster: a class data archive
 * for Java 17 to 24, an ahead-of-time cache from Java 25 on. It fits one build of Java and one build of Larmor; its name
 * tells which, and without a fitting one everything works as before.
 */
public final class StartupArchive {

    private static final boolean AHEAD_OF_TIME = Runtime.version().feature() >= 25;
    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final Duration EXIT = Duration.ofSeconds(60);
    /** What a first session does: expressions, declarations, a lambda, a mistake. */
    private static final List<String> SESSION = List.of("1 + 1", "System.out.println(\"x\")",
            "double square(double x) { return x * x; }\nsquare(3)",
            "var list = IntStream.range(0, 10).mapToObj(i -> i * i).collect(Collectors.toList());\nlist",
            "record Point(double x, double y) {}\nnew Point(1, 2)", "int wrong = \"text\";", "1 / 0");

    private StartupArchive() {
    }

    static List<String> flags() {
        return Files.isRegularFile(file()) ? List.of((AHEAD_OF_TIME ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file(),
                "-Xlog:disable", "-Xlog:all=error:stderr") : List.of();
    }

    static Path file() {
        var sum = new CRC32();
        sum.update((System.getProperty("java.home") + System.getProperty("java.vm.version") + KernelCommand.classPath())
                .getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> jars = Files.list(Layout.lib())) {
            for (Path jar : (Iterable<Path>) jars.sorted()::iterator) {
                sum.update((jar.getFileName() + " " + Files.size(jar) + Files.getLastModifiedTime(jar).toMillis())
                        .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // No build folder: this runs from class folders, for which no archive can be made.
        }
        return folder().resolve(String.format("kernel-%08x.%s", sum.getValue(), AHEAD_OF_TIME ? "aot" : "jsa"));
    }

    private static Path folder() {
        return Layout.cache().resolve("archive");
    }

    /** Records the archive if it is missing; empty when that is not possible here. What takes a while is said before. */
    public static Optional<Path> record(Consumer<String> say) {
        Path file = file();
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        if (!Files.isDirectory(Layout.lib())) {
            return Optional.empty();
        }
        Path part = file.resolveSibling(file.getFileName() + ".part" + ProcessHandle.current().pid());
        try {
            Layout.madeCache();
            Files.createDirectories(folder());
            say.accept("recording an archive by which kernels start faster (once) ...");
            rehearse(part);
            waitFor(part);
            deleteOthers(file, part);
            Files.move(part, file);
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void rehearse(Path archive) throws IOException, InterruptedException {
        var flags = new ArrayList<String>(List.of(
                (AHEAD_OF_TIME ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive,
                "-Xlog:disable", "-Xlog:all=error:stderr"));
        // The shell in between is what the client ends when it has waited long enough; the kernel then still writes.
        var command = new ArrayList<String>(List.of("/bin/sh", "-c", "\"$@\"; exit", "larmor"));
        command.addAll(KernelCommand.line(KernelCommand.classPath(), flags));
        try (KernelClient kernel = KernelClient.launch(command, folder(), Map.of(), STARTUP)) {
            for (String cell : SESSION) {
                kernel.execute(cell, (type, content, metadata) -> { }, STARTUP);
            }
        }
    }

    /** The kernel writes it while it ends. */
    private static void waitFor(Path archive) throws IOException, InterruptedException {
        long until = System.nanoTime() + EXIT.toNanos();
        long size = -1;
        while (System.nanoTime() < until) {
            long now = Files.exists(archive) ? Files.size(archive) : -1;
            if (now > 0 && now == size) {
                return;
            }
            size = now;
            Thread.sleep(500);
        }
        throw new IOException("no archive was written");
    }

    private static void deleteOthers(Path file, Path part) throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            for (Path other : (Iterable<Path>) files::iterator) {
                if (!other.equals(file) && !other.equals(part) && other.getFileName().toString().endsWith(ending(file))) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.'));
    }

    static Check check() {
        Path file = file();
        return Files.isRegularFile(file) ? Check.ok("archive", file.toString())
                : Check.warn("archive", "no start-up archive for this build",
                        "environment/larmor install records one; kernels then start faster");
    }
}
