package io.larmor.datasets.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** Tables of numbers as text in a zip file: comma-separated, without a heading. */
public final class Zipped {

    private static final int MOST = 1 << 28;

    private final Path file;
    private final TreeMap<String, byte[]> entries = new TreeMap<>();

    private Zipped(Path file) {
        this.file = file;
    }

    /**
     * Reads all of a file.
     *
     * @throws BrokenFileException if it is no zip file, or cut off
     */
    public static Zipped read(Path file) {
        var zipped = new Zipped(file);
        long total = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(Bytes.of(file)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                byte[] bytes = in.readNBytes(MOST);
                total += bytes.length;
                if (total >= MOST) {
                    throw new BrokenFileException(file, "unpacks to more than " + (MOST >> 20) + " MiB", "check that it is the right file");
                }
                zipped.entries.put(name, bytes);
            }
        } catch (IOException e) {
            throw new BrokenFileException(file, "is cut off or damaged (" + e.getMessage() + ")", Bytes.FETCH_AGAIN);
        }
        if (zipped.entries.isEmpty()) {
            throw new BrokenFileException(file, "is no zip file or holds nothing", Bytes.FETCH_AGAIN);
        }
        return zipped;
    }

    /**
     * The rows of one table.
     *
     * @param name of the file in the zip file, without folders
     * @param columns that every row must have
     * @throws BrokenFileException naming the table and the line that is wrong
     */
    public double[][] rows(String name, int columns) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw new BrokenFileException(file, "has no " + name + ", it has " + String.join(", ", entries.keySet()),
                    "fetch it again, or leave its person out");
        }
        String[] lines = new String(bytes, StandardCharsets.US_ASCII).split("\r?\n");
        double[][] rows = new double[lines.length][columns];
        for (int i = 0; i < lines.length; i++) {
            String[] cells = lines[i].split(",", -1);
            if (cells.length != columns) {
                throw new BrokenFileException(file, name + " line " + (i + 1) + " has " + cells.length + " values, " + columns
                        + " are needed", "fetch it again, or leave its person out");
            }
            for (int c = 0; c < columns; c++) {
                rows[i][c] = number(name, i, c, cells[c]);
            }
        }
        return rows;
    }

    private double number(String name, int row, int column, String cell) {
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is no finite number.
        }
        throw new BrokenFileException(file, name + " line " + (row + 1) + " column " + (column + 1) + " is \"" + cell
                + "\", a number is needed", "fetch it again, or leave its person out");
    }
}
