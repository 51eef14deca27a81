package io.larmor.environment;

import io.larmor.environment.command.BenchCommand;
import io.larmor.environment.command.DoctorCommand;
import io.larmor.environment.command.InstallCommand;
import io.larmor.environment.command.LabCommand;
import io.larmor.environment.command.ListCommand;
import io.larmor.environment.command.ReplCommand;
import io.larmor.environment.command.RunCommand;
import io.larmor.environment.command.VersionCommand;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code larmor}. Exit status: 0 well, 1 failed, 2 wrongly called, 130 interrupted. */
@Command(name = "larmor", mixinStandardHelpOptions = true, description = "Notebooks and scripts for magnetic neural networks and reservoirs.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "larmor COMMAND --help says more about a command."},
        subcommands = {LabCommand.class, RunCommand.class, ReplCommand.class, ListCommand.class, InstallCommand.class,
            DoctorCommand.class, BenchCommand.class, VersionCommand.class})
public final class Main implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Called without a command: shows the commands. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** Runs the program and ends the process. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The program as a value, for tests and other programs. */
    public static CommandLine commandLine() {
        var line = new CommandLine(new Main());
        CommandLine.IVersionProvider version = () -> new String[] {VersionCommand.text()};
        line.getCommandSpec().versionProvider(version);
        line.getSubcommands().values().forEach(command -> command.getCommandSpec().versionProvider(version));
        // What lab does not know is for Jupyter.
        line.getSubcommands().get("lab").setUnmatchedOptionsArePositionalParams(true);
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            command.getErr().println("larmor: " + message(error));
            return error instanceof IllegalArgumentException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
        line.setParameterExceptionHandler((error, wrong) -> {
            CommandLine command = error.getCommandLine();
            command.getErr().println("larmor: " + error.getMessage());
            command.getErr().println("See: larmor " + (command.getParent() == null ? "" : command.getCommandName() + " ")
                    + "--help");
            return CommandLine.ExitCode.USAGE;
        });
        return line;
    }

    private static String message(Exception error) {
        if (error instanceof NoSuchFileException) {
            return error.getMessage() + ": no such file";
        }
        boolean spoken = error instanceof IOException || error instanceof IllegalArgumentException;
        return spoken && error.getMessage() != null ? error.getMessage() : error.toString();
    }
}
