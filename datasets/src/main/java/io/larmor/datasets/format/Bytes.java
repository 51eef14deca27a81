package io.larmor.datasets.format;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of files, all of them or none. */
public final class Bytes {

    static final String FETCH_AGAIN = "fetch it again";

    /** No published set that is read here is larger; more is no data set but a mistake or an attack. */
    private static final int MOST = 1 << 28;

    private Bytes() {
    }

    /** A file as it is. */
    static byte[] of(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BrokenFileException(file, "does not exist", "check the name");
        } catch (IOException e) {
            throw new BrokenFileException(file, "cannot be read (" + e.getMessage() + ")", "check its permissions");
        }
    }

    /** A file, unpacked if its first bytes (not its name) say that it is gzipped; one that holds nothing is refused. */
    public static byte[] unpacked(Path file) {
        byte[] bytes = of(file);
        if (bytes.length >= 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            bytes = unpacked(bytes, file);
        }
        if (bytes.length == 0) {
            throw new BrokenFileException(file, "is empty", FETCH_AGAIN);
        }
        return bytes;
    }

    private static byte[] unpacked(byte[] packed, Path file) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new BrokenFileException(file, "unpacks to more than " + (MOST >> 20) + " MiB", "check that it is the right file");
            }
            return bytes;
        } catch (EOFException e) {
            throw new BrokenFileException(file, "is cut off: its gzip stream ends early", FETCH_AGAIN);
        } catch (IOException e) {
            throw new BrokenFileException(file, "is damaged: it does not unpack (" + e.getMessage() + ")", FETCH_AGAIN);
        }
    }
}
