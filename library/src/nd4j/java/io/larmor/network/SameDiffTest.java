package io.larmor.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import io.larmor.learn.Loss;
import io.larmor.network.engine.Plan;
import io.larmor.physics.rf.OscillatorNeuron;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradients of whole networks against the automatic differentiation of ND4J, to which only the forward equations are told. In
 * the Maven profile {@code nd4j}, for its natives are 128 MB.
 */
class SameDiffTest {

    private static final int SAMPLES = 6;
    private static final int[] LABELS = {0, 1, 2, 0, 1, 2};

    private final SameDiff graph = SameDiff.create();

    private static double[] uniform(int count, double scale, String name) {
        var random = Seed.root(77).child(name).generator();
        return IntStream.range(0, count).mapToDouble(i -> scale * random.nextDouble()).toArray();
    }

    private SDVariable constant(String name, double[] values, long... shape) {
        return graph.constant(name, Nd4j.create(values, shape, DataType.DOUBLE));
    }

    private SDVariable variable(String name, double[] parameters, int at, long... shape) {
        int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return graph.var(name, Nd4j.create(Arrays.copyOfRange(parameters, at, at + count), shape, DataType.DOUBLE));
    }

    /** Volts (factor 1) or millivolts (1000) of chains whose resonators have the tones' frequencies. */
    private SDVariable chains(String name, SDVariable powers, double[] tones, int chains, double[] parameters, int at,
            double factor) {
        int n = tones.length;
        double alpha = Chains.DAMPING.standard();
        double[] signs = IntStream.range(0, n).mapToDouble(k -> k % 2 == 0 ? -1 : 1).toArray();
        SDVariable resonance = graph.reshape(variable(name + "w", parameters, at, chains, n), chains, n, 1)
                .add(constant(name + "f", tones, 1, n, 1));
        SDVariable detuning = constant(name + "t", tones, 1, 1, n).sub(resonance);
        SDVariable half = resonance.mul(alpha);
        SDVariable line = half.mul(detuning).mul(2).div(half.mul(half).add(detuning.mul(detuning)));
        SDVariable weights = line.mul(constant(name + "s", signs, 1, n, 1)).sum(1)
                .mul(factor * Chains.SENSITIVITY.standard() / 1e6);
        return powers.mmul(graph.transpose(weights)).add(variable(name + "b", parameters, at + chains * n, 1, chains).mul(factor));
    }

    private SDVariable oscillators(SDVariable volts) {
        SDVariable current = volts.add(OscillatorNeuron.OFFSET.standard()).mul(1e3 * OscillatorNeuron.GAIN.standard());
        SDVariable clamped = graph.nn.relu(current.sub(10), 0).sub(graph.nn.relu(current.sub(40), 0)).add(10);
        SDVariable xi = clamped.div(10);
        return xi.sub(1).div(xi.add(2)).mul(clamped).mul(clamped).mul(1.25e-3);
    }

    private void compare(Plan plan, double[] parameters, double[] input, SDVariable outputs, List<String> names) {
        double[] hot = new double[SAMPLES * 3];
        for (int s = 0; s < SAMPLES; s++) {
            hot[3 * s + LABELS[s]] = 1;
        }
        SDVariable exp = graph.math.exp(outputs);
        SDVariable right = exp.mul(constant("labels", hot, SAMPLES, 3)).sum(1).div(exp.sum(1));
        SDVariable loss = graph.math.log(right).mean().neg();
        loss.markAsLoss();
        double[] due = new double[parameters.length];
        double here = plan.reference(parameters, input, LABELS, Loss.CROSS_ENTROPY, due);
        assertEquals(loss.eval().getDouble(0), here, 1e-10 * here);
        Map<String, INDArray> theirs = graph.calculateGradients(Map.of(), names);
        double largest = Arrays.stream(due).map(Math::abs).max().orElseThrow();
        assertTrue(largest > 0);
        int at = 0;
        for (String name : names) {
            for (double expected : theirs.get(name).dup('c').data().asDouble()) {
                assertEquals(expected, due[at], 1e-9 * largest, name + " at " + at + ", seed 77");
                at++;
            }
        }
        assertEquals(due.length, at);
    }

    private static double[] parameters(Plan plan) {
        float[] initial = plan.initial(Seed.root(78));
        return IntStream.range(0, initial.length).mapToDouble(i -> initial[i]).toArray();
    }

    @Test
    void junctionsHaveTheGradientOfTheirEquations() {
        var plan = Network.of(12).layer(RfMtjs.of(7)).layer(RfMtjs.of(3)).plan();
        double[] parameters = parameters(plan);
        double[] input = uniform(SAMPLES * 12, 0.3, "junctions");
        double[] even = IntStream.range(0, 12).mapToDouble(i -> 0.02 + 0.1 * i / 11).toArray();
        double[] ratios = IntStream.range(0, 7).mapToDouble(i -> 0.02 * Math.pow(6, i / 6.0)).toArray();
        SDVariable powers = constant("powers", input, SAMPLES, 12);
        SDVariable hidden = oscillators(chains("1", powers, even, 7, parameters, 0, 1));
        compare(plan, parameters, input, chains("2", hidden, ratios, 3, parameters, 7 * 13, 1e3), List.of("1w", "1b", "2w", "2b"));
    }

    @Test
    void softwareHasTheGradientOfItsEquations() {
        var plan = Network.of(9).layer(new Dense(5)).layer(new Dense(3)).plan();
        double[] parameters = parameters(plan);
        double[] input = uniform(SAMPLES * 9, 1, "software");
        SDVariable first = constant("x", input, SAMPLES, 9).mmul(graph.transpose(variable("1w", parameters, 0, 5, 9)))
                .add(variable("1b", parameters, 45, 1, 5));
        SDVariable second = graph.nn.relu(first, 0).mmul(graph.transpose(variable("2w", parameters, 50, 3, 5)))
                .add(variable("2b", parameters, 65, 1, 3));
        compare(plan, parameters, input, second, List.of("1w", "1b", "2w", "2b"));
    }
}
