package io.larmor.environment.command;

import io.larmor.environment.setup.KernelCommand;
import io.larmor.environment.setup.Kernelspec;
import io.larmor.environment.setup.Layout;
import io.larmor.environment.setup.StartupArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Registers the kernel with Jupyter. */
@Command(name = "install", mixinStandardHelpOptions = true,
        description = "Registers the Larmor kernel with Jupyter, and records an archive by which it starts faster.")
public final class InstallCommand implements Callable<Integer> {

    @ArgGroup
    private Place place = new Place();

    @Option(names = "--no-archive", description = "Records no start-up archive.")
    private boolean noArchive;

    @Option(names = "--stop-foreign-code", description = {"Lets interrupts also stop code of libraries, through the debugger's",
        "interface, which has no password: only where you are the only user."})
    private boolean stopForeignCode;

    @Spec
    private CommandSpec spec;

    private static final class Place {

        @Option(names = "--user", description = "For this user (the default).")
        private boolean user;

        @Option(names = "--prefix", paramLabel = "DIR", description = "Below DIR/share/jupyter, for example a virtual environment.")
        private Path prefix;

        @Option(names = "--path", paramLabel = "DIR", description = "Below DIR itself, in DIR/kernels.")
        private Path path;

        private Path dataFolder() {
            if (path != null) {
                return path;
            }
            return prefix != null ? prefix.resolve("share/jupyter") : Layout.jupyterData();
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!noArchive) {
            StartupArchive.record(line -> spec.commandLine().getErr().println("larmor: " + line)).ifPresent(file -> out.println("start-up archive " + file));
        }
        out.println("kernel registered in " + Kernelspec.install(place.dataFolder(),
                stopForeignCode ? KernelCommand.stoppingForeignCode() : KernelCommand.line()));
        return 0;
    }
}
