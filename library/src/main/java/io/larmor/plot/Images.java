package io.larmor.plot;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.CommandSequence;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as bytes, text and files. */
final class Images {

    /** Image pixels for each pixel of the page. */
    static final int DENSITY = 2;

    /** Deflates as far as it goes: pictures are written once and stay in notebooks, where a dense curve shrinks by a quarter. */
    private static final float COMPRESSION_QUALITY = 0;

    private static final Pattern LONG_NUMBER = Pattern.compile("matrix\\([^)]*\\)|base64,[^\"]*|(\\d+\\.\\d{3,})(?![\\deE])");

    private Images() {
    }

    static byte[] png(Picture picture) {
        return png(picture.width(), picture.height(), picture::paint);
    }

    /** Draws at double density on a page of the given size. */
    static byte[] png(int width, int height, Consumer<Graphics2D> paint) {
        var image = new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(DENSITY, DENSITY);
            smooth(g);
            paint.accept(g);
        } finally {
            g.dispose();
        }
        return encode(image);
    }

    static String svg(Picture picture) {
        var g = new VectorGraphics2D();
        smooth(g);
        picture.paint(g);
        CommandSequence commands = g.getCommands();
        Document document = new SVGProcessor().getDocument(commands, new PageSize(picture.width(), picture.height()));
        var out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rounded(out.toString(StandardCharsets.UTF_8));
    }

    /** The document with coordinates to a hundredth of a pixel, which halves it; matrices keep their digits. */
    private static String rounded(String svg) {
        return LONG_NUMBER.matcher(svg).replaceAll(match -> match.group(1) == null ? match.group()
                : BigDecimal.valueOf(Double.parseDouble(match.group(1))).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
    }

    static Path save(Picture picture, String file) {
        String name = file.toLowerCase(Locale.ROOT);
        byte[] bytes;
        if (name.endsWith(".png")) {
            bytes = picture.png();
        } else if (name.endsWith(".svg")) {
            bytes = picture.svg().getBytes(StandardCharsets.UTF_8);
        } else {
            throw new IllegalArgumentException("save(\"" + file + "\"): pictures are saved as .png or .svg; end the name with one of them");
        }
        Path target = Path.of(file).toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            // Not a temporary file of the system's: that would be readable by its owner only.
            Path whole = target.resolveSibling("." + target.getFileName() + "." + Long.toHexString(System.nanoTime()));
            try {
                Files.write(whole, bytes);
                Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("save(\"" + file + "\"): cannot write " + target, e);
        }
        return Path.of(file);
    }

    private static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    private static byte[] encode(BufferedImage image) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        ImageWriter writer = writers.next();
        var out = new ByteArrayOutputStream(1 << 16);
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(COMPRESSION_QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
