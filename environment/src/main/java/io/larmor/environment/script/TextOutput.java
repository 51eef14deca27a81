package io.larmor.environment.script;

import io.larmor.environment.notebook.WholeFile;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.spi.ScriptShell;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Shows results as text and saves pictures as files {@code plot-1.png}, {@code plot-2.png} ... of a folder. */
final class TextOutput implements ScriptShell.Output {

    private static final Pattern EMBEDDED = Pattern.compile("<img src=\"data:image/png;base64,([^\"]+)\"");

    private final PrintWriter out;
    private final PrintWriter err;
    private final Path plots;
    private final List<String> failure = new ArrayList<>();
    private int plotCount;

    TextOutput(PrintWriter out, PrintWriter err, Path plots) {
        this.out = out;
        this.err = err;
        this.plots = plots;
    }

    /** The description of the last error, and forgets it. */
    List<String> takeFailure() {
        var taken = List.copyOf(failure);
        failure.clear();
        return taken;
    }

    @Override
    public void stream(String name, String text) {
        PrintWriter to = name.equals("stderr") ? err : out;
        to.print(text);
        to.flush();
    }

    @Override
    public void display(MimeBundle bundle, String displayIdOrNull, boolean update) {
        if (!update) {
            show(bundle);
        }
    }

    @Override
    public void result(MimeBundle bundle, int count) {
        show(bundle);
    }

    private void show(MimeBundle bundle) {
        if (bundle.data().get("text/plain") instanceof String text && !text.isBlank()) {
            out.println(text.stripTrailing());
        }
        if (bundle.data().get("image/png") instanceof byte[] png) {
            save(png);
        } else if (bundle.data().get("text/html") instanceof String page) {
            // A result's page carries its pictures inside.
            EMBEDDED.matcher(page).results().forEach(image -> save(Base64.getDecoder().decode(image.group(1))));
        }
        out.flush();
    }

    private void save(byte[] png) {
        Path file = plots.resolve("plot-" + ++plotCount + ".png");
        try {
            WholeFile.write(file, png);
            out.println("plot saved as " + file);
        } catch (IOException e) {
            err.println("plot not saved: " + e);
        }
    }

    @Override
    public void error(String name, String value, List<String> traceback) {
        failure.clear();
        String headline = value == null || value.isBlank() ? name : name + ": " + value;
        failure.add(headline);
        traceback.stream().flatMap(String::lines).map(line -> line.replaceAll("\u001B\\[[0-9;]*m", ""))
                .filter(line -> !line.equals(headline)).forEach(failure::add);
    }

    @Override
    public void clear(boolean wait) {
        // What a terminal or a file has been given stays.
    }
}
