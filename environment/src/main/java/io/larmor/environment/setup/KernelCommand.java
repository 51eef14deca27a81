package io.larmor.environment.setup;

import io.larmor.environment.KernelProgram;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the kernel's process is started: the same for Jupyter and for running without it. */
public final class KernelCommand {

    static final String MAIN = KernelProgram.class.getName();
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private KernelCommand() {
    }

    /** The command of this program's own Java and class path, ending in {@code {connection_file}}. */
    public static List<String> line() {
        return line(classPath(), StartupArchive.flags());
    }

    /** The command with which interrupts also stop code of libraries; see the kernel's README for what that opens. */
    public static List<String> stoppingForeignCode() {
        var command = new ArrayList<String>(line());
        command.addAll(1, List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0,quiet=y",
                "-Djdk.attach.allowAttachSelf=true", "-Dlarmor.stop.foreign=true"));
        return command;
    }

    static List<String> line(String classPath, List<String> archive) {
        var command = new ArrayList<String>();
        command.add(java().toString());
        command.addAll(archive);
        command.addAll(tuning());
        command.addAll(vectorModule());
        command.add("--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED");
        command.add("-Djava.awt.headless=true");
        command.add("-Dlarmor.home=" + Layout.home());
        command.add("-cp");
        command.add(classPath);
        command.add(MAIN);
        command.add("{connection_file}");
        return command;
    }

    /** The option by which ensembles run on the Vector API; none for a Java without that module, where they run without. */
    private static List<String> vectorModule() {
        return ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent() ? List.of("--add-modules=" + VECTOR_MODULE) : List.of();
    }

    /**
     * Short cells spend their time in Java's own compiler, which the optimizing one should leave alone: it would work on
     * that, beside the cell, for a minute. The parallel collector starts faster than the default one and moves less.
     */
    private static List<String> tuning() {
        var flags = new ArrayList<String>(List.of("-XX:+UseParallelGC", "-XX:-UsePerfData"));
        Path directives = Layout.home().resolve("environment/directives.json");
        if (Files.isRegularFile(directives)) {
            flags.add("-XX:+UnlockDiagnosticVMOptions");
            flags.add("-XX:CompilerDirectivesFile=" + directives);
        }
        return flags;
    }

    /** The program {@code java} that runs this. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The build's folder as a wildcard when this runs from there, so that it stays right when a jar gets a new name. */
    static String classPath() {
        String running = System.getProperty("java.class.path");
        boolean built = running.startsWith(Layout.lib().toString()) && Files.isDirectory(Layout.lib());
        return built ? Layout.lib() + "/*" : running;
    }
}
