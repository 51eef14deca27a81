package io.larmor.kernel.magic;

import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.VarSnippet;

/** The magics that every session has; names and habits are those of other Java kernels. */
public final class BuiltinMagics {

    private static final int VALUE_WIDTH = 100;

    private final Host host;

    private BuiltinMagics(Host host) {
        this.host = host;
    }

    /** Adds all of them to the host's magics. */
    public static void addTo(Host host) {
        BuiltinMagics magics = new BuiltinMagics(host);
        Libraries libraries = new Libraries(host.engine());
        Loader loader = new Loader(host);
        List.of(
                new Builtin("time", "%time CODE   or   %%time and code below",
                        "runs code and prints the time it took, compiling included", magics::time),
                new Builtin("maven", "%maven GROUP:ARTIFACT:VERSION ...",
                        "fetches libraries with all they need and adds them to the class path", libraries::maven),
                new Builtin("mavenRepo", "%mavenRepo NAME URL",
                        "adds a repository for %maven", libraries::repository),
                new Builtin("classpath", "%classpath [JAR_OR_FOLDER ...]",
                        "adds to the class path, or lists what was added", libraries::classpath),
                new Builtin("jars", "%jars JAR_OR_GLOB ...",
                        "adds jars to the class path, for example lib/*.jar", libraries::jars),
                new Builtin("load", "%load FILE.jsh | FILE.java | FILE.ipynb",
                        "runs a file, or the code cells of a notebook, here", loader::load),
                new Builtin("html", "%%html and HTML below", "shows the cell as HTML", BuiltinMagics::html),
                new Builtin("vars", "%vars", "lists the variables with types and values", magics::vars),
                new Builtin("reset", "%reset", "forgets all variables, methods and classes; imports stay", magics::reset),
                new Builtin("versions", "%versions", "names the versions of Java and of what is loaded", magics::versions),
                new Builtin("lsmagic", "%lsmagic", "lists the magics", magics::list),
                new Builtin("help", "%help [MAGIC]", "lists the magics, or explains one", magics::help))
                .forEach(host.magics()::add);
    }

    private Object time(String arguments, String body) throws Exception {
        // the empty line stands for that of the magic, so that errors count lines as the cell does
        String code = body == null ? arguments : "\n" + body;
        if (code.isBlank()) {
            throw new IllegalArgumentException("%time needs code to run");
        }
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        try {
            return host.evaluate(code);
        } finally {
            System.out.println("time: " + duration(System.nanoTime() - wall) + " (CPU of all threads "
                    + duration(cpuNanos() - cpu) + ")");
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() : 0;
    }

    private static String duration(long nanos) {
        double seconds = nanos * 1e-9;
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
        }
        return seconds < 120 ? String.format(Locale.ROOT, "%.2f s", seconds)
                : String.format(Locale.ROOT, "%d min %.0f s", (long) seconds / 60, seconds % 60);
    }

    private static Object html(String arguments, String body) {
        if (body == null) {
            throw new IllegalArgumentException("%%html takes a whole cell");
        }
        return MimeBundle.html(body, body.replaceAll("<[^>]*>", "").strip());
    }

    private Object vars(String arguments, String body) {
        none("%vars", arguments);
        var rows = new ArrayList<List<String>>();
        for (Map.Entry<VarSnippet, Object> entry : host.engine().variables().entrySet()) {
            if (!entry.getKey().name().startsWith("$")) {
                rows.add(List.of(entry.getKey().name(), entry.getKey().typeName(), brief(entry.getValue())));
            }
        }
        return rows.isEmpty() ? MimeBundle.text("no variables") : Table.of(List.of("name", "type", "value"), rows);
    }

    private String brief(Object value) {
        String text = String.valueOf(host.render(value).data().get("text/plain")).replaceAll("\\s+", " ");
        return text.length() > VALUE_WIDTH ? text.substring(0, VALUE_WIDTH) + " ..." : text;
    }

    private Object reset(String arguments, String body) {
        none("%reset", arguments);
        int count = host.engine().reset();
        return MimeBundle.text(count == 1 ? "1 declaration forgotten" : count + " declarations forgotten");
    }

    private Object versions(String arguments, String body) {
        none("%versions", arguments);
        var lines = new ArrayList<String>();
        lines.add("Java " + Runtime.version() + " (" + System.getProperty("java.vm.name") + ")");
        lines.add("on " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB of memory at most");
        host.extensions().forEach(name -> lines.add("extension " + name));
        return MimeBundle.text(String.join("\n", lines));
    }

    private Object list(String arguments, String body) {
        none("%lsmagic", arguments);
        return help("", null);
    }

    private Object help(String arguments, String body) {
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

    private static void none(String magic, String arguments) {
        if (!arguments.isEmpty()) {
            throw new IllegalArgumentException(magic + " takes no arguments, but got \"" + arguments + "\"");
        }
    }
}
