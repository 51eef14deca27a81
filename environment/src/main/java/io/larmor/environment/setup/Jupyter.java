package io.larmor.environment.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Jupyter that this machine has, or that we bring.
 *
 * @param program the program {@code jupyter}
 * @param interfaceName {@code lab}, or {@code notebook} for the classic one
 * @param version its version
 */
public record Jupyter(Path program, String interfaceName, String version) {

    private static final Duration QUESTION = Duration.ofSeconds(60);
    private static final Duration DOWNLOAD = Duration.ofMinutes(10);
    private static final Pattern VERSION = Pattern.compile("(?m)^(\\d+)\\.\\d+\\S*\\s*$");
    private static final String SETTINGS = """
            {
              "@jupyterlab/apputils-extension:notification": {
                "checkForUpdates": false,
                "fetchNews": "false"
              }
            }
            """;

    /** The private Python environment that is made where there is no Jupyter. */
    static Path environment() {
        return Layout.cache().resolve("venv");
    }

    /** A JupyterLab of version 4 or newer: the one on the PATH, else our own. */
    public static Optional<Jupyter> lab() {
        return Programs.find("jupyter").flatMap(program -> probe(program, "lab", 4))
                .or(Jupyter::ownLab);
    }

    private static Optional<Jupyter> ownLab() {
        Path own = environment().resolve("bin/jupyter");
        return Files.isExecutable(own) ? probe(own, "lab", 4) : Optional.empty();
    }

    /** The classic notebook on the PATH. */
    static Optional<Jupyter> notebook() {
        return Programs.find("jupyter").flatMap(program -> probe(program, "notebook", 6));
    }

    private static Optional<Jupyter> probe(Path program, String interfaceName, int least) {
        var answer = Programs.run(QUESTION, List.of(program.toString(), interfaceName, "--version"));
        Matcher version = VERSION.matcher(answer.output());
        return answer.ok() && version.find() && Integer.parseInt(version.group(1)) >= least
                ? Optional.of(new Jupyter(program, interfaceName, version.group().strip())) : Optional.empty();
    }

    /**
     * Finds one or brings one: JupyterLab, ipywidgets and the console by pip into {@link #environment}, else Debian's classic notebook.
     *
     * @param say is told what is done, as lines for people
     * @return empty when nothing can be brought; what to install has then been said
     */
    public static Optional<Jupyter> obtain(Consumer<String> say) {
        return lab().or(() -> makeEnvironment(say)).or(Jupyter::notebook).or(() -> debian(say)).or(() -> {
            say.accept("no Jupyter here and none can be brought. Install it: python3 -m pip install jupyterlab ipywidgets");
            say.accept("Without Jupyter: environment/larmor run NOTEBOOK.ipynb writes the executed notebook and a page of it.");
            return Optional.empty();
        });
    }

    private static Optional<Jupyter> makeEnvironment(Consumer<String> say) {
        Optional<Path> python = Programs.find("python3");
        if (python.isEmpty()) {
            return Optional.empty();
        }
        Path folder = environment();
        say.accept("no JupyterLab found; installing JupyterLab 4, ipywidgets 8 and the console into " + folder + " (once) ...");
        var made = Programs.run(DOWNLOAD, List.of(python.get().toString(), "-m", "venv", "--clear", folder.toString()));
        if (!made.ok()) {
            say.accept("python3 -m venv failed: " + lastLine(made.output()));
            return Optional.empty();
        }
        var installed = Programs.run(DOWNLOAD, List.of(folder.resolve("bin/python").toString(), "-m", "pip", "install",
                "--quiet", "--disable-pip-version-check", "--retries", "0", "--timeout", "15",
                "jupyterlab>=4,<5", "ipywidgets>=8,<9", "jupyter-console>=6,<7"));
        if (!installed.ok()) {
            say.accept("pip could not bring them: " + lastLine(installed.output()));
            return Optional.empty();
        }
        try {
            // Our own JupyterLab asks nobody for news; one that the user installed keeps the user's settings.
            Path settings = folder.resolve("share/jupyter/lab/settings/overrides.json");
            Files.createDirectories(settings.getParent());
            Files.writeString(settings, SETTINGS);
        } catch (IOException e) {
            say.accept("JupyterLab's settings could not be written: " + e.getMessage());
        }
        return ownLab();
    }

    private static Optional<Jupyter> debian(Consumer<String> say) {
        if (Programs.find("apt-get").isEmpty()) {
            return Optional.empty();
        }
        var install = new ArrayList<String>();
        if (!isRoot()) {
            if (Programs.find("sudo").isEmpty() || !Programs.run(QUESTION, List.of("sudo", "-n", "true")).ok()) {
                return Optional.empty();
            }
            install.addAll(List.of("sudo", "-n"));
        }
        say.accept("installing the classic notebook by apt-get ...");
        install.addAll(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "-o", "Acquire::Retries=0",
                "jupyter-notebook", "jupyter-core"));
        var installed = Programs.run(DOWNLOAD, install);
        if (!installed.ok()) {
            say.accept("apt-get could not bring it: " + lastLine(installed.output()));
        }
        return installed.ok() ? notebook() : Optional.empty();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (before, line) -> line.strip());
    }

    /** The command that opens a folder of notebooks; what the user adds comes last and so has the last word. */
    public List<String> command(Path folder, List<String> more) {
        var command = new ArrayList<String>(List.of(program.toString(), interfaceName));
        boolean ownFolder = more.stream().anyMatch(word -> word.contains("root_dir") || word.contains("notebook-dir")
                || word.contains("notebook_dir"));
        if (!ownFolder) {
            command.add("--notebook-dir=" + folder);
        }
        command.add("--MultiKernelManager.default_kernel_name=" + Kernelspec.NAME);
        if (isRoot() && !more.contains("--allow-root")) {
            command.add("--allow-root");
        }
        command.addAll(more);
        return command;
    }
}
