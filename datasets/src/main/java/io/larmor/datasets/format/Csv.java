package io.larmor.datasets.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Labeled rows as text: a heading {@code label,p0,p1 ...}, then a line for each row. Gzipped files are unpacked. */
public final class Csv {

    private static final String LABEL = "label";
    private static final int SHOWN = 20;

    private Csv() {
    }

    /**
     * Reads a file.
     *
     * @param width numbers of a row, without the label
     * @param classes labels are 0 .. classes-1
     * @throws BrokenFileException naming the line and the column that is wrong
     */
    public static Rows read(Path file, int width, int classes) {
        List<String> lines = new String(Bytes.unpacked(file), StandardCharsets.UTF_8).lines().toList();
        if (!lines.get(0).startsWith(LABEL + ",")) {
            throw new BrokenFileException(file, "line 1 begins with \"" + cut(lines.get(0)) + "\", a heading that begins with \""
                    + LABEL + ",\" is needed", "check that it is the right file");
        }
        int count = lines.size() - 1;
        if (count == 0) {
            throw new BrokenFileException(file, "has a heading and no rows", Bytes.FETCH_AGAIN);
        }
        var check = new Rows.Check(file, row -> "line " + (row + 2), classes);
        double[] values = new double[count * width];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            if (cells.length != width + 1) {
                throw new BrokenFileException(file, "line " + (row + 2) + " has " + cells.length + " columns, " + (width + 1)
                        + " are needed (a label and " + width + " values)", Bytes.FETCH_AGAIN);
            }
            labels[row] = check.label(row, number(cells[0], file, row, LABEL));
            for (int c = 0; c < width; c++) {
                values[row * width + c] = check.value(row, c, number(cells[c + 1], file, row, "p" + c));
            }
        }
        return new Rows(width, values, labels);
    }

    private static double number(String cell, Path file, int row, String column) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new BrokenFileException(file, "line " + (row + 2) + ", column " + column + " has \"" + cut(cell)
                    + "\", which is no number", Bytes.FETCH_AGAIN);
        }
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
    }
}
