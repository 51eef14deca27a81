package io.larmor.kernel.assist;

import io.larmor.kernel.shell.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/** Finds the class that a name means in the session: by its imports, among its own declarations, or by its full name. */
public final class TypeNames {

    private static final Pattern IMPORT = Pattern.compile("import\\s+(static\\s+)?([\\w.]+?)(\\.\\*)?\\s*;");
    private static final List<String> REVISIONS =
            List.of("I", "H", "G", "F", "E", "D", "C", "B", "");

    /** An import: a package or class, or the class whose static members are meant. */
    record Import(String name, boolean members, boolean all) {
    }

    private final Engine engine;
    private final Map<String, Class<?>> found = new HashMap<>();
    private List<Import> imports = List.of();
    private long state = -1;

    public TypeNames(Engine engine) {
        this.engine = engine;
    }

    /** The class of a name, with its outer class or package or without, or null. */
    public Class<?> resolve(String name) {
        return engine.analyze((shell, analysis) -> {
            refresh(shell);
            String plain = name.replaceAll("<.*>", "").replaceAll("[\\[\\]\\s]", "");
            if (!found.containsKey(plain)) {
                found.put(plain, search(shell, plain));
            }
            return found.get(plain);
        });
    }

    /** The classes whose static members may be used by their names alone. */
    List<Class<?>> staticImports() {
        return engine.analyze((shell, analysis) -> {
            refresh(shell);
            var classes = new ArrayList<Class<?>>();
            for (Import one : imports) {
                Class<?> type = one.members() ? resolve(one.all() ? one.name() : outer(one.name())) : null;
                if (type != null) {
                    classes.add(type);
                }
            }
            return classes;
        });
    }

    /** What was found, and what was not, holds until something is imported, declared or added to the class path. */
    private void refresh(JShell shell) {
        long now = engine.addedPaths().size() + shell.snippets()
                .filter(s -> s.kind() == Snippet.Kind.IMPORT || s.kind() == Snippet.Kind.TYPE_DECL).count() * 1000;
        boolean types = shell.snippets().anyMatch(s -> s.kind() == Snippet.Kind.TYPE_DECL);
        if (now == state && !types) {
            return;
        }
        if (now != state) {
            var all = new ArrayList<Import>();
            shell.imports().forEach(snippet -> {
                Matcher matcher = IMPORT.matcher(snippet.source());
                while (matcher.find()) {
                    all.add(new Import(matcher.group(2), matcher.group(1) != null, matcher.group(3) != null));
                }
            });
            imports = List.copyOf(all);
            state = now;
            found.clear();
        }
        // a class declared anew keeps its name
        found.keySet().removeIf(name -> shell.types().anyMatch(type -> type.name().equals(name)));
    }

    private Class<?> search(JShell shell, String name) {
        int dot = name.indexOf('.');
        if (dot > 0 && Character.isUpperCase(name.charAt(0))) {
            Class<?> outer = search(shell, name.substring(0, dot));
            return outer == null ? null : load(outer.getName() + "$" + name.substring(dot + 1).replace('.', '$'));
        }
        if (dot > 0) {
            return loadQualified(name);
        }
        Class<?> own = shell.types().filter(type -> type.name().equals(name)).map(type -> declared(type.id(), name))
                .filter(type -> type != null).findFirst().orElse(null);
        if (own != null) {
            return own;
        }
        for (Import one : imports) {
            Class<?> type = one.all() ? load(one.name() + "." + name)
                    : one.name().endsWith("." + name) ? loadQualified(one.name()) : null;
            type = type == null && one.all() ? nested(one.name(), name) : type;
            if (type != null) {
                return type;
            }
        }
        return load("java.lang." + name);
    }

    private Class<?> nested(String outer, String name) {
        return Character.isUpperCase(outer.charAt(outer.lastIndexOf('.') + 1)) ? load(outer + "$" + name) : null;
    }

    private Class<?> declared(String id, String name) {
        for (String revision : REVISIONS) {
            Class<?> type = load("REPL.$JShell$" + id + revision + "$" + name);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    private Class<?> loadQualified(String name) {
        String binary = name;
        while (true) {
            Class<?> type = load(binary);
            int dot = binary.lastIndexOf('.');
            if (type != null || dot < 0 || !Character.isUpperCase(binary.charAt(binary.lastIndexOf('.', dot - 1) + 1))) {
                return type;
            }
            binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, engine.loader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private static String outer(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
