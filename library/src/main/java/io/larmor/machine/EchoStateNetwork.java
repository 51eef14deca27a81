package io.larmor.machine;

import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Readout;
import io.larmor.core.Seed;
import io.larmor.core.States;
import io.larmor.learn.Ridge;
import io.larmor.physics.oscillator.SparseCoupling;
import io.larmor.physics.oscillator.SpectralRadius;
import io.larmor.plot.Page;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An echo state network in software (Jaeger, GMD Report 148, 2001): what hardware reservoirs are measured against. Each node
 * listens to a few others with random weights, scaled to a spectral radius, and to the input:
 * x(t) = (1 - a) x(t-1) + a tanh(W x(t-1) + V u(t) + b). The input is first brought to -1 .. 1 by its training range.
 *
 * @param nodes how many nodes
 * @param radius the spectral radius of W
 * @param leak a; 1 forgets a node's own past, less makes it slow
 * @param input V is uniform in plus and minus this
 * @param bias b is uniform in plus and minus this
 * @param connections to how many nodes each one listens
 * @param saturating whether nodes pass through tanh
 * @param readout what is trained
 * @param repeats how many networks are drawn when it is scored
 */
public record EchoStateNetwork(int nodes, double radius, double leak, double input, double bias, int connections,
        boolean saturating, Readout readout, int repeats) implements StateMachine {

    public static final Parameter NODES = new Parameter("nodes", Quantity.of("nodes"), 1, 20_000, 100,
            "the number of nodes");
    public static final Parameter RADIUS = new Parameter("radius", Quantity.of("spectral radius"), 0, 10, 0.9,
            "how strongly the nodes act on one another; above about 1 old inputs are no longer forgotten");
    public static final Parameter LEAK = new Parameter("leak", Quantity.of("leak"), 1e-6, 1, 1,
            "the share of a node's state that each step renews");
    public static final Parameter INPUT = new Parameter("input", Quantity.of("input scale"), 0, 1000, 0.1,
            "how strongly the input acts on the nodes");
    public static final Parameter BIAS = new Parameter("bias", Quantity.of("bias scale"), 0, 1000, 0.2,
            "how far the nodes are shifted off zero, which makes even powers of the input possible");
    public static final Parameter CONNECTIONS = new Parameter("connections", Quantity.of("connections"), 1, 20_000, 10,
            "to how many nodes each one listens");

    public EchoStateNetwork {
        NODES.check("echoStateNetwork", nodes);
        RADIUS.check("echoStateNetwork", radius);
        LEAK.check("echoStateNetwork", leak);
        INPUT.check("echoStateNetwork", input);
        BIAS.check("echoStateNetwork", bias);
        CONNECTIONS.check("echoStateNetwork", connections);
        Reservoir.REPEATS.check("echoStateNetwork", repeats);
    }

    /** A network with every other default and a ridge whose penalty is chosen on the training data. */
    public static EchoStateNetwork of(int nodes) {
        return new EchoStateNetwork(nodes, RADIUS.standard(), LEAK.standard(), INPUT.standard(), BIAS.standard(),
                (int) CONNECTIONS.standard(), true, new Ridge(Double.NaN), 1);
    }

    /** The same with another spectral radius (default 0.9). */
    public EchoStateNetwork radius(double radius) {
        return new EchoStateNetwork(nodes, radius, leak, input, bias, connections, saturating, readout, repeats);
    }

    /** The same with another leak (default 1: none of a node's own past is kept). */
    public EchoStateNetwork leak(double leak) {
        return new EchoStateNetwork(nodes, radius, leak, input, bias, connections, saturating, readout, repeats);
    }

    /** The same with another input scale (default 0.1). */
    public EchoStateNetwork input(double input) {
        return new EchoStateNetwork(nodes, radius, leak, input, bias, connections, saturating, readout, repeats);
    }

    /** The same with another bias scale (default 0.2). */
    public EchoStateNetwork bias(double bias) {
        return new EchoStateNetwork(nodes, radius, leak, input, bias, connections, saturating, readout, repeats);
    }

    /** The same where each node listens to another number of nodes (default 10, or all of fewer nodes). */
    public EchoStateNetwork connections(int connections) {
        return new EchoStateNetwork(nodes, radius, leak, input, bias, connections, saturating, readout, repeats);
    }

    /** The same without tanh: memory only. */
    public EchoStateNetwork linear() {
        return new EchoStateNetwork(nodes, radius, leak, input, bias, connections, false, readout, repeats);
    }

    /** The same with another readout. */
    public EchoStateNetwork readout(Readout readout) {
        return new EchoStateNetwork(nodes, radius, leak, input, bias, connections, saturating, readout, repeats);
    }

    /** The same, scored over several networks. */
    public EchoStateNetwork repeats(int repeats) {
        return new EchoStateNetwork(nodes, radius, leak, input, bias, connections, saturating, readout, repeats);
    }

    @Override
    public String name() {
        return (saturating ? "echo state network of " : "linear network of ") + nodes;
    }

    @Override
    public States respond(List<double[][]> sequences, List<double[][]> training, Seed seed) {
        int channels = training.get(0)[0].length;
        double[] low = new double[channels];
        double[] high = new double[channels];
        range(training, low, high);
        var law = draw(channels, low, high, seed.child("network").generator());
        var rows = new ArrayList<double[]>();
        for (double[][] frames : sequences) {
            rows.add(law.respond(frames));
        }
        return new States(nodes, rows);
    }

    /** The weights, with the shift and scale of the input folded into them. */
    private EchoState draw(int channels, double[] low, double[] high, Philox random) {
        var raw = SparseCoupling.random(nodes, Math.min(connections, nodes), random);
        double largest = SpectralRadius.of(raw);
        double[] inputs = new double[nodes * channels];
        double[] biases = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            biases[i] = bias * (2 * random.nextDouble() - 1);
            for (int c = 0; c < channels; c++) {
                double weight = input * (2 * random.nextDouble() - 1);
                double half = (high[c] - low[c]) / 2;
                inputs[i * channels + c] = half > 0 ? weight / half : 0;
                biases[i] -= inputs[i * channels + c] * (high[c] + low[c]) / 2;
            }
        }
        // A network without loops has no eigenvalue to scale.
        return new EchoState(largest > 0 ? raw.times(radius / largest) : raw, inputs, biases, leak, saturating);
    }

    private static void range(List<double[][]> training, double[] low, double[] high) {
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (double[][] frames : training) {
            for (double[] frame : frames) {
                for (int c = 0; c < frame.length; c++) {
                    low[c] = Math.min(low[c], frame[c]);
                    high[c] = Math.max(high[c], frame[c]);
                }
            }
        }
    }

    /** What a notebook shows: the settings. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).mimeBundle();
    }

    @Override
    public String toString() {
        return name() + ", spectral radius " + Unit.digits(radius) + ", leak " + Unit.digits(leak) + ", input "
                + Unit.digits(input) + ", bias " + Unit.digits(bias) + ", " + Math.min(connections, nodes)
                + " connections a node, " + readout.description();
    }
}
