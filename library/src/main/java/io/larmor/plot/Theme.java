package io.larmor.plot;

import java.awt.Color;
import java.util.List;

/**
 * The colors of pictures. Series take the Okabe-Ito colors, which people with any color vision can tell apart, in the
 * order that contrasts best with the background. {@code Theme.dark()} sets the whole session; {@code plot.dark()} one plot.
 */
public enum Theme {

    /** Dark ink on white; the default. */
    LIGHT(0xFFFFFF, 0x1A1A1A, 0x5F6368, 0xE3E5E8, List.of(0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x4D4D4D)),

    /** Light ink on a dark page, for dark notebooks. */
    DARK(0x16181C, 0xE8EAED, 0xA0A6AD, 0x343840, List.of(0x56B4E9, 0xE69F00, 0x2EC79B, 0xE29AC4, 0xF0E442, 0xF0783C, 0xD0D0D0));

    private static volatile Theme current = LIGHT;

    private final Color background;
    private final Color ink;
    private final Color muted;
    private final Color grid;
    private final List<Color> series;

    Theme(int background, int ink, int muted, int grid, List<Integer> series) {
        this.background = new Color(background);
        this.ink = new Color(ink);
        this.muted = new Color(muted);
        this.grid = new Color(grid);
        this.series = series.stream().map(Color::new).toList();
    }

    /** Makes every picture dark from now on, those that name their own theme excepted. */
    public static void dark() {
        current = DARK;
    }

    /** Makes every picture light from now on, those that name their own theme excepted. */
    public static void light() {
        current = LIGHT;
    }

    /** The theme of the session. */
    public static Theme current() {
        return current;
    }

    Color background() {
        return background;
    }

    Color ink() {
        return ink;
    }

    Color muted() {
        return muted;
    }

    Color grid() {
        return grid;
    }

    /** The color of the n-th series; they repeat after seven, with another dash and marker. */
    Color series(int n) {
        return series.get(n % series.size());
    }
}
