package io.larmor.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Looks at pictures. */
final class Pixels {

    final BufferedImage image;

    Pixels(byte[] png) {
        try {
            image = ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pixels of(Picture picture) {
        return new Pixels(picture.png());
    }

    /** The middle {x, y} of all pixels nearly of this color in a part of the picture, as fractions of its size; {NaN, NaN} for none. */
    double[] middle(Color color, double fromX, double toX) {
        double sumX = 0;
        double sumY = 0;
        long n = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = (int) (fromX * image.getWidth()); x < toX * image.getWidth(); x++) {
                if (distance(new Color(image.getRGB(x, y)), color) < 12) {
                    sumX += x;
                    sumY += y;
                    n++;
                }
            }
        }
        return new double[] {sumX / n / image.getWidth(), sumY / n / image.getHeight()};
    }

    /** The highest pixel of this color, as a fraction of the height from the top; 1 for none. */
    double top(Color color) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (distance(new Color(image.getRGB(x, y)), color) < 40) {
                    return (double) y / image.getHeight();
                }
            }
        }
        return 1;
    }

    Color corner() {
        return new Color(image.getRGB(2, 2));
    }

    static double distance(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
    }

    /** The contrast of two colors as accessibility guidelines define it, 1 to 21. */
    static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
