package io.larmor.kernel.magic;

import io.larmor.kernel.display.Table;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** Tells what is there: variables, magics, versions; and forgets it. */
final class Surroundings {

    private static final int VALUE_WIDTH = 100;
    private static final int NAMES = 20;

    private final Host host;
    private final Libraries libraries;

    Surroundings(Host host, Libraries libraries) {
        this.host = host;
        this.libraries = libraries;
    }

    Object vars(String arguments, String body) throws Exception {
        List<String> types = Paths.words(arguments);
        var rows = new ArrayList<List<String>>();
        for (Map.Entry<VarSnippet, Object> entry : host.engine().variables().entrySet()) {
            VarSnippet variable = entry.getKey();
            boolean wanted = types.isEmpty() || types.stream().anyMatch(type -> isOfType(variable.typeName(), type));
            if (wanted && !variable.name().startsWith("$")) {
                rows.add(List.of(variable.name(), variable.typeName(), brief(entry.getValue())));
            }
        }
        if (rows.isEmpty()) {
            return MimeBundle.text(types.isEmpty() ? "no variables" : "no variables of type " + String.join(" or ", types));
        }
        return Table.of(List.of("name", "type", "value"), rows);
    }

    private static boolean isOfType(String name, String wanted) {
        return name.equals(wanted) || name.startsWith(wanted + "<") || name.endsWith("." + wanted);
    }

    List<String> types(String typed) {
        return host.engine().analyze((shell, analysis) -> shell.variables().map(VarSnippet::typeName).distinct().sorted()
                .toList());
    }

    /** On the cell thread, since a value's own text may take for ever and must then be stoppable. */
    private String brief(Object value) throws Exception {
        String text = host.engine().executor().call(() -> String.valueOf(host.render(value).data().get("text/plain")));
        String line = text.replaceAll("\\s+", " ");
        return line.length() > VALUE_WIDTH ? line.substring(0, VALUE_WIDTH) + " ..." : line;
    }

    Object reset(String arguments, String body) {
        if (!arguments.matches("(-[fs]+)?")) {
            throw new IllegalArgumentException("%reset takes nothing but -f, which changes nothing: it never asks");
        }
        Map<Snippet.Kind, List<String>> names = host.engine().analyze((shell, analysis) -> shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive() && snippet.kind() != Snippet.Kind.IMPORT)
                .filter(snippet -> snippet instanceof DeclarationSnippet && snippet.kind().isPersistent())
                .collect(Collectors.groupingBy(Snippet::kind,
                        Collectors.mapping(snippet -> ((DeclarationSnippet) snippet).name(), Collectors.toList()))));
        host.engine().reset();
        var parts = new ArrayList<String>();
        part("variable", names.get(Snippet.Kind.VAR), parts);
        part("method", names.get(Snippet.Kind.METHOD), parts);
        part("type", names.get(Snippet.Kind.TYPE_DECL), parts);
        return MimeBundle.text(parts.isEmpty() ? "there was nothing to forget" : "forgotten: " + String.join("; ", parts));
    }

    private static void part(String kind, List<String> names, List<String> parts) {
        if (names != null) {
            String all = names.stream().limit(NAMES).collect(Collectors.joining(", "));
            parts.add(names.size() + " " + kind + (names.size() == 1 ? " " : "s ") + all
                    + (names.size() > NAMES ? ", ..." : ""));
        }
    }

    Object versions(String arguments, String body) {
        boolean all = arguments.equals("all");
        if (!all) {
            Builtin.none("%versions", arguments);
        }
        var rows = new ArrayList<List<String>>();
        String kernel = Surroundings.class.getPackage().getImplementationVersion();
        rows.add(List.of("Larmor kernel", kernel == null ? "development" : kernel));
        rows.add(List.of("Java", Runtime.version() + " (" + System.getProperty("java.vm.name") + ")"));
        rows.add(List.of("system", System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB of memory at most"));
        host.extensions().forEach(name -> rows.add(List.of("extension", name)));
        rows.addAll(libraries.added());
        if (all) {
            rows.addAll(OwnLibraries.all());
        }
        return Table.of(List.of("what", "version"), rows);
    }

    Object list(String arguments, String body) {
        Builtin.none("%lsmagic", arguments);
        return help("", null);
    }

    Object help(String arguments, String body) {
        String wanted = arguments.replaceFirst("^%+", "");
        if (wanted.isEmpty()) {
            var rows = new ArrayList<List<String>>();
            host.magics().all().forEach(magic -> rows.add(List.of(magic.usage(), magic.help())));
            return Table.of(List.of("magic", "what it does"), rows);
        }
        Magic magic = host.magics().all().stream().filter(m -> m.name().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no magic %" + wanted));
        return MimeBundle.text(magic.usage() + "\n    " + magic.help());
    }

    List<String> names(String typed) {
        return host.magics().all().stream().map(Magic::name).toList();
    }
}
