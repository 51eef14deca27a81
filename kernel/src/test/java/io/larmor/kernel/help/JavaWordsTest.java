package io.larmor.kernel.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of Java's words names what is there. */
class JavaWordsTest {

    private static final List<String> PACKAGES = List.of("java.lang.", "java.util.", "java.util.stream.", "java.io.",
            "java.nio.file.", "java.time.", "java.math.");

    private static Class<?> find(String name) {
        return PACKAGES.stream().flatMap(place -> {
            try {
                return Stream.<Class<?>>of(Class.forName(place + name));
            } catch (ClassNotFoundException e) {
                return Stream.empty();
            }
        }).findFirst().orElse(null);
    }

    private static boolean has(Class<?> type, String member) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals(member))
                || Arrays.stream(type.getFields()).anyMatch(field -> field.getName().equals(member));
    }

    @Test
    void eachListedWordExistsAndIsExplainedInASentence() {
        var wrong = new ArrayList<String>();
        for (String word : JavaWords.all()) {
            int dot = word.indexOf('.');
            Class<?> type = find(dot < 0 ? word : word.substring(0, dot));
            if (type == null || dot > 0 && !has(type, word.substring(dot + 1))) {
                wrong.add(word);
            }
            String meaning = JavaWords.help(word).orElseThrow().meaning();
            if (meaning.length() < 5 || !meaning.endsWith(".") || meaning.length() > 160) {
                wrong.add(word + ": " + meaning);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(JavaWords.all().size() > 250, "few words are listed");
    }

    @Test
    void signaturesAreTakenApartAsJShellWritesThem() {
        Signature map = Signature.of("Stream<R> Stream<T>.<R>map(java.util.function.Function<? super T,? extends R> mapper)");
        assertEquals("Stream.map(Function)", map.word());
        assertEquals("Stream<R>", map.returns());
        assertEquals("ArrayList(Collection)", Signature.of("java.util.ArrayList<E>(Collection<? extends E> c)").word());
        Signature entry = Signature.of("Comparator<Map.Entry<K,V>> Map.Entry<K, V>.<K, V>comparingByKey(Comparator<? super K> cmp)");
        assertEquals("Entry.comparingByKey(Comparator)", entry.word());
        assertEquals("Map.Entry", entry.type());
        assertEquals("List.of(E...)", Signature.of("List<E> List<E>.<E>of(E... elements)").word());
        assertEquals("Stno.noise(double)", Signature.of("Stno Stno(double current, int n).noise(double noise)").word());
        assertEquals("Math.PI", Signature.of("Math.PI:double").word());
        assertEquals("List", Signature.of("java.util.List<E>").word());
        assertEquals(List.of("int x", "List<String> y"),
                Signature.of("Foo Foo.bar(int x, List<String> y) throws java.io.IOException").parameters());
    }
}
