package io.larmor.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/** The magics that every session has; names and habits are those of other Java kernels and of IPython. */
public final class BuiltinMagics {

    private BuiltinMagics() {
    }

    /** Adds all of them to the host's magics. */
    public static void addTo(Host host) {
        var all = new ArrayList<>(Forms.all());
        all.addAll(timings(new Timings(host)));
        var libraries = new Libraries(host);
        all.addAll(libraries(libraries));
        all.addAll(surroundings(new Surroundings(host, libraries)));
        all.add(new Builtin("load", "%load FILE.jsh | FILE.java | FILE.ipynb",
                "runs a file, or the code cells of a notebook, here",
                typed -> Paths.proposals(typed, ".jsh", ".jshell", ".java", ".ipynb"), new Loader(host)::load));
        all.add(ShellCell.magic("bash"));
        all.add(ShellCell.magic("sh"));
        all.forEach(host.magics()::add);
    }

    private static List<Builtin> timings(Timings timings) {
        var bench = new Builtin("bench", Timings.USAGE, Timings.HELP, timings::bench);
        return List.of(new Builtin("time", "%time CODE   or   %%time and code below",
                "runs code and prints the time it took, compiling included", timings::time), bench, bench.alias("timeit"));
    }

    private static List<Builtin> libraries(Libraries libraries) {
        var maven = new Builtin("maven", "%maven GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION ... [-x GROUP:ARTIFACT] [-o]   "
                + "or   %%maven and one on each line below",
                "fetches libraries with all they need and adds them to the class path; -x leaves one out, -o stays offline",
                libraries::maven);
        var repository = new Builtin("mavenRepo", "%mavenRepo [NAME ADDRESS]",
                "adds a repository for %maven, or lists those added", libraries::repository);
        return List.of(maven, maven.alias("addMavenDependency"), maven.alias("addMavenDependencies"),
                repository, repository.alias("addMavenRepo"),
                new Builtin("loadFromPOM", "%loadFromPOM FILE [SCOPE ...]   or   %%loadFromPOM [SCOPE ...] and XML below",
                        "adds what a Maven project, or a pasted part of one, depends on",
                        typed -> Paths.proposals(typed, ".xml", ".pom"), libraries::pom),
                new Builtin("classpath", "%classpath [JAR_OR_FOLDER ...]",
                        "adds to the class path, or lists what was added", typed -> Paths.proposals(typed, ".jar"),
                        libraries::classpath),
                new Builtin("jars", "%jars JAR_OR_FOLDER_OR_GLOB ...",
                        "adds jars to the class path, for example lib/*.jar", typed -> Paths.proposals(typed, ".jar"),
                        libraries::jars));
    }

    private static List<Builtin> surroundings(Surroundings surroundings) {
        var vars = new Builtin("vars", "%vars [TYPE ...]", "lists the variables with types and values",
                surroundings::types, surroundings::vars);
        return List.of(vars, vars.alias("who"), vars.alias("whos"),
                new Builtin("reset", "%reset [-f]", "forgets all variables, methods and classes, and names them; imports stay",
                        surroundings::reset),
                new Builtin("versions", "%versions [all]", "names the versions of the kernel, of Java and of libraries that "
                        + "were added; with all, of everything on the class path", typed -> List.of("all"), surroundings::versions),
                new Builtin("lsmagic", "%lsmagic", "lists the magics", surroundings::list),
                new Builtin("help", "%help [MAGIC]", "lists the magics, or explains one", surroundings::names,
                        surroundings::help));
    }
}
