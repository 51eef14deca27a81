package io.larmor.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.ReferenceVector;
import io.larmor.core.Seed;
import io.larmor.learn.Loss;
import io.larmor.network.engine.NetworkPass;
import io.larmor.network.engine.Plan;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of whole networks: the double form against finite differences, the float form against the double form. */
class GradientTest {

    private static final long SEED = 41;

    static Stream<Network> networks() {
        return Stream.of(
                Network.of(12).layer(RfMtjs.of(7)).layer(RfMtjs.of(3)),
                Network.of(9).layer(RfMtjs.of(5)).layer(RfMtjs.of(6)).layer(RfMtjs.of(1)),
                Network.of(10).layer(new Dense(6)).layer(new Dense(3)).loss(Loss.MEAN_SQUARE),
                Network.of(8, 8).layer(RfConvolution.of(3, 3)).layer(new Pool(2, true)).layer(RfMtjs.of(3)),
                Network.of(8, 7, 2).layer(Convolution.of(3, 3)).layer(new Pool(2, false)).layer(Convolution.of(2, 2))
                        .layer(new Dense(4)),
                Network.of(8, 9).layer(RfConvolution.of(3, 3)).layer(Convolution.of(3, 3).stride(2)).layer(new Dense(3)),
                Network.of(6, 6).layer(RfConvolution.of(2, 3)).layer(new Pool(3, false)).layer(new Dense(2)));
    }

    private static double[] parameters(Plan plan) {
        float[] initial = plan.initial(Seed.root(SEED));
        double[] parameters = new double[initial.length];
        Arrays.setAll(parameters, i -> initial[i]);
        return parameters;
    }

    private static double[] input(Plan plan, int samples) {
        var random = Seed.root(SEED).child("input").generator();
        return IntStream.range(0, plan.inputs() * samples).mapToDouble(i -> 0.3 * random.nextDouble()).toArray();
    }

    private static int[] labels(Plan plan, int samples) {
        return IntStream.range(0, samples).map(s -> s % Math.max(2, plan.outputs())).toArray();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theDoubleFormAgreesWithFiniteDifferences(Network network) {
        var plan = network.plan();
        double[] parameters = parameters(plan);
        double[] input = input(plan, 5);
        int[] labels = labels(plan, 5);
        var loss = network.training().loss();
        double[] gradient = new double[parameters.length];
        plan.reference(parameters, input, labels, loss, gradient);
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertTrue(largest > 0, "nothing to compare");
        for (int i = 0; i < parameters.length; i++) {
            double kept = parameters[i];
            // shifts are in gigahertz, a line is a thousandth wide: a difference that is small against that and central
            double step = Fit.radio(network) ? 2e-9 : 1e-6;
            parameters[i] = kept + step;
            double up = plan.reference(parameters, input, labels, loss, null);
            parameters[i] = kept - step;
            double down = plan.reference(parameters, input, labels, loss, null);
            parameters[i] = kept;
            assertEquals((up - down) / (2 * step), gradient[i], 1e-6 * largest + 1e-6 * Math.abs(gradient[i]),
                    network.name() + " parameter " + i + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theFloatFormAgreesWithTheDoubleForm(Network network) {
        var plan = network.plan();
        int samples = 5;
        double[] parameters = parameters(plan);
        double[] input = input(plan, samples);
        int[] labels = labels(plan, samples);
        double[] due = new double[parameters.length];
        double loss = plan.reference(parameters, input, labels, network.training().loss(), due);
        // more room than samples: a last batch is shorter
        var pass = new NetworkPass(plan, samples + 2);
        for (int i = 0; i < input.length; i++) {
            pass.input()[i] = (float) input[i];
        }
        float[] narrow = plan.initial(Seed.root(SEED));
        pass.load(narrow, null);
        pass.forward(samples, 0);
        float[] gradient = new float[parameters.length];
        assertEquals(loss, pass.loss(labels, samples, network.training().loss()) / samples, 2e-4 * loss, network.name());
        pass.backward(samples, gradient);
        double largest = Arrays.stream(due).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < gradient.length; i++) {
            assertEquals(due[i], gradient[i], 1e-3 * largest, network.name() + " parameter " + i + ", seed " + SEED);
        }
    }

    @Test
    void theForwardPassIsThatOfTheOfficialCode() throws IOException {
        var vector = ReferenceVector.read("rf_mlp_forward");
        double[] between = {0, 0, 0, 0, 0};
        var node = vector.about().path("parameters").path("layer1_initial_freq");
        Arrays.setAll(between, i -> node.get(i).asDouble() * 1e9);
        var network = Network.of(8).layer(RfMtjs.of(5).neurons(0.0075, 3.3883707586))
                .layer(RfMtjs.of(3).band(20e6, 120.0001e6).tones(between).resonances(between));
        var plan = network.plan();
        double[] parameters = new double[plan.parameters()];
        int[] sizes = {40, 5, 15, 3};
        long[] seeds = {201, 211, 202, 212};
        double[] scales = {1e-3, 2e-3, 1e-3, 2e-3};
        for (int part = 0, at = 0; part < sizes.length; at += sizes[part], part++) {
            double[] uniform = ReferenceVector.uniform(seeds[part], sizes[part]);
            for (int i = 0; i < sizes[part]; i++) {
                parameters[at + i] = (2 * uniform[i] - 1) * scales[part];
            }
        }
        double[] powers = new double[4 * 8];
        double[] due = new double[4 * 3];
        for (int s = 0; s < 4; s++) {
            for (int i = 0; i < 8; i++) {
                powers[s * 8 + i] = vector.column("P" + i)[s];
            }
            for (int k = 0; k < 3; k++) {
                due[s * 3 + k] = vector.column("out" + k)[s];
            }
        }
        double[] here = plan.reference(parameters, powers, 4);
        for (int i = 0; i < due.length; i++) {
            assertEquals(due[i], here[i], 1e-10 * Math.abs(due[i]), "output " + i);
        }
        double loss = plan.reference(parameters, powers, new int[] {0, 1, 2, 1}, Loss.CROSS_ENTROPY, null);
        double official = vector.about().path("checks").path("loss").asDouble();
        assertEquals(official, loss, 1e-10 * official);
    }
}
