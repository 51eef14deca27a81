package io.larmor.machine;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import io.larmor.core.Readout;
import io.larmor.core.Score;
import io.larmor.core.Seed;
import io.larmor.core.SeriesScore;
import io.larmor.core.States;
import io.larmor.device.Nanorings;
import io.larmor.learn.Ridge;
import io.larmor.plot.Page;
import io.larmor.task.SequenceTask;
import io.larmor.task.SeriesTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several small reservoirs as the nodes of a network, in layers with trained connections. The nodes of the first layer hear the
 * data. Each node of a later layer hears weighted sums of everything that the layer before it answers, frame by frame: as many
 * sums as the task has classes or outputs, dealt to the nodes in turn. The readout sees the nodes of all layers.
 *
 * <p>It is trained layer by layer, and nothing is sent back through a node: the weights of a connection are those of a ridge
 * regression that makes its sums as good an answer to the task as they can be. Where there are classes, the sums that a training
 * sequence sends on come from weights that were fitted without its part of the training set, as they will for a sequence that was
 * never seen. Nodes, masks and noise are each drawn on their own.
 *
 * @param layers the nodes of every layer; their own readouts are not used
 * @param connection how connections are fitted
 * @param readout what is trained at the end
 */
public record ArrayNetwork(List<List<Reservoir>> layers, Readout connection, Readout readout) {

    /** Into how many parts the training set is cut, to send on sums that were fitted without the sequence. */
    private static final int PARTS = 3;

    public ArrayNetwork {
        layers = layers.stream().map(List::copyOf).toList();
        if (layers.isEmpty() || layers.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("arrayNetwork: every layer needs at least one node, for example "
                    + "arrayNetwork(reservoir(nanorings(5, 5)).encode(rotatingField()), 4)");
        }
    }

    /** A network of one layer: copies of a node, each an array of its own. */
    public static ArrayNetwork of(Reservoir node, int count) {
        return new ArrayNetwork(List.of(copies(node, count, 0)), new Ridge(Double.NaN), new Ridge(Double.NaN));
    }

    private static List<Reservoir> copies(Reservoir node, int count, int first) {
        if (count < 1) {
            throw new IllegalArgumentException("arrayNetwork: a layer of " + count + " nodes; it needs at least one");
        }
        return IntStream.range(0, count).mapToObj(i -> node.device() instanceof Nanorings rings
                ? new Reservoir(rings.sample(rings.sample() + first + i), node.encoding(), node.measure(), node.readout(), node.repeats())
                : node).toList();
    }

    /** The same with another layer: copies of a node, each an array of its own. */
    public ArrayNetwork layer(Reservoir node, int count) {
        return layer(copies(node, count, nodes()).toArray(Reservoir[]::new));
    }

    /** The same with another layer of given nodes. */
    public ArrayNetwork layer(Reservoir... nodes) {
        var more = new ArrayList<>(layers);
        more.add(List.of(nodes));
        return new ArrayNetwork(more, connection, readout);
    }

    /** The same with connections fitted in another way. */
    public ArrayNetwork connection(Readout connection) {
        return new ArrayNetwork(layers, connection, readout);
    }

    /** The same with another readout. */
    public ArrayNetwork readout(Readout readout) {
        return new ArrayNetwork(layers, connection, readout);
    }

    /** The number of nodes in all layers. */
    public int nodes() {
        return layers.stream().mapToInt(List::size).sum();
    }

    /** The name of the network, as in code. */
    public String name() {
        return "network of " + nodes() + " arrays";
    }

    /** Trains and tests on every split of a task; encodings, connections and readout see only the training part. */
    public Score score(SequenceTask task) {
        long begin = System.nanoTime();
        var splits = task.splits();
        double[][] accuracies = new double[1][splits.size()];
        long[][] confusion = new long[task.classes().size()][task.classes().size()];
        var frames = task.sequences().stream().map(s -> s.frames()).toList();
        int[] labels = task.sequences().stream().mapToInt(s -> s.label()).toArray();
        int[] groups = task.sequences().stream().mapToInt(s -> s.group()).toArray();
        var descriptions = new ArrayList<String>();
        try (var progress = Progress.of("scoring " + name(), splits.size())) {
            for (int split = 0; split < splits.size(); split++) {
                int[] train = splits.get(split).train();
                var states = respond(frames, train, labels, groups, task.classes().size());
                var trained = readout.fit(states.of(train), at(labels, train), at(groups, train), task.classes().size());
                int right = 0;
                for (int i : splits.get(split).test()) {
                    int said = FittedReservoir.winner(states, i, trained, task.classes().size());
                    confusion[labels[i]][said]++;
                    right += said == labels[i] ? 1 : 0;
                }
                accuracies[0][split] = (double) right / splits.get(split).test().length;
                descriptions.add(trained.description());
                progress.step();
            }
        }
        return new Score(task.name(), task.origin(), task.classes(), accuracies, confusion,
                descriptions.stream().distinct().count() == 1 ? descriptions.get(0) : readout.description(),
                (System.nanoTime() - begin) / 1e9, Seed.sessionNumber());
    }

    /** The answers of all nodes to all sequences, side by side. */
    private States respond(List<double[][]> frames, int[] train, int[] labels, int[] groups, int classes) {
        States all = null;
        States last = null;
        for (int layer = 0; layer < layers.size(); layer++) {
            var heard = last == null ? null : crossFitted(last, train, labels, groups, classes);
            last = layer(layer, frames, heard, train);
            all = all == null ? last : beside(List.of(all, last));
        }
        return all;
    }

    private States layer(int layer, List<double[][]> frames, List<double[][]> heard, int[] train) {
        var nodes = layers.get(layer);
        var answers = new ArrayList<States>();
        for (int node = 0; node < nodes.size(); node++) {
            var own = heard == null ? frames : dealt(heard, node, nodes.size());
            var training = IntStream.of(train).mapToObj(own::get).toList();
            answers.add(nodes.get(node).respond(own, training, seed(layer, node)));
            Progress.checkpoint();
        }
        return beside(answers);
    }

    /** For each sequence its sums, frames x classes: those of training sequences by weights that were fitted without them. */
    private List<double[][]> crossFitted(States states, int[] train, int[] labels, int[] groups, int classes) {
        var sums = new ArrayList<double[][]>(Collections.nCopies(states.size(), null));
        int[] parts = parts(train, groups);
        Parallel.forEach("connections", PARTS + 1, part -> {
            // The last fit, on all of the training set, is for the sequences outside of it.
            int[] fitted = IntStream.range(0, train.length).filter(i -> parts[i] != part).map(i -> train[i]).toArray();
            int[] told = part < PARTS ? IntStream.range(0, train.length).filter(i -> parts[i] == part).map(i -> train[i]).toArray()
                    : others(train, states.size());
            if (told.length > 0) {
                var trained = connection.fit(states.of(fitted), at(labels, fitted), at(groups, fitted), classes);
                for (int i : told) {
                    sums.set(i, outputs(states, i, trained, classes));
                }
            }
        });
        return sums;
    }

    /** Groups are never torn, except where there is only one or two of them. */
    private static int[] parts(int[] train, int[] groups) {
        int[] known = IntStream.of(at(groups, train)).distinct().sorted().toArray();
        return IntStream.range(0, train.length)
                .map(i -> known.length < PARTS ? i % PARTS : Arrays.binarySearch(known, groups[train[i]]) % PARTS).toArray();
    }

    private static int[] others(int[] train, int count) {
        boolean[] in = new boolean[count];
        IntStream.of(train).forEach(i -> in[i] = true);
        return IntStream.range(0, count).filter(i -> !in[i]).toArray();
    }

    private static double[][] outputs(States states, int sequence, Readout.Trained trained, int outputs) {
        double[] row = states.rows().get(sequence);
        double[][] sums = new double[states.frames(sequence)][outputs];
        for (int t = 0; t < sums.length; t++) {
            trained.accumulate(row, t * states.width(), sums[t]);
        }
        return sums;
    }

    /** The sums that one of several nodes hears: every so many-th, or one again where there are fewer sums than nodes. */
    private static List<double[][]> dealt(List<double[][]> heard, int node, int nodes) {
        int sums = heard.stream().filter(s -> s.length > 0).findFirst().map(s -> s[0].length).orElse(1);
        int[] own = node >= sums ? new int[] {node % sums} : IntStream.range(0, sums).filter(k -> k % nodes == node).toArray();
        return heard.stream().map(sequence -> Arrays.stream(sequence)
                .map(frame -> IntStream.of(own).mapToDouble(k -> frame[k]).toArray()).toArray(double[][]::new)).toList();
    }

    /** States of the same frames, one's features after another's. */
    private static States beside(List<States> parts) {
        int width = parts.stream().mapToInt(States::width).sum();
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < parts.get(0).size(); i++) {
            double[] row = new double[parts.get(0).frames(i) * width];
            int at = 0;
            for (var part : parts) {
                double[] own = part.rows().get(i);
                for (int t = 0; t * width < row.length; t++) {
                    System.arraycopy(own, t * part.width(), row, t * width + at, part.width());
                }
                at += part.width();
            }
            rows.add(row);
        }
        return new States(width, rows);
    }

    private static int[] at(int[] values, int[] indices) {
        return IntStream.of(indices).map(i -> values[i]).toArray();
    }

    private static Seed seed(int layer, int node) {
        return Seed.root().child("arrays").child(layer).child(node);
    }

    /** Trains on the training steps of a time series and tests on its test steps. */
    public SeriesScore score(SeriesTask task) {
        long begin = System.nanoTime();
        double[] targets = Arrays.stream(task.targets(), task.trainBegin(), task.trainEnd()).flatMapToDouble(Arrays::stream).toArray();
        States all = null;
        States last = null;
        for (int layer = 0; layer < layers.size(); layer++) {
            List<double[][]> heard = null;
            if (last != null) {
                var trained = connection.fit(last.between(0, task.trainBegin(), task.trainEnd()), List.of(targets), task.outputs());
                heard = List.<double[][]>of(outputs(last, 0, trained, task.outputs()));
            }
            var nodes = layers.get(layer);
            var sums = heard;
            int depth = layer;
            last = beside(Parallel.map("arrays", nodes.size(), node -> {
                double[][] own = sums == null ? task.inputs() : dealt(sums, node, nodes.size()).get(0);
                double[][] training = Arrays.copyOfRange(own, task.trainBegin(), task.trainEnd());
                return nodes.get(node).respond(List.<double[][]>of(own), List.<double[][]>of(training), seed(depth, node));
            }));
            all = all == null ? last : beside(List.of(all, last));
        }
        var trained = readout.fit(all.between(0, task.trainBegin(), task.trainEnd()), List.of(targets), task.outputs());
        double[][] due = task.testTargets();
        double[][] outputs = Arrays.copyOfRange(outputs(all, 0, trained, task.outputs()), task.testBegin(), task.testEnd());
        return new SeriesScore(task.name(), task.origin(), task.metric(), new double[] {task.metric().of(outputs, due)}, outputs, due,
                trained.description(), (System.nanoTime() - begin) / 1e9, Seed.sessionNumber());
    }

    /** The layers, one a row. */
    public Table parts() {
        return Table.create(name(), IntColumn.create("layer", IntStream.rangeClosed(1, layers.size()).toArray()),
                IntColumn.create("nodes", layers.stream().mapToInt(List::size).toArray()),
                StringColumn.create("first node", layers.stream().map(nodes -> nodes.get(0).device().toString()).collect(Collectors.toList())),
                StringColumn.create("hears", IntStream.range(0, layers.size())
                        .mapToObj(i -> i == 0 ? "the data" : "trained sums of layer " + i).collect(Collectors.toList())));
    }

    /** What a notebook shows: the layers. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(parts()).mimeBundle();
    }

    @Override
    public String toString() {
        return name() + " in " + layers.size() + (layers.size() == 1 ? " layer" : " layers") + ", " + readout.description();
    }
}
