package io.larmor.environment.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.environment.notebook.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The library's JMH benchmarks: they are test classes, built when first asked for and run in a Java of their own. */
public final class Benchmarks {

    private static final Duration BUILD = Duration.ofMinutes(15);
    private static final String PACKAGE = "io.larmor.bench.";

    private Benchmarks() {
    }

    /**
     * Builds the benchmarks if they are missing or older than their sources.
     *
     * @throws IOException when that fails, with Maven's own words
     */
    public static void prepare(Consumer<String> say) throws IOException {
        if (isCurrent()) {
            return;
        }
        say.accept("building the benchmarks ...");
        var built = Programs.run(BUILD, List.of("mvn", "-q", "-B", "-f", Layout.home().resolve("pom.xml").toString(),
                "-pl", "library", "test-compile", "dependency:copy-dependencies", "-DincludeScope=test",
                "-DincludeArtifactIds=jmh-core,jopt-simple,commons-math3", "-DoutputDirectory=" + tools()));
        if (!built.ok()) {
            throw new IOException("the benchmarks could not be built:\n" + built.output().strip());
        }
    }

    private static boolean isCurrent() throws IOException {
        if (!Files.isRegularFile(list()) || !Files.isDirectory(tools())) {
            return false;
        }
        var built = Files.getLastModifiedTime(list());
        try (Stream<Path> sources = Files.walk(Layout.home().resolve("library/src"))) {
            for (Path source : (Iterable<Path>) sources.filter(Files::isRegularFile)::iterator) {
                if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Path classes() {
        return Layout.home().resolve("library/target/test-classes");
    }

    private static Path list() {
        return classes().resolve("META-INF/BenchmarkList");
    }

    private static Path tools() {
        return Layout.home().resolve("environment/target/bench");
    }

    /** The names of all benchmarks, as {@code Class.method}. */
    public static List<String> names() throws IOException {
        var lines = java(List.of("-l"));
        Process process = lines.redirectErrorStream(true).start();
        try (BufferedReader reader = process.inputReader()) {
            return reader.lines().map(String::strip).filter(line -> line.startsWith(PACKAGE)).map(Benchmarks::shortName)
                    .sorted().toList();
        }
    }

    /** A benchmark's name without the package that all share. */
    public static String shortName(String name) {
        return name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : name;
    }

    /** What other programs reach at the same work, by the benchmark's name; empty where nothing is known. */
    public static Map<String, String> peers() throws IOException {
        Path file = classes().resolve("io/larmor/bench/peers.properties");
        var lines = new Properties();
        if (Files.isRegularFile(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                lines.load(reader);
            }
        }
        return lines.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, lines::getProperty));
    }

    /** Runs benchmarks and returns JMH's results; progress is told line by line. */
    public static JsonNode run(List<String> names, boolean quick, Consumer<String> say)
            throws IOException, InterruptedException {
        Path results = Files.createTempFile("larmor-bench", ".json");
        try {
            var arguments = new ArrayList<String>(List.of("-rf", "json", "-rff", results.toString()));
            if (quick) {
                arguments.addAll(List.of("-f", "1", "-wi", "2", "-w", "200ms", "-i", "3", "-r", "200ms"));
            }
            names.forEach(name -> arguments.add("^" + Pattern.quote(PACKAGE + name) + "$"));
            Process process = java(arguments).redirectErrorStream(true).start();
            String log = follow(process, say);
            if (process.waitFor() != 0 || Files.size(results) == 0) {
                throw new IOException("JMH failed:\n" + log);
            }
            return Json.parse(Files.readString(results));
        } finally {
            Files.deleteIfExists(results);
        }
    }

    private static String follow(Process process, Consumer<String> say) throws IOException {
        var last = new ArrayList<String>();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("# Run progress: ") || line.startsWith("# Benchmark: ")) {
                    say.accept(line.substring(2));
                }
                last.add(line);
                if (last.size() > 20) {
                    last.remove(0);
                }
            }
        }
        return String.join("\n", last);
    }

    private static ProcessBuilder java(List<String> arguments) {
        String libraries = System.getProperty("java.class.path") + ":" + tools() + "/*";
        // What a notebook's kernel runs with; JMH's own processes inherit it.
        var command = new ArrayList<String>(List.of(KernelCommand.java().toString(), KernelCommand.collector(), "-cp",
                classes() + ":" + libraries, "org.openjdk.jmh.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
