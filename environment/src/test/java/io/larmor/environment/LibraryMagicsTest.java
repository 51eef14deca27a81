package io.larmor.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.environment.setup.KernelCommand;
import io.larmor.kernel.spi.KernelClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The magics and pictures that know the library, in a kernel. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryMagicsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private KernelClient kernel;

    @BeforeAll
    void start() throws IOException {
        kernel = KernelClient.launch(KernelCommand.line(), folder, Map.of("LARMOR_HISTORY", "off", "LARMOR_DATA", ""), LIMIT);
    }

    @AfterAll
    void stop() {
        kernel.close();
    }

    /** The forms of a cell's result, or its error's traceback as text. */
    private JsonNode run(String code) throws InterruptedException {
        List<JsonNode> shown = new ArrayList<>();
        kernel.execute(code, (type, content, metadata) -> {
            if (type.equals("execute_result")) {
                shown.add(content.path("data"));
            } else if (type.equals("error")) {
                shown.add(content.path("traceback"));
            }
        }, LIMIT);
        return shown.isEmpty() ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : shown.get(0);
    }

    private String text(String code) throws InterruptedException {
        return run(code).path("text/plain").asText();
    }

    @Test
    void theSeedIsShownAndSet() throws Exception {
        assertEquals("seed 2017", text("seed(2017);\n%seed"));
        assertEquals("seed 42", text("%seed 42"));
        assertEquals("42", text("Seed.sessionNumber()"));
        assertTrue(run("%seed x").toString().contains("usage: %seed [NUMBER]"));
        run("seed(2017)");
    }

    @Test
    void whatWasUsedIsCited() throws Exception {
        run("io.larmor.cite.Citations.clear()");
        assertEquals("nothing that rests on a paper was used until now", text("stno();\n%cite"));
        run("reservoir(stno()).encode(mask(8).every(ns(100))).readout(ridge(1e-6)).score(sineSquare(8))");
        JsonNode cited = run("%cite");
        String bibtex = cited.path("text/plain").asText();
        for (String key : List.of("slavin2009", "torrejon2017", "appeltant2011", "hoerl1970", "salmon2011")) {
            assertTrue(bibtex.contains("{" + key + ","), key + " is not in\n" + bibtex);
        }
        assertFalse(bibtex.contains("glasberg") || bibtex.contains("fsdd"), bibtex);
        assertTrue(bibtex.contains("doi       = {10.1038/nature23011}"), bibtex);
        assertTrue(cited.path("text/html").asText().contains(">sineSquare, stno</td>"), cited.toString());
        run("spokenDigits().twin().takes(0, 1).cochleagram(4)");
        String more = text("%cite");
        assertTrue(more.contains("{klatt1980,") && more.contains("{glasberg1990,"), more);
        assertEquals("7 entries written to refs.bib", text("%cite > refs.bib"));
        assertEquals(more + "\n", Files.readString(folder.resolve("refs.bib")));
        assertTrue(run("%cite > refs.txt").toString().contains("usage: %cite"));
    }

    @Test
    void dataSetsAreListedWithTheirCards() throws Exception {
        String list = text("%data");
        assertTrue(list.contains("LARMOR_DATA is not set") && list.contains("LDC user agreement")
                && list.contains("to get it: Zohar Jackson") && list.contains("generated twin"), list);
        assertTrue(text("%data twin").contains("Klatt"));
        assertTrue(run("%data nonsense").toString().contains("ti46_synth"));
    }

    @Test
    void chartsAndTablesHaveATextForm() throws Exception {
        JsonNode chart = run("var chart = new org.knowm.xchart.XYChartBuilder().width(300).height(200).title(\"Decay\").build();\n"
                + "chart.addSeries(\"a\", new double[] {1, 2}, new double[] {3, 4});\nchart");
        assertTrue(chart.has("image/png") && !chart.path("text/plain").asText().isBlank(), chart.toString());
        JsonNode table = run("Table.create(\"long\", DoubleColumn.create(\"x\", linspace(0, 1, 1000)))");
        assertTrue(table.path("text/plain").asText().contains("975 of 1000 rows left out")
                && table.path("text/html").asText().contains("975 of 1000 rows left out"), table.toString());
    }

    @Test
    void theyCompleteAndListThemselves() throws Exception {
        String help = text("%help");
        for (String name : List.of("%seed [NUMBER]", "%cite [> FILE.bib]", "%data [SET]")) {
            assertTrue(help.contains(name), help);
        }
        JsonNode matches = kernel.request("shell", "complete_request", io.larmor.environment.notebook.Json.object()
                .put("code", "%see").put("cursor_pos", 4), LIMIT).path("matches");
        assertEquals("[\"%seed\"]", matches.toString());
    }
}
