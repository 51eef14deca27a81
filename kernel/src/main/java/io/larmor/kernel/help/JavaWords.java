package io.larmor.kernel.help;

import io.larmor.kernel.spi.Help;
import io.larmor.kernel.spi.WordGuide;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line on each of Java's own methods that notebooks call most, for Javas that come without their sources. */
final class JavaWords {

    private static final String RESOURCE = "java-words.txt";
    private static final String ADDRESS = "https://docs.oracle.com/en/java/javase/%d/docs/api/%s/%s.html%s";

    private JavaWords() {
    }

    /** Read when it is first needed. */
    private static final class Lines {
        static final Map<String, String> BY_WORD = read();
    }

    /** What a word is or does, {@code Math.max} or {@code List}; empty for one that is not listed. */
    static Optional<Help> help(String plainWord) {
        return Optional.ofNullable(Lines.BY_WORD.get(plainWord))
                .map(line -> Help.of(line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1)
                        + (line.endsWith(".") ? "" : ".")));
    }

    /** Everything that is listed. */
    static Set<String> all() {
        return Lines.BY_WORD.keySet();
    }

    /** Classes stand after a number sign with what they are; each other line is a member and what it does. */
    private static Map<String, String> read() {
        var words = new HashMap<String, String>();
        try (var lines = new BufferedReader(new InputStreamReader(JavaWords.class.getResourceAsStream(RESOURCE),
                StandardCharsets.UTF_8))) {
            String owner = "";
            for (String line; (line = lines.readLine()) != null;) {
                int colon = line.indexOf(": ");
                if (line.startsWith("# ")) {
                    owner = line.substring(2, colon);
                    words.put(owner, line.substring(colon + 2));
                } else if (colon > 0) {
                    words.put(owner + "." + line.substring(0, colon), line.substring(colon + 2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The page that documents a word of this very version of Java; empty for a class that is not Java's. */
    static String page(Class<?> owner, Signature signature) {
        String module = owner.getModule().getName();
        if (module == null || !module.startsWith("java.")) {
            return "";
        }
        String path = owner.getName().replace('.', '/').replace('$', '.');
        return String.format(ADDRESS, Runtime.version().feature(), module, path, anchor(owner, signature));
    }

    private static String anchor(Class<?> owner, Signature signature) {
        if (signature.parameters() == null) {
            return signature.owner().isEmpty() ? "" : "#" + signature.name();
        }
        boolean constructor = signature.owner().isEmpty();
        Stream<? extends Executable> members = Arrays.stream(constructor ? owner.getConstructors() : owner.getMethods());
        Optional<Executable> meant = members.map(m -> (Executable) m)
                .filter(m -> WordGuide.word(m).equals(signature.word())).findFirst();
        return meant.map(m -> "#" + (constructor ? "%3Cinit%3E" : signature.name()) + Arrays.stream(m.getParameterTypes())
                .map(Class::getCanonicalName).collect(Collectors.joining(",", "(", ")"))).orElse("");
    }
}
