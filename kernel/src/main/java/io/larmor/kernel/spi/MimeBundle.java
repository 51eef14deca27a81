package io.larmor.kernel.spi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several forms. Keys are MIME types; values are strings, {@code byte[]} for images (sent as base64), or
 * JSON-like trees of maps, lists, numbers and strings for {@code +json} types. Metadata is keyed by MIME type, for
 * example {@code {"image/png": {"width": 640, "height": 400}}}.
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {

    public MimeBundle {
        data = Map.copyOf(data);
        metadata = Map.copyOf(metadata);
    }

    /** A bundle with only a text form. */
    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of("text/plain", text), Map.of());
    }

    /** A bundle of HTML with a text form beside it. */
    public static MimeBundle html(String html, String text) {
        return new MimeBundle(Map.of("text/html", html, "text/plain", text), Map.of());
    }

    /** This bundle with one more form. */
    public MimeBundle with(String mime, Object value) {
        var more = new LinkedHashMap<>(data);
        more.put(mime, value);
        return new MimeBundle(more, metadata);
    }
}
