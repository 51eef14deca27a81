package io.larmor.environment.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.environment.notebook.Json;
import io.larmor.environment.notebook.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kernel's registration with Jupyter: a folder {@code kernels/larmor} with {@code kernel.json} and the logo. */
public final class Kernelspec {

    /** The kernel's name, by which notebooks ask for it. */
    public static final String NAME = "larmor";

    private Kernelspec() {
    }

    /** The content of {@code kernel.json}. */
    static ObjectNode content(List<String> command) {
        ObjectNode spec = Json.object();
        command.forEach(spec.putArray("argv")::add);
        spec.put("display_name", "Larmor");
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.putObject("env");
        spec.putObject("metadata").put("debugger", false);
        return spec;
    }

    /** Writes the registration below a Jupyter data folder and returns its own folder. */
    public static Path install(Path dataFolder) throws IOException {
        return install(dataFolder, KernelCommand.line());
    }

    /**
     * As above, with a command of the caller's.
     *
     * @param command what starts the kernel
     */
    public static Path install(Path dataFolder, List<String> command) throws IOException {
        Path folder = dataFolder.resolve("kernels").resolve(NAME).toAbsolutePath().normalize();
        for (String logo : List.of("logo-svg.svg", "logo-64x64.png", "logo-32x32.png")) {
            WholeFile.write(folder.resolve(logo), logo(logo));
        }
        WholeFile.write(folder.resolve("kernel.json"), Json.text(content(command)));
        return folder;
    }

    private static byte[] logo(String file) throws IOException {
        if (file.endsWith(".svg")) {
            try (InputStream svg = Kernelspec.class.getResourceAsStream(file)) {
                return svg.readAllBytes();
            }
        }
        var png = new ByteArrayOutputStream();
        Logo.writePng(Integer.parseInt(file.replaceAll("\\D.*?(\\d+)x.*", "$1")), png);
        return png.toByteArray();
    }

    /** What is wrong with a registration; empty when it is there and all files that it names exist. */
    static Optional<String> fault(Path folder) {
        Path file = folder.resolve("kernel.json");
        if (!Files.isRegularFile(file)) {
            return Optional.of("not registered in " + folder.getParent().getParent());
        }
        List<String> argv = new ArrayList<>();
        try {
            for (JsonNode word : Json.parse(Files.readString(file)).path("argv")) {
                argv.add(word.asText());
            }
        } catch (JsonProcessingException e) {
            return Optional.of(file + " is not JSON");
        } catch (IOException e) {
            return Optional.of(file + " cannot be read");
        }
        if (argv.isEmpty() || !Files.isExecutable(Path.of(argv.get(0)))) {
            return Optional.of(file + " starts " + (argv.isEmpty() ? "nothing" : argv.get(0)) + ", which is not there");
        }
        int classPath = argv.indexOf("-cp") + 1;
        if (classPath > 0 && classPath < argv.size()) {
            String first = argv.get(classPath).split(":")[0].replaceFirst("/\\*$", "");
            if (!Files.exists(Path.of(first))) {
                return Optional.of(file + " points to " + first + ", which is not there");
            }
        }
        return Optional.empty();
    }
}
