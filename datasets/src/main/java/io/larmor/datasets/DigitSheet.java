package io.larmor.datasets;

import io.larmor.plot.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Some images of each class on one sheet: a row a class, ink dark on light paper.
 *
 * @param rows of an image
 * @param columns of an image
 * @param images class x image: values of 0 (paper) to 1 (ink), row by row
 * @param name what they are, for those who cannot see them
 */
record DigitSheet(int rows, int columns, float[][][] images, String name) implements Picture {

    /** The size of an image and the gap between two, in pixels of the page. */
    private static final int SIZE = 28;
    private static final int GAP = 3;
    /** Seen on light pages and on dark ones. */
    private static final Color FRAME = new Color(0xC8CCD2);

    @Override
    public int width() {
        int most = 1;
        for (float[][] row : images) {
            most = Math.max(most, row.length);
        }
        return GAP + most * (SIZE + GAP);
    }

    @Override
    public int height() {
        return GAP + images.length * (SIZE + GAP);
    }

    @Override
    public void paint(Graphics2D g) {
        g.setColor(FRAME);
        g.fillRect(0, 0, width(), height());
        // Pixels are the data: they are shown as squares, not smoothed into something that was never there.
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        for (int c = 0; c < images.length; c++) {
            for (int i = 0; i < images[c].length; i++) {
                g.drawImage(image(images[c][i]), GAP + i * (SIZE + GAP), GAP + c * (SIZE + GAP), SIZE, SIZE, null);
            }
        }
    }

    private BufferedImage image(float[] values) {
        var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int p = 0; p < values.length; p++) {
            int gray = Math.round(255 * (1 - values[p]));
            image.setRGB(p % columns, p / columns, new Color(gray, gray, gray).getRGB());
        }
        return image;
    }

    @Override
    public String text() {
        int count = 0;
        for (float[][] row : images) {
            count += row.length;
        }
        return count + " images, " + name + ", one row for each class";
    }

    @Override
    public String toString() {
        return text();
    }
}
