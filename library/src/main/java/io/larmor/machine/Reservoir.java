package io.larmor.machine;

import io.larmor.core.Device;
import io.larmor.core.Encoding;
import io.larmor.core.Measure;
import io.larmor.core.Parallel;
import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.core.Readout;
import io.larmor.core.Score;
import io.larmor.core.Scores;
import io.larmor.core.Seed;
import io.larmor.core.SeriesScores;
import io.larmor.core.States;
import io.larmor.core.Sweep;
import io.larmor.device.Wire;
import io.larmor.encoding.Direct;
import io.larmor.encoding.Mask;
import io.larmor.learn.Ridge;
import io.larmor.measure.Measures;
import io.larmor.measure.Reading;
import io.larmor.plot.Page;
import io.larmor.task.LabelledSequence;
import io.larmor.task.SequenceTask;
import io.larmor.task.SeriesTask;
import io.larmor.task.Split;
import io.larmor.units.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A reservoir computer: data is encoded into the drive of a fixed device, its response is read, and only the linear
 * readout is trained. A description; {@link #fit} returns the machine that can predict.
 *
 * @param device the hardware
 * @param encoding how a frame of data becomes a drive
 * @param measure what is read of the device, and when
 * @param readout what is trained
 * @param repeats how many times everything random (mask, noise) is drawn anew when it is scored
 */
public record Reservoir(Device device, Encoding encoding, Measure measure, Readout readout, int repeats)
        implements StateMachine {

    public static final Parameter REPEATS = new Parameter("repeats", Quantity.of("repeats"), 1, 10_000, 1,
            "how many times mask and noise are drawn anew");

    /** The name of the control without the device in {@link #scoreWithControls}. */
    public static final String MASK_AND_CLIP = "mask and clip";

    /** The name of the control on the raw input in {@link #scoreWithControls}. */
    public static final String RAW_INPUT = "raw input";

    public Reservoir {
        REPEATS.check("reservoir", repeats);
        measure.check(device);
    }

    /** A reservoir of a device with a mask of 400 nodes, the device's first observable, and a ridge of chosen penalty. */
    public static Reservoir of(Device device) {
        return new Reservoir(device, new Mask((int) Mask.NODES.standard()), new Reading(device.observables().get(0)),
                new Ridge(Double.NaN), 1);
    }

    /** The same with another encoding. */
    public Reservoir encode(Encoding encoding) {
        return new Reservoir(device, encoding, measure, readout, repeats);
    }

    /** The same, read in another way. */
    public Reservoir measure(Measure measure) {
        return new Reservoir(device, encoding, measure, readout, repeats);
    }

    /** The same with another readout. */
    public Reservoir readout(Readout readout) {
        return new Reservoir(device, encoding, measure, readout, repeats);
    }

    /** The same, scored over several independent draws of mask and noise. */
    public Reservoir repeats(int repeats) {
        return new Reservoir(device, encoding, measure, readout, repeats);
    }

    /** The control without the device: the same mask, clipping and readout, and nothing in between. */
    public Reservoir withoutDevice() {
        return new Reservoir(new Wire(), encoding.atUsualSwing(), new Reading(Measures.INPUT), readout, repeats);
    }

    /** The control without anything: the same readout on the raw input. */
    public Reservoir rawInput() {
        return new Reservoir(new Wire(), new Direct(), new Reading(Measures.INPUT), readout, repeats);
    }

    /**
     * The response to every sequence of a task, with the encoding fitted to the training set of its first split.
     */
    public States states(SequenceTask task) {
        check(task);
        return play(task, task.splits().get(0).train(), seed(0));
    }

    @Override
    public String name() {
        return "reservoir of " + device.name();
    }

    @Override
    public States respond(List<double[][]> sequences, List<double[][]> training, Seed seed) {
        int channels = training.get(0)[0].length;
        var fit = encoding.fit(training, channels, device, seed);
        var player = new Multiplexer(device, measure, fit, encoding.nodes(channels), encoding.slot(), seed.child("noise"));
        return player.play(IntStream.range(0, sequences.size())
                .mapToObj(i -> new LabelledSequence(sequences.get(i), 0, 0, "sequence " + i)).toList(), false);
    }

    /**
     * Scores the machine on a time series beside both of its controls and a shift register of the inputs, the linear
     * control.
     *
     * @param register the steps that the register holds
     */
    public SeriesScores scoreWithControls(SeriesTask task, int register) {
        return SeriesScores.titled(task.name()).and(device.name(), score(task))
                .and(MASK_AND_CLIP, withoutDevice().score(task)).and(RAW_INPUT, rawInput().score(task))
                .and("shift register of " + register, new DelayLine(register, readout).score(task));
    }

    /** Trains on all sequences of a task. */
    public FittedReservoir fit(SequenceTask task) {
        check(task);
        int[] all = IntStream.range(0, task.sequences().size()).toArray();
        var player = player(task, all, seed(0));
        var states = player.play(task.sequences(), task.continuous());
        return new FittedReservoir(this, task.classes(), player, train(task, states, all));
    }

    /**
     * Trains and tests on every split of a task; encoding and readout see only the training part. Repeats and splits are
     * simulated side by side.
     *
     * @return accuracy with its spread, the values of the splits, and the confusion matrix
     */
    public Score score(SequenceTask task) {
        return scores(List.of(this), task).get(0);
    }

    /**
     * The scores of several machines on one task, simulated side by side: many points of a sweep cost less than one after
     * the other, as far as their devices can share their work.
     */
    public static List<Score> scores(List<Reservoir> machines, SequenceTask task) {
        check(task);
        if (machines.isEmpty()) {
            return List.of();
        }
        long begin = System.nanoTime();
        var runs = new ArrayList<Run>();
        for (var machine : machines) {
            for (int repeat = 0; repeat < machine.repeats; repeat++) {
                for (var split : task.splits()) {
                    runs.add(new Run(machine, repeat, split));
                }
            }
        }
        String title = "scoring " + machines.get(0).device.name();
        var tallies = task.continuous() ? besideEachOther(title, runs, task) : Parallel.map(title, runs.size(), i -> {
            var run = runs.get(i);
            return run.tally(task, run.player(task).play(task.sequences(), false));
        });
        double seconds = (System.nanoTime() - begin) / 1e9 / machines.size();
        var scores = new ArrayList<Score>();
        int first = 0;
        for (var machine : machines) {
            int count = machine.repeats * task.splits().size();
            scores.add(machine.score(task, tallies.subList(first, first + count), seconds));
            first += count;
        }
        return scores;
    }

    /** Sequences that follow one another make one lane only; what makes a batch of them is that there are many runs. */
    private static List<Tally> besideEachOther(String title, List<Run> runs, SequenceTask task) {
        var batches = new ArrayList<List<Integer>>();
        var players = runs.stream().map(run -> run.player(task)).toList();
        int most = Math.min(Multiplexer.LANES, Math.max(1, (runs.size() + Parallel.threads() - 1) / Parallel.threads()));
        for (int i = 0; i < runs.size(); i++) {
            var player = players.get(i);
            var fitting = batches.stream().filter(batch -> batch.size() < most
                    && players.get(batch.get(0)).keepsTimeWith(player)).findFirst();
            fitting.orElseGet(() -> {
                batches.add(new ArrayList<>());
                return batches.get(batches.size() - 1);
            }).add(i);
        }
        var tallies = new ArrayList<Tally>(Collections.nCopies(runs.size(), null));
        Parallel.forEach(title, batches.size(), b -> {
            var batch = batches.get(b);
            var states = Multiplexer.playBeside(batch.stream().map(players::get).toList(), task.sequences());
            for (int lane = 0; lane < batch.size(); lane++) {
                tallies.set(batch.get(lane), runs.get(batch.get(lane)).tally(task, states.get(lane)));
            }
        });
        return tallies;
    }

    private Score score(SequenceTask task, List<Tally> tallies, double seconds) {
        int splits = task.splits().size();
        double[][] accuracies = new double[repeats][splits];
        long[][] confusion = new long[task.classes().size()][task.classes().size()];
        for (int i = 0; i < tallies.size(); i++) {
            accuracies[i / splits][i % splits] = tallies.get(i).accuracy();
            for (int row = 0; row < confusion.length; row++) {
                for (int column = 0; column < confusion.length; column++) {
                    confusion[row][column] += tallies.get(i).confusion()[row][column];
                }
            }
        }
        var fitted = tallies.stream().map(Tally::readout).distinct().toList();
        return new Score(task.name(), task.origin(), task.classes(), accuracies, confusion,
                fitted.size() == 1 ? fitted.get(0) : readout.description(), seconds, Seed.sessionNumber());
    }

    /**
     * Scores the machine and both of its controls on the same splits with the same readout: {@code "stno"} (the device's
     * name), {@code "mask and clip"}, {@code "raw input"}.
     */
    public Scores scoreWithControls(SequenceTask task) {
        try (var progress = Progress.of("scoring " + device.name() + " and its controls", 3)) {
            var scores = Scores.titled(task.name());
            scores = scores.and(device.name(), score(task));
            progress.step();
            scores = scores.and(MASK_AND_CLIP, withoutDevice().score(task));
            progress.step();
            scores = scores.and(RAW_INPUT, rawInput().score(task));
            progress.step();
            return scores;
        }
    }

    /**
     * The accuracy against the number of training groups (takes), 1 to all but one, each averaged over the rotations of the
     * groups.
     *
     * @param name names the curve in plots
     */
    public Sweep learningCurve(String name, SequenceTask task) {
        return learningCurve(name, task, IntStream.range(1, task.groups().length).asDoubleStream().toArray());
    }

    /** The same for some numbers of training groups only. */
    public Sweep learningCurve(String name, SequenceTask task, double[] counts) {
        return Sweep.scores(name, Quantity.of("training groups (takes)"), counts, n -> score(task.trainOn((int) n)));
    }

    /** The machine's parts, one a row. */
    public Table parts() {
        return Table.create("reservoir",
                StringColumn.create("part", "device", "encoding", "measure", "readout"),
                StringColumn.create("is", device.toString(), encoding.toString(),
                        measure.observable().key() + (measure.readings() == 1 ? " at the end of each slot"
                                : ", mean of " + measure.readings() + " readings a slot"),
                        readout.description()));
    }

    /** What a notebook shows: the parts. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(parts()).mimeBundle();
    }

    @Override
    public String toString() {
        return name();
    }

    private record Tally(double accuracy, long[][] confusion, String readout) {
    }

    /** One training and one test of a machine. */
    private record Run(Reservoir machine, int repeat, Split split) {

        Multiplexer player(SequenceTask task) {
            return machine.player(task, split.train(), seed(repeat));
        }

        Tally tally(SequenceTask task, States states) {
            var trained = machine.train(task, states, split.train());
            long[][] confusion = new long[task.classes().size()][task.classes().size()];
            int right = 0;
            for (int i : split.test()) {
                int said = FittedReservoir.winner(states, i, trained, task.classes().size());
                int truth = task.sequences().get(i).label();
                confusion[truth][said]++;
                right += said == truth ? 1 : 0;
            }
            return new Tally((double) right / split.test().length, confusion, trained.description());
        }
    }

    private States play(SequenceTask task, int[] training, Seed seed) {
        return player(task, training, seed).play(task.sequences(), task.continuous());
    }

    private Multiplexer player(SequenceTask task, int[] training, Seed seed) {
        var frames = IntStream.of(training).mapToObj(i -> task.sequences().get(i).frames()).toList();
        var fit = encoding.fit(frames, task.channels(), device, seed);
        return new Multiplexer(device, measure, fit, encoding.nodes(task.channels()), encoding.slot(),
                seed.child("noise"));
    }

    private Readout.Trained train(SequenceTask task, States states, int[] training) {
        int[] labels = IntStream.of(training).map(i -> task.sequences().get(i).label()).toArray();
        int[] groups = IntStream.of(training).map(i -> task.sequences().get(i).group()).toArray();
        Progress.checkpoint();
        return readout.fit(states.of(training), labels, groups, task.classes().size());
    }

    private static Seed seed(int repeat) {
        return Seed.root().child("reservoir").child(repeat);
    }

    private static void check(SequenceTask task) {
        if (task.sequences().isEmpty() || task.splits().isEmpty()) {
            throw new IllegalArgumentException(task.name() + ": there is no data to train on ("
                    + task.sequences().size() + " sequences, " + task.splits().size()
                    + " splits). Choose speakers and takes that exist, or folds(k).");
        }
        for (var split : task.splits()) {
            if (split.train().length == 0 || split.test().length == 0) {
                throw new IllegalArgumentException(task.name() + ": a split has " + split.train().length
                        + " training and " + split.test().length + " test sequences; both need at least one");
            }
        }
    }
}
