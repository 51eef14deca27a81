package io.larmor.environment.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown with tables and TeX formulas as HTML that refers to nothing outside itself: pictures beside the notebook and
 * attached ones are put inline, and one that lies elsewhere becomes its description.
 */
final class Markdown {

    private static final Pattern MATH = Pattern.compile(
            "(?<code>```.*?(?:```|\\z)|`[^`\\n]+`)|\\$\\$(?<block>.+?)\\$\\$"
            + "|(?<![\\\\$\\w])\\$(?<inline>[^\\s$](?:[^$\\n]*[^\\s$\\\\])?)\\$(?!\\d)", Pattern.DOTALL);
    private static final Map<String, String> PICTURES = Map.of("png", "image/png", "jpg", "image/jpeg",
            "jpeg", "image/jpeg", "gif", "image/gif", "svg", "image/svg+xml", "webp", "image/webp");
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private final Path folder;

    /** For a notebook that lies in this folder. */
    Markdown(Path folder) {
        this.folder = folder;
    }

    /** The HTML of a text whose cell has these attachments (a missing node for none). */
    String html(String markdown, JsonNode attachments) {
        var formulas = new ArrayList<String>();
        Node document = PARSER.parse(withoutFormulas(markdown, formulas));
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                inline(image, attachments);
            }
        });
        String html = RENDERER.render(document);
        for (int i = 0; i < formulas.size(); i++) {
            html = html.replace(mark(i), formulas.get(i));
        }
        return html;
    }

    /** Formulas are set aside: Markdown would read their underscores and backslashes as its own. */
    private static String withoutFormulas(String markdown, List<String> formulas) {
        var text = new StringBuilder();
        Matcher found = MATH.matcher(markdown);
        int end = 0;
        while (found.find()) {
            text.append(markdown, end, found.start());
            end = found.end();
            if (found.group("code") != null) {
                text.append(found.group());
            } else {
                boolean block = found.group("block") != null;
                text.append(mark(formulas.size()));
                formulas.add(MathMl.of(block ? found.group("block") : found.group("inline"), block));
            }
        }
        return text.append(markdown.substring(end)).toString();
    }

    private static String mark(int formula) {
        return "\uE000" + formula + "\uE001";
    }

    private void inline(Image image, JsonNode attachments) {
        String source = image.getDestination();
        if (source.startsWith("data:")) {
            return;
        }
        Optional<String> data = source.startsWith("attachment:")
                ? attached(attachments.path(source.substring("attachment:".length())))
                : beside(source);
        if (data.isPresent()) {
            image.setDestination(data.get());
            return;
        }
        if (image.getFirstChild() == null) {
            image.insertBefore(new Text(source));
        }
        while (image.getFirstChild() != null) {
            image.insertBefore(image.getFirstChild());
        }
        image.unlink();
    }

    private static Optional<String> attached(JsonNode forms) {
        return forms.properties().stream().findFirst()
                .map(form -> "data:" + form.getKey() + ";base64," + Json.joined(form.getValue()).replaceAll("\\s", ""));
    }

    private Optional<String> beside(String source) {
        String ending = source.substring(source.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (source.contains(":") || !PICTURES.containsKey(ending)) {
            return Optional.empty();
        }
        try {
            byte[] picture = Files.readAllBytes(folder.resolve(source));
            return Optional.of("data:" + PICTURES.get(ending) + ";base64," + Base64.getEncoder().encodeToString(picture));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
