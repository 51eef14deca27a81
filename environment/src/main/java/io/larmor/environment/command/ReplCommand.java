package io.larmor.environment.command;

import io.larmor.environment.script.Repl;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens the console. */
@Command(name = "repl", mixinStandardHelpOptions = true, description = {
    "A console with the same words as a notebook, with history, and completion by Tab.",
    "Plots are saved into larmor-plots."})
public final class ReplCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return Repl.run(spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
