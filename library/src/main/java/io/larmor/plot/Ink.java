package io.larmor.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Text as outlines, so that a saved picture looks the same on a machine without its fonts. */
final class Ink {

    static final Font TITLE = font(Font.BOLD, 14);
    static final Font LABEL = font(Font.PLAIN, 12.5f);
    static final Font TICK = font(Font.PLAIN, 11);
    static final Font SMALL = font(Font.PLAIN, 10.5f);

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Ink() {
    }

    private static Font font(int style, float size) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont(size);
    }

    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    static double widest(List<String> texts, Font font) {
        return texts.stream().mapToDouble(text -> width(text, font)).max().orElse(0);
    }

    /** The font, made smaller where the text would be wider than the room, down to 7 points. */
    static Font fitting(Font font, String text, double room) {
        double width = width(text, font);
        return width <= room ? font : font.deriveFont((float) Math.max(7, font.getSize2D() * room / width));
    }

    /** The text, cut and ended with three dots where it is wider than the room. */
    static String cut(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 1 && width(text.substring(0, length) + "\u2026", font) > room) {
            length--;
        }
        return text.substring(0, length).strip() + "\u2026";
    }

    /** Height of a line of text. */
    static double line(Font font) {
        return font.getSize2D() * 1.3;
    }

    /**
     * Draws one line of text.
     *
     * @param anchor the part of the text that lies at x: 0 its start, 0.5 its middle, 1 its end
     * @param y the middle of the digits' height
     * @param angle counterclockwise, in degrees, about (x, y)
     */
    static void draw(Graphics2D g, String text, Font font, Color color, double x, double y, double anchor, double angle) {
        if (text.isBlank()) {
            return;
        }
        Shape outline = font.createGlyphVector(CONTEXT, text).getOutline();
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.toRadians(angle));
        // Digits are about 0.73 of the font size high.
        g.translate(-anchor * width(text, font), 0.365 * font.getSize2D());
        g.setColor(color);
        g.fill(outline);
        g.setTransform(before);
    }

    static void draw(Graphics2D g, String text, Font font, Color color, double x, double y, double anchor) {
        draw(g, text, font, color, x, y, anchor, 0);
    }

    /** Breaks a text at spaces into lines that fit the room; a word wider than the room keeps its own line. */
    static List<String> wrap(String text, Font font, double room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && width(line + " " + word, font) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
