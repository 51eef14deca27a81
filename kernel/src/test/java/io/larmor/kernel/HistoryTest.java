package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was run is remembered over sessions, for its user only. */
class HistoryTest {

    @TempDir
    Path folder;

    private static JsonNode ask(KernelClient kernel, ObjectNode request) {
        return kernel.request("shell", "history_request", request, TestKernel.LIMIT).path("history");
    }

    @Test
    void sessionsFollowEachOther() throws Exception {
        Path file = folder.resolve("deep").resolve("history.jsonl");
        Map<String, String> environment = Map.of("LARMOR_HISTORY", file.toString());
        try (KernelClient first = TestKernel.start(environment)) {
            TestKernel.run(first, "70+1");
            TestKernel.run(first, "71+1\n+2");
            assertEquals("[[1,2,[\"71+1\\n+2\",\"74\"]]]", ask(first, Json.object().put("hist_access_type", "tail")
                    .put("n", 1).put("output", true)).toString());
        }
        try (KernelClient second = TestKernel.start(environment)) {
            TestKernel.run(second, "5");
            assertEquals("[[1,2,\"71+1\\n+2\"]]", ask(second, Json.object().put("hist_access_type", "search")
                    .put("pattern", "71+1+?").put("n", 5)).toString(), "white space is no matter");
            assertEquals("[[1,2,\"71+1\\n+2\"]]", ask(second, Json.object().put("hist_access_type", "search")
                    .put("pattern", "71*").put("n", 5)).toString());
            assertEquals("[[2,1,\"5\"]]", ask(second, Json.object().put("hist_access_type", "range").put("session", 0)
                    .put("start", 1).put("stop", 9)).toString());
            assertEquals("[[1,1,\"70+1\"]]", ask(second, Json.object().put("hist_access_type", "range")
                    .put("session", -1).put("start", 1).put("stop", 2)).toString());
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertTrue(Files.size(file) > 0);
    }

    @Test
    void anOpenHistoryIsClosedToOthers() throws Exception {
        Path file = Files.writeString(folder.resolve("open.jsonl"), "");
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (KernelClient kernel = TestKernel.start(Map.of("LARMOR_HISTORY", file.toString()))) {
            TestKernel.run(kernel, "1");
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
