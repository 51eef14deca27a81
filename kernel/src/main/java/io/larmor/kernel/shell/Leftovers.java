package io.larmor.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * What JShell keeps of snippets that are over. It keeps all of it for ever, and shows the class file of every snippet to
 * the compiler again with each new one: after a thousand cells a cell takes twice as long. JShell offers nothing to forget
 * a snippet by, so this reaches into it; where it may not ({@code --add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED} is
 * missing, or a later JShell looks otherwise inside) everything is kept, as JShell would.
 */
final class Leftovers {

    private static final String PACKAGE = "REPL.";
    private static final String PREFIX = "$JShell$";
    private static final int ROUND = 32;
    private static final int RENEWAL = 2048;

    private record Inside(Collection<Snippet> snippets, List<Snippet> byIndex, Map<String, Set<Integer>> users,
            Map<String, ?> classFiles, Map<String, ?> wraps, Map<String, ?> loaded, Method className, Object compilers,
            Method renew) {
    }

    private final JShell shell;
    private final Inside inside;
    private int evaluations;

    Leftovers(JShell shell) {
        this.shell = shell;
        inside = open(shell);
    }

    @SuppressWarnings("unchecked")
    private static Inside open(JShell shell) {
        try {
            Object maps = value(shell, "maps");
            Object compilers = value(shell, "taskFactory");
            Method className = Snippet.class.getDeclaredMethod("className");
            Method renew = compilers.getClass().getDeclaredMethod("initTaskPool");
            className.setAccessible(true);
            renew.setAccessible(true);
            return new Inside((Collection<Snippet>) value(maps, "snippets"), (List<Snippet>) value(maps, "keyIndexToSnippet"),
                    (Map<String, Set<Integer>>) value(maps, "dependencies"),
                    (Map<String, ?>) value(value(compilers, "fileManager"), "classObjects"),
                    (Map<String, ?>) value(value(shell, "outerMap"), "classOuters"),
                    (Map<String, ?>) value(value(shell, "classTracker"), "map"), className, compilers, renew);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private static Object value(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    /**
     * To be called after each evaluation, while none is under way. Now and then forgets what nothing can refer to any
     * more: expressions, statements, mistakes, and declarations that others have replaced.
     */
    void sweep() {
        if (inside == null || ++evaluations % ROUND != 0) {
            return;
        }
        var live = new HashSet<String>();
        inside.snippets.removeIf(snippet -> !isKept(snippet));
        inside.snippets.forEach(snippet -> addClass(snippet, live));
        inside.byIndex.replaceAll(snippet -> snippet == null || !isKept(snippet) ? null : snippet);
        inside.users.values().forEach(users -> users.removeIf(index -> inside.byIndex.get(index) == null));
        inside.users.values().removeIf(Set::isEmpty);
        inside.classFiles.keySet().removeIf(name -> !live.contains(topLevel(name)));
        inside.wraps.keySet().removeIf(name -> !live.contains(name));
        inside.loaded.keySet().removeIf(name -> !live.contains(topLevel(name)));
        if (evaluations % RENEWAL == 0) {
            renewCompiler();
        }
    }

    /** The compiler keeps every name it ever saw. A new one takes a few cells to get as fast. */
    private void renewCompiler() {
        try {
            inside.renew.invoke(inside.compilers);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isKept(Snippet snippet) {
        return snippet.kind().isPersistent() && shell.status(snippet).isActive();
    }

    private void addClass(Snippet snippet, Set<String> names) {
        try {
            names.add((String) inside.className.invoke(snippet));
        } catch (ReflectiveOperationException e) {
            // an import has no class
        }
    }

    /** {@code $JShell$12B} for {@code REPL.$JShell$12B$Inner}. */
    private static String topLevel(String className) {
        String name = className.substring(PACKAGE.length());
        int inner = name.indexOf('$', PREFIX.length());
        return inner < 0 ? name : name.substring(0, inner);
    }
}
