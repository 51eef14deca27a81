package io.larmor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A reference trajectory of the folder that LARMOR_VECTORS names; where it names none, the test that asks is skipped.
 *
 * @param columns the names of the columns
 * @param rows the numbers
 * @param about the sidecar: parameters and tolerance
 */
public record ReferenceVector(List<String> columns, double[][] rows, JsonNode about) {

    /** Reads one by its name. */
    public static ReferenceVector read(String name) throws IOException {
        String folder = System.getenv("LARMOR_VECTORS");
        assumeTrue(folder != null, "LARMOR_VECTORS names no folder of reference vectors");
        var lines = Files.readAllLines(Path.of(folder, name + ".csv"));
        double[][] rows = lines.stream().skip(1)
                .map(line -> List.of(line.split(",")).stream().mapToDouble(ReferenceVector::number).toArray())
                .toArray(double[][]::new);
        var about = new ObjectMapper().readTree(Path.of(folder, name + ".json").toFile());
        return new ReferenceVector(List.of(lines.get(0).split(",")), rows, about);
    }

    private static double number(String cell) {
        return cell.equals("nan") ? Double.NaN : Double.parseDouble(cell);
    }

    /** One column by its name. */
    public double[] column(String name) {
        int k = columns.indexOf(name);
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rows[i][k];
        }
        return values;
    }

    /** A number of the sidecar's parameters. */
    public double parameter(String name) {
        return about.path("parameters").path(name).asDouble(Double.NaN);
    }

    /** Uniform numbers in [0, 1) as the vectors draw theirs: SplitMix64, its upper 53 bits. */
    public static double[] uniform(long seed, int count) {
        double[] values = new double[count];
        long state = seed;
        for (int i = 0; i < count; i++) {
            state += 0x9E3779B97F4A7C15L;
            long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            values[i] = ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
        }
        return values;
    }
}
