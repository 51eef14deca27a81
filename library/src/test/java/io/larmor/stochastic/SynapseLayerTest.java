package io.larmor.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.device.DwSynapse;
import io.larmor.task.VectorTask;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SynapseLayerTest {

    private static final VectorTask TASK = Bars.parts();
    private static final SynapseLayer LAYER = SynapseLayer.standard().epochs(60).batch(50);
    private static final FittedSynapses ONE = LAYER.fit(TASK);
    private static final FittedSynapses ANY = LAYER.reads(0).fit(TASK);

    @Test
    void moreReadsComeNearTheLimit() {
        var reads = ANY.read(TASK, TASK.test(), 1, 16, 256, 4096);
        double limit = ANY.limit(TASK, TASK.test());
        assertTrue(limit > 0.85, "limit " + limit);
        assertTrue(reads.accuracy(1) < limit - 0.05, "one read of synapses that are not trained for it: " + reads);
        assertEquals(limit, reads.accuracy(4096), 0.03);
    }

    @Test
    void trainingForOneReadIsBestAtOneReadAndMakesSurerSynapses() {
        // All samples, few epochs and three trainings, so that there is something to tell apart.
        int[] all = IntStream.range(0, TASK.samples()).toArray();
        double trained = 0;
        double other = 0;
        for (int repeat = 0; repeat < 3; repeat++) {
            var one = LAYER.epochs(30).repeat(repeat).fit(TASK);
            var any = LAYER.epochs(30).repeat(repeat).reads(0).fit(TASK);
            trained += one.read(TASK, all, 1).accuracy(1) / 3;
            other += any.read(TASK, all, 1).accuracy(1) / 3;
            assertTrue(variance(one) < variance(any), "the rule gives up chance where reads are few");
        }
        assertTrue(trained > other + 0.01, trained + " against " + other);
    }

    private static double variance(FittedSynapses fitted) {
        double sum = 0;
        for (float p : fitted.probabilities()) {
            sum += p * (1 - p);
        }
        return sum;
    }

    @Test
    void threadsHaveNoSay() {
        int before = Parallel.threads();
        try {
            Parallel.threadsWhateverTheCores(1);
            var alone = LAYER.epochs(3).fit(TASK);
            var one = alone.read(TASK, TASK.test(), 1, 70);
            Parallel.threadsWhateverTheCores(3);
            var among = LAYER.epochs(3).fit(TASK);
            assertArrayEquals(alone.probabilities(), among.probabilities());
            assertArrayEquals(one.sureness(), among.read(TASK, TASK.test(), 1, 70).sureness());
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void anotherRepeatIsAnotherTraining() {
        assertTrue(!Arrays.equals(LAYER.epochs(1).fit(TASK).probabilities(), LAYER.epochs(1).repeat(1).fit(TASK).probabilities()));
    }

    @Test
    void aReadCostsWhatItsWallsGiveOff() {
        double energy = ONE.energyPerRead(DwSynapse.standard());
        double most = ONE.synapses() * DwSynapse.standard().field(7e-3).energy();
        assertTrue(energy > 0 && energy < most, energy + " of at most " + most);
    }

    @Test
    void badInputIsNamed() {
        assertTrue(message(() -> LAYER.reads(-1)).contains("synapseLayer.reads = -1 is outside"));
        assertTrue(message(() -> LAYER.epochs(0)).contains("synapseLayer.epochs"));
        assertTrue(message(() -> ONE.read(TASK, TASK.test(), 0)).contains("1 or more"));
        assertTrue(message(() -> ONE.read(TASK, TASK.test(), 4, 2)).contains("rise"));
        assertTrue(message(() -> ONE.read(Bars.task(), Bars.task().test(), 1)).contains("trained for 20 and 4"));
    }

    private static String message(Runnable bad) {
        return assertThrows(IllegalArgumentException.class, bad::run).getMessage();
    }
}
