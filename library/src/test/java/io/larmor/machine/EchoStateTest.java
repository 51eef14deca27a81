package io.larmor.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.ReferenceVector;
import io.larmor.core.Metric;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.core.States;
import io.larmor.learn.Ridge;
import io.larmor.physics.oscillator.DenseCoupling;
import io.larmor.physics.oscillator.SparseCoupling;
import io.larmor.physics.oscillator.SpectralRadius;
import io.larmor.task.Lorenz63;
import io.larmor.task.MackeyGlass;
import io.larmor.task.Narma;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EchoStateTest {

    private static final int NODES = 20;

    @Test
    void statesPredictionAndErrorMatchTheReferenceVector() throws IOException {
        var vector = ReferenceVector.read("esn20_states");
        double[] uniform = ReferenceVector.uniform(101, NODES * NODES);
        double[][] w = new double[NODES][NODES];
        for (int i = 0; i < NODES * NODES; i++) {
            w[i / NODES][i % NODES] = 2 * uniform[i] - 1;
        }
        var raw = DenseCoupling.of(w);
        double scale = vector.parameter("scale");
        assertEquals(scale, 0.8 / SpectralRadius.of(raw), 1e-12);
        double[] inputs = Arrays.stream(ReferenceVector.uniform(102, NODES)).map(x -> 0.5 * (2 * x - 1)).toArray();
        double[] bias = Arrays.stream(ReferenceVector.uniform(103, NODES)).map(x -> 0.1 * (2 * x - 1)).toArray();
        double[][] frames = Arrays.stream(vector.column("u")).mapToObj(u -> new double[] {u}).toArray(double[][]::new);
        double[] rows = new EchoState(raw.times(scale), inputs, bias, 0.5, true).respond(frames);
        for (int i = 0; i < NODES; i++) {
            double[] expected = vector.column("x" + i);
            for (int t = 0; t < expected.length; t++) {
                assertEquals(expected[t], rows[t * NODES + i], 1e-12, "node " + i + " at " + t);
            }
        }
        var states = new States(NODES, List.of(rows));
        double[] target = vector.column("target");
        var trained = new Ridge(1e-6).fit(states.between(0, 50, 300), List.of(Arrays.copyOfRange(target, 50, 300)), 1);
        double[][] outputs = new double[target.length][1];
        for (int t = 0; t < target.length; t++) {
            trained.accumulate(rows, t * NODES, outputs[t]);
            assertEquals(vector.column("prediction")[t], outputs[t][0], 1e-8, "prediction at " + t);
        }
        double[][] due = Arrays.stream(target).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
        assertEquals(vector.parameter("nrmse_test_300_399"), Metric.NRMSE.of(Arrays.copyOfRange(outputs, 300, 400),
                Arrays.copyOfRange(due, 300, 400)), 1e-8);
    }

    @Test
    void theSpectralRadiusOfLargeNetworksIsFound() {
        // Known by construction: a permutation turned by its cycles has all eigenvalues on the circle of its strength.
        int n = 300;
        int[][] sources = new int[n][1];
        double[][] strengths = new double[n][1];
        for (int i = 0; i < n; i++) {
            sources[i][0] = (i + 1) % n;
            strengths[i][0] = 0.7;
        }
        assertEquals(0.7, SpectralRadius.of(SparseCoupling.of(sources, strengths)), 1e-3);
        // The circular law: n sources of variance 1/3 spread the eigenvalues over a disk of radius sqrt(sources / 3).
        double large = SpectralRadius.of(SparseCoupling.random(800, 48, new Philox(5)));
        assertEquals(4, large, 0.15, "seed 5");
    }

    @Test
    void tanhIsTanh() {
        for (double x = -40; x < 40; x += 0.0137) {
            assertEquals(Math.tanh(x), EchoState.tanh(x), 4e-16, "at " + x);
        }
        assertEquals(0, EchoState.tanh(0));
    }

    @Test
    void followsTheSeriesThatEveryoneTries() {
        var network = EchoStateNetwork.of(100);
        assertTrue(network.score(Narma.task(10)).error() < 0.45, () -> network.score(Narma.task(10)).summary());
        assertTrue(network.score(Narma.task(2)).error() < 0.15, () -> network.score(Narma.task(2)).summary());
        assertTrue(network.score(MackeyGlass.task(1)).error() < 1e-3, () -> network.score(MackeyGlass.task(1)).summary());
        assertTrue(network.score(Lorenz63.task()).error() < 1e-2, () -> network.score(Lorenz63.task()).summary());
    }

    @Test
    void repeatsDrawOtherNetworksAndTheSameSeedTheSameOne() {
        var task = Narma.task(2).lengths(300, 0, 100);
        var score = EchoStateNetwork.of(30).repeats(3).score(task);
        assertEquals(3, Arrays.stream(score.errors()).distinct().count());
        assertArrayEquals(score.errors(), EchoStateNetwork.of(30).repeats(3).score(task).errors(), 0);
        assertTrue(score.spread() > 0);
    }

    @Test
    void aDelayLineHoldsTheLastInputs() {
        double[][] frames = {{1, 10}, {2, 20}, {3, 30}};
        var states = DelayLine.of(2).respond(List.<double[][]>of(frames), List.<double[][]>of(frames), Seed.root());
        assertArrayEquals(new double[] {1, 10, 0, 0}, states.frame(0, 0), 0);
        assertArrayEquals(new double[] {3, 30, 2, 20}, states.frame(0, 2), 0);
    }
}
