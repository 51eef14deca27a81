package io.larmor.physics.spin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A reference vector, in the folder that LARMOR_VECTORS names; without it the test that asks is skipped. */
record Vectors(JsonNode head, List<String> columns, double[][] rows) {

    static Vectors read(String name) {
        String folder = System.getenv("LARMOR_VECTORS");
        assumeTrue(folder != null, "LARMOR_VECTORS names no folder of reference vectors");
        try {
            var head = new ObjectMapper().readTree(Path.of(folder, name + ".json").toFile());
            var lines = Files.readAllLines(Path.of(folder, name + ".csv"));
            double[][] rows = lines.stream().skip(1).filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.split(",")).mapToDouble(Vectors::cell).toArray())
                    .toArray(double[][]::new);
            return new Vectors(head, List.of(lines.get(0).split(",")), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double cell(String text) {
        return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
    }

    double[] column(String name) {
        int i = columns.indexOf(name);
        return Arrays.stream(rows).mapToDouble(row -> row[i]).toArray();
    }

    double number(String parameter) {
        return head.path("parameters").path(parameter).doubleValue();
    }

    double[] vector(String parameter) {
        var node = head.path("parameters").path(parameter);
        return new double[] {node.get(0).doubleValue(), node.get(1).doubleValue(), node.get(2).doubleValue()};
    }

    double tolerance() {
        return head.path("tolerance").path("abs").doubleValue();
    }
}
