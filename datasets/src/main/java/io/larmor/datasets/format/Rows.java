package io.larmor.datasets.format;

import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * Labeled rows of numbers as a file holds them, checked.
 *
 * @param width numbers of a row
 * @param values rows x width, row by row
 * @param labels the class of each row
 */
public record Rows(int width, double[] values, int[] labels) {

    /**
     * What every number must pass.
     *
     * @param file for errors
     * @param place names a row for errors, from its index: {@code line 3}, {@code X_train row 2}
     * @param classes labels are 0 .. classes-1
     */
    record Check(Path file, IntFunction<String> place, int classes) {

        /** The label, if it is one. */
        int label(int row, double label) {
            if (label != Math.rint(label) || label < 0 || label >= classes) {
                throw new BrokenFileException(file, place.apply(row) + " has the label " + Rows.shown(label) + ", the classes are 0 .. "
                        + (classes - 1), Bytes.FETCH_AGAIN);
            }
            return (int) label;
        }

        /** The value, if it is a share of full scale. */
        double value(int row, int column, double value) {
            if (!(value >= 0 && value <= 1)) {
                boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
                throw new BrokenFileException(file, place.apply(row) + " has " + Rows.shown(value) + " in bin " + column
                        + ", values are 0 .. 1", finite ? "scale all spectra to 0 .. 1" : Bytes.FETCH_AGAIN);
            }
            return value;
        }
    }

    /** The number of rows. */
    public int count() {
        return labels.length;
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
