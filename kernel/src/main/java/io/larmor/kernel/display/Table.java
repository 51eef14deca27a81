package io.larmor.kernel.display;

import io.larmor.kernel.spi.MimeBundle;
import java.util.List;

/** Rows of text as an HTML table and as aligned columns. */
public final class Table {

    private Table() {
    }

    /** The table; every row is as long as the head. */
    public static MimeBundle of(List<String> head, List<List<String>> rows) {
        int[] widths = new int[head.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(head.get(i).length(), rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
        }
        var text = new StringBuilder();
        var html = new StringBuilder("<table><thead><tr>");
        line(text, head, widths);
        head.forEach(name -> html.append("<th style=\"text-align:left\">").append(escaped(name)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            line(text, row, widths);
            html.append("<tr>");
            row.forEach(cell -> html.append("<td style=\"text-align:left\">").append(escaped(cell)).append("</td>"));
            html.append("</tr>");
        }
        return MimeBundle.html(html.append("</tbody></table>").toString(), text.toString().stripTrailing());
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(cells.get(i));
            text.append(i + 1 < cells.size() ? " ".repeat(widths[i] - cells.get(i).length() + 2) : "\n");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
