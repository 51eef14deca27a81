package io.larmor.datasets.format;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Labeled rows in an HDF5 file: a matrix of numbers and a vector of labels, both at the top level. */
public final class Hdf5 {

    private static final String MARK = "\u0089HDF\r\n\u001a\n";

    private Hdf5() {
    }

    /**
     * Reads one matrix and its labels.
     *
     * @param matrix name of the rows x width numbers: {@code X_train}
     * @param vector name of the labels: {@code Y_train}
     * @param width numbers of a row
     * @param classes labels are 0 .. classes-1
     * @throws BrokenFileException naming the variable and the row that is wrong
     */
    public static Rows read(Path file, String matrix, String vector, int width, int classes) {
        byte[] bytes = Bytes.of(file);
        if (!Sound.begins(bytes, MARK)) {
            throw new BrokenFileException(file, bytes.length == 0 ? "is empty" : "is no HDF5 file", Bytes.FETCH_AGAIN);
        }
        try (HdfFile hdf = HdfFile.fromBytes(bytes)) {
            Object values = numbers(hdf, file, matrix, width);
            Object labels = numbers(hdf, file, vector, 0);
            return rows(file, matrix, vector, values, labels, width, classes);
        } catch (BrokenFileException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // jhdf has many exceptions of its own, and in a cut-off file its buffers end before what it looks for. Some
            // compressions need a library of the machine's, without which their classes do not load.
            throw new BrokenFileException(file, "is damaged, cut off or compressed in a way that is not read (" + reason(e) + ")",
                    Bytes.FETCH_AGAIN);
        }
    }

    private static Object numbers(HdfFile hdf, Path file, String name, int width) {
        if (!(hdf.getChildren().get(name) instanceof Dataset dataset)) {
            throw new BrokenFileException(file, "has no variable " + name + ", it has "
                    + (hdf.getChildren().isEmpty() ? "none" : hdf.getChildren().keySet().stream().sorted().collect(Collectors.joining(", "))),
                    "check that it is the right file");
        }
        int[] shape = dataset.getDimensions();
        boolean fits = width == 0 ? shape.length == 1 : shape.length == 2 && shape[1] == width;
        if (!fits || shape[0] == 0) {
            throw new BrokenFileException(file, name + " has the shape " + Arrays.toString(shape) + ", "
                    + (width == 0 ? "[rows]" : "[rows, " + width + "]") + " is needed", "check that it is the right file");
        }
        Object flat = dataset.getDataFlat();
        if (!flat.getClass().getComponentType().isPrimitive() || flat instanceof boolean[] || flat instanceof char[]) {
            throw new BrokenFileException(file, name + " holds " + flat.getClass().getComponentType().getSimpleName()
                    + ", numbers are needed", "store it as 64-bit numbers");
        }
        return flat;
    }

    private static Rows rows(Path file, String matrix, String vector, Object values, Object labels, int width, int classes) {
        int count = Array.getLength(labels);
        if (Array.getLength(values) != count * width) {
            throw new BrokenFileException(file, matrix + " has " + Array.getLength(values) / width + " rows and " + vector + " has "
                    + count + " labels", Bytes.FETCH_AGAIN);
        }
        var ofValues = new Rows.Check(file, row -> matrix + " row " + row, classes);
        var ofLabels = new Rows.Check(file, row -> vector + " row " + row, classes);
        double[] checked = new double[count * width];
        int[] known = new int[count];
        for (int row = 0; row < count; row++) {
            known[row] = ofLabels.label(row, Array.getDouble(labels, row));
            for (int c = 0; c < width; c++) {
                checked[row * width + c] = ofValues.value(row, c, Array.getDouble(values, row * width + c));
            }
        }
        return new Rows(width, checked, known);
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
