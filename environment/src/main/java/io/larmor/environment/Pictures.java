package io.larmor.environment;

import io.larmor.kernel.spi.KernelContext;
import io.larmor.kernel.spi.MimeBundle;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How the values of libraries that know no notebook are shown: XChart's charts, Tablesaw's tables. */
final class Pictures {

    private static final int HEAD = 20;
    private static final int TAIL = 5;
    /** Pixels for each unit of a chart's size, so that it is sharp on screens of double density. */
    private static final int DENSITY = 2;

    private Pictures() {
    }

    static void register(KernelContext context) {
        context.renderer(Chart.class, Pictures::chart);
        context.renderer(Table.class, Pictures::table);
    }

    static MimeBundle chart(Chart<?, ?> chart) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        var image = new BufferedImage(DENSITY * width, DENSITY * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(DENSITY, DENSITY);
        chart.paint(g, width, height);
        g.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String title = chart.getTitle() == null ? "" : " " + chart.getTitle();
        return new MimeBundle(Map.of("image/png", png.toByteArray(), "text/plain", "chart" + title),
                Map.of("image/png", Map.of("width", width, "height", height)));
    }

    static MimeBundle table(Table table) {
        var html = new StringBuilder("<table><thead><tr>");
        table.columns().forEach(column -> html.append("<th style=\"text-align:right\">").append(escape(column.name()))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        int rows = table.rowCount();
        boolean cut = rows > HEAD + TAIL;
        for (int row = 0; row < rows; row++) {
            if (cut && row == HEAD) {
                html.append("<tr><td style=\"text-align:center\" colspan=\"").append(table.columnCount()).append("\">… ")
                        .append(rows - HEAD - TAIL).append(" more rows …</td></tr>");
                row = rows - TAIL;
            }
            html.append("<tr>");
            for (Column<?> column : table.columns()) {
                html.append("<td style=\"text-align:right\">").append(escape(column.getString(row))).append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table><div style=\"color:gray;font-size:90%\">").append(escape(table.name())).append(": ")
                .append(rows).append(" rows, ").append(table.columnCount()).append(" columns</div>");
        return MimeBundle.html(html.toString(), table.print(HEAD + TAIL));
    }

    private static String escape(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
