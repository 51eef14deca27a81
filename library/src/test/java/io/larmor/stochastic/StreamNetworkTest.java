package io.larmor.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.task.VectorTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamNetworkTest {

    private static final VectorTask TASK = Bars.task();
    private static final StreamNetwork NETWORK = StreamNetwork.of(36, 30, 3).epochs(60).batch(50);
    private static final FittedStreams FITTED = NETWORK.fit(TASK);

    @Test
    void itLearnsWhatNeedsAHiddenLayer() {
        assertTrue(FITTED.closedForm(TASK, TASK.test()) > 0.85, "closed form " + FITTED.closedForm(TASK, TASK.test()));
    }

    @Test
    void manyBitsComeNearTheClosedForm() {
        var run = FITTED.run(TASK, TASK.test(), 64, 4096);
        assertEquals(FITTED.closedForm(TASK, TASK.test()), run.accuracy(4096), 0.03);
        assertTrue(run.stop(2).spent() < 4096);
    }

    /** All hidden neurons see one input, as correlated as can be. */
    @Test
    void delaysMakeTheClosedFormExact() {
        double exact = closedForm(4);
        assertEquals(exact, measured(List.of(1, 4, 1), true), 0.006);
        // Without delays all four are one: a one half of the time, and then 1 - 0.5^4 of the ones pass.
        assertEquals(0.5 * (1 - Math.pow(0.5, 4)), measured(List.of(1, 4, 1), false), 0.006);
    }

    @Test
    void delaysOfDeeperNetworksDoNotOverlap() {
        assertEquals(closedForm(3, 4), measured(List.of(1, 3, 4, 1), true), 0.006);
        assertEquals(1 + 1, StreamRunner.warmUp(List.of(1, 3, 4, 1)), "2 and 9 bits, in whole words");
    }

    /** An input of 0.5, weights of 1 to the first hidden layer and of 0.5 behind it. */
    private static double closedForm(int... hidden) {
        double p = 0.5;
        for (int neurons : hidden) {
            p = 1 - Math.pow(1 - 0.5 * p, neurons);
        }
        return p;
    }

    private static double measured(List<Integer> sizes, boolean delays) {
        int bits = 1 << 17;
        var task = new VectorTask("one", "Generated.", List.of("only"), new int[] {1}, new float[] {0.5f}, new int[] {0}, new int[] {0},
                new int[0], new int[0]);
        var weights = new ArrayList<float[]>();
        for (int l = 0; l + 1 < sizes.size(); l++) {
            float[] all = new float[sizes.get(l) * sizes.get(l + 1)];
            Arrays.fill(all, l == 0 ? 1 : 0.5f);
            weights.add(all);
        }
        double[] share = new double[1];
        new StreamRunner(sizes, weights, delays, 16, Seed.root(3)).run(task, new int[] {0}, new int[] {bits},
                (point, s, counts) -> share[0] = counts[0] / (double) counts[2]);
        return share[0];
    }

    @Test
    void threadsHaveNoSay() {
        int before = Parallel.threads();
        try {
            Parallel.threadsWhateverTheCores(1);
            var alone = NETWORK.epochs(2).fit(TASK);
            var one = alone.run(TASK, TASK.test(), 64, 192);
            Parallel.threadsWhateverTheCores(3);
            var among = NETWORK.epochs(2).fit(TASK);
            assertArrayEquals(alone.weights(0), among.weights(0));
            assertArrayEquals(one.sureness(), among.run(TASK, TASK.test(), 64, 192).sureness());
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void energyIsBitsTimesGates() {
        assertEquals((1000.0 + FITTED.latency()) * FITTED.gates() * 20e-15, FITTED.energy(1000, 20e-15), 1e-18);
        assertEquals(64, FITTED.latency(), "29 bits of delay, in whole words");
        assertEquals(0, FITTED.withoutDelays().latency());
    }

    @Test
    void badInputIsNamed() {
        assertTrue(message(() -> StreamNetwork.of(5)).contains("for example"));
        assertTrue(message(() -> StreamNetwork.of(5, 0, 2)).contains("streamNetwork.size"));
        assertTrue(message(() -> NETWORK.fit(Bars.parts())).contains("streamNetwork of [36, 30, 3]"));
        assertTrue(message(() -> FITTED.run(TASK, TASK.test(), 100)).contains("multiples of 64"));
        assertTrue(message(() -> FITTED.run(TASK, TASK.test(), 128, 64)).contains("rising"));
        float[] loud = TASK.values().clone();
        loud[7] = 1.5f;
        var bad = new VectorTask(TASK.name(), TASK.origin(), TASK.classes(), TASK.shape(), loud, TASK.labels(), TASK.train(),
                TASK.validation(), TASK.test());
        assertTrue(message(() -> NETWORK.fit(bad)).contains("sample 0 has 1.5 at place 7"));
    }

    private static String message(Runnable bad) {
        return assertThrows(IllegalArgumentException.class, bad::run).getMessage();
    }
}
