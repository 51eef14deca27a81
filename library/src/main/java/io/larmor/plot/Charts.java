package io.larmor.plot;

import java.awt.Graphics2D;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts that users make with XChart themselves, as notebooks show them: at double density, in the size they state. */
public final class Charts {

    private Charts() {
    }

    /** The chart as PNG with two image pixels for each pixel of its size. */
    public static byte[] png(Chart<?, ?> chart) {
        return picture(chart).png();
    }

    /** What a notebook shows: {@code image/png} and {@code text/plain}. */
    public static Map<String, Object> mimeBundle(Chart<?, ?> chart) {
        return picture(chart).mimeBundle();
    }

    /** The chart's size on the page. */
    public static Map<String, Object> mimeMetadata(Chart<?, ?> chart) {
        return picture(chart).mimeMetadata();
    }

    /** The chart as a picture, to save it or to set it beside others. */
    public static Picture picture(Chart<?, ?> chart) {
        return new Wrapped(chart);
    }

    private record Wrapped(Chart<?, ?> chart) implements Picture {

        @Override
        public int width() {
            return chart.getWidth();
        }

        @Override
        public int height() {
            return chart.getHeight();
        }

        @Override
        public void paint(Graphics2D g) {
            chart.paint(g, width(), height());
        }

        @Override
        public String text() {
            String title = chart.getTitle() == null || chart.getTitle().isBlank() ? "" : ": " + chart.getTitle();
            return chart.getClass().getSimpleName() + title + ", " + chart.getSeriesCollection().size() + " series";
        }
    }
}
