package io.larmor.plot;

import java.awt.Color;

/** Colors for numbers: lightness runs evenly with the value, so that the map also reads in gray. */
enum ColorMap {

    /** Dark violet over green to yellow, for amounts. */
    SEQUENTIAL {
        @Override
        int at(double t) {
            double lightness = 0.20 + 0.74 * t;
            double hue = Math.toRadians(300 - 195 * Math.pow(t, 1.15));
            // Less color in the middle, where a screen has no stronger teal to give.
            double chroma = 0.12 - 0.03 * Math.sin(Math.PI * t) + 0.04 * t * t * t;
            return fromOklab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
        }
    },

    /** Blue over near white to red, for signed values. */
    DIVERGING {
        @Override
        int at(double t) {
            double signed = 2 * t - 1;
            double strength = Math.abs(signed);
            double lightness = 0.97 - 0.50 * Math.pow(strength, 1.1);
            double chroma = 0.17 * Math.pow(strength, 0.85);
            double hue = Math.toRadians(signed < 0 ? 255 : 30);
            return fromOklab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
        }
    },

    /** White to deep blue, for counts that are read one by one. */
    SHADES {
        @Override
        int at(double t) {
            double lightness = 0.985 - 0.60 * t;
            double chroma = 0.13 * Math.pow(t, 0.8);
            double hue = Math.toRadians(250);
            return fromOklab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
        }
    },

    /** The dark page's {@link #SHADES}: dark to bright blue. */
    GLOW {
        @Override
        int at(double t) {
            double chroma = 0.015 + 0.115 * Math.pow(t, 0.8);
            double hue = Math.toRadians(250);
            return fromOklab(0.25 + 0.57 * t, chroma * Math.cos(hue), chroma * Math.sin(hue));
        }
    };

    private static final int STEPS = 256;
    private final int[] table = new int[STEPS];

    ColorMap() {
        for (int i = 0; i < STEPS; i++) {
            table[i] = at(i / (STEPS - 1.0));
        }
    }

    /** The color (RGB) at a place from 0 to 1. */
    abstract int at(double t);

    /** The map that does on a page of this theme what this one does on a light page. */
    ColorMap on(Theme theme) {
        return this == SHADES && theme == Theme.DARK ? GLOW : this;
    }

    /** The color (RGB) at a place from 0 to 1, places outside taken to the nearer end. */
    int rgb(double t) {
        return table[(int) Math.round(Math.max(0, Math.min(1, t)) * (STEPS - 1))];
    }

    /** Black or white, whichever can be read on the color. */
    static Color readableOn(int rgb) {
        double light = 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        // Equal contrast against black and white, by the ratio (L1 + 0.05) / (L2 + 0.05).
        return light > Math.sqrt(1.05 * 0.05) - 0.05 ? Color.BLACK : Color.WHITE;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** From Oklab (B. Ottosson 2020), whose lightness is even to the eye, to RGB. */
    static int fromOklab(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return red << 16 | green << 8 | blue;
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static int channel(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.max(0, Math.min(1, c)));
    }
}
