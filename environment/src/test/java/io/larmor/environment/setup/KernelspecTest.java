package io.larmor.environment.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.environment.notebook.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelspecTest {

    @TempDir
    Path folder;

    @Test
    void itSaysWhatJupyterAsksFor() throws IOException {
        Path installed = Kernelspec.install(folder);
        assertEquals(folder.resolve("kernels/larmor"), installed);
        JsonNode spec = Json.parse(Files.readString(installed.resolve("kernel.json")));
        assertEquals("Larmor", spec.path("display_name").asText());
        assertEquals("java", spec.path("language").asText());
        assertEquals("message", spec.path("interrupt_mode").asText());
        List<String> argv = words(spec.path("argv"));
        assertTrue(Path.of(argv.get(0)).isAbsolute() && Files.isExecutable(Path.of(argv.get(0))), argv.toString());
        assertEquals("{connection_file}", argv.get(argv.size() - 1));
        assertTrue(argv.contains(KernelCommand.MAIN));
        assertTrue(argv.contains("--add-modules=jdk.incubator.vector"), "a JDK has the module: " + argv);
    }

    private static List<String> words(JsonNode array) {
        var words = new ArrayList<String>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    @Test
    void theLogosHaveTheSizesOfTheirNames() throws IOException {
        Path installed = Kernelspec.install(folder);
        for (int size : new int[] {32, 64}) {
            var image = ImageIO.read(installed.resolve("logo-" + size + "x" + size + ".png").toFile());
            assertEquals(size, image.getWidth());
            assertEquals(size, image.getHeight());
        }
        assertTrue(Files.readString(installed.resolve("logo-svg.svg")).startsWith("<svg"));
    }

    @Test
    void aRegistrationThatPointsNowhereIsFound() throws IOException {
        Path kernels = folder.resolve("kernels/larmor");
        assertTrue(Kernelspec.fault(kernels).orElseThrow().contains("not registered"));
        String java = KernelCommand.java().toString();
        Kernelspec.install(folder, List.of(java, "-cp", folder + "/*", "Main"));
        assertTrue(Kernelspec.fault(kernels).isEmpty());
        Kernelspec.install(folder, List.of(java, "-cp", folder + "/gone/*", "Main"));
        assertTrue(Kernelspec.fault(kernels).orElseThrow().contains(folder + "/gone, which is not there"));
        Kernelspec.install(folder, List.of(folder + "/java", "Main"));
        assertTrue(Kernelspec.fault(kernels).orElseThrow().contains("/java, which is not there"));
        Files.writeString(kernels.resolve("kernel.json"), "{");
        assertTrue(Kernelspec.fault(kernels).orElseThrow().contains("not JSON"));
    }
}
