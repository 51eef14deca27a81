package io.larmor.datasets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes NIST SPHERE files for tests. */
public final class SphereFiles {

    private SphereFiles() {
    }

    /** A file with a header of a given length and more header lines, which may repeat and so replace the usual ones. */
    public static byte[] of(double[] samples, int rate, ByteOrder order, int header, String... more) {
        String text = "NIST_1A\n" + String.format("%7d\n", header)
                + "channel_count -i 1\nsample_count -i " + samples.length + "\nsample_rate -i " + rate
                + "\nsample_n_bytes -i 2\nsample_byte_format -s2 " + (order == ByteOrder.LITTLE_ENDIAN ? "01" : "10")
                + "\nsample_sig_bits -i 12\n" + String.join("", Arrays.stream(more).map(line -> line + "\n").toList())
                + "end_head\n";
        var out = ByteBuffer.allocate(header + 2 * samples.length).order(order);
        out.put(text.getBytes(StandardCharsets.US_ASCII));
        while (out.position() < header) {
            out.put((byte) ' ');
        }
        for (double sample : samples) {
            out.putShort((short) (sample * 32768));
        }
        return out.array();
    }
}
