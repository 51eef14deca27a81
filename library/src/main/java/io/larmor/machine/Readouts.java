package io.larmor.machine;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import io.larmor.core.Readout;
import io.larmor.core.Score;
import io.larmor.core.Scores;
import io.larmor.core.Seed;
import io.larmor.task.SequenceTask;
import java.util.stream.IntStream;

/** Several readouts of one machine: it is played once a split, and all of them are trained on the same states. */
public final class Readouts {

    private Readouts() {
    }

    /**
     * Trains and tests every readout on every split of a task.
     *
     * @param machine whose states they see; its own readout is not used
     * @return a score for each readout, under its description
     */
    public static Scores compare(Reservoir machine, SequenceTask task, Readout... readouts) {
        long begin = System.nanoTime();
        int splits = task.splits().size();
        int classes = task.classes().size();
        double[][][] accuracies = new double[readouts.length][1][splits];
        long[][][] confusions = new long[readouts.length][classes][classes];
        var frames = task.sequences().stream().map(s -> s.frames()).toList();
        try (var progress = Progress.of("readouts of " + machine.device().name(), splits)) {
            for (int k = 0; k < splits; k++) {
                var split = task.splits().get(k);
                var training = IntStream.of(split.train()).mapToObj(frames::get).toList();
                var states = machine.respond(frames, training, Seed.root().child("reservoir").child(0));
                int[] labels = IntStream.of(split.train()).map(i -> task.sequences().get(i).label()).toArray();
                int[] groups = IntStream.of(split.train()).map(i -> task.sequences().get(i).group()).toArray();
                int at = k;
                Parallel.forEach("readouts", readouts.length, r -> {
                    var trained = readouts[r].fit(states.of(split.train()), labels, groups, classes);
                    int right = 0;
                    for (int i : split.test()) {
                        int truth = task.sequences().get(i).label();
                        int said = FittedReservoir.winner(states, i, trained, classes);
                        confusions[r][truth][said]++;
                        right += said == truth ? 1 : 0;
                    }
                    accuracies[r][0][at] = (double) right / split.test().length;
                });
                progress.step();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var all = Scores.titled(task.name());
        for (int r = 0; r < readouts.length; r++) {
            all = all.and(readouts[r].description(), new Score(task.name(), task.origin(), task.classes(), accuracies[r], confusions[r],
                    readouts[r].description(), seconds, Seed.sessionNumber()));
        }
        return all;
    }
}
