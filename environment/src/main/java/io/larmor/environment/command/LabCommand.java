package io.larmor.environment.command;

import io.larmor.environment.setup.Jupyter;
import io.larmor.environment.setup.Kernelspec;
import io.larmor.environment.setup.Layout;
import io.larmor.environment.setup.Programs;
import io.larmor.environment.setup.StartupArchive;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens JupyterLab with the kernel and the notebooks. */
@Command(name = "lab", description = {"Opens JupyterLab with the Larmor kernel and the notebooks.",
    "Registers the kernel, and brings JupyterLab when there is none."})
public final class LabCommand implements Callable<Integer> {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Parameters(paramLabel = "JUPYTER-ARGUMENT", description = "Passed on, for example: --no-browser --port 8899")
    private List<String> more = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Consumer<String> say = line -> spec.commandLine().getErr().println("larmor: " + line);
        Optional<Jupyter> jupyter = Jupyter.obtain(say);
        if (jupyter.isEmpty()) {
            return 1;
        }
        StartupArchive.record(say);
        Kernelspec.install(Layout.jupyterData());
        return Programs.attach(jupyter.get().command(Layout.notebooks(), more), Layout.notebooks());
    }
}
