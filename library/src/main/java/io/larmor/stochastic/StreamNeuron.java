package io.larmor.stochastic;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Seed;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * One neuron of an all-magnetic network: each synapse is an AND gate on a stream of data and a stream of the weight, the neuron
 * an OR gate over its synapses, so that the output is p = 1 − Π (1 − x_i w_i). With two synapses it takes four streams.
 *
 * @param data the data's probabilities
 * @param weights the weights', as many
 */
public record StreamNeuron(double[] data, double[] weights) {

    private static final Quantity PREDICTED = Quantity.of("predicted output");
    private static final Quantity MEASURED = Quantity.of("measured output");

    public StreamNeuron {
        data = data.clone();
        weights = weights.clone();
        if (data.length == 0 || data.length != weights.length) {
            throw new IllegalArgumentException("a neuron was given " + data.length + " data and " + weights.length
                    + " weights; it needs as many of the one as of the other, one at least");
        }
        for (int i = 0; i < data.length; i++) {
            BitStream.PROBABILITY.check("neuron", data[i]);
            BitStream.PROBABILITY.check("neuron", weights[i]);
        }
    }

    /** The output's probability if the streams are independent. */
    public double predicted() {
        double zero = 1;
        for (int i = 0; i < data.length; i++) {
            zero *= 1 - data[i] * weights[i];
        }
        return 1 - zero;
    }

    /** The output's stream, of streams of so many bits with sources of their own from a number on. */
    public BitStream run(int bits, int firstSource) {
        BitStream output = null;
        for (int i = 0; i < data.length; i++) {
            var synapse = BitStream.of(data[i], bits, firstSource + 2 * i).and(BitStream.of(weights[i], bits, firstSource + 2 * i + 1));
            output = output == null ? synapse : output.or(synapse);
        }
        return output;
    }

    /**
     * Neurons with random data and weights, measured against their prediction.
     *
     * @param synapses of each neuron
     * @param settings how many neurons
     * @param bits of each stream
     */
    public static Trials trials(int synapses, int settings, int bits) {
        OrLayer.SIZE.check("neuron", synapses);
        OrLayer.SIZE.check("neuron", settings);
        Citations.use(Papers.DANIELS_2020, "stream neuron");
        var random = Seed.root().child("neuron").child("settings").generator();
        double[] predicted = new double[settings];
        double[] measured = new double[settings];
        for (int k = 0; k < settings; k++) {
            double[] data = new double[synapses];
            double[] weights = new double[synapses];
            Arrays.setAll(data, i -> random.nextDouble());
            Arrays.setAll(weights, i -> random.nextDouble());
            var neuron = new StreamNeuron(data, weights);
            predicted[k] = neuron.predicted();
            measured[k] = neuron.run(bits, 2 * synapses * k).mean();
        }
        return new Trials(bits, predicted, measured);
    }

    /**
     * Outputs that were measured, beside their prediction.
     *
     * @param bits of each stream
     */
    public record Trials(int bits, double[] predicted, double[] measured) {

        /** The root of the mean squared difference. */
        public double error() {
            double sum = 0;
            for (int k = 0; k < predicted.length; k++) {
                sum += (measured[k] - predicted[k]) * (measured[k] - predicted[k]);
            }
            return Math.sqrt(sum / predicted.length);
        }

        /** What that should be, by the variance p (1 − p)/n of each. */
        public double expectedError() {
            return Math.sqrt(Arrays.stream(predicted).map(p -> p * (1 - p) / bits).average().orElseThrow());
        }

        /** Measured against predicted, with the line on which they are equal. */
        public Plot plot() {
            return Plot.line(PREDICTED, new double[] {0, 1}, MEASURED, new double[] {0, 1}).named("equal")
                    .points(bits + " bits", predicted, measured).xRange(0, 1).yRange(0, 1).title(bits + " bits");
        }

        /** What a notebook shows: the errors and the plot. */
        public Map<String, Object> mimeBundle() {
            return Page.of(toString()).picture(plot()).mimeBundle();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d neurons, %d bits: off by %s, expected %s", predicted.length, bits,
                    Unit.digits(error()), Unit.digits(expectedError()));
        }
    }
}
