package io.larmor.datasets.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.larmor.datasets.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdxTest {

    private static final Idx IMAGES = new Idx(new int[] {2, 2, 3}, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, (byte) 254, (byte) 255});

    @TempDir
    Path folder;

    @Test
    void imagesAreReadPackedOrNot() throws IOException {
        for (byte[] bytes : new byte[][] {IMAGES.encode(), Fault.gzip(IMAGES.encode())}) {
            Idx read = Idx.read(write(bytes), 3);
            assertArrayEquals(IMAGES.dimensions(), read.dimensions());
            assertArrayEquals(IMAGES.values(), read.values());
        }
    }

    /** The bytes of the published description, written out by hand. */
    @Test
    void headerIsThatOfThePublishedFormat() throws IOException {
        byte[] labels = {0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4};
        assertArrayEquals(new byte[] {5, 0, 4}, Idx.read(write(labels), 1).values());
        assertArrayEquals(labels, new Idx(new int[] {3}, new byte[] {5, 0, 4}).encode());
        assertArrayEquals(new byte[] {0, 0, 8, 3}, Arrays.copyOf(IMAGES.encode(), 4));
    }

    @Test
    void eachFaultIsNamed() throws IOException {
        byte[] whole = IMAGES.encode();
        assertFault(new byte[0], "is empty");
        assertFault(Arrays.copyOf(whole, 3), "is cut off: it has 3 bytes of a header of 16");
        assertFault(Arrays.copyOf(whole, 12), "is cut off: it has 12 bytes of a header of 16");
        assertFault(Arrays.copyOf(whole, 20), "is cut off: it has 4 of the 12 values that its header states");
        assertFault(Arrays.copyOf(whole, 30), "has 2 bytes more than its header states");
        assertFault(new Idx(new int[] {12}, IMAGES.values()).encode(), "begins with the magic number 2049, 2051 is needed");
        assertFault(changed(0, 0x00000D03), "begins with the magic number 3331, 2051 is needed");
        assertFault(changed(8, 0), "states a length of 0 for dimension 2");
        assertFault(changed(4, -1), "states a length of -1 for dimension 1");
        // 65536 x 65536 x 1 overflows 32 bits to 0, and three such lengths overflow 64 bits.
        assertFault(changed(4, 65536, 65536, 1), "is cut off: it has 12 of the 2147483647 values");
        assertFault(changed(4, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE), "is cut off: it has 12 of the ");
    }

    @Test
    void packedFilesThatAreCutOffOrDamagedAreNamed() throws IOException {
        byte[] packed = Fault.gzip(new Idx(new int[] {1, 50, 50}, new byte[2500]).encode());
        assertFault(Arrays.copyOf(packed, packed.length / 2), "is cut off: its gzip stream ends early");
        assertFault(Arrays.copyOf(packed, packed.length - 4), "is cut off: its gzip stream ends early");
        assertFault(Arrays.copyOf(packed, 5), "is cut off: its gzip stream ends early");
        packed[packed.length - 6] ^= 1;
        assertFault(packed, "is damaged: it does not unpack (");
    }

    @Test
    void missingFileAndFolderAreFaultsToo() {
        Path none = folder.resolve("none.gz");
        Fault.of(none, "does not exist: ", () -> Idx.read(none, 1));
        Fault.of(folder, "cannot be read", () -> Idx.read(folder, 1));
    }

    private static byte[] changed(int at, int... numbers) {
        byte[] bytes = IMAGES.encode();
        for (int i = 0; i < numbers.length; i++) {
            ByteBuffer.wrap(bytes).putInt(at + 4 * i, numbers[i]);
        }
        return bytes;
    }

    private void assertFault(byte[] bytes, String expected) throws IOException {
        Path file = write(bytes);
        Fault.of(file, expected, () -> Idx.read(file, 3));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("images-idx3-ubyte.gz"), bytes);
    }
}
