package io.larmor.datasets.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.datasets.SphereFiles;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SphereTest {

    private static final double[] SAMPLES = {0, 0.5, -1, 0.25, -0.125};

    @TempDir
    Path folder;

    @Test
    void bothByteOrdersAreReadWhateverTheNameAndTheHeadersLength() throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            for (int header : new int[] {1024, 2048}) {
                var sound = Sound.read(write(SphereFiles.of(SAMPLES, 12500, order, header)));
                assertArrayEquals(SAMPLES, sound.samples(), order + ", " + header);
                assertEquals(12500, sound.rate());
            }
        }
    }

    @Test
    void headerFieldsAreRead() throws IOException {
        Path file = write(SphereFiles.of(SAMPLES, 12500, ByteOrder.LITTLE_ENDIAN, 1024, "database_id -s4 TI46",
                "speaker_comment -s15 a b  and c, -s d"));
        assertEquals("TI46", Sphere.header(file).get("database_id"));
        assertEquals("a b  and c, -s d", Sphere.header(file).get("speaker_comment"));
    }

    @Test
    void eachFaultIsNamed() throws IOException {
        assertFault("is compressed (sample_coding ulaw): convert it", "sample_coding -s4 ulaw");
        assertFault("is compressed (sample_coding pcm,embedded-shorten-v2.00)",
                "sample_coding -s26 pcm,embedded-shorten-v2.00");
        assertFault("has 2 channels: mix it down", "channel_count -i 2");
        assertFault("has 1 bytes a sample", "sample_n_bytes -i 1");
        assertFault("has the byte order 1, 01 and 10 are known", "sample_byte_format -s1 1");
        assertFault("is cut off: it has 5 of 9 samples", "sample_count -i 9");
        assertFault("holds no samples", "sample_count -i 0");
        assertFault("states sample_rate = fast, a whole number is needed", "sample_rate -s4 fast");
        byte[] whole = SphereFiles.of(SAMPLES, 12500, ByteOrder.LITTLE_ENDIAN, 1024);
        assertFault(Arrays.copyOf(whole, 500), "is cut off: its header has 500 of 1024 bytes");
        assertFault(Arrays.copyOf(whole, 8), "has no header length in its second line");
        assertFault("NIST_1A\n     20\nabc\nNothing".getBytes(), "has a header without end_head");
        assertFault("NIST_1A\n     40\nend_head\n               ".getBytes(), "does not state sample_rate");
    }

    private void assertFault(String expected, String line) throws IOException {
        assertFault(SphereFiles.of(SAMPLES, 12500, ByteOrder.LITTLE_ENDIAN, 1024, line), expected);
    }

    private void assertFault(byte[] bytes, String expected) throws IOException {
        Path file = write(bytes);
        String message = assertThrows(BrokenFileException.class, () -> Sound.read(file)).getMessage();
        assertTrue(message.startsWith(file + " " + expected), message);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("00f1set0.wav"), bytes);
    }
}
