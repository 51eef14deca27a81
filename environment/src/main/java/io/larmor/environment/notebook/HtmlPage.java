package io.larmor.environment.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A notebook as one HTML page that stands alone: no script, style sheet, font or picture is fetched from anywhere, and it
 * follows the reader's light or dark setting.
 */
public final class HtmlPage {

    private static final String STYLE = style();
    private static final List<String> FORMS = List.of("text/html", "text/markdown", "text/latex", "image/svg+xml",
            "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain");
    private static final Pattern DOLLARS = Pattern.compile("^\\$+|\\$+$");

    private final Notebook notebook;
    private final Markdown markdown;

    private HtmlPage(Notebook notebook, Path folder) {
        this.notebook = notebook;
        this.markdown = new Markdown(folder);
    }

    /** The page; pictures that the notebook's prose names are looked for in the folder. */
    public static String of(Notebook notebook, Path folder) {
        return new HtmlPage(notebook, folder).page();
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page() {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
                .append(Highlight.escape(notebook.title())).append("</title>\n<style>\n").append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        for (Cell cell : notebook.cells()) {
            if (cell.isMarkdown()) {
                html.append("<div class=\"md\">\n").append(markdown.html(cell.source(), cell.json().path("attachments")))
                        .append("</div>\n");
            } else if (cell.isCode()) {
                code(cell, html);
            } else {
                html.append("<pre>").append(Highlight.escape(cell.source())).append("</pre>\n");
            }
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private void code(Cell cell, StringBuilder html) {
        if (cell.source().isBlank() && cell.outputs().isEmpty()) {
            return;
        }
        html.append("<div class=\"cell\">\n");
        JsonNode count = cell.json().path("execution_count");
        if (count.isInt()) {
            html.append("<span class=\"count\">").append(count.asInt()).append("</span>");
        }
        html.append("<pre class=\"in\"><code>").append(Highlight.java(cell.source())).append("</code></pre>\n");
        cell.outputs().forEach(output -> html.append(output(output)));
        html.append("</div>\n");
    }

    private String output(JsonNode output) {
        return switch (output.path("output_type").asText()) {
            case "stream" -> "<div class=\"out " + Highlight.escape(output.path("name").asText()) + "\"><pre>"
                    + Highlight.terminal(Json.joined(output.path("text"))) + "</pre></div>\n";
            case "error" -> "<div class=\"out error\"><pre>" + Highlight.terminal(error(output)) + "</pre></div>\n";
            default -> FORMS.stream().filter(output.path("data")::has).findFirst()
                    .map(mime -> "<div class=\"out\">" + form(mime, Json.joined(output.path("data").path(mime)),
                            output.path("metadata").path(mime)) + "</div>\n")
                    .orElse("");
        };
    }

    private static String error(JsonNode output) {
        var lines = new ArrayList<String>();
        output.path("traceback").forEach(line -> lines.add(line.asText()));
        return lines.isEmpty() ? output.path("ename").asText() + ": " + output.path("evalue").asText()
                : String.join("\n", lines);
    }

    private String form(String mime, String value, JsonNode metadata) {
        return switch (mime) {
            case "text/html" -> value;
            case "text/markdown" -> "<div class=\"md\">" + markdown.html(value, Json.object()) + "</div>";
            case "text/latex" -> MathMl.of(DOLLARS.matcher(value.strip()).replaceAll(""), true);
            case "text/plain" -> "<pre>" + Highlight.terminal(value) + "</pre>";
            case "image/svg+xml" -> image(mime, Base64.getEncoder().encodeToString(
                    value.getBytes(StandardCharsets.UTF_8)), metadata);
            default -> image(mime, value.replaceAll("\\s", ""), metadata);
        };
    }

    private static String image(String mime, String base64, JsonNode metadata) {
        String size = metadata.path("width").isNumber() ? " width=\"" + metadata.path("width").asInt() + "\"" : "";
        return "<img alt=\"\"" + size + " src=\"data:" + mime + ";base64," + base64 + "\">";
    }
}
