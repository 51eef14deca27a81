package io.larmor.datasets.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A sound of one channel.
 *
 * @param samples full scale is -1 .. 1
 * @param rate samples per second, Hz
 */
public record Sound(double[] samples, double rate) {

    /** Full scale of 16 bits: the value that stands for 1. */
    static final double FULL_SCALE = 32768;
    static final String FETCH_AGAIN = Bytes.FETCH_AGAIN;

    /**
     * Reads a RIFF WAVE or NIST SPHERE file. What it is is told by its first bytes and not by its name: SPHERE files are
     * often called .wav.
     *
     * @throws BrokenFileException if it is neither, or has not 16 bits, one channel and at least one sample
     */
    public static Sound read(Path file) {
        byte[] bytes = Bytes.of(file);
        if (bytes.length == 0) {
            throw new BrokenFileException(file, "is empty", FETCH_AGAIN);
        }
        if (begins(bytes, Sphere.MARK)) {
            return Sphere.decode(bytes, file);
        }
        if (begins(bytes, "RIFF")) {
            return Wav.decode(bytes, file);
        }
        throw new BrokenFileException(file, "is neither a WAVE file (RIFF) nor a SPHERE file (NIST_1A)",
                "convert it to WAVE, 16 bits, one channel");
    }

    static boolean begins(byte[] bytes, String mark) {
        return bytes.length >= mark.length()
                && new String(bytes, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }

    static Sound of(byte[] bytes, int begin, int count, ByteOrder order, double rate) {
        var words = ByteBuffer.wrap(bytes, begin, 2 * count).order(order).asShortBuffer();
        double[] samples = new double[count];
        for (int i = 0; i < count; i++) {
            samples[i] = words.get(i) / FULL_SCALE;
        }
        return new Sound(samples, rate);
    }

    /** Length in seconds. */
    public double seconds() {
        return samples.length / rate;
    }
}
