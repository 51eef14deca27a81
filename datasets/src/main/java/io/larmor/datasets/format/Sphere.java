package io.larmor.datasets.format;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * NIST SPHERE, the format of TI-46: a text header whose length the second line states, then samples. Read are 16-bit PCM
 * of one channel in either byte order; mu-law and Shorten-compressed files are refused.
 */
public final class Sphere {

    /** The first line of every file. */
    static final String MARK = "NIST_1A";

    private static final String CONVERT = "convert it with NIST's w_decode -o pcm, or with sox";
    /** The first two lines, 8 bytes each, hold the mark and the header's length. */
    private static final int MARKS = 16;

    private Sphere() {
    }

    /**
     * The fields of a file's header: name and value.
     *
     * @throws BrokenFileException if it is no SPHERE file or its header is cut off
     */
    public static Map<String, String> header(Path file) {
        byte[] bytes = Bytes.of(file);
        if (!Sound.begins(bytes, MARK)) {
            throw new BrokenFileException(file, "is no SPHERE file", Sound.FETCH_AGAIN);
        }
        return fields(bytes, headerSize(bytes, file), file);
    }

    /** Reads a file's bytes; the path is only for errors. */
    static Sound decode(byte[] bytes, Path file) {
        int size = headerSize(bytes, file);
        Map<String, String> fields = fields(bytes, size, file);
        String coding = fields.getOrDefault("sample_coding", "pcm");
        if (!coding.equals("pcm")) {
            throw new BrokenFileException(file, "is compressed (sample_coding " + coding + ")", CONVERT);
        }
        long channels = number(fields, "channel_count", "1", file);
        if (channels != 1) {
            throw new BrokenFileException(file, "has " + channels + " channels", "mix it down to one channel");
        }
        long width = number(fields, "sample_n_bytes", "2", file);
        if (width != 2) {
            throw new BrokenFileException(file, "has " + width + " bytes a sample, 2 can be read", CONVERT);
        }
        long rate = number(fields, "sample_rate", null, file);
        long count = number(fields, "sample_count", null, file);
        if (rate <= 0) {
            throw new BrokenFileException(file, "states a sampling rate of " + rate + " Hz", Sound.FETCH_AGAIN);
        }
        if (count <= 0) {
            throw new BrokenFileException(file, "holds no samples", Sound.FETCH_AGAIN);
        }
        long there = (bytes.length - size) / 2;
        if (count > there) {
            throw new BrokenFileException(file, "is cut off: it has " + there + " of " + count + " samples",
                    Sound.FETCH_AGAIN);
        }
        return Sound.of(bytes, size, (int) count, order(fields, file), rate);
    }

    private static int headerSize(byte[] bytes, Path file) {
        String line = new String(bytes, 8, Math.min(8, Math.max(0, bytes.length - 8)), StandardCharsets.ISO_8859_1);
        int size;
        try {
            size = Integer.parseInt(line.strip());
        } catch (NumberFormatException e) {
            throw new BrokenFileException(file, "has no header length in its second line", Sound.FETCH_AGAIN);
        }
        if (size < MARKS || size > bytes.length) {
            throw new BrokenFileException(file, "is cut off: its header has " + bytes.length + " of " + size + " bytes",
                    Sound.FETCH_AGAIN);
        }
        return size;
    }

    private static Map<String, String> fields(byte[] bytes, int size, Path file) {
        String header = new String(bytes, MARKS, size - MARKS, StandardCharsets.ISO_8859_1);
        var fields = new HashMap<String, String>();
        for (String line : header.split("\n")) {
            if (line.strip().equals("end_head")) {
                return fields;
            }
            String[] parts = line.strip().split("\\s+", 3);
            if (parts.length == 3 && parts[1].startsWith("-")) {
                fields.put(parts[0], parts[2].strip());
            }
        }
        throw new BrokenFileException(file, "has a header without end_head", Sound.FETCH_AGAIN);
    }

    private static ByteOrder order(Map<String, String> fields, Path file) {
        String order = fields.getOrDefault("sample_byte_format", "not stated");
        return switch (order) {
            case "01" -> ByteOrder.LITTLE_ENDIAN;
            case "10" -> ByteOrder.BIG_ENDIAN;
            default -> throw new BrokenFileException(file, "has the byte order " + order + ", 01 and 10 are known",
                    CONVERT);
        };
    }

    private static long number(Map<String, String> fields, String name, String standard, Path file) {
        String text = fields.getOrDefault(name, standard);
        if (text == null) {
            throw new BrokenFileException(file, "does not state " + name, Sound.FETCH_AGAIN);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BrokenFileException(file, "states " + name + " = " + text + ", a whole number is needed",
                    Sound.FETCH_AGAIN);
        }
    }
}
