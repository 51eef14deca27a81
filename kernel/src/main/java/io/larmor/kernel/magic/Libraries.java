package io.larmor.kernel.magic;

import io.larmor.kernel.maven.Jar;
import io.larmor.kernel.maven.MavenResolver;
import io.larmor.kernel.maven.Pom;
import io.larmor.kernel.maven.Transfers;
import io.larmor.kernel.maven.Wish;
import io.larmor.kernel.spi.MimeBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.zip.ZipFile;

/** Puts jars, folders and Maven libraries on the class path of the cells. */
final class Libraries {

    private static final Set<String> SCOPES = Set.of("compile", "runtime", "provided", "system", "import", "test");
    private static final Set<String> USUAL_SCOPES = Set.of("compile", "runtime", "system", "import");

    private final Host host;
    private final Map<String, String> repositories = new LinkedHashMap<>();
    private final Map<String, String> versions = new HashMap<>();

    Libraries(Host host) {
        this.host = host;
    }

    Object maven(String arguments, String body) throws Exception {
        // whole lists are pasted below %%maven, with remarks
        String more = body == null ? "" : body.replaceAll("(?m)(//|#).*$", "");
        Wish wish = Wish.of(Paths.words(arguments + "\n" + more), repositories);
        return fetched(resolver -> resolver.resolve(wish));
    }

    Object repository(String arguments, String body) {
        List<String> words = Paths.words(arguments);
        if (words.isEmpty()) {
            return MimeBundle.text(repositories.isEmpty() ? "only those of Maven's settings"
                    : String.join("\n", repositories.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList()));
        }
        if (words.size() != 2 || !words.get(1).contains(":")) {
            throw new IllegalArgumentException("%mavenRepo needs a name and an address");
        }
        repositories.put(words.get(0), words.get(1));
        return null;
    }

    Object pom(String arguments, String body) throws Exception {
        List<String> words = Paths.words(arguments);
        String text = body;
        if (body == null) {
            if (words.isEmpty()) {
                throw new IllegalArgumentException("%loadFromPOM needs a file");
            }
            Path file = Path.of(words.get(0));
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("there is no file " + file.toAbsolutePath());
            }
            text = Files.readString(file);
            words = words.subList(1, words.size());
        }
        for (String scope : words) {
            if (!SCOPES.contains(scope)) {
                throw new IllegalArgumentException(scope + " is no scope");
            }
        }
        Set<String> scopes = words.isEmpty() ? USUAL_SCOPES : Set.copyOf(words);
        Pom pom = Pom.parse(text);
        return fetched(resolver -> resolver.resolve(pom, scopes));
    }

    private interface Fetch {
        List<Jar> from(MavenResolver resolver) throws IOException;
    }

    private Added fetched(Fetch fetch) throws IOException, InterruptedException {
        var transfers = new Transfers(host.engine().executor()::isInterrupted);
        List<Jar> jars;
        try {
            jars = fetch.from(new MavenResolver(transfers));
        } catch (IOException e) {
            if (host.engine().executor().isInterrupted()) {
                throw new InterruptedException();
            }
            throw e;
        } finally {
            transfers.end();
        }
        var added = new ArrayList<String>();
        var notes = new ArrayList<String>();
        for (Jar jar : jars) {
            String there = versions.get(jar.name());
            Optional<String> own = there == null ? OwnLibraries.version(jar.name()) : Optional.empty();
            if (own.isPresent()) {
                if (!own.get().equals(jar.version())) {
                    notes.add(jar.name() + " " + jar.version() + " is not added: " + own.get() + " belongs to the kernel");
                }
            } else if (there == null) {
                versions.put(jar.name(), jar.version());
                add(jar.file(), added);
            } else if (!there.equals(jar.version())) {
                notes.add(jar.name() + " " + jar.version() + " is not added: " + there
                        + " is loaded. To change that, restart the kernel and ask for the other version first");
            }
        }
        return report(added, notes);
    }

    /** Names and versions of the Maven libraries that were added. */
    List<List<String>> added() {
        return versions.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> List.of(entry.getKey(), entry.getValue())).toList();
    }

    Object classpath(String arguments, String body) throws IOException {
        List<String> words = Paths.words(arguments);
        if (words.isEmpty()) {
            List<String> paths = host.engine().addedPaths();
            return new Added(paths, paths.isEmpty() ? "nothing was added" : String.join("\n", paths));
        }
        var added = new ArrayList<String>();
        for (String word : words) {
            for (Path path : Paths.matching(word)) {
                add(path, added);
            }
        }
        return report(added, new ArrayList<>());
    }

    Object jars(String arguments, String body) throws IOException {
        List<String> words = Paths.words(arguments);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("%jars needs a jar or a pattern");
        }
        var added = new ArrayList<String>();
        var notes = new ArrayList<String>();
        for (String word : words) {
            for (Path path : Paths.matching(word)) {
                // a folder stands for the jars in it
                for (Path jar : Files.isDirectory(path) ? Paths.in(path, "*.jar") : List.of(path)) {
                    note(jar, notes);
                    add(jar, added);
                }
            }
        }
        return report(added, notes);
    }

    /** Says so when a jar of the same library, but of another version, is there already. */
    private void note(Path jar, List<String> notes) {
        Matcher name = OwnLibraries.JAR_NAME.matcher(jar.getFileName().toString());
        if (!name.matches()) {
            return;
        }
        for (String path : host.engine().addedPaths()) {
            Matcher other = OwnLibraries.JAR_NAME.matcher(Path.of(path).getFileName().toString());
            if (other.matches() && other.group(1).equals(name.group(1)) && !other.group(2).equals(name.group(2))) {
                notes.add(name.group(1) + " " + name.group(2) + ": " + other.group(2)
                        + " was added before, and its classes go first; restart the kernel to use the other");
            }
        }
    }

    private void add(Path path, List<String> added) {
        if (Files.isRegularFile(path)) {
            // the compiler would fail on every later cell
            try (var zip = new ZipFile(path.toFile())) {
                zip.size();
            } catch (IOException e) {
                throw new IllegalArgumentException(path + " is not a jar: " + e.getMessage(), e);
            }
        }
        String absolute = path.toAbsolutePath().normalize().toString();
        if (host.engine().addToClasspath(absolute)) {
            added.add(absolute);
        }
    }

    private Added report(List<String> added, List<String> notes) {
        String names = String.join(", ", added.stream().map(path -> Path.of(path).getFileName().toString()).toList());
        var text = new StringBuilder(!added.isEmpty() ? "added " + names
                : notes.isEmpty() ? "all of it was there already" : "nothing was added");
        List<String> extensions = added.isEmpty() ? List.of() : host.attachExtensions();
        if (!extensions.isEmpty()) {
            text.append("\nwith the extension ").append(String.join(", ", extensions));
        }
        notes.forEach(note -> text.append('\n').append(note));
        return new Added(added, text.toString());
    }
}
