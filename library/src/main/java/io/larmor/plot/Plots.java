package io.larmor.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/** Several pictures as one. */
public final class Plots {

    private Plots() {
    }

    /** Pictures side by side, drawn as one picture as high as the highest of them. */
    public static Picture row(Picture... panels) {
        if (panels.length == 0) {
            throw new IllegalArgumentException("Plots.row: no pictures; give at least one");
        }
        return new Row(List.of(panels));
    }

    /** Pictures side by side. */
    public record Row(List<Picture> panels) implements Picture {

        public Row {
            panels = List.copyOf(panels);
        }

        @Override
        public int width() {
            return panels.stream().mapToInt(Picture::width).sum();
        }

        @Override
        public int height() {
            return panels.stream().mapToInt(Picture::height).max().orElse(0);
        }

        @Override
        public void paint(Graphics2D g) {
            g.setColor(Theme.current().background());
            g.fill(new Rectangle2D.Double(0, 0, width(), height()));
            AffineTransform before = g.getTransform();
            for (Picture panel : panels) {
                panel.paint(g);
                g.translate(panel.width(), 0);
            }
            g.setTransform(before);
        }

        @Override
        public String text() {
            return panels.stream().map(Picture::text).collect(Collectors.joining("\n\n"));
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
