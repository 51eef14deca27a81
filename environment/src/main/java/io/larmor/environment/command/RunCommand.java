package io.larmor.environment.command;

import io.larmor.environment.notebook.HtmlPage;
import io.larmor.environment.notebook.Json;
import io.larmor.environment.notebook.Notebook;
import io.larmor.environment.notebook.NotebookRunner;
import io.larmor.environment.notebook.WholeFile;
import io.larmor.environment.script.ScriptRun;
import io.larmor.environment.setup.Interrupts;
import io.larmor.environment.setup.KernelCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a notebook or a script; needs no Python. */
@Command(name = "run", mixinStandardHelpOptions = true, description = {
    "Runs a notebook (.ipynb) or a script (.jsh). Needs no Python.",
    "A notebook is written with its outputs, and as a page of HTML, into .larmor/run beside it."})
public final class RunCommand implements Callable<Integer> {

    static final int INTERRUPTED = 130;

    @Parameters(paramLabel = "FILE", description = "A notebook or a script.")
    private Path file;

    @Option(names = "-p", paramLabel = "NAME=VALUE",
            description = "Gives a parameter that the notebook declares in its cell tagged \"parameters\"; repeatable.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--quick", description = "Same as -p quick=true, for notebooks that declare it.")
    private boolean quick;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where the executed notebook goes.")
    private Path output;

    @Option(names = "--html", paramLabel = "FILE", description = "Where the page goes.")
    private Path html;

    @Option(names = "--json", paramLabel = "FILE",
            description = "Writes the rows of the \"paper vs here\" tables: notebook, quantity, paper, here, spread, low, "
                    + "high, verdict, note.")
    private Path json;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "The longest that a cell may take (default: no limit).")
    private Double timeout;

    @Option(names = "--plots", paramLabel = "DIR", description = "For a script: where its plots go (default: NAME-plots).")
    private Path plots;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (timeout != null && !(timeout > 0)) {
            throw new IllegalArgumentException("--timeout = " + timeout + " s: give a number above 0");
        }
        String name = file.getFileName().toString();
        if (name.endsWith(".jsh") || name.endsWith(".jshell") || name.endsWith(".java")) {
            return script(name);
        }
        if (!name.endsWith(".ipynb")) {
            throw new IllegalArgumentException(file + " is neither a notebook (.ipynb) nor a script (.jsh)");
        }
        if (plots != null) {
            throw new IllegalArgumentException("--plots is for scripts; a notebook keeps its plots in itself");
        }
        return notebook(name.replaceFirst("\\.ipynb$", ""));
    }

    private int script(String name) throws IOException {
        if (!parameters.isEmpty() || quick || output != null || html != null || json != null || timeout != null) {
            throw new IllegalArgumentException("-p, --quick, --output, --html, --json and --timeout are for notebooks; "
                    + name + " is a script");
        }
        Path folder = plots != null ? plots
                : file.toAbsolutePath().resolveSibling(name.replaceFirst("\\.[^.]*$", "") + "-plots");
        return ScriptRun.run(file, folder, spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    @SuppressWarnings("try")
    private int notebook(String name) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Notebook notebook = Notebook.read(file);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path target = folder.resolve(".larmor/run");
        Path executed = output != null ? output : target.resolve(name + ".ipynb");
        Path page = html != null ? html : target.resolve(name + ".html");

        Duration limit = timeout == null ? null : Duration.ofMillis(Math.max(1, Math.round(1000 * timeout)));
        var runner = new NotebookRunner(KernelCommand.line(), limit);
        NotebookRunner.Result result;
        try (var watcher = new RunProgress(out); var ignored = Interrupts.handledBy(() -> interrupted(runner))) {
            result = runner.run(notebook, folder, NotebookRunner.parameters(notebook, parameters, quick), watcher);
        }
        notebook.write(executed);
        WholeFile.write(page, HtmlPage.of(notebook, folder));
        if (json != null) {
            WholeFile.write(json, Json.text(result.comparisons()));
        }
        result.failure().filter(failure -> !result.interrupted()).ifPresent(failure ->
                RunProgress.explain(file, failure, spec.commandLine().getErr()));
        out.println("notebook " + executed);
        out.println("page     " + page);
        if (json != null) {
            out.println("figures  " + json);
        }
        if (result.interrupted()) {
            spec.commandLine().getErr().println("larmor: interrupted");
            return INTERRUPTED;
        }
        return result.ok() ? 0 : 1;
    }

    private static void interrupted(NotebookRunner runner) {
        // On a thread of its own: asking the kernel may take a moment, and Java runs signal handlers one after the other.
        var asking = new Thread(runner::interrupt, "interrupt");
        asking.setDaemon(true);
        asking.start();
    }
}
