package io.larmor.kernel.display;

import io.larmor.kernel.spi.MimeBundle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Images as PNG. */
final class Images {

    private Images() {
    }

    static MimeBundle png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("no PNG form for an image of type " + image.getType());
        }
        String text = "BufferedImage " + image.getWidth() + " x " + image.getHeight();
        return new MimeBundle(Map.of("image/png", bytes.toByteArray(), "text/plain", text),
                Map.of("image/png", Map.of("width", image.getWidth(), "height", image.getHeight())));
    }
}
