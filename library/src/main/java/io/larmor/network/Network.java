package io.larmor.network;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parallel;
import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.core.Score;
import io.larmor.core.Scores;
import io.larmor.core.Seed;
import io.larmor.learn.Adam;
import io.larmor.learn.Loss;
import io.larmor.learn.Optimizer;
import io.larmor.learn.Schedule;
import io.larmor.network.engine.Plan;
import io.larmor.network.engine.Stage;
import io.larmor.network.hardware.Energy;
import io.larmor.network.hardware.Imperfection;
import io.larmor.physics.rf.OscillatorNeuron;
import io.larmor.plot.Page;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A layered network and how it is trained. A description; {@link #fit} returns the network that predicts.
 *
 * @param shape of a sample: {@code [256]}, or rows, columns and channels of an image
 * @param layers in order; the last one's sums are the outputs
 * @param training how it is trained
 * @param loop the imperfections that training knows of: the forward direction then goes through that hardware, and the
 *     gradient is that of the ideal network (hardware in the loop); empty by default
 * @param repeats how many networks {@link #score} trains, each from another seed
 * @param inputPower the power, in watts, that the value 1 of a sample stands for where junctions come first
 */
public record Network(List<Integer> shape, List<Layer> layers, Training training, List<Imperfection> loop, int repeats,
        double inputPower) {

    public static final Parameter INPUT_POWER = new Parameter("inputPower", new Quantity("input power", "P", Unit.WATT), 1e-12, 1e-3,
            1e-6, "the radio-frequency power that the value 1 of a sample stands for");

    public static final Parameter REPEATS = new Parameter("repeats", Quantity.of("repeats"), 1, 10_000, 1,
            "how many networks are trained, each from another seed");
    public static final Parameter INPUTS = new Parameter("inputs", Quantity.of("inputs"), 1, 1 << 24, 256,
            "the side of what comes in: numbers of a vector; rows, columns and channels of an image");

    /** The name of the control of the same shape in software in {@link #scoreWithControls}. */
    public static final String SOFTWARE = "software of same shape";
    /** The name of ridge regression on the raw input. */
    public static final String RIDGE = "ridge on raw input";
    /** The name of the answer of the nearest training sample. */
    public static final String NEAREST = "1-nearest neighbor";

    public Network {
        shape = List.copyOf(shape);
        layers = List.copyOf(layers);
        loop = List.copyOf(loop);
        REPEATS.check("network", repeats);
        INPUT_POWER.check("network", inputPower);
        if (shape.isEmpty() || shape.size() > 3) {
            throw new IllegalArgumentException("network" + shape + ": say network(inputs), network(rows, columns) or "
                    + "network(rows, columns, channels)");
        }
        shape.forEach(side -> INPUTS.check("network", side));
    }

    /** A network without layers for samples of a shape, trained by Adam as Ross et al. trained theirs. */
    public static Network of(int... shape) {
        return new Network(Arrays.stream(shape).boxed().toList(), List.of(), Training.standard(), List.of(), 1, INPUT_POWER.standard());
    }

    /** The same with one more layer after those that it has. */
    public Network layer(Layer layer) {
        var more = new ArrayList<>(layers);
        more.add(layer);
        var longer = new Network(shape, more, training, loop, repeats, inputPower);
        // A layer that does not fit is refused where it is added.
        longer.shapes();
        return longer;
    }

    private Network with(Training changed) {
        return new Network(shape, layers, changed, loop, repeats, inputPower);
    }

    /** The same, trained by another optimizer. */
    public Network optimizer(Optimizer optimizer) {
        return with(training.optimizer(optimizer));
    }

    /** The same with a learning rate that changes from epoch to epoch. */
    public Network schedule(Schedule schedule) {
        return with(training.schedule(schedule));
    }

    /**
     * The same with another number of samples a step.
     *
     * @param batch {@link Training#BATCH}
     */
    public Network batch(int batch) {
        return with(training.batch(batch));
    }

    /**
     * The same, trained for another number of passes over the training set.
     *
     * @param epochs {@link Training#EPOCHS}
     */
    public Network epochs(int epochs) {
        return with(training.epochs(epochs));
    }

    /** The same with another loss. */
    public Network loss(Loss loss) {
        return with(training.loss(loss));
    }

    /**
     * The same, stopped when the loss on the validation set has not fallen for so many epochs; the best network is kept.
     *
     * @param patience {@link Training#PATIENCE}; 0 never stops
     */
    public Network earlyStopping(int patience) {
        return with(training.patience(patience));
    }

    /** The same that also follows the accuracy on the test set, for figures; nothing is chosen by it. */
    public Network followTest() {
        return with(training.followTest(true));
    }

    /** The same, scored over several networks trained from different seeds. */
    public Network repeats(int repeats) {
        return new Network(shape, layers, training, loop, repeats, inputPower);
    }

    /**
     * The same with weaker or stronger inputs. Many bright inputs drive every oscillator to its limit: 784 pixels want about 0.05 µW,
     * tones {@link RfMtjs#alongPixels along a curve}, shifts that start small ({@code initial(MHz(0.2), mV(10))}), wider lines where
     * it is read ({@code damping(0.03)}) and half the usual learning rate; patches of a convolution want 1 µW and narrow lines
     * ({@code damping(0.004)}). Software takes values as they are.
     *
     * @param watts {@link #INPUT_POWER}, in watts
     */
    public Network inputPower(double watts) {
        return new Network(shape, layers, training, loop, repeats, watts);
    }

    /**
     * The same with one more imperfection that training knows of: the forward direction goes through the imperfect hardware and
     * the gradient is the ideal network's (Ross et al. 2023). The network is then scored on the hardware that it was trained on.
     */
    public Network inTheLoop(Imperfection imperfection) {
        var more = new ArrayList<>(loop);
        more.add(imperfection);
        return new Network(shape, layers, training, more, repeats, inputPower);
    }

    /** The network of the same shape in software, with rectifiers for oscillators, trained by Adam at 0.001. */
    public Network software() {
        var trained = new Training(Adam.of(Adam.RATE.standard()), training.schedule(), training.batch(), training.epochs(),
                training.loss(), training.patience(), training.followTest());
        return new Network(shape, layers.stream().map(Layer::software).toList(), trained, List.of(), repeats, inputPower);
    }

    /** Whether every layer is made of junctions. */
    public boolean physical() {
        return layers.stream().allMatch(Layer::physical);
    }

    /** The shape that comes into each layer, and at the end that of the outputs. */
    List<int[]> shapes() {
        var shapes = new ArrayList<int[]>();
        shapes.add(shape.stream().mapToInt(i -> i).toArray());
        for (Layer layer : layers) {
            shapes.add(layer.shape(shapes.get(shapes.size() - 1)));
        }
        return shapes;
    }

    /** What computes it. */
    public Plan plan() {
        if (layers.isEmpty() || layers.get(layers.size() - 1) instanceof Pool) {
            throw new IllegalArgumentException(name() + (layers.isEmpty() ? " has no layers" : " ends with pooling")
                    + ". Add the layer whose outputs are the classes, for example .layer(rfMtjs(10)).");
        }
        var shapes = shapes();
        var stages = new ArrayList<Stage>();
        for (int i = 0; i < layers.size(); i++) {
            stages.addAll(layers.get(i).stages(shapes.get(i), i, i == layers.size() - 1));
        }
        return new Plan(stages, Fit.radio(this) ? (float) (inputPower / INPUT_POWER.standard()) : 1);
    }

    /** Widths joined: {@code 256-128-10}. */
    public String name() {
        return shapes().stream().map(s -> Arrays.stream(s).mapToObj(Integer::toString).collect(Collectors.joining("x")))
                .collect(Collectors.joining("-"));
    }

    /**
     * Trains on a task's training set.
     *
     * @throws IllegalArgumentException if task and network do not fit each other
     * @throws TrainingFailedException if the loss is no longer a number
     * @throws io.larmor.core.StoppedException when interrupted; there is no trained network then
     */
    public FittedNetwork fit(VectorTask task) {
        return fit(task, null, 0);
    }

    /**
     * The same with a file to go on from: what it holds of an earlier, interrupted training of the same network on the same
     * task is taken up, to the same bits as without interruption, and progress is written to it.
     */
    public FittedNetwork fit(VectorTask task, Checkpoint checkpoint) {
        return fit(task, checkpoint, 0);
    }

    private FittedNetwork fit(VectorTask task, Checkpoint checkpoint, int repeat) {
        if (physical()) {
            Citations.use(Papers.ROSS_2023, "network of junctions");
        }
        if (layers.stream().anyMatch(layer -> layer instanceof RfConvolution)) {
            Citations.use(Papers.LEROUX_2022, "rfConvolution");
        }
        return new Trainer(this, task, checkpoint, repeat).run();
    }

    /** Trains all repeats, each from another seed. */
    public List<FittedNetwork> fitAll(VectorTask task) {
        return repeats == 1 ? List.of(fit(task)) : Parallel.map("training " + name(), repeats, r -> fit(task, null, r));
    }

    /**
     * Trains all repeats and keeps the one with the least loss on the validation set, or on the training set where there is none:
     * for small networks, of which many seeds end in a bad place.
     */
    public FittedNetwork fitBest(VectorTask task) {
        return fitAll(task).stream().min(Comparator.comparingDouble(fitted -> {
            var last = fitted.curve().last();
            return Double.isNaN(last.validationLoss()) ? last.loss() : last.validationLoss();
        })).orElseThrow();
    }

    /**
     * The network of nine junctions of Ross et al. 2023: two tones, two by two synapses, two oscillators, two synapses and one
     * output, trained under 2 % of noise on every power; of sixteen seeds take {@link #fitBest}. How the junctions are shared out
     * and what drives them is our choice.
     */
    public static Network nineJunctions() {
        return of(2).layer(RfMtjs.of(2).neurons(0.009, OscillatorNeuron.GAIN.standard()).initial(1e6, 1e-3))
                .layer(RfMtjs.of(1).initial(1e6, 1e-3)).optimizer(Adam.of(2e-5)).batch(50).epochs(400).repeats(16)
                .inTheLoop(new Imperfection.PowerNoise(Imperfection.PowerNoise.SD.standard()));
    }

    /** Trains all repeats and scores them on the task's test set. */
    public Score score(VectorTask task) {
        long begin = System.nanoTime();
        var all = fitAll(task).stream().map(fitted -> fitted.score(task)).toList();
        return Scoring.joined(all, (System.nanoTime() - begin) / 1e9);
    }

    /**
     * Scores the network and its controls on the same sets: the network, {@code "software of same shape"} (unless it is software
     * itself), {@code "ridge on raw input"}, {@code "1-nearest neighbor"}.
     */
    public Scores scoreWithControls(VectorTask task) {
        boolean soft = layers.stream().map(Layer::software).toList().equals(layers);
        return scoreWithControls(task, soft ? null : software());
    }

    /**
     * The same with a control whose settings were chosen elsewhere.
     *
     * @param software the network to compare with; null for none
     */
    public Scores scoreWithControls(VectorTask task, Network software) {
        try (var progress = Progress.of("scoring " + name() + " and its controls", software == null ? 3 : 4)) {
            var scores = Scores.titled(task.name()).and(physical() ? "spintronic " + name() : name(), score(task));
            progress.step();
            if (software != null) {
                scores = scores.and(SOFTWARE, software.score(task));
                progress.step();
            }
            scores = scores.and(RIDGE, Scoring.ridge(task));
            progress.step();
            scores = scores.and(NEAREST, Scoring.nearest(task));
            progress.step();
            return scores;
        }
    }

    /**
     * What it costs as hardware, from its devices.
     *
     * @throws IllegalArgumentException if a layer is software
     */
    public Energy energy() {
        if (!physical()) {
            throw new IllegalArgumentException(name() + ".energy(): " + layers.stream().filter(l -> !l.physical()).findFirst()
                    .orElseThrow() + " is software; energy is that of junctions, for example rfMtjs(128)");
        }
        return new Energy(name(), synapses(), neurons());
    }

    /** All synapses as devices. */
    public long synapses() {
        var shapes = shapes();
        return IntStream.range(0, layers.size()).mapToLong(i -> layers.get(i).synapses(shapes.get(i))).sum();
    }

    /** Sources of power: inputs, and the oscillators between layers. */
    public long neurons() {
        var shapes = shapes();
        long neurons = Layer.width(shapes.get(0));
        for (int i = 0; i < layers.size() - 1; i++) {
            neurons += layers.get(i) instanceof Pool ? 0 : Layer.width(shapes.get(i + 1));
        }
        return neurons;
    }

    /** The layers, one a row, with their devices and trained numbers. */
    public Table parts() {
        var shapes = shapes();
        var layer = StringColumn.create("layer");
        var out = StringColumn.create("shape");
        var synapses = LongColumn.create("synapses");
        var neurons = LongColumn.create("neurons");
        var trained = LongColumn.create("trained");
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i == layers.size() - 1;
            layer.append(layers.get(i).toString());
            out.append(Arrays.toString(shapes.get(i + 1)));
            synapses.append(layers.get(i).synapses(shapes.get(i)));
            neurons.append(last || layers.get(i) instanceof Pool ? 0 : Layer.width(shapes.get(i + 1)));
            trained.append(layers.get(i).stages(shapes.get(i), i, last).stream().mapToLong(Stage::parameters).sum());
        }
        return Table.create("network", layer, out, synapses, neurons, trained);
    }

    /** The seed of one repeat. */
    static Seed seed(int repeat) {
        return Seed.root().child("network").child(repeat);
    }

    /** What a notebook shows: the layers and how it is trained. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(parts()).mimeBundle();
    }

    @Override
    public String toString() {
        return name() + (physical() ? " of junctions" : " network") + ", " + training
                + (loop.isEmpty() ? "" : ", in the loop " + loop);
    }
}
