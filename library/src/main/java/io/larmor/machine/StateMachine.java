package io.larmor.machine;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import io.larmor.core.Readout;
import io.larmor.core.Seed;
import io.larmor.core.SeriesScore;
import io.larmor.core.SeriesScores;
import io.larmor.core.States;
import io.larmor.task.SeriesTask;
import java.util.Arrays;
import java.util.List;

/**
 * A machine that turns a stream of inputs into a stream of states by fixed dynamics; only a readout of the states is
 * trained. What can be said about any of them is said about this: how it does on a time series, and its
 * {@link io.larmor.metrics.Metrics}.
 */
public interface StateMachine {

    /** The name of the machine, as in code: {@code reservoir of stno}. */
    String name();

    /** What is trained. */
    Readout readout();

    /** How many times everything random is drawn anew when it is scored. */
    default int repeats() {
        return 1;
    }

    /**
     * The states that follow from inputs, each sequence played from rest.
     *
     * @param sequences the inputs, each time x channels
     * @param training the inputs that settle whatever depends on data: means, scales
     * @param seed where everything random hangs: connections, masks, noise
     */
    States respond(List<double[][]> sequences, List<double[][]> training, Seed seed);

    /** The states over the whole of a time series; what depends on data is settled on its training steps. */
    default States states(SeriesTask task) {
        return respond(task, seed(0));
    }

    /**
     * Trains on the training steps of a time series and tests on its test steps.
     *
     * @return the error with its spread over the repeats, and the outputs
     */
    default SeriesScore score(SeriesTask task) {
        long begin = System.nanoTime();
        double[][] due = task.testTargets();
        double[] targets = new double[(task.trainEnd() - task.trainBegin()) * task.outputs()];
        for (int t = task.trainBegin(); t < task.trainEnd(); t++) {
            System.arraycopy(task.targets()[t], 0, targets, (t - task.trainBegin()) * task.outputs(), task.outputs());
        }
        double[] errors = new double[repeats()];
        var readouts = new Readout.Trained[repeats()];
        double[][][] outputs = new double[repeats()][due.length][task.outputs()];
        Parallel.forEach("scoring " + name(), repeats(), repeat -> {
            var states = respond(task, seed(repeat));
            Progress.checkpoint();
            var trained = readout().fit(states.between(0, task.trainBegin(), task.trainEnd()), List.of(targets),
                    task.outputs());
            double[] rows = states.rows().get(0);
            for (int t = 0; t < due.length; t++) {
                trained.accumulate(rows, (task.testBegin() + t) * states.width(), outputs[repeat][t]);
            }
            errors[repeat] = task.metric().of(outputs[repeat], due);
            readouts[repeat] = trained;
        });
        boolean one = List.of(readouts).stream().map(Readout.Trained::description).distinct().count() == 1;
        return new SeriesScore(task.name(), task.origin(), task.metric(), errors, outputs[0], due,
                one ? readouts[0].description() : readout().description(), (System.nanoTime() - begin) / 1e9,
                Seed.sessionNumber());
    }

    /**
     * Scores the machine beside the linear control: a shift register of the inputs with the same readout.
     *
     * @param length the steps that the register holds
     */
    default SeriesScores scoreWithRegister(SeriesTask task, int length) {
        return SeriesScores.titled(task.name()).and(name(), score(task))
                .and("shift register of " + length, new DelayLine(length, readout()).score(task));
    }

    private States respond(SeriesTask task, Seed seed) {
        double[][] training = Arrays.copyOfRange(task.inputs(), task.trainBegin(), task.trainEnd());
        return respond(List.<double[][]>of(task.inputs()), List.<double[][]>of(training), seed);
    }

    private static Seed seed(int repeat) {
        return Seed.root().child("machine").child(repeat);
    }
}
