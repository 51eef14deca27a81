package io.larmor.plot;

import java.awt.Graphics2D;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Anything that can be drawn on a page of a stated size: a {@link Plot}, a {@link Drawing}, several of them in a row. It
 * shows itself in a notebook and saves itself as PNG or SVG.
 */
public interface Picture {

    /** The width on the page, in pixels of 1/96 inch. */
    int width();

    /** The height on the page, in pixels of 1/96 inch. */
    int height();

    /** Draws the picture, its background included, with its upper left corner at the origin. */
    void paint(Graphics2D g);

    /** The picture in words, for terminals and for readers who cannot see it. */
    String text();

    /** The picture as PNG with two image pixels for each pixel of the page. */
    default byte[] png() {
        return Images.png(this);
    }

    /** The picture as an SVG document. */
    default String svg() {
        return Images.svg(this);
    }

    /** Writes the picture to a file: {@code .png} or {@code .svg}. Missing folders are made; a file is written whole or not. */
    default Path save(String file) {
        return Images.save(this, file);
    }

    /** What a notebook shows: {@code image/png} as bytes, and {@code text/plain}. */
    default Map<String, Object> mimeBundle() {
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("image/png", png());
        bundle.put("text/plain", text());
        return bundle;
    }

    /** The size on the page, without which a notebook would show the picture at twice its size. */
    default Map<String, Object> mimeMetadata() {
        return Map.of("image/png", Map.of("width", width(), "height", height()));
    }
}
