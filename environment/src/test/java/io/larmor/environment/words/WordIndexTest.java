package io.larmor.environment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.device.Stno;
import io.larmor.encoding.Mask;
import io.larmor.environment.Preload;
import io.larmor.kernel.spi.Help;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.spi.Notebook;
import io.larmor.kernel.spi.ScriptShell;
import io.larmor.kernel.spi.WordGuide;
import io.larmor.kernel.widget.Widgets;
import io.larmor.units.Unit;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every word of the notebook language is explained, and what is shown of it is true. */
class WordIndexTest {

    private static final WordIndex INDEX = new WordIndex();

    /** The classes whose static methods notebooks call by their names alone. */
    private static List<Class<?>> factories() throws ClassNotFoundException {
        var classes = new ArrayList<Class<?>>(List.of(Notebook.class, Widgets.class));
        for (String name : new Preload().imports()) {
            if (name.startsWith("static ")) {
                classes.add(Class.forName(name.replaceFirst("static (.*)\\.\\*", "$1")));
            }
        }
        return classes;
    }

    /** The library's own types that the factories make. */
    private static Set<Class<?>> made() throws ClassNotFoundException {
        var types = new LinkedHashSet<Class<?>>();
        for (Class<?> owner : factories()) {
            for (Method method : owner.getDeclaredMethods()) {
                Class<?> type = method.getReturnType();
                if (Modifier.isPublic(method.getModifiers()) && type.getName().startsWith("io.larmor.")) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static void check(Method method, boolean factory, List<String> missing) {
        String word = WordGuide.word(method);
        Help help = INDEX.help(word).orElse(Help.of(""));
        if (help.meaning().isBlank()) {
            missing.add(word + ": no meaning");
            return;
        }
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (method.getParameterTypes()[i].getSimpleName().matches("double(\\[\\])*")
                    && help.arguments().get(i).unit().isEmpty()) {
                missing.add(word + ": " + help.arguments().get(i).name() + " has no unit; say \"in amperes\", link to its "
                        + "Parameter, or call it a plain number");
            }
        }
        if (factory && help.example().isEmpty()) {
            missing.add(word + ": no Example: {@code ...}");
        }
    }

    @Test
    void everyWordIsExplained() throws ClassNotFoundException {
        var missing = new ArrayList<String>();
        for (Class<?> owner : factories()) {
            for (Method method : owner.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers())) {
                    check(method, true, missing);
                }
            }
        }
        for (Class<?> type : made()) {
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
                        && !method.isBridge() && method.getReturnType() == type) {
                    check(method, false, missing);
                }
            }
        }
        assertTrue(missing.isEmpty(), missing.size() + " gaps in the Javadoc:\n" + String.join("\n", missing));
    }

    @Test
    void figuresAreThoseOfTheDeclaredParameter() {
        Help.Argument current = INDEX.help("Stno.current(double)").orElseThrow().arguments().get(0);
        assertEquals(new Help.Argument("current", "A", Stno.CURRENT.range(), Unit.AMPERE.format(Stno.CURRENT.standard()),
                Stno.CURRENT.meaning()), current);
        Help mask = INDEX.help("Larmor.mask(int)").orElseThrow();
        assertTrue(mask.arguments().stream().anyMatch(a -> a.name().equals(".every(slot)")
                && a.range().equals(Mask.EVERY.range())), mask.toString());
        assertEquals("Appeltant et al., Nat. Commun. 2, 468, 2011", mask.source());
    }

    @Test
    void unitsAreProposedByWhatIsUsual() {
        assertEquals("mA(", INDEX.arguments("Stno.current(double)", 0).get(0));
        assertEquals("MHz(", INDEX.arguments("Stno.frequency(double)", 0).get(0));
        assertEquals("ns(", INDEX.arguments("Mask.every(double)", 0).get(0));
        assertEquals("ns(", INDEX.arguments("Larmor.constant(double,double)", 1).get(0));
        assertEquals(List.of(), INDEX.arguments("Units.mA(double)", 0));
        assertEquals(List.of(), INDEX.arguments("Stno.nonlinearity(double)", 0));
    }

    @Test
    void everyExampleRuns() throws ClassNotFoundException {
        var statements = new ArrayList<String>();
        var values = new ArrayList<String>();
        Set<String> givesNothing = new LinkedHashSet<>();
        for (Class<?> owner : factories()) {
            Arrays.stream(owner.getDeclaredMethods()).filter(m -> m.getReturnType() == void.class)
                    .forEach(m -> givesNothing.add(WordGuide.word(m)));
        }
        for (String word : WordIndex.words()) {
            String example = INDEX.help(word).orElseThrow().example();
            if (!example.isEmpty()) {
                boolean statement = givesNothing.contains(word) || example.matches("\\w+ \\w+ = .*");
                (statement ? statements : values).add(example);
            }
        }
        var failures = new ArrayList<String>();
        try (ScriptShell shell = ScriptShell.open(new Failures(failures))) {
            // all values are compiled at once, which is quick; only if that fails each one by itself, to name it
            if (!shell.eval("Object[] values = {\n" + String.join(",\n", values) + "};")) {
                failures.clear();
                statements.addAll(values);
            }
            for (String example : statements) {
                if (!shell.eval(example)) {
                    failures.add("  in the example " + example);
                }
            }
        }
        assertTrue(failures.isEmpty(), String.join("\n", failures));
        assertTrue(values.size() > 50, "few words have examples");
    }

    private record Failures(List<String> lines) implements ScriptShell.Output {

        @Override
        public void stream(String name, String text) {
        }

        @Override
        public void display(MimeBundle bundle, String displayIdOrNull, boolean update) {
        }

        @Override
        public void result(MimeBundle bundle, int count) {
        }

        @Override
        public void error(String name, String value, List<String> traceback) {
            lines.add(name + ": " + value);
        }

        @Override
        public void clear(boolean wait) {
        }

        @Override
        public String input(String prompt, boolean password) {
            return "1";
        }
    }
}
