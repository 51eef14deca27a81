package io.larmor.datasets.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.larmor.datasets.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Hdf5Test {

    private static final double[][] VALUES = {{0.25, 1}, {0, 1e-3}, {0.5, 0.75}};

    @TempDir
    Path folder;

    @Test
    void rowsAreReadWhateverNumbersTheyAreStoredAs() {
        for (Object labels : new Object[] {new long[] {1, 0, 1}, new int[] {1, 0, 1}, new byte[] {1, 0, 1}, new double[] {1, 0, 1}}) {
            Rows rows = read(write("X_train", VALUES, "Y_train", labels));
            assertArrayEquals(new double[] {0.25, 1, 0, 1e-3, 0.5, 0.75}, rows.values());
            assertArrayEquals(new int[] {1, 0, 1}, rows.labels());
        }
        assertEquals(0.25, read(write("X_train", new float[][] {{0.25f, 1}}, "Y_train", new long[] {1})).values()[0]);
    }

    /** The published file is not compressed, but who stores it anew may do that. */
    @Test
    void deflatedVariablesAreReadToo() {
        Path file = folder.resolve("deflated.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("X_train", VALUES, DatasetCreationOptions.builder().chunkDimensions(2, 2).shuffle().deflate().build());
            hdf.putDataset("Y_train", new long[] {1, 0, 1});
        }
        assertArrayEquals(new double[] {0.25, 1, 0, 1e-3, 0.5, 0.75}, read(file).values());
    }

    @Test
    void eachFaultIsNamedWithItsVariableAndRow() throws IOException {
        long[] labels = {1, 0, 1};
        assertFault("has no variable X_train, it has X_test, Y_train: ", "X_test", VALUES, "Y_train", labels);
        assertFault("has no variable Y_train, it has X_train: ", "X_train", VALUES, "X_train", VALUES);
        assertFault("X_train has the shape [3], [rows, 2] is needed", "X_train", new double[3], "Y_train", labels);
        assertFault("X_train has the shape [1, 3], [rows, 2] is needed", "X_train", new double[1][3], "Y_train", labels);
        assertFault("Y_train has the shape [3, 1], [rows] is needed", "X_train", VALUES, "Y_train", new long[3][1]);
        assertFault("X_train has 3 rows and Y_train has 2 labels", "X_train", VALUES, "Y_train", new long[2]);
        assertFault("Y_train row 2 has the label 2, the classes are 0 .. 1", "X_train", VALUES, "Y_train", new long[] {0, 1, 2});
        assertFault("Y_train row 0 has the label -1,", "X_train", VALUES, "Y_train", new long[] {-1, 1, 1});
        assertFault("Y_train row 1 has the label 0.5,", "X_train", VALUES, "Y_train", new double[] {0, 0.5, 1});
        assertFault("X_train row 1 has NaN in bin 1, values are 0 .. 1", "X_train", new double[][] {{0, 0}, {0, Double.NaN}, {0, 0}},
                "Y_train", labels);
        assertFault("X_train row 2 has 12 in bin 0, values are 0 .. 1: scale", "X_train", new double[][] {{0, 0}, {0, 1}, {12, 0}},
                "Y_train", labels);
        assertFault("Y_train holds String, numbers are needed", "X_train", VALUES, "Y_train", new String[] {"a", "b", "c"});
    }

    @Test
    void filesThatAreNoneAreNamed() throws IOException {
        Path file = folder.resolve("set.h5");
        Files.write(file, new byte[0]);
        Fault.of(file, "is empty: ", () -> read(file));
        Files.writeString(file, "version https://example.org/pointer");
        Fault.of(file, "is no HDF5 file: ", () -> read(file));
        Path none = folder.resolve("none.h5");
        Fault.of(none, "does not exist: ", () -> read(none));
    }

    /** Wherever the file ends, it is refused by name or (where only unused bytes are gone) read whole; never in part. */
    @Test
    void everyCutIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(write("X_train", VALUES, "Y_train", new long[] {1, 0, 1}));
        Path file = folder.resolve("cut.h5");
        int refused = 0;
        for (int length = 8; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                Rows rows = read(file);
                assertArrayEquals(new double[] {0.25, 1, 0, 1e-3, 0.5, 0.75}, rows.values(), "cut to " + length);
                assertArrayEquals(new int[] {1, 0, 1}, rows.labels(), "cut to " + length);
            } catch (BrokenFileException e) {
                assertEquals(file, e.file());
                refused++;
            }
        }
        assertTrue(refused > 10, "refused " + refused);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        String message = assertThrows(BrokenFileException.class, () -> read(file)).getMessage();
        assertTrue(message.contains("is damaged, cut off or compressed in a way that is not read ("), message);
    }

    private void assertFault(String expected, String matrix, Object values, String vector, Object labels) {
        Path file = write(matrix, values, vector, labels);
        Fault.of(file, expected, () -> read(file));
    }

    private static Rows read(Path file) {
        return Hdf5.read(file, "X_train", "Y_train", 2, 2);
    }

    private Path write(String matrix, Object values, String vector, Object labels) {
        Path file = folder.resolve("set.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset(matrix, values);
            if (!vector.equals(matrix)) {
                hdf.putDataset(vector, labels);
            }
        }
        return file;
    }
}
