package io.larmor.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.larmor.environment.setup.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Widgets in a real JupyterLab with ipywidgets' extension, moved by a user's keys. */
@Tag("jupyter")
class WidgetLabTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Layout.notebooks().resolve("target/screenshots");
    private static final String HANDLES = "document.querySelectorAll('.widget-slider .noUi-handle')";
    private static final String NOTEBOOK = """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "larmor", "display_name": "Larmor",
              "language": "java"}}, "cells": [
             {"id": "a", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source":
              "var draws = new java.util.concurrent.atomic.AtomicInteger();\\nvar field = slider(\\"field (mT)\\", 0, 10).value(2).step(1);\\nvar bar = progressBar(\\"seen\\", 0, 10);\\nvbox(field, bar, dropdown(\\"device\\", \\"disk\\", \\"vortex\\"), hbox(checkbox(\\"noise\\", true), button(\\"Go\\")))"},
             {"id": "b", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source":
              "interact(intSlider(\\"waves\\", 1, 5).value(2), logSlider(\\"damping\\", 0.01, 1), (n, a) -> {\\n    var xs = IntStream.range(0, 200).mapToDouble(i -> i / 20.0).toArray();\\n    System.out.println(\\"waves = \\" + n);\\n    return Plot.line(Quantity.of(\\"time\\"), xs, Quantity.of(\\"m_x\\"), Arrays.stream(xs).map(x -> Math.exp(-a * x) * Math.cos(n * x)).toArray());\\n})"},
             {"id": "c", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source":
              "double last = 0;\\nwhile ((last = field.value()) < 5) { bar.value(last); Thread.onSpinWait(); }\\n\\"saw \\" + last"},
             {"id": "d", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source":
              "interact(field, f -> \\"draw \\" + draws.incrementAndGet() + \\" at \\" + f)"}
            ]}
            """;

    @TempDir
    static Path temporary;
    private static LabServer server;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(temporary.resolve("notebooks"));
        Files.writeString(folder.resolve("widgets.ipynb"), NOTEBOOK);
        server = LabServer.start(folder);
    }

    @AfterAll
    static void close() throws IOException, InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    private static void press(LabPage page, int slider, Keys key, int times) {
        for (int i = 0; i < times; i++) {
            page.focus(HANDLES + "[" + slider + "]");
            page.type(key);
        }
    }

    @Test
    void aSliderActsDuringARunAndStaysAfterReload() throws IOException, InterruptedException {
        try (LabPage page = LabPage.open(server.page("widgets.ipynb"), temporary.resolve("profile"), SCREENSHOTS)) {
            page.runAll();
            page.await(LIMIT, "return " + HANDLES + ".length >= 3;");
            page.await(LIMIT, "return document.querySelectorAll('.jp-OutputArea-output img').length === 1;");
            page.await(LIMIT, "return document.querySelectorAll('.jp-InputPrompt')[2].textContent.includes('*');");
            page.screenshot("widgets-running");

            // the third cell runs until the first slider is at 5
            press(page, 0, Keys.ARROW_RIGHT, 3);
            page.await(LIMIT, "return Array.from(document.querySelectorAll('.jp-OutputArea-executeResult pre'))"
                    + ".some(output => output.textContent.includes('saw 5.0'));");
            page.awaitIdle(LIMIT);
            page.screenshot("widgets-moved");

            press(page, 1, Keys.ARROW_RIGHT, 2);
            page.await(LIMIT, "return document.body.textContent.includes('waves = 4');");
            page.screenshot("widgets-interact");
            assertEquals(1, page.pictures(), "the newest plot alone");

            // run again, the cell's old result is gone and costs nothing any more
            page.show(3);
            page.command("notebook:run-cell");
            page.awaitIdle(LIMIT);
            press(page, 0, Keys.ARROW_RIGHT, 1);
            page.await(LIMIT, "return document.body.textContent.includes('draw 3 at 6.0');");
            Thread.sleep(500);
            page.screenshot("widgets-again");
            page.await(LIMIT, "return document.body.textContent.includes('draw 3 at 6.0');");

            page.command("docmanager:save");
            page.reload();
            page.await(LIMIT, "return " + HANDLES + ".length >= 3;");
            page.await(LIMIT, "return document.querySelectorAll('.widget-readout')[0].textContent === '6.00'"
                    + " && document.querySelectorAll('.widget-readout')[1].textContent === '4';");
            page.screenshot("widgets-reloaded");
            press(page, 1, Keys.ARROW_LEFT, 1);
            page.await(LIMIT, "return document.body.textContent.includes('waves = 3');");
        }
    }
}
