package io.larmor.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A notebook in a real browser: what a user does to it and sees of it. */
final class LabPage implements AutoCloseable {

    private static final String NOTEBOOK = "const notebook = window.jupyterapp.shell.currentWidget.content;";

    private final ChromeDriver browser;
    private final Path screenshots;

    private LabPage(ChromeDriver browser, Path screenshots) {
        this.browser = browser;
        this.screenshots = screenshots;
    }

    static LabPage open(String address, Path profile, Path screenshots) {
        var options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--user-data-dir=" + profile, "--window-size=1400,1100");
        String chromium = System.getProperty("larmor.chromium", "/usr/bin/chromium");
        String driver = System.getProperty("larmor.chromedriver", "/usr/bin/chromedriver");
        options.setBinary(chromium);
        var service = new ChromeDriverService.Builder().usingDriverExecutable(Path.of(driver).toFile()).build();
        var page = new LabPage(new ChromeDriver(service, options), screenshots);
        page.browser.get(address);
        page.awaitReady();
        return page;
    }

    private void awaitReady() {
        await(Duration.ofSeconds(120), "return !!(window.jupyterapp && jupyterapp.shell.currentWidget"
                + " && jupyterapp.shell.currentWidget.content && jupyterapp.shell.currentWidget.content.model"
                + " && jupyterapp.shell.currentWidget.sessionContext.isReady"
                + " && jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle');");
    }

    /** Loads the page again, as a user does with F5. */
    void reload() {
        browser.navigate().refresh();
        awaitReady();
    }

    /** Puts the keyboard's focus on what an expression gives. */
    void focus(String element) {
        browser.executeScript(element + ".focus();");
    }

    /** Waits until a script returns true. */
    void await(Duration limit, String script) {
        await(limit, () -> Boolean.TRUE.equals(browser.executeScript(script)), script);
    }

    private void await(Duration limit, BooleanSupplier condition, String what) {
        long until = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting: " + what, e);
            }
        }
    }

    /** Runs one of JupyterLab's commands. */
    void command(String name) {
        browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "window.jupyterapp.commands.execute(arguments[0]).then(() => done(), error => done(String(error)));", name);
    }

    /** Starts all cells, as the Run menu does. */
    void runAll() {
        browser.executeScript("window.jupyterapp.commands.execute('runmenu:run-all');");
    }

    /** Waits until all cells have run: none waits and the kernel rests. */
    void awaitIdle(Duration limit) {
        await(limit, NOTEBOOK + "return Array.from(notebook.model.cells).every(cell => cell.type !== 'code'"
                + " || cell.sharedModel.getSource().trim() === '' || cell.executionCount !== null && cell.executionState !== 'running')"
                + " && window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
                + " && !Array.from(document.querySelectorAll('.jp-InputPrompt')).some(p => p.textContent.includes('*'));");
    }

    /** The outputs of all cells but those that may fail, as the notebook file would have them. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> outputs() {
        return (List<Map<String, Object>>) browser.executeScript(NOTEBOOK
                + "return notebook.model.toJSON().cells"
                + ".filter(cell => !(cell.metadata.tags || []).includes('raises-exception'))"
                + ".flatMap(cell => cell.outputs || []);");
    }

    /** How many pictures the browser has drawn, with a size. */
    long pictures() {
        return (Long) browser.executeScript("return Array.from(document.querySelectorAll('.jp-OutputArea-output img'))"
                + ".filter(image => image.naturalWidth > 0).length;");
    }

    /** Adds a cell at the end and puts the cursor into it. */
    void newCell() {
        browser.executeScript(NOTEBOOK + "notebook.activeCellIndex = notebook.widgets.length - 1;");
        command("notebook:insert-cell-below");
        command("notebook:enter-edit-mode");
        await(Duration.ofSeconds(10), NOTEBOOK + "return notebook.activeCell.editor.hasFocus();");
    }

    /** Presses keys, wherever the cursor is. */
    void type(CharSequence... keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    /** Presses a key together with Shift. */
    void shift(Keys key) {
        new Actions(browser).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
    }

    /**
     * Asks for completion until a word is offered or stands there. JupyterLab gives the kernel a second to answer, which
     * the very first question may need more than on a busy machine.
     */
    void completeUntil(String word) {
        String offered = NOTEBOOK + "const list = document.querySelector('.jp-Completer:not(.lm-mod-hidden)');"
                + "return notebook.activeCell.model.sharedModel.getSource().startsWith('" + word + "')"
                + " || !!list && list.textContent.includes('" + word + "');";
        for (int attempt = 1; ; attempt++) {
            type(Keys.TAB);
            try {
                await(Duration.ofSeconds(5), offered);
                return;
            } catch (AssertionError e) {
                if (attempt == 6) {
                    throw e;
                }
            }
        }
    }

    /** The text of the first visible element, empty when there is none. */
    String visible(String selector) {
        return browser.findElements(By.cssSelector(selector)).stream().filter(element -> element.isDisplayed())
                .map(element -> element.getText()).findFirst().orElse("");
    }

    /** Waits until an element is visible and has text. */
    String awaitVisible(String selector) {
        await(Duration.ofSeconds(30), () -> !visible(selector).isBlank(), selector + " visible");
        return visible(selector);
    }

    /** Keeps what the browser shows. */
    void screenshot(String name) throws IOException {
        Files.createDirectories(screenshots);
        Files.write(screenshots.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    /** Scrolls the notebook to one of its cells. */
    void show(int cell) throws InterruptedException {
        browser.executeScript(NOTEBOOK + "notebook.activeCellIndex = arguments[0]; notebook.scrollToItem(arguments[0], 'start');", cell);
        Thread.sleep(700);
    }

    @Override
    public void close() {
        browser.quit();
    }
}
