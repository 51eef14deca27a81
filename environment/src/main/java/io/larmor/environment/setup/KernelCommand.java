package io.larmor.environment.setup;

import com.sun.management.OperatingSystemMXBean;
import io.larmor.environment.KernelProgram;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the kernel's process is started: the same for Jupyter and for running without it. */
public final class KernelCommand {

    static final String MAIN = KernelProgram.class.getName();
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private static final int FEW_CORES = 4;
    private static final long MUCH_MEMORY = 8L << 30;

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
     * that, beside the cell, for a minute. Where there is memory, a start should fit into it without collecting at all.
     */
    private static List<String> tuning() {
        var flags = new ArrayList<String>(List.of(collector(), "-XX:-UsePerfData"));
        if (memory() >= MUCH_MEMORY) {
            flags.add("-XX:NewSize=256m");
        }
        Path directives = Layout.home().resolve("environment/directives.json");
        if (Files.isRegularFile(directives)) {
            flags.add("-XX:+UnlockDiagnosticVMOptions");
            flags.add("-XX:CompilerDirectivesFile=" + directives);
            // the machine would say on the terminal that it has read them
            flags.add("-XX:-DisplayVMOutput");
        }
        return flags;
    }

    /**
     * The garbage collector. Java's own choice, G1, has loops ask now and then whether to stop, which leaves Java 17's compiler
     * too few registers for products of matrices: they would take twice the time. Where few cores are there, the serial
     * collector starts in half the time of the parallel one.
     */
    static String collector() {
        return Runtime.getRuntime().availableProcessors() <= FEW_CORES ? "-XX:+UseSerialGC" : "-XX:+UseParallelGC";
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() : 0;
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
