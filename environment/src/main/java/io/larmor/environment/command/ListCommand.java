package io.larmor.environment.command;

import io.larmor.environment.Terminal;
import io.larmor.environment.notebook.Notebook;
import io.larmor.environment.setup.Layout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the notebooks. */
@Command(name = "list", description = "Lists the notebooks, with title and first sentence.", mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {

    private static final int WIDTH = 100;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> files = notebooks(Layout.notebooks());
        if (files.isEmpty()) {
            out.println("no notebooks in " + Layout.notebooks());
        }
        int width = Terminal.isLive() ? Terminal.columns() : WIDTH;
        for (Path file : files) {
            Notebook notebook = Notebook.read(file);
            out.println(Layout.home().relativize(file) + "  " + notebook.title());
            if (!notebook.summary().isEmpty()) {
                out.println("    " + Terminal.fit(notebook.summary(), width - 4));
            }
        }
        return 0;
    }

    /** The notebook files below a folder, without copies that Jupyter or we made, in alphabetical order. */
    public static List<Path> notebooks(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> Stream.of("target", ".larmor", ".ipynb_checkpoints")
                            .noneMatch(skipped -> folder.relativize(file).toString().contains(skipped + "/")))
                    .sorted().toList();
        }
    }
}
