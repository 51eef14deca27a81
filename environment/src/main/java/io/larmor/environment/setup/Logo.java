package io.larmor.environment.setup;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** The logo as a bitmap: a moment that precesses about a field; {@code logo-svg.svg} is the same drawing. */
final class Logo {

    private static final Color AXIS = new Color(0x57606A);
    private static final Color ORBIT = new Color(0x1F6FEB);
    private static final Color MOMENT = new Color(0xE36209);

    private Logo() {
    }

    static void writePng(int size, OutputStream out) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / 64.0, size / 64.0);
        line(g, AXIS, 3, 32, 60, 32, 4);
        g.setColor(ORBIT);
        g.setStroke(new BasicStroke(4));
        g.draw(new Ellipse2D.Double(10, 13, 44, 16));
        line(g, MOMENT, 5, 32, 56, 49, 25);
        g.fill(arrowHead());
        g.dispose();
        ImageIO.write(image, "png", out);
    }

    private static void line(Graphics2D g, Color color, float width, double x1, double y1, double x2, double y2) {
        g.setColor(color);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static Path2D arrowHead() {
        var head = new Path2D.Double();
        head.moveTo(54, 15);
        head.lineTo(55, 30);
        head.lineTo(42, 23);
        head.closePath();
        return head;
    }
}
