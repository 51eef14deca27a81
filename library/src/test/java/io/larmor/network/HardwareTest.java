package io.larmor.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import io.larmor.learn.Adam;
import io.larmor.network.engine.Plan;
import io.larmor.network.engine.Twin;
import io.larmor.network.hardware.Energy;
import io.larmor.network.hardware.Imperfection;
import io.larmor.network.hardware.Platforms;
import io.larmor.network.hardware.Realization;
import io.larmor.physics.Constants;
import io.larmor.task.PowerPairs;
import io.larmor.task.VectorTask;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What hardware does to a network, and what it costs. */
class HardwareTest {

    private static final Plan PLAN = Network.of(200).layer(RfMtjs.of(100)).layer(RfMtjs.of(5)).plan();
    private static final float[] IDEAL = PLAN.initial(Seed.root(8));

    private static Twin twin(Imperfection... imperfections) {
        return Realization.of(PLAN, IDEAL, List.of(imperfections), Seed.root(9));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    @Test
    void spreadIsAPartOfTheWholeResonanceAndOfThePower() {
        var twin = twin(new Imperfection.Spread(0.02));
        double[] parts = IntStream.range(0, 20_000).mapToDouble(i -> {
            double resonance = 0.02 + 0.1 * (i % 200) / 199 + IDEAL[i];
            return (twin.parameters()[i] - IDEAL[i]) / resonance;
        }).toArray();
        assertEquals(0.02, deviation(parts), 0.0005, "seeds 8, 9");
        double[] powers = IntStream.range(0, 100).mapToDouble(i -> twin.powers()[1][i]).toArray();
        assertEquals(0.02, deviation(powers), 0.005);
        // biases are electronics, not resonators
        assertArrayEquals(Arrays.copyOfRange(IDEAL, 20_000, 20_100), Arrays.copyOfRange(twin.parameters(), 20_000, 20_100));
    }

    @Test
    void errorsOfWritingAreMeasuredByTheLine() {
        var twin = twin(new Imperfection.ProgrammingError(0.1));
        double[] parts = IntStream.range(0, 20_000).mapToDouble(i -> (twin.parameters()[i] - IDEAL[i])
                / (0.01 * (0.02 + 0.1 * (i % 200) / 199))).toArray();
        assertEquals(0.1, deviation(parts), 0.003, "seeds 8, 9");
    }

    @Test
    void stuckSteppedAndBinaryShifts() {
        var stuck = twin(new Imperfection.Stuck(0.3)).parameters();
        assertEquals(6000, IntStream.range(0, 20_000).filter(i -> stuck[i] == 0).count(), 250, "seeds 8, 9");
        var stepped = twin(new Imperfection.TuningSteps(5)).parameters();
        assertEquals(5, IntStream.range(0, 20_000).mapToObj(i -> (float) (Math.rint(stepped[i] * 1e9) / 1e9)).distinct().count());
        var binary = twin(new Imperfection.VortexPolarity(1)).parameters();
        double mean = IntStream.range(0, 20_000).mapToDouble(i -> Math.abs(IDEAL[i])).average().orElseThrow();
        for (int i = 0; i < 20_000; i++) {
            assertEquals(Math.signum(IDEAL[i]) * mean, binary[i], 1e-4 * mean);
        }
        assertEquals(16, (int) new Imperfection.TuningSteps(16).value());
        assertThrows(IllegalArgumentException.class, () -> new Imperfection.TuningSteps(2.5));
    }

    @Test
    void noiseHasTheStatedSize() {
        var network = Network.of(4).layer(RfMtjs.of(3));
        var fitted = network.batch(4).epochs(1).fit(repeated(4000));
        double[] ideal = fitted.outputs(0.1f, 0.2f, 0.3f, 0.4f);
        assertArrayEquals(ideal, fitted.with(new Imperfection.ReadNoise(0)).outputs(0.1f, 0.2f, 0.3f, 0.4f));
        double thermal = 1e3 * Math.sqrt(4 * Constants.BOLTZMANN * 300 * 4 * 1e3 * 5e6);
        assertEquals(thermal, noise(network, new Imperfection.Temperature(300)), 0.03 * thermal, "seed 9");
        assertEquals(0.5, noise(network, new Imperfection.ReadNoise(0.5e-3)), 0.015, "seed 9");
    }

    private static double noise(Network network, Imperfection imperfection) {
        var plan = network.plan();
        var parameters = plan.initial(Seed.root(1));
        var pass = new io.larmor.network.engine.NetworkPass(plan, 3000);
        pass.load(parameters, Realization.of(plan, parameters, List.of(imperfection), Seed.root(9)));
        pass.forward(3000, 0);
        return deviation(IntStream.range(0, 3000).mapToDouble(s -> pass.output()[3 * s]).toArray());
    }

    private static VectorTask repeated(int samples) {
        float[] values = new float[4 * 6];
        Arrays.fill(values, 0.3f);
        return new VectorTask("same", "generated", List.of("a", "b", "c"), new int[] {4}, values, new int[] {0, 1, 2, 0, 1, 2},
                new int[] {0, 1, 2, 3}, new int[0], new int[] {4, 5});
    }

    @Test
    void trainingInTheLoopKnowsItsHardware() {
        var task = Toys.bumps(24, 4, 360);
        var network = Network.of(24).layer(RfMtjs.of(12)).layer(RfMtjs.of(4)).optimizer(Adam.of(2e-5)).batch(60).epochs(60);
        // half a linewidth; beyond a whole one the ideal gradient leads nowhere
        var spread = new Imperfection.Spread(0.005);
        double ignorant = network.fit(task).with(spread).score(task).accuracy();
        double knowing = network.inTheLoop(spread).fit(task).score(task).accuracy();
        assertTrue(knowing > 0.9 && knowing > ignorant + 0.1, knowing + " against " + ignorant);
    }

    @Test
    void robustnessFallsWithTheSpread() {
        var task = Toys.bumps(24, 4, 360);
        var fitted = Network.of(24).layer(RfMtjs.of(12)).layer(RfMtjs.of(4)).optimizer(Adam.of(2e-5)).batch(60).epochs(60).fit(task);
        var sweep = fitted.robustness(task, new Imperfection.Spread(0), new double[] {0, 0.3}, 4);
        assertEquals(100 * fitted.score(task).accuracy(), sweep.ys()[0], 1e-9);
        assertEquals(0, sweep.spreads()[0], 1e-9);
        assertTrue(sweep.ys()[1] < sweep.ys()[0] - 10 && sweep.spreads()[1] > 0, Arrays.toString(sweep.ys()));
        assertArrayEquals(sweep.ys(), fitted.robustness(task, new Imperfection.Spread(0), new double[] {0, 0.3}, 4).ys());
    }

    @Test
    void nineJunctionsTellWhatNoLineParts() {
        for (VectorTask task : List.of(PowerPairs.xor(1000), PowerPairs.ring(1000))) {
            double line = Network.of(2).layer(new Dense(1)).optimizer(Adam.of(0.05)).batch(50).epochs(50).score(task).accuracy();
            assertTrue(line < 0.8, task.name() + ": a line parts " + line);
            double junctions = Network.nineJunctions().fitBest(task).score(task, 3).accuracy();
            assertTrue(junctions >= 0.95, task.name() + ": " + junctions);
        }
        assertEquals(6, Network.nineJunctions().synapses());
    }

    @Test
    void energyIsThatOfTheLecture() {
        var digits = Network.of(784).layer(RfMtjs.of(128)).layer(RfMtjs.of(10)).energy();
        assertEquals(101_632, digits.synapses());
        assertEquals(1.1e-9, digits.perInference(), 0.05e-9);
        var larger = Network.of(784).layer(RfMtjs.of(300)).layer(RfMtjs.of(10)).energy();
        assertEquals(238_200, larger.synapses());
        assertEquals(1084, larger.neurons(), "the neurons that the slide names");
        assertEquals(2.5e-9, larger.perInference(), 0.05e-9);
        assertEquals(67.9e-9, new Energy("CNN", 6_700_000, 8576).perInference(), 0.05e-9);
        var drones = Network.of(256).layer(RfMtjs.of(128)).layer(RfMtjs.of(10)).energy();
        assertEquals(34_048, drones.synapses());
        assertEquals(3.4e-3, drones.synapsePower(), 0.05e-3);
        assertEquals(3.4048e-3 + 384e-6, drones.power(), 1e-9);
        assertEquals(2 * 34_048 / 100e-9, drones.operations(), 1);
        assertEquals(2 * 34_048 / drones.perInference(), drones.operationsPerWatt(), 1);
        assertTrue(drones.mimeBundle().get("text/plain").toString().contains("TOPS/W"));
        assertThrows(IllegalArgumentException.class, () -> Network.of(784).layer(new Dense(10)).energy());
    }

    @Test
    void powersOfPlatformsAreDerived() {
        double[] watts = Platforms.standard().rows().stream().mapToDouble(Platforms.Row::power).toArray();
        double[] lecture = {106, 0.30, 0.27e-3, 108e-3, 14.8e-3, 6.25e-3, 175e-3};
        for (int i = 0; i < lecture.length; i++) {
            assertEquals(lecture[i], watts[i], 0.01 * lecture[i], "row " + i);
        }
    }
}
