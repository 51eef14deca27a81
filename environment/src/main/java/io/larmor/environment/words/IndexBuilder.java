package io.larmor.environment.words;

import io.larmor.core.Parameter;
import io.larmor.kernel.spi.Help;
import io.larmor.kernel.spi.WordGuide;
import io.larmor.units.Units;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the index of words from the sources; the build runs it. Units, ranges and defaults come from the declared
 * {@link Parameter} that a setter is named for or that a comment's {@code @param x {@link Owner#FIELD}} points to.
 */
public final class IndexBuilder {

    private static final Pattern REFERENCE = Pattern.compile("@param\\s+(\\w+)[^@]*?\\{@link\\s+(\\w*)#([A-Z_]+)\\s*\\}");

    private static final Pattern GIVEN = Pattern.compile("given in (\\w+)");

    private final List<SourceWords.Found> words;
    private final Map<String, Class<?>> classes = new TreeMap<>();
    private final Figures figures;
    private final Map<String, WordIndex.Entry> entries = new TreeMap<>();

    private IndexBuilder(List<SourceWords.Found> words) throws ClassNotFoundException {
        this.words = words;
        for (SourceWords.Found word : words) {
            if (!classes.containsKey(SourceWords.simple(word.owner()))) {
                Class<?> type = Class.forName(word.owner(), true, Thread.currentThread().getContextClassLoader());
                classes.put(SourceWords.simple(word.owner()), type);
            }
        }
        figures = new Figures(words.stream().filter(w -> w.owner().equals(Units.class.getName()) && w.comment() != null)
                .filter(w -> w.parameters() != null).collect(Collectors.toMap(SourceWords.Found::name,
                        w -> w.comment().meaning().split("\\.", 2)[0])));
    }

    /**
     * Writes the index.
     *
     * @param arguments the file to write, then the folders with the sources
     */
    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]);
        var files = new ArrayList<Path>();
        for (String root : List.of(arguments).subList(1, arguments.length)) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                all.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        if (!upToDate(target, files)) {
            Files.createDirectories(target.getParent());
            Files.write(target, WordIndex.write(new IndexBuilder(SourceWords.read(files)).build()));
        }
    }

    private static boolean upToDate(Path target, List<Path> files) throws Exception {
        if (!Files.exists(target)) {
            return false;
        }
        var made = Files.getLastModifiedTime(target);
        Path own = Path.of(IndexBuilder.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolve(IndexBuilder.class.getName().replace('.', '/') + ".class");
        for (Path file : Stream.concat(Stream.of(own), files.stream()).toList()) {
            if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(made) > 0) {
                return false;
            }
        }
        return true;
    }

    private Map<String, WordIndex.Entry> build() {
        Map<String, SourceWords.Found> byKey = new LinkedHashMap<>();
        words.forEach(word -> byKey.merge(key(word), word, (a, b) -> a.comment() == null ? b : a));
        byKey.forEach((key, word) -> {
            SourceWords.Found meant = word.comment() == null ? inherited(word, byKey) : word;
            Parameter declared = word.parameters() == null
                    ? Figures.declared(classes.get(SourceWords.simple(word.owner())), word.name()) : null;
            if (declared != null) {
                entries.put(key, constant(declared));
            } else if (meant != null) {
                entries.put(key, entry(word, meant));
            }
        });
        return entries;
    }

    private static String key(SourceWords.Found word) {
        String owner = SourceWords.simple(word.owner());
        if (word.parameters() == null) {
            return word.name().equals(owner) ? owner : owner + "." + word.name();
        }
        return WordGuide.word(word.constructor() ? "" : owner, word.name(),
                word.parameters().stream().map(SourceWords.Parameter::type).toList());
    }

    /** What an interface says about a method that a class has without a comment of its own. */
    private SourceWords.Found inherited(SourceWords.Found word, Map<String, SourceWords.Found> byKey) {
        if (word.parameters() == null || word.constructor()) {
            return null;
        }
        for (Class<?> type : classes.get(SourceWords.simple(word.owner())).getInterfaces()) {
            SourceWords.Found above = byKey.get(WordGuide.word(type.getSimpleName(), word.name(),
                    word.parameters().stream().map(SourceWords.Parameter::type).toList()));
            if (above != null && above.comment() != null) {
                return above;
            }
        }
        return null;
    }

    /** A declared parameter's own field. */
    private static WordIndex.Entry constant(Parameter declared) {
        return new WordIndex.Entry(new Help(SourceWords.capital(declared.meaning()) + ".",
                List.of(row(declared.key(), declared)), "", List.of(), "", ""), List.of());
    }

    private WordIndex.Entry entry(SourceWords.Found word, SourceWords.Found meant) {
        Help comment = meant.comment();
        Class<?> owner = classes.get(SourceWords.simple(word.owner()));
        var arguments = new ArrayList<Help.Argument>();
        var proposals = new ArrayList<List<String>>();
        if (word.parameters() != null) {
            Class<?> returned = word.constructor() ? owner : returned(owner, word);
            Map<String, Parameter> linked = linked(word, meant.raw());
            for (SourceWords.Parameter written : word.parameters()) {
                Parameter declared = linked.getOrDefault(written.name(), declared(word, written, owner, returned));
                Help.Argument argument = argument(written, declared, comment, word.parameters().size() == 1);
                arguments.add(argument);
                proposals.add(owner == Units.class ? List.of()
                        : figures.helpers(argument.unit(), declared == null ? Double.NaN : declared.standard()));
            }
            if (returned != null && returned != owner && isStatic(owner, word)) {
                settings(returned, arguments);
            }
        } else {
            arguments.addAll(comment.arguments());
        }
        return new WordIndex.Entry(new Help(comment.meaning(), arguments, comment.returns(), comment.errors(),
                comment.source(), comment.example()), proposals);
    }

    private static Help.Argument row(String name, Parameter declared) {
        return new Help.Argument(name, Figures.unit(declared), Figures.range(declared), Figures.standard(declared),
                declared.meaning());
    }

    private Help.Argument argument(SourceWords.Parameter written, Parameter declared, Help comment, boolean only) {
        String text = comment.arguments().stream().filter(a -> a.name().equals(written.name()))
                .map(Help.Argument::meaning).findFirst().orElse("");
        if (declared != null) {
            boolean pointer = text.isEmpty() || text.startsWith("`");
            Help.Argument row = row(written.name(), declared);
            return pointer ? row : new Help.Argument(row.name(), row.unit(), row.range(), row.standard(), text);
        }
        boolean numeric = written.type().matches("(double|float)[\\[\\]. ]*");
        boolean whole = written.type().matches("(int|long)[\\[\\]. ]*");
        String unit = Figures.unitIn(text.isEmpty() && only ? comment.meaning() : text);
        Matcher given = GIVEN.matcher(comment.meaning());
        if (given.find()) {
            // a helper takes another unit than it gives
            unit = given.group(1);
        }
        return new Help.Argument(written.name(), numeric ? unit : whole ? Figures.NUMBER : "", "", "", text);
    }

    /** The parameter that a setter or an argument is named for. */
    private static Parameter declared(SourceWords.Found word, SourceWords.Parameter written, Class<?> owner,
            Class<?> returned) {
        if (!written.type().matches("double|int|long|float")) {
            return null;
        }
        boolean setter = word.parameters().size() == 1 && returned == owner;
        for (Class<?> type : returned == null || returned == owner ? List.of(owner) : List.of(returned, owner)) {
            for (Parameter parameter : Figures.declared(type)) {
                if (parameter.key().equals(written.name()) || setter && parameter.key().equals(word.name())) {
                    return parameter;
                }
            }
        }
        return null;
    }

    /** The parameters that a comment points to. */
    private Map<String, Parameter> linked(SourceWords.Found word, String raw) {
        var linked = new LinkedHashMap<String, Parameter>();
        Matcher reference = REFERENCE.matcher(raw == null ? "" : raw);
        while (reference.find()) {
            String owner = reference.group(2).isEmpty() ? SourceWords.simple(word.owner()) : reference.group(2);
            Parameter declared = classes.containsKey(owner) ? Figures.declared(classes.get(owner), reference.group(3)) : null;
            if (declared != null) {
                linked.put(reference.group(1), declared);
            }
        }
        return linked;
    }

    /** The setters of what a factory makes, each as a row. */
    private void settings(Class<?> made, List<Help.Argument> rows) {
        String owner = made.getSimpleName();
        for (SourceWords.Found word : words) {
            if (word.owner().equals(made.getName()) && word.parameters() != null && word.comment() != null
                    && !word.constructor() && !isStatic(made, word) && returned(made, word) == made) {
                Parameter declared = word.parameters().size() == 1
                        ? declared(word, word.parameters().get(0), made, made) : null;
                String name = "." + word.name() + word.parameters().stream().map(SourceWords.Parameter::name)
                        .collect(Collectors.joining(", ", "(", ")"));
                String unit = word.parameters().size() == 1 && word.parameters().get(0).type().equals("double")
                        ? Figures.unitIn(word.comment().meaning()) : "";
                rows.add(declared == null
                        ? new Help.Argument(name, unit, "", "", word.comment().meaning().split("(?<=[.;])\\s", 2)[0].replaceFirst(";$", "."))
                        : row(name, declared));
            }
        }
    }

    private static Class<?> returned(Class<?> owner, SourceWords.Found word) {
        return method(owner, word).map(Method::getReturnType).orElse(null);
    }

    private static boolean isStatic(Class<?> owner, SourceWords.Found word) {
        return method(owner, word).map(m -> Modifier.isStatic(m.getModifiers())).orElse(false);
    }

    private static java.util.Optional<Method> method(Class<?> owner, SourceWords.Found word) {
        String key = key(word);
        return Arrays.stream(owner.getDeclaredMethods()).filter(m -> m.getName().equals(word.name()) && !m.isBridge())
                .filter(m -> WordGuide.word(m).equals(key)).findFirst();
    }
}
