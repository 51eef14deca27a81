package io.larmor.kernel.widget;

import io.larmor.kernel.display.Renderers;
import io.larmor.kernel.spi.MimeBundle;
import java.util.Base64;
import java.util.Map;

/** A picture that can change, sent as bytes: the cheapest way to show a plot that lives. */
public final class Picture implements Widget {

    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";

    private final Model model = Model.control("Image", "Image", null);
    private volatile byte[] bytes = {};

    Picture(Object shown) {
        show(shown);
    }

    /**
     * Shows another picture.
     *
     * @param next the bytes of a PNG or JPEG file, or anything that renders as a PNG: a plot, a BufferedImage
     */
    public Picture show(Object next) {
        bytes = next instanceof byte[] ready ? ready : rendered(next);
        model.put("format", isJpeg() ? "jpeg" : "png").put("value", bytes);
        return this;
    }

    private boolean isJpeg() {
        return bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8;
    }

    private static byte[] rendered(Object value) {
        Object png = Renderers.active().render(value).data().get(PNG);
        if (png instanceof byte[] bytes) {
            return bytes;
        }
        if (png instanceof String base64) {
            return Base64.getMimeDecoder().decode(base64);
        }
        throw new IllegalArgumentException("picture: " + (value == null ? "null" : value.getClass().getSimpleName())
                + " has no PNG form; give a plot, a BufferedImage or the bytes of a PNG file");
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public MimeBundle fallback() {
        return new MimeBundle(Map.of(isJpeg() ? JPEG : PNG, bytes, "text/plain", toString()), Map.of());
    }

    @Override
    public String toString() {
        return "picture (" + bytes.length + " bytes)";
    }
}
