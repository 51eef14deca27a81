package io.larmor.physics.rf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.ReferenceVector;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The reference vectors of line, chains and neuron. */
class RfVectorsTest {

    @Test
    void linesAreThoseOfTheVector() throws IOException {
        var vector = ReferenceVector.read("spin_diode_lineshape");
        double tolerance = vector.about().path("tolerance").path("abs").asDouble();
        var line = new SpinDiodeLine(vector.parameter("alpha"), 1);
        double[] tone = vector.column("f_ghz");
        double[] resonance = vector.column("f0_ghz");
        double[] odd = vector.column("antisymmetric");
        double[] even = vector.column("symmetric");
        for (int i = 0; i < tone.length; i++) {
            assertEquals(odd[i], line.voltage(tone[i], resonance[i]), tolerance, "row " + i);
            assertEquals(even[i], line.symmetricVoltage(tone[i], resonance[i]), tolerance, "row " + i);
        }
    }

    @Test
    void weightsAreThoseOfTheVector() throws IOException {
        var vector = ReferenceVector.read("rf_chain_weights");
        double tolerance = vector.about().path("tolerance").path("rel").asDouble();
        double[] expected = vector.column("W");
        double[] found = new double[expected.length];
        layer(vector.about(), 0).weights(shifts(vector.about(), 0), found);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], tolerance * Math.abs(expected[i]), "weight " + i);
        }
    }

    @Test
    void aNetworkComputesWhatTheVectorSays() throws IOException {
        var vector = ReferenceVector.read("rf_mlp_forward");
        double tolerance = vector.about().path("tolerance").path("rel").asDouble();
        var parameters = vector.about().path("parameters");
        double[] first = new double[5 * 8];
        double[] second = new double[3 * 5];
        layer(vector.about(), 0).weights(shifts(vector.about(), 0), first);
        layer(vector.about(), 1).weights(shifts(vector.about(), 1), second);
        var neuron = new OscillatorNeuron(parameters.path("add_voltage_bias").path(0).asDouble(),
                parameters.path("voltage_to_current").path(0).asDouble());
        for (int sample = 0; sample < vector.rows().length; sample++) {
            double[] powers = row(vector, sample, "P", 8);
            double[] volts = affine(first, powers, bias(0, 5));
            double[] hidden = Arrays.stream(volts).map(neuron::power).toArray();
            close(row(vector, sample, "I", 5), Arrays.stream(volts).map(neuron::current).toArray(), tolerance);
            close(row(vector, sample, "A", 5), hidden, tolerance);
            double[] out = affine(second, hidden, bias(1, 3));
            close(row(vector, sample, "out", 3), Arrays.stream(out).map(v -> 1e3 * v).toArray(), tolerance);
        }
    }

    private static void close(double[] expected, double[] found, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], tolerance * Math.abs(expected[i]), "number " + i);
        }
    }

    private static double[] affine(double[] weights, double[] in, double[] bias) {
        return IntStream.range(0, bias.length)
                .mapToDouble(j -> bias[j] + IntStream.range(0, in.length).mapToDouble(i -> weights[j * in.length + i] * in[i]).sum())
                .toArray();
    }

    private static double[] row(ReferenceVector vector, int sample, String name, int count) {
        return IntStream.range(0, count).mapToDouble(i -> vector.column(name + i)[sample]).toArray();
    }

    private static double[] bias(int layer, int chains) {
        return Arrays.stream(ReferenceVector.uniform(211 + layer, chains)).map(u -> (2 * u - 1) * 2e-3).toArray();
    }

    private static double[] shifts(JsonNode about, int layer) {
        var size = about.path("parameters").path("size");
        int count = size.path(layer + 1).asInt() * size.path(layer).asInt();
        return Arrays.stream(ReferenceVector.uniform(201 + layer, count)).map(u -> (2 * u - 1) * 1e-3).toArray();
    }

    private static ResonatorChains layer(JsonNode about, int layer) {
        var parameters = about.path("parameters");
        int chains = parameters.path("size").path(layer + 1).asInt();
        double[] one = numbers(parameters.path("layer" + layer + "_initial_freq"));
        double[] all = new double[chains * one.length];
        Arrays.setAll(all, i -> one[i % one.length]);
        var res = parameters.path("res");
        return new ResonatorChains(numbers(parameters.path(layer == 0 ? "input_freq" : "layer1_input_freq")), all, chains,
                res.path("damping").asDouble(), SpinDiodeLine.scale(res.path("Ith_res").asDouble()));
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asDouble());
        return numbers;
    }
}
