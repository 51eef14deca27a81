package io.larmor.environment;

import java.util.Locale;

/** The terminal that this program writes to, as the launcher saw it. */
public final class Terminal {

    private Terminal() {
    }

    /** Its width in characters; 0 when the output is no terminal. */
    public static int columns() {
        return Integer.getInteger("larmor.columns", 0);
    }

    /** Whether lines can be rewritten in place. */
    public static boolean isLive() {
        return columns() > 0;
    }

    /** A text cut to a width, with an ellipsis where something was left out. */
    public static String fit(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }

    /** A span of time for people: {@code 0.4 s}, {@code 12 s}, {@code 3 min 05 s}, {@code 2 h 10 min}. */
    public static String duration(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600 ? String.format("%d min %02d s", whole / 60, whole % 60)
                : String.format("%d h %02d min", whole / 3600, whole % 3600 / 60);
    }
}
