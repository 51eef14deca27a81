package io.larmor.kernel.magic;

import io.larmor.kernel.spi.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Cells that are no Java but a text to show. */
final class Forms {

    private static final Map<String, String> MIMES = Map.of("html", "text/html", "markdown", "text/markdown",
            "latex", "text/latex", "svg", "image/svg+xml", "javascript", "application/javascript");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Forms() {
    }

    static List<Builtin> all() {
        return MIMES.keySet().stream().map(name -> new Builtin(name, "%%" + name + " and its text below",
                "shows the cell as " + title(name), typed -> List.of(), (arguments, body) -> show(name, arguments, body)))
                .toList();
    }

    private static String title(String name) {
        return switch (name) {
            case "html", "svg" -> name.toUpperCase(java.util.Locale.ROOT);
            case "latex" -> "LaTeX";
            case "javascript" -> "JavaScript";
            default -> "Markdown";
        };
    }

    private static Object show(String name, String arguments, String body) {
        if (body == null) {
            throw new IllegalArgumentException("%%" + name + " takes a whole cell");
        }
        Builtin.none("%%" + name, arguments);
        String text = name.equals("html") ? TAG.matcher(body).replaceAll("").strip() : body.strip();
        return new MimeBundle(Map.of(MIMES.get(name), body, "text/plain", text), Map.of());
    }
}
