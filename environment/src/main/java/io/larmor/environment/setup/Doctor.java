package io.larmor.environment.setup;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at everything that Larmor stands on and says what to do about what is missing. */
public final class Doctor {

    private static final Duration QUESTION = Duration.ofSeconds(30);
    private static final long ENOUGH_MEMORY = 1L << 30;

    private Doctor() {
    }

    /** All checks, in the order in which things depend on each other. */
    public static List<Check> examine() {
        var checks = new ArrayList<Check>();
        checks.add(java());
        checks.add(compiler());
        checks.add(maven());
        checks.add(memory());
        checks.add(fonts());
        checks.add(python());
        Optional<Jupyter> lab = Jupyter.lab();
        checks.add(lab.map(found -> Check.ok("jupyter", "JupyterLab " + found.version() + ", " + found.program()))
                .orElseGet(() -> Jupyter.notebook()
                        .map(found -> Check.warn("jupyter", "only the classic notebook " + found.version(),
                                "environment/larmor lab brings JupyterLab 4 where pip can reach its index"))
                        .orElseGet(() -> Check.missing("jupyter", "no JupyterLab 4 on the PATH or in "
                                + Jupyter.environment(), "environment/larmor lab installs it there"))));
        lab.ifPresent(found -> checks.add(widgets(found)));
        checks.add(kernelspec());
        checks.add(StartupArchive.check());
        checks.add(data());
        return checks;
    }

    private static Check java() {
        String found = System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("java.home");
        return Runtime.version().feature() >= 17 ? Check.ok("java", found)
                : Check.missing("java", found, "install a JDK, version 17 or newer");
    }

    private static Check compiler() {
        boolean there = ModuleLayer.boot().findModule("jdk.jshell").isPresent();
        return there ? Check.ok("jdk", "jdk.jshell is there")
                : Check.missing("jdk", "a runtime without jdk.jshell", "install a full JDK (openjdk-17-jdk-headless)");
    }

    private static Check maven() {
        return Programs.find("mvn").map(program -> {
            var answer = Programs.run(QUESTION, List.of(program.toString(), "-v", "-B"));
            String version = answer.output().lines().findFirst().map(line -> line.replaceAll("\u001B\\[[0-9;]*m", ""))
                    .orElse("");
            return answer.ok() ? Check.ok("maven", version + ", " + program)
                    : Check.warn("maven", program + " does not run", "set JAVA_HOME to a JDK");
        }).orElseGet(() -> Check.warn("maven", "no mvn on the PATH", "needed to build after a change: install maven"));
    }

    private static Check memory() {
        long heap = Runtime.getRuntime().maxMemory();
        String found = heap / (1 << 20) + " MB of heap, " + Runtime.getRuntime().availableProcessors() + " processors";
        return heap >= ENOUGH_MEMORY ? Check.ok("memory", found)
                : Check.warn("memory", found, "large networks need more: set JDK_JAVA_OPTIONS=-Xmx4g");
    }

    private static Check fonts() {
        try {
            int count = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
            if (count > 0) {
                return Check.ok("fonts", count + " font families");
            }
        } catch (RuntimeException | LinkageError e) {
            return Check.missing("fonts", "Java cannot load fonts: " + e,
                    "plots need them: apt-get install fontconfig fonts-dejavu-core");
        }
        return Check.missing("fonts", "none", "plots need one: apt-get install fontconfig fonts-dejavu-core");
    }

    private static Check python() {
        return Programs.find("python3").map(program -> {
            var answer = Programs.run(QUESTION, List.of(program.toString(), "-c", "import venv, ensurepip"));
            return answer.ok() ? Check.ok("python", program.toString())
                    : Check.warn("python", program + " without venv", "to bring JupyterLab: apt-get install python3-venv");
        }).orElseGet(() -> Check.warn("python", "no python3 on the PATH",
                "only JupyterLab needs it; environment/larmor run does not"));
    }

    private static Check widgets(Jupyter lab) {
        Path packages = lab.program().resolveSibling("../share/jupyter/labextensions/@jupyter-widgets").normalize();
        boolean there = Files.isDirectory(packages)
                || Files.isDirectory(Layout.jupyterData().resolve("labextensions/@jupyter-widgets"))
                || Programs.run(QUESTION, List.of(lab.program().toString(), "labextension", "list"))
                        .output().contains("@jupyter-widgets/jupyterlab-manager");
        return there ? Check.ok("widgets", "ipywidgets' front end is there")
                : Check.warn("widgets", "JupyterLab has no ipywidgets",
                        "sliders show as text without it: pip install 'ipywidgets>=8' beside " + lab.program());
    }

    private static Check kernelspec() {
        Path folder = Layout.jupyterData().resolve("kernels").resolve(Kernelspec.NAME);
        return Kernelspec.fault(folder)
                .map(fault -> Check.missing("kernelspec", fault, "environment/larmor install"))
                .orElseGet(() -> Check.ok("kernelspec", folder.toString()));
    }

    private static Check data() {
        String named = System.getenv("LARMOR_DATA");
        if (named == null || named.isEmpty()) {
            return Check.warn("data", "LARMOR_DATA is not set", "data sets come from their offline twins; set it to"
                    + " a folder that holds the real ones");
        }
        Path folder = Path.of(named);
        if (!Files.isDirectory(folder)) {
            return Check.missing("data", "LARMOR_DATA = " + folder + " is no folder", "set it to one that exists");
        }
        try (Stream<Path> sets = Files.list(folder)) {
            List<String> names = sets.map(set -> set.getFileName().toString()).filter(name -> !name.startsWith("."))
                    .sorted().toList();
            return names.isEmpty() ? Check.warn("data", folder + " is empty", "put data sets there")
                    : Check.ok("data", folder + ": " + String.join(", ", names));
        } catch (IOException e) {
            return Check.warn("data", folder + " cannot be read", "check its permissions");
        }
    }
}
