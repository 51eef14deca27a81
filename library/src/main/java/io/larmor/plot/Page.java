package io.larmor.plot;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * What a result shows: a line of text first, then tables and pictures. Immutable; each method returns a longer page.
 *
 * <pre>{@code
 * return Page.of("accuracy 98.7 % ± 0.4 %").table(folds).picture(confusion).mimeBundle();
 * }</pre>
 */
public final class Page {

    private final List<String> html;
    private final List<String> text;
    private final Map<String, Object> more;

    private Page(List<String> html, List<String> text, Map<String, Object> more) {
        this.html = html;
        this.text = text;
        this.more = more;
    }

    /** A page that starts with a line of plain text, the answer in one sentence. */
    public static Page of(String line) {
        return new Page(List.of(), List.of(), Map.of()).line(line);
    }

    /** Adds a line of plain text. */
    public Page line(String line) {
        return block("<p style=\"margin:4px 0;\">" + Tables.escape(line) + "</p>", line);
    }

    /** Adds a table. */
    public Page table(Table table) {
        return block(Tables.html(table), Tables.text(table));
    }

    /** Adds a table with cells that look as stated. */
    public Page table(Table table, Tables.Look look) {
        return block(Tables.html(table, look), Tables.text(table));
    }

    /** Adds a plot, a drawing, or several side by side. */
    public Page picture(Picture picture) {
        String png = Base64.getEncoder().encodeToString(picture.png());
        String image = "<img src=\"data:image/png;base64," + png + "\" width=\"" + picture.width() + "\" height=\""
                + picture.height() + "\" alt=\"" + Tables.escape(picture.text().lines().findFirst().orElse("")) + "\">";
        return block("<div style=\"margin:6px 0;\">" + image + "</div>", picture.text());
    }

    /** Adds a block in HTML (inline styles only, already escaped) and in text. */
    public Page block(String html, String text) {
        var longerHtml = new ArrayList<>(this.html);
        longerHtml.add(html);
        var longerText = new ArrayList<>(this.text);
        longerText.add(text);
        return new Page(List.copyOf(longerHtml), List.copyOf(longerText), more);
    }

    /** Adds a form for programs, for example a tree of maps and lists under {@code application/vnd.larmor.score+json}. */
    public Page with(String mime, Object value) {
        var longer = new LinkedHashMap<>(more);
        longer.put(mime, value);
        return new Page(html, text, longer);
    }

    /** What a notebook shows: {@code text/html}, {@code text/plain}, and the forms for programs. */
    public Map<String, Object> mimeBundle() {
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("text/html", String.join("\n", html));
        bundle.put("text/plain", text());
        bundle.putAll(more);
        return bundle;
    }

    /** The page as text. */
    public String text() {
        return String.join("\n", text);
    }

    @Override
    public String toString() {
        return text();
    }
}
