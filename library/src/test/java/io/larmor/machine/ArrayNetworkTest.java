package io.larmor.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.device.Nanorings;
import io.larmor.device.Wire;
import io.larmor.encoding.Direct;
import io.larmor.encoding.RotatingField;
import io.larmor.learn.Logistic;
import io.larmor.learn.Ridge;
import io.larmor.task.LabelledSequence;
import io.larmor.task.Narma;
import io.larmor.task.SequenceTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrayNetworkTest {

    private static final RotatingField FIELD = RotatingField.standard().samples(8).swing(1.2e-3);

    @BeforeEach
    void seed() {
        Seed.session(4);
    }

    @AfterEach
    void standardSeed() {
        Seed.session(Seed.STANDARD);
    }

    private static Reservoir node() {
        return Reservoir.of(Nanorings.of(4, 4)).encode(FIELD);
    }

    /** High or low levels with noise, in two groups of takes. */
    private static SequenceTask levels(int takes) {
        var random = new Philox(11);
        var all = new ArrayList<LabelledSequence>();
        for (int take = 0; take < takes; take++) {
            for (int label = 0; label < 2; label++) {
                double[][] frames = new double[6][1];
                for (double[] frame : frames) {
                    frame[0] = label + 0.2 * random.nextGaussian();
                }
                all.add(new LabelledSequence(frames, label, take, label + " " + take));
            }
        }
        return SequenceTask.of("levels", "generated", List.of("low", "high"), all).folds(4);
    }

    @Test
    void twoLayersLearnAToyAndThreadsHaveNoSay() {
        var network = ArrayNetwork.of(node(), 2).layer(node(), 2);
        int before = Parallel.threads();
        try {
            Parallel.threadsWhateverTheCores(1);
            var one = network.score(levels(20));
            Parallel.threadsWhateverTheCores(3);
            var three = network.score(levels(20));
            assertArrayEquals(one.confusion(), three.confusion());
            assertTrue(one.accuracy() > 0.8, "accuracy " + one.accuracy());
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void aSeriesIsFollowedByLayers() {
        var task = Narma.task(2).lengths(150, 0, 60).warmup(20);
        var score = ArrayNetwork.of(node(), 2).layer(node(), 1).score(task);
        assertEquals(60, score.outputs().length);
        assertTrue(score.error() < 1.1, "error " + score.error());
        assertEquals(score.error(), ArrayNetwork.of(node(), 2).layer(node(), 1).score(task).error());
    }

    @Test
    void nodesOfWireAreTheReadoutAlone() {
        var wire = new Reservoir(new Wire(), new Direct(), node().withoutDevice().measure(), node().readout(), 1);
        var task = levels(20);
        assertArrayEquals(wire.score(task).confusion(), ArrayNetwork.of(wire, 1).score(task).confusion());
    }

    @Test
    void everyNodeIsAnArrayOfItsOwn() {
        var network = ArrayNetwork.of(node(), 3).layer(node(), 2);
        assertEquals(5, network.layers().stream().flatMap(List::stream).map(n -> ((Nanorings) n.device()).sample()).distinct().count());
        assertEquals(5, network.nodes());
        assertTrue(network.mimeBundle().get("text/plain").toString().contains("trained sums of layer 1"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ArrayNetwork.of(node(), 0)).getMessage().contains("at least one"));
    }

    @Test
    void readoutsSeeTheSameStates() {
        var machine = node().repeats(1);
        var both = Readouts.compare(machine, levels(20), new Ridge(1e-3), Logistic.standard());
        assertArrayEquals(machine.readout(new Ridge(1e-3)).score(levels(20)).confusion(), both.scores().get(0).confusion());
        assertArrayEquals(machine.readout(Logistic.standard()).score(levels(20)).confusion(), both.of(Logistic.standard().description()).confusion());
    }
}
