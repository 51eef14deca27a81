package io.larmor.environment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.environment.notebook.Json;
import io.larmor.environment.setup.KernelCommand;
import io.larmor.kernel.spi.KernelClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommentsTest {

    @TempDir
    Path folder;

    @Test
    void askingForAWordOfTheLibraryExplainsIt() throws IOException {
        Duration limit = Duration.ofSeconds(60);
        try (var kernel = KernelClient.launch(KernelCommand.line(), folder, Map.of(), limit)) {
            String text = kernel.request("shell", "inspect_request",
                    Json.object().put("code", "mT(").put("cursor_pos", 3).put("detail_level", 0), limit)
                    .path("data").path("text/plain").asText();
            assertTrue(text.contains("mT(double") && text.lines().count() > 1, text);
        }
    }
}
