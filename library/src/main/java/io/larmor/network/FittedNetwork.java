package io.larmor.network;

import io.larmor.core.Parallel;
import io.larmor.core.Parameter;
import io.larmor.core.Score;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.learn.Loss;
import io.larmor.network.engine.NetworkPass;
import io.larmor.network.engine.Plan;
import io.larmor.network.engine.Twin;
import io.larmor.network.hardware.Energy;
import io.larmor.network.hardware.Imperfection;
import io.larmor.network.hardware.Realization;
import io.larmor.plot.Page;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A network whose parameters are trained: it predicts. Made by {@link Network#fit}. Immutable. */
public final class FittedNetwork {

    public static final Parameter DRAWS = new Parameter("draws", Quantity.of("pieces of hardware"), 1, 10_000, 1,
            "on how many pieces of hardware, each with devices of its own, the network is scored");

    private final Network description;
    private final String task;
    private final List<String> classes;
    private final Plan plan;
    private final float[] parameters;
    private final TrainingCurve curve;
    private final List<Imperfection> imperfections;
    private final int repeat;

    FittedNetwork(Network description, String task, List<String> classes, Plan plan, float[] parameters, TrainingCurve curve,
            List<Imperfection> imperfections, int repeat) {
        this.description = description;
        this.task = task;
        this.classes = List.copyOf(classes);
        this.plan = plan;
        this.parameters = parameters;
        this.curve = curve;
        this.imperfections = List.copyOf(imperfections);
        this.repeat = repeat;
    }

    /** The seed of a piece of hardware. */
    static Seed hardware(int repeat, int draw) {
        return Network.seed(repeat).child("hardware").child(draw);
    }

    /** What it was made from. */
    public Network description() {
        return description;
    }

    /** Loss and accuracy of every epoch. */
    public TrainingCurve curve() {
        return curve;
    }

    /** What its hardware does differently; empty for the ideal network. */
    public List<Imperfection> imperfections() {
        return imperfections;
    }

    /** The trained numbers, copied: layer after layer the shifts (in gigahertz) or weights, then the biases (in volts). */
    public float[] parameters() {
        return parameters.clone();
    }

    /** What it costs as hardware; see {@link Network#energy}. */
    public Energy energy() {
        return description.energy();
    }

    /** The same network on hardware with one more imperfection. */
    public FittedNetwork with(Imperfection imperfection) {
        var more = new ArrayList<>(imperfections);
        more.add(imperfection);
        return new FittedNetwork(description, task, classes, plan, parameters, curve, more, repeat);
    }

    private Twin twin(int draw) {
        return imperfections.isEmpty() ? null : Realization.of(plan, parameters, imperfections, hardware(repeat, draw));
    }

    /**
     * The outputs for one sample: of junctions the voltages in millivolts.
     *
     * @param sample one number an input; where junctions come first, powers in the network's {@link Network#inputPower}
     */
    public double[] outputs(float... sample) {
        if (sample.length != plan.inputs()) {
            throw new IllegalArgumentException("network " + description.name() + " takes " + plan.inputs() + " values a sample, "
                    + sample.length + " were given");
        }
        for (int i = 0; i < sample.length; i++) {
            if (Fit.radio(description)) {
                Fit.positive("sample", i, sample[i]);
            } else if (!Float.isFinite(sample[i])) {
                throw new IllegalArgumentException("sample: value " + i + " is " + sample[i] + "; every value must be finite");
            }
        }
        var pass = new NetworkPass(plan, 1);
        pass.load(parameters, twin(0));
        pass.put(sample, 0, 0);
        pass.forward(1, 0);
        double[] outputs = new double[plan.outputs()];
        Arrays.setAll(outputs, k -> pass.output()[k]);
        return outputs;
    }

    /** The class that one sample belongs to. */
    public String predict(float... sample) {
        double[] outputs = outputs(sample);
        float[] narrow = new float[outputs.length];
        for (int k = 0; k < narrow.length; k++) {
            narrow[k] = (float) outputs[k];
        }
        return classes.get(Loss.winner(narrow, 0, narrow.length));
    }

    /** Scores it on a task's test set, on one piece of hardware where it has imperfections. */
    public Score score(VectorTask task) {
        return score(task, 1);
    }

    /**
     * The same on several pieces of hardware, each with devices and noise of its own.
     *
     * @param draws {@link #DRAWS}
     */
    public Score score(VectorTask task, int draws) {
        DRAWS.check("score", draws);
        Fit.check(description, plan, task.name(), task.width(), task.shape(), task.classes().size());
        if (task.test().length == 0) {
            throw new IllegalArgumentException(task.name() + ": there is no sample to test on");
        }
        if (draws > 1) {
            long begin = System.nanoTime();
            var scores = Parallel.map("hardware", draws, d -> draw(task, d));
            return Scoring.joined(scores, (System.nanoTime() - begin) / 1e9);
        }
        return draw(task, 0);
    }

    private Score draw(VectorTask task, int draw) {
        long begin = System.nanoTime();
        var tally = Scoring.tally(plan, parameters, twin(draw), task, task.test(), description.training().loss());
        String what = description.name() + (description.physical() ? " of junctions" : " network")
                + (imperfections.isEmpty() ? "" : " with " + named());
        return new Score(task.name(), task.origin(), task.classes(), new double[][] {{tally.accuracy()}}, tally.confusion(),
                what + ", " + description.training(), (System.nanoTime() - begin) / 1e9, Seed.sessionNumber());
    }

    private String named() {
        return String.join(", ", imperfections.stream().map(i -> i.parameter().quantity().name() + " "
                + i.parameter().quantity().unit().format(i.value())).toList());
    }

    /**
     * Accuracy against the strength of one imperfection, on top of those that it has, with the spread over pieces of hardware.
     *
     * @param imperfection the kind; its own strength does not matter
     * @param values the strengths, in the imperfection's unit
     * @param draws {@link #DRAWS}
     */
    public Sweep robustness(VectorTask task, Imperfection imperfection, double[] values, int draws) {
        return Sweep.scores(description.name(), imperfection.parameter().quantity(), values,
                v -> with(imperfection.at(v)).score(task, draws));
    }

    /** What a notebook shows: the last epoch, the curves, and the layers. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(curve.plot()).table(description.parts()).mimeBundle();
    }

    @Override
    public String toString() {
        return "trained on " + task + ": " + curve + (imperfections.isEmpty() ? "" : "; hardware with " + named());
    }
}
