package io.larmor.datasets.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/** Matrices of numbers in a MATLAB level 5 file, of any numeric class. */
public final class Mat {

    private static final String MARK = "MATLAB 5.0";

    private final Path file;
    private final TreeMap<String, Matrix> matrices = new TreeMap<>();
    private final List<String> others = new ArrayList<>();

    private Mat(Path file, MatFile mat) {
        this.file = file;
        for (var entry : mat.getEntries()) {
            if (entry.getValue() instanceof Matrix matrix) {
                matrices.put(entry.getName(), matrix);
            } else {
                others.add(entry.getName());
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws BrokenFileException if it is empty, of another kind, or cut off
     */
    public static Mat read(Path file) {
        byte[] bytes = Bytes.of(file);
        if (bytes.length == 0) {
            throw new BrokenFileException(file, "is empty", Bytes.FETCH_AGAIN);
        }
        if (!Sound.begins(bytes, MARK)) {
            throw new BrokenFileException(file, Sound.begins(bytes, "\u0089HDF") || Sound.begins(bytes, "MATLAB 7.3")
                    ? "is a MATLAB file of version 7.3" : "is no MATLAB level 5 file",
                    "store it in MATLAB with save(name, '-v7')");
        }
        try (var source = Sources.wrap(bytes)) {
            return new Mat(file, Mat5.newReader(source).readMat());
        } catch (IOException | RuntimeException e) {
            // Where a compressed matrix ends early, the reader's own buffers run out.
            throw new BrokenFileException(file, "is damaged or cut off (" + reason(e) + ")", Bytes.FETCH_AGAIN);
        }
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
    }

    /**
     * A matrix by its name, row by row.
     *
     * @param columns that it must have
     * @throws BrokenFileException naming the variable that is missing, of another shape, or holds what is no number
     */
    public double[] matrix(String name, int columns) {
        Matrix matrix = matrices.get(name);
        if (matrix == null) {
            var there = matrices.isEmpty() ? "none" : String.join(", ", matrices.keySet());
            throw new BrokenFileException(file, others.contains(name) ? "has a variable " + name + " that is no matrix of numbers"
                    : "has no variable " + name + ", it has " + there, "check that it is the right file");
        }
        if (matrix.getNumDimensions() != 2 || matrix.getNumCols() != columns || matrix.getNumRows() == 0) {
            throw new BrokenFileException(file, name + " has the shape " + shape(matrix) + ", rows x " + columns + " is needed",
                    "check that it is the right file");
        }
        int rows = matrix.getNumRows();
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < columns; c++) {
                double value = value(matrix, name, row, c);
                if (!Double.isFinite(value)) {
                    throw new BrokenFileException(file, name + " row " + (row + 1) + " column " + (c + 1) + " is " + value
                            + ", every value must be a finite number", Bytes.FETCH_AGAIN);
                }
                values[row * columns + c] = value;
            }
        }
        return values;
    }

    private double value(Matrix matrix, String name, int row, int column) {
        try {
            return matrix.getDouble(row, column);
        } catch (RuntimeException e) {
            throw new BrokenFileException(file, name + " ends before row " + (row + 1) + " of " + matrix.getNumRows(), Bytes.FETCH_AGAIN);
        }
    }

    private static String shape(Matrix matrix) {
        var text = new StringBuilder();
        for (int size : matrix.getDimensions()) {
            text.append(text.length() == 0 ? "" : " x ").append(size);
        }
        return text.toString();
    }

    /** The file. */
    public Path file() {
        return file;
    }
}
