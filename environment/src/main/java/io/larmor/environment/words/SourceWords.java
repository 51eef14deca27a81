package io.larmor.environment.words;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.larmor.kernel.spi.Help;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** Reads the public words and their comments from source files, without compiling them. */
final class SourceWords {

    /**
     * A public method, constructor, record component, constant or type.
     *
     * @param owner the class that declares it, or for a type itself, with its package, nested ones after a dollar
     * @param name its name; that of the class for a constructor
     * @param parameters the types and names of a call's parameters; null where it is no call
     * @param comment what its documentation comment says; null for none
     * @param raw the text of the comment, with its references
     */
    record Found(String owner, String name, List<Parameter> parameters, Help comment, String raw) {

        boolean constructor() {
            return parameters != null && name.equals(simple(owner));
        }
    }

    /** A parameter as it is written. */
    record Parameter(String type, String name) {
    }

    private SourceWords() {
    }

    static String simple(String owner) {
        return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    }

    /** The words of some files, in their order. */
    static List<Found> read(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<Found>();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, manager, problem -> { }, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(Trees.instance(task), String.valueOf(unit.getPackageName()), found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final String packageName;
        private final List<Found> found;

        Scanner(Trees trees, String packageName, List<Found> found) {
            this.trees = trees;
            this.packageName = packageName;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isPublic(type.getModifiers().getFlags())) {
                return null;
            }
            add(owner(getCurrentPath()), type.getSimpleName().toString(), null);
            if (type.getKind() == Tree.Kind.RECORD) {
                components(type);
            }
            return super.visitClass(type, nothing);
        }

        /** The accessors and the constructor of a record, which its comment describes. */
        private void components(ClassTree type) {
            String owner = owner(getCurrentPath());
            String raw = trees.getDocComment(getCurrentPath());
            Help comment = raw == null ? null : Help.ofJavadoc(raw);
            var parameters = new ArrayList<Parameter>();
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree field && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                    parameters.add(new Parameter(field.getType().toString(), field.getName().toString()));
                }
            }
            found.add(new Found(owner, type.getSimpleName().toString(), parameters, comment, raw));
            Map<String, String> meanings = comment == null ? Map.of() : comment.arguments().stream()
                    .collect(Collectors.toMap(Help.Argument::name, Help.Argument::meaning));
            parameters.forEach(p -> found.add(new Found(owner, p.name(), List.of(),
                    meanings.containsKey(p.name()) ? Help.of(capital(meanings.get(p.name())) + ".") : null, null)));
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            TreePath outer = getCurrentPath().getParentPath();
            var flags = method.getModifiers().getFlags();
            boolean ofInterface = outer.getLeaf().getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE);
            boolean compact = method.getParameters().isEmpty() && method.getReturnType() == null
                    && outer.getLeaf().getKind() == Tree.Kind.RECORD;
            if ((isPublic(flags) || ofInterface) && !compact) {
                List<Parameter> parameters = method.getParameters().stream()
                        .map(p -> new Parameter(type(p), p.getName().toString())).toList();
                String name = method.getReturnType() == null ? ((ClassTree) outer.getLeaf()).getSimpleName().toString()
                        : method.getName().toString();
                add(owner(outer), name, parameters);
            }
            return null;
        }

        /** The tree of {@code E... elements} has an array for a type; only its text tells them apart. */
        private static String type(VariableTree parameter) {
            String type = parameter.getType().toString();
            return parameter.toString().contains("...") ? type.replaceFirst("\\[\\]$", "...") : type;
        }

        @Override
        public Void visitVariable(VariableTree field, Void nothing) {
            TreePath outer = getCurrentPath().getParentPath();
            var flags = field.getModifiers().getFlags();
            if (outer.getLeaf() instanceof ClassTree && isPublic(flags) && flags.contains(Modifier.STATIC)) {
                add(owner(outer), field.getName().toString(), null);
            }
            return null;
        }

        private void add(String owner, String name, List<Parameter> parameters) {
            String raw = trees.getDocComment(getCurrentPath());
            found.add(new Found(owner, name, parameters, raw == null ? null : Help.ofJavadoc(raw), raw));
        }

        private String owner(TreePath path) {
            String name = ((ClassTree) path.getLeaf()).getSimpleName().toString();
            return path.getParentPath().getLeaf() instanceof ClassTree
                    ? owner(path.getParentPath()) + "$" + name : packageName + "." + name;
        }

        private boolean isPublic(java.util.Set<Modifier> flags) {
            TreePath outer = getCurrentPath().getParentPath();
            return flags.contains(Modifier.PUBLIC)
                    || outer != null && outer.getLeaf().getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE);
        }
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
