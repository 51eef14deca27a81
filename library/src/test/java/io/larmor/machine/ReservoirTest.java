package io.larmor.machine;

import static io.larmor.dsl.Larmor.amplitude;
import static io.larmor.dsl.Larmor.macrospin;
import static io.larmor.dsl.Larmor.mask;
import static io.larmor.dsl.Larmor.reservoir;
import static io.larmor.dsl.Larmor.ridge;
import static io.larmor.dsl.Larmor.sineSquare;
import static io.larmor.dsl.Larmor.stno;
import static io.larmor.dsl.Larmor.wire;
import static io.larmor.units.Units.mA;
import static io.larmor.units.Units.ns;
import static io.larmor.units.Units.ps;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import io.larmor.core.States;
import io.larmor.task.LabelledSequence;
import io.larmor.task.SequenceTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ReservoirTest {

    private final Reservoir small = reservoir(stno().current(mA(6))).encode(mask(24).every(ns(100)))
            .measure(amplitude()).readout(ridge(1e-6));

    @Test
    void tellsSineFromSquareWhichNoControlCan() {
        var oscillator = small.repeats(5).readout(ridge()).score(sineSquare());
        assertTrue(oscillator.accuracy() >= 0.99, oscillator.toString());
        assertTrue(small.withoutDevice().readout(ridge()).score(sineSquare()).accuracy() < 0.7);
        assertTrue(small.rawInput().readout(ridge()).score(sineSquare()).accuracy() < 0.7);
    }

    @Test
    void threadsHaveNoSay() {
        var noisy = small.readout(ridge(1e-6)).encode(mask(10));
        var machine = reservoir(stno().noise(1e-5)).encode(noisy.encoding()).readout(ridge(1e-6));
        int before = Parallel.threads();
        try {
            double[][] first = null;
            for (int threads : new int[] {1, 2, 7}) {
                Parallel.threadsWhateverTheCores(threads);
                var rows = machine.states(words(40)).rows().toArray(double[][]::new);
                first = first == null ? rows : first;
                for (int i = 0; i < rows.length; i++) {
                    assertArrayEquals(first[i], rows[i], 0, threads + " threads, sequence " + i);
                }
            }
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void aSequenceAnswersAlikeInAnyCompany() {
        var task = words(40);
        var few = new SequenceTask(task.name(), task.origin(), task.classes(), task.sequences().subList(0, 5),
                List.of(), false);
        var fitted = reservoir(stno()).encode(mask(10)).readout(ridge(1e-6)).fit(task);
        States alone = fitted.states(few.sequences().get(3).frames());
        var all = fitted.states(task.sequences().get(3).frames());
        assertArrayEquals(all.rows().get(0), alone.rows().get(0), 0);
        assertEquals(task.sequences().get(3).length(), alone.frames());
        assertEquals(10, alone.width());
    }

    @Test
    void whatIsTestedIsNeverTrainedOn() {
        var task = words(40);
        var machine = reservoir(stno()).encode(mask(20)).readout(ridge(1e-6));
        // Spoiling the test words of the first split must not move its states' encoding: the training words answer alike.
        var spoiled = new ArrayList<>(task.sequences());
        for (int i : task.splits().get(0).test()) {
            var own = spoiled.get(i);
            spoiled.set(i, new LabelledSequence(new double[][] {{1e6, -1e6, 1e6}}, own.label(), own.group(), own.id()));
        }
        var other = new SequenceTask(task.name(), task.origin(), task.classes(), spoiled, task.splits(), false);
        int trained = task.splits().get(0).train()[0];
        assertArrayEquals(machine.states(task).rows().get(trained), machine.states(other).rows().get(trained), 0);
    }

    @Test
    void labelsDealtAnewAreNotLearned() {
        var task = words(200);
        var machine = reservoir(stno()).encode(mask(20)).readout(ridge(1e-3));
        assertTrue(machine.score(task).accuracy() > 0.9, "the words can be told apart");
        double shuffled = machine.score(task.relabelled(new Philox(8).permutation(200))).accuracy();
        assertEquals(task.chance(), shuffled, 0.12, "seed 8");
    }

    @Test
    void predictsAfterFit() {
        var task = words(60);
        var fitted = reservoir(stno()).encode(mask(20)).readout(ridge(1e-6)).fit(task);
        assertEquals(task.classes().get(task.sequences().get(7).label()), fitted.predict(task.sequences().get(7).frames()));
        assertTrue(fitted.accuracy(task) > 0.9);
    }

    @Test
    void badDescriptionsSayWhatToDo() {
        refused("mask.nodes = 0 is outside 1 .. 100000", () -> mask(0));
        refused("mask.drive = 8 mA around stno.current = 6 mA leaves 0 A .. 20 mA", () ->
                reservoir(stno()).encode(mask(4).drive(mA(8))).score(sineSquare()));
        refused("measure(amplitude()): wire cannot be read so. It offers input().", () ->
                reservoir(wire()).measure(amplitude()));
        refused("there is no data to train on", () -> small.score(
                SequenceTask.of("nothing", "", List.of("a", "b"), List.of())));
        refused("2 .. 160 folds are possible", () -> sineSquare().folds(1));
    }

    private static void refused(String expected, Executable bad) {
        String message = assertThrows(IllegalArgumentException.class, bad).getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.lines().count() <= 2, message);
    }

    /** Noisy short words of three channels: two classes that differ in what comes first. */
    private static SequenceTask words(int count) {
        var random = new Philox(21);
        var sequences = new ArrayList<LabelledSequence>();
        for (int i = 0; i < count; i++) {
            int label = i % 2;
            double[][] frames = new double[4 + random.nextInt(5)][3];
            for (int t = 0; t < frames.length; t++) {
                for (int c = 0; c < 3; c++) {
                    frames[t][c] = (c == label ? 1 : 0) + 0.3 * random.nextGaussian();
                }
            }
            sequences.add(new LabelledSequence(frames, label, i % 5, "word " + i));
        }
        return SequenceTask.of("two words", "generated", List.of("first", "second"), sequences);
    }

    /** What is beside a machine, and in how many batches, changes nothing: noise and mask of each run hang on its own seed. */
    @Test
    void machinesSideBySideScoreLikeEachAlone() {
        var task = sineSquare(16);
        var spin = macrospin().temperature(300);
        var machines = List.of(reservoir(stno().current(mA(6)).noise(1e-4)).encode(mask(12)).repeats(3),
                reservoir(stno().current(mA(5)).noise(1e-4)).encode(mask(12)), reservoir(stno().current(mA(5))).encode(mask(7)),
                reservoir(spin).encode(mask(4).every(ps(10))), reservoir(spin.damping(0.05)).encode(mask(4).every(ps(10))));
        var together = Reservoir.scores(machines, task);
        for (int i = 0; i < machines.size(); i++) {
            assertArrayEquals(machines.get(i).score(task).accuracies(), together.get(i).accuracies(), "machine " + i);
        }
    }
}
