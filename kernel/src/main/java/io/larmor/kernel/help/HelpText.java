package io.larmor.kernel.help;

import io.larmor.kernel.spi.Help;
import io.larmor.kernel.spi.MimeBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Help as text, HTML and Markdown. The HTML sets no colors, so that it reads on light and dark pages.
 *
 * @param signatures one line each; the argument being typed stands between two {@code «»}
 */
record HelpText(List<String> signatures, Help help, String more) {

    private static final String CODE = "<pre style=\"margin:0;white-space:pre-wrap\">";

    MimeBundle bundle() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", plain());
        data.put("text/html", html());
        data.put("text/markdown", markdown());
        return new MimeBundle(data, Map.of());
    }

    private String plain() {
        var lines = new ArrayList<>(signatures);
        if (!help.meaning().isEmpty()) {
            lines.add("");
            lines.add(indented(withoutTicks(help.meaning())));
        }
        if (!help.arguments().isEmpty()) {
            lines.add("");
            lines.addAll(table());
        }
        label(lines, "returns", withoutTicks(help.returns()));
        help.errors().forEach(error -> label(lines, "refuses", withoutTicks(error)));
        label(lines, "paper", help.source());
        label(lines, "example", help.example());
        label(lines, "see", more);
        return String.join("\n", lines);
    }

    private static void label(List<String> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add("");
            lines.add("    " + label + ": " + text.strip().replace("\n", "\n        "));
        }
    }

    private List<String> table() {
        var rows = rows();
        int[] widths = new int[columns().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream().map(row -> {
            var line = new StringBuilder("    ");
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(i == widths.length - 1 ? 0 : widths[i] - row.get(i).length() + 2));
            }
            return line.toString().stripTrailing();
        }).toList();
    }

    private record Column(String title, Function<Help.Argument, String> text) {
    }

    /** Only the columns that say something. */
    private List<Column> columns() {
        return List.of(new Column("name", Help.Argument::name), new Column("unit", Help.Argument::unit),
                new Column("range", Help.Argument::range), new Column("default", Help.Argument::standard),
                new Column("meaning", argument -> withoutTicks(argument.meaning()).replace('\n', ' '))).stream()
                .filter(column -> help.arguments().stream().anyMatch(a -> !column.text().apply(a).isEmpty())).toList();
    }

    /** The table with its titles, which are left out where the names and meanings are all there is. */
    private List<List<String>> rows() {
        List<Column> columns = columns();
        var rows = new ArrayList<List<String>>();
        if (columns.size() > 2) {
            rows.add(columns.stream().map(Column::title).toList());
        }
        help.arguments().forEach(argument -> rows.add(columns.stream().map(c -> c.text().apply(argument)).toList()));
        return rows;
    }

    private String html() {
        var html = new StringBuilder();
        html.append(CODE).append(signatures.stream().map(line -> escaped(line).replace("«", "<b>").replace("»", "</b>"))
                .collect(Collectors.joining("\n"))).append("</pre>");
        html.append(blocks(help.meaning()));
        if (!help.arguments().isEmpty()) {
            html.append("<table>");
            boolean titled = columns().size() > 2;
            for (List<String> row : rows()) {
                String cell = titled ? "th" : "td";
                html.append("<tr>").append(row.stream().map(text -> "<" + cell + " style=\"text-align:left;padding:1px 8px\">"
                        + escaped(text) + "</" + cell + ">").collect(Collectors.joining())).append("</tr>");
                titled = false;
            }
            html.append("</table>");
        }
        labelHtml(html, "Returns", inline(help.returns()));
        help.errors().forEach(error -> labelHtml(html, "Refuses", inline(error)));
        labelHtml(html, "Paper", escaped(help.source()));
        if (!help.example().isEmpty()) {
            html.append("<p><b>Example</b></p>").append(CODE).append(escaped(help.example())).append("</pre>");
        }
        if (!more.isEmpty()) {
            html.append("<p><a href=\"").append(escaped(more)).append("\" target=\"_blank\">full documentation</a></p>");
        }
        return html.toString();
    }

    private static void labelHtml(StringBuilder html, String label, String text) {
        if (!text.isEmpty()) {
            html.append("<p><b>").append(label).append("</b> ").append(text).append("</p>");
        }
    }

    private String markdown() {
        var text = new StringBuilder("```java\n" + String.join("\n", signatures).replaceAll("[«»]", "") + "\n```\n");
        text.append('\n').append(help.meaning()).append('\n');
        List<List<String>> rows = rows();
        if (!help.arguments().isEmpty()) {
            int width = columns().size();
            if (width <= 2) {
                rows.add(0, columns().stream().map(Column::title).toList());
            }
            rows.add(1, java.util.Collections.nCopies(width, "---"));
            text.append('\n');
            rows.forEach(row -> text.append("| ").append(row.stream().map(cell -> cell.replace("|", "\\|"))
                    .collect(Collectors.joining(" | "))).append(" |\n"));
        }
        labelMarkdown(text, "Returns", help.returns());
        help.errors().forEach(error -> labelMarkdown(text, "Refuses", error));
        labelMarkdown(text, "Paper", help.source());
        labelMarkdown(text, "Example", help.example().isEmpty() ? "" : "\n\n```java\n" + help.example() + "\n```");
        labelMarkdown(text, "See", more);
        return text.toString();
    }

    private static void labelMarkdown(StringBuilder markdown, String label, String text) {
        if (!text.isEmpty()) {
            markdown.append("\n**").append(label).append("** ").append(text).append('\n');
        }
    }

    /** Paragraphs, lists and blocks of code as HTML. */
    private static String blocks(String text) {
        var html = new StringBuilder();
        for (String part : text.split("\n\n")) {
            if (part.startsWith("```")) {
                html.append(CODE).append(escaped(part.replaceAll("```\\w*\n?", "").stripTrailing())).append("</pre>");
            } else if (!part.isBlank()) {
                html.append("<p>").append(inline(part).replace("\n- ", "<br>• ").replaceFirst("^- ", "• ")).append("</p>");
            }
        }
        return html.toString();
    }

    private static String inline(String text) {
        return escaped(text).replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    private static String withoutTicks(String text) {
        return text.replace("```\n", "").replace("\n```", "").replace("`", "");
    }

    private static String indented(String text) {
        return text.lines().map(line -> line.isBlank() ? "" : "    " + line).collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
