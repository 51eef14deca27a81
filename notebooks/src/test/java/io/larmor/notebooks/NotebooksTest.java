package io.larmor.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.environment.notebook.ComparisonRows;
import io.larmor.environment.notebook.HtmlPage;
import io.larmor.environment.notebook.Notebook;
import io.larmor.environment.notebook.NotebookRunner;
import io.larmor.environment.notebook.WholeFile;
import io.larmor.environment.setup.KernelCommand;
import io.larmor.environment.setup.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Executes every notebook, quickly where it knows how, and holds it to its own "paper vs here" table. */
class NotebooksTest {

    private static final String NOT_REPRODUCED = "What was not reproduced.";
    private static final Duration CELL_LIMIT = Duration.ofMinutes(5);
    private static final Pattern REAL = Pattern.compile("Real (recordings|spectra|images|signals)");

    @TestFactory
    Stream<DynamicTest> everyNotebookRunsAndAgreesWithItsPaper() throws IOException {
        return PaperNotebooks.committed().stream()
                .map(file -> DynamicTest.dynamicTest(Layout.home().relativize(file).toString(), () -> execute(file)));
    }

    /** What readers see without running it: the full run on the real recordings, every row inside its band. */
    @TestFactory
    Stream<DynamicTest> committedPapersAgree() throws IOException {
        return PaperNotebooks.committed().stream().filter(file -> file.startsWith(Layout.notebooks().resolve("papers")))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Notebook notebook = Notebook.read(file);
                    JsonNode rows = ComparisonRows.of(notebook);
                    assertTrue(!rows.isEmpty(), "committed without its outputs");
                    rows.forEach(row -> assertAgreesOrSaysWhyNot(notebook, row));
                    // Tasks that are generated have no real data.
                    String source = Files.readString(file);
                    boolean asksForData = Stream.of("spokenDigits(", "drones(", "mnist(", "gestures(").anyMatch(source::contains);
                    assertTrue(!asksForData || REAL.matcher(notebook.text()).find(), "made without the real data");
                }));
    }

    /** A row may differ from the paper only if the notebook's own text names it as not reproduced, and says why. */
    private static void assertAgreesOrSaysWhyNot(Notebook notebook, JsonNode row) {
        String text = notebook.text();
        int reasons = text.indexOf(NOT_REPRODUCED);
        boolean explained = row.path("verdict").asText().equals("differs")
                && reasons >= 0 && text.indexOf(row.path("quantity").asText(), reasons) >= 0;
        if (!explained) {
            assertEquals("agrees", row.path("verdict").asText(), () -> "outside its band: " + row);
        }
    }

    private static void execute(Path file) throws IOException, InterruptedException {
        Notebook notebook = Notebook.read(file);
        var runner = new NotebookRunner(KernelCommand.line(), CELL_LIMIT);
        NotebookRunner.Result result = runner.run(notebook, file.getParent(),
                NotebookRunner.parameters(notebook, Map.of(), true), new NotebookRunner.Watcher() { });
        // Kept for reading when a row below fails.
        Path page = Layout.notebooks().resolve("target/executed").resolve(notebook.name().replace(".ipynb", ".html"));
        WholeFile.write(page, HtmlPage.of(notebook, file.getParent()));

        result.failure().ifPresent(failure -> fail("cell " + failure.cell() + ":\n" + failure.source() + "\n"
                + String.join("\n", failure.traceback())));
        for (JsonNode row : result.comparisons()) {
            assertAgreesOrSaysWhyNot(notebook, row);
        }
        if (file.startsWith(Layout.notebooks().resolve("papers"))) {
            assertTrue(!result.comparisons().isEmpty(), "a paper's notebook without a \"paper vs here\" table");
        }
    }
}
