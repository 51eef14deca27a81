package io.larmor.datasets.format;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * IDX, the format of MNIST: two zero bytes, a type (8: unsigned bytes, the only one read), the number of dimensions, the
 * dimensions as big-endian 32-bit numbers, then the values row by row. Gzipped files are unpacked.
 *
 * @param dimensions samples first: {60000, 28, 28}
 * @param values unsigned bytes, as many as the product of the dimensions
 */
public record Idx(int[] dimensions, byte[] values) {

    private static final int UNSIGNED_BYTES = 8;

    /**
     * Reads a file.
     *
     * @param rank the number of dimensions that it must have: 3 for images, 1 for labels
     * @throws BrokenFileException unless it is such a file and holds exactly the values that its header states
     */
    public static Idx read(Path file, int rank) {
        byte[] bytes = Bytes.unpacked(file);
        int header = 4 + 4 * rank;
        if (bytes.length < 4) {
            throw new BrokenFileException(file, "is cut off: it has " + bytes.length + " bytes of a header of " + header, Bytes.FETCH_AGAIN);
        }
        int magic = ByteBuffer.wrap(bytes).getInt();
        int expected = UNSIGNED_BYTES << 8 | rank;
        if (magic != expected) {
            throw new BrokenFileException(file, "begins with the magic number " + magic + ", " + expected
                    + " is needed (IDX, unsigned bytes, " + rank + (rank == 1 ? " dimension)" : " dimensions)"),
                    "check that images and labels were not swapped, or fetch it again");
        }
        if (bytes.length < header) {
            throw new BrokenFileException(file, "is cut off: it has " + bytes.length + " bytes of a header of " + header, Bytes.FETCH_AGAIN);
        }
        int[] dimensions = new int[rank];
        long count = 1;
        for (int d = 0; d < rank; d++) {
            dimensions[d] = ByteBuffer.wrap(bytes).getInt(4 + 4 * d);
            if (dimensions[d] <= 0) {
                throw new BrokenFileException(file, "states a length of " + dimensions[d] + " for dimension " + (d + 1), Bytes.FETCH_AGAIN);
            }
            // A product of two lengths fits; capped, so does that with the next one.
            count = Math.min(Integer.MAX_VALUE, count) * dimensions[d];
        }
        long there = bytes.length - header;
        if (there != count) {
            throw new BrokenFileException(file, there < count
                    ? "is cut off: it has " + there + " of the " + count + " values that its header states"
                    : "has " + (there - count) + " bytes more than its header states", Bytes.FETCH_AGAIN);
        }
        return new Idx(dimensions, Arrays.copyOfRange(bytes, header, bytes.length));
    }

    /** The file of such values, not gzipped. */
    public byte[] encode() {
        var out = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        out.putInt(UNSIGNED_BYTES << 8 | dimensions.length);
        for (int length : dimensions) {
            out.putInt(length);
        }
        return out.put(values).array();
    }
}
