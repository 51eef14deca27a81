package io.larmor.datasets.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** RIFF WAVE: PCM, 16 bits, one channel. */
public final class Wav {

    private static final int HEADER = 44;
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;

    private Wav() {
    }

    /** Reads a file's bytes; the path is only for errors. */
    static Sound decode(byte[] bytes, Path file) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || !mark(in, 8).equals("WAVE")) {
            throw new BrokenFileException(file, "begins with RIFF but is no WAVE file", Sound.FETCH_AGAIN);
        }
        double rate = Double.NaN;
        for (int at = 12; at + 8 <= bytes.length; ) {
            String chunk = mark(in, at);
            long size = Integer.toUnsignedLong(in.getInt(at + 4));
            int body = at + 8;
            long left = bytes.length - body;
            if (size > left) {
                throw new BrokenFileException(file, "is cut off: its part '" + chunk.strip() + "' has " + left + " of "
                        + size + " bytes", Sound.FETCH_AGAIN);
            }
            if (chunk.equals("fmt ")) {
                rate = checkedRate(in, body, size, file);
            } else if (chunk.equals("data")) {
                if (Double.isNaN(rate)) {
                    throw new BrokenFileException(file, "has no format before its data", Sound.FETCH_AGAIN);
                }
                if (size < 2) {
                    throw new BrokenFileException(file, "holds no samples", Sound.FETCH_AGAIN);
                }
                return Sound.of(bytes, body, (int) (size / 2), ByteOrder.LITTLE_ENDIAN, rate);
            }
            // Parts are padded to an even length.
            at = (int) Math.min(bytes.length, body + size + size % 2);
        }
        throw new BrokenFileException(file, "is cut off: it has no data", Sound.FETCH_AGAIN);
    }

    private static double checkedRate(ByteBuffer in, int body, long size, Path file) {
        if (size < 16) {
            throw new BrokenFileException(file, "has a format part of " + size + " bytes, 16 are needed",
                    Sound.FETCH_AGAIN);
        }
        int coding = Short.toUnsignedInt(in.getShort(body));
        int channels = Short.toUnsignedInt(in.getShort(body + 2));
        int rate = in.getInt(body + 4);
        int bits = Short.toUnsignedInt(in.getShort(body + 14));
        if (coding == EXTENSIBLE && size >= 26) {
            coding = Short.toUnsignedInt(in.getShort(body + 24));
        }
        if (coding != PCM) {
            throw new BrokenFileException(file, "is compressed (format code " + coding + ")", "convert it to PCM, 16 bits");
        }
        if (channels != 1) {
            throw new BrokenFileException(file, channels == 2 ? "is stereo" : "has " + channels + " channels",
                    "mix it down to one channel");
        }
        if (bits != 16) {
            throw new BrokenFileException(file, "has " + bits + " bits a sample", "convert it to 16 bits");
        }
        if (rate <= 0) {
            throw new BrokenFileException(file, "states a sampling rate of " + rate + " Hz", Sound.FETCH_AGAIN);
        }
        return rate;
    }

    /**
     * The bytes of a WAVE file.
     *
     * @param samples beyond -1 .. 1 they are clipped
     * @param rate samples per second, Hz, a whole number
     */
    public static byte[] encode(double[] samples, double rate) {
        int size = 2 * samples.length;
        var out = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + size);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) PCM).putShort((short) 1);
        out.putInt((int) rate).putInt(2 * (int) rate).putShort((short) 2).putShort((short) 16);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        for (double sample : samples) {
            double word = Math.rint(sample * Sound.FULL_SCALE);
            out.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, word)));
        }
        return out.array();
    }

    private static String mark(ByteBuffer in, int at) {
        byte[] letters = new byte[4];
        in.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
