package io.larmor.machine;

import io.larmor.core.Readout;
import io.larmor.core.States;
import io.larmor.task.LabelledSequence;
import io.larmor.task.SequenceTask;
import java.util.List;

/** A reservoir whose encoding and readout are settled: it predicts. Made by {@link Reservoir#fit}. */
public final class FittedReservoir {

    private final Reservoir description;
    private final List<String> classes;
    private final Multiplexer player;
    private final Readout.Trained readout;

    FittedReservoir(Reservoir description, List<String> classes, Multiplexer player, Readout.Trained readout) {
        this.description = description;
        this.classes = classes;
        this.player = player;
        this.readout = readout;
    }

    /** What it was made from. */
    public Reservoir description() {
        return description;
    }

    /** The response to one sequence of frames x channels, played from rest. */
    public States states(double[][] frames) {
        return player.play(List.of(new LabelledSequence(frames, 0, 0, "given")), false);
    }

    /** The class that one sequence of frames x channels belongs to. */
    public String predict(double[][] frames) {
        return classes.get(winner(states(frames), 0, readout, classes.size()));
    }

    /** The share of a task's sequences that it classifies rightly. */
    public double accuracy(SequenceTask task) {
        var states = player.play(task.sequences(), task.continuous());
        int right = 0;
        for (int i = 0; i < states.size(); i++) {
            right += winner(states, i, readout, classes.size()) == task.sequences().get(i).label() ? 1 : 0;
        }
        return (double) right / states.size();
    }

    /** The class whose output, summed over the frames of a sequence, is largest. */
    static int winner(States states, int sequence, Readout.Trained readout, int classes) {
        double[] row = states.rows().get(sequence);
        double[] sums = new double[classes];
        for (int at = 0; at < row.length; at += states.width()) {
            readout.accumulate(row, at, sums);
        }
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = sums[k] > sums[best] ? k : best;
        }
        return best;
    }

    @Override
    public String toString() {
        return "reservoir of " + description.device().name() + ", " + readout.description() + ", classes "
                + String.join(" ", classes);
    }
}
