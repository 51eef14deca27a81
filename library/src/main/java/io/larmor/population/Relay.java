package io.larmor.population;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import java.util.List;

/**
 * Populations behind one another: the weighted sum of the first one's rates is the current through the second, cut off at its
 * range, and so on; the last one's weights read it out. The noise of every stage passes on.
 *
 * @param stages functions of one value each; the answer of one is the stimulus of the next
 */
public record Relay(List<PopulationFunction> stages) {

    public Relay {
        stages = List.copyOf(stages);
        for (var stage : stages) {
            if (stage.functions() != 1) {
                throw new IllegalArgumentException("relay: a stage has " + stage.functions() + " functions; one population drives the next by one current");
            }
        }
    }

    /** What comes out at the end, from one measurement of each population. */
    public double read(double stimulus, Seed seed) {
        double value = stimulus;
        for (int k = 0; k < stages.size(); k++) {
            var stage = stages.get(k);
            double range = stage.features().range();
            Philox random = seed.child(k).generator();
            value = stage.read(Math.max(-range, Math.min(range, value)), random)[0];
        }
        return value;
    }

    /** The answers to some stimuli, each by one fresh measurement. */
    public double[] answers(double[] stimuli) {
        Seed seed = Seed.root().child("population").child("relay");
        double[] answers = new double[stimuli.length];
        for (int i = 0; i < stimuli.length; i++) {
            answers[i] = read(stimuli[i], seed.child(i));
        }
        return answers;
    }

    /** The root mean square of the answers less what is due. */
    public double error(double[] stimuli, double[] targets) {
        Learning.check("error", stimuli, targets);
        double[] answers = answers(stimuli);
        double squares = 0;
        for (int i = 0; i < stimuli.length; i++) {
            squares += Math.pow(answers[i] - targets[i], 2);
        }
        return Math.sqrt(squares / stimuli.length);
    }
}
