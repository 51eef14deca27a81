package io.larmor.neuron;

import io.larmor.core.Parallel;
import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Progress;
import io.larmor.core.Score;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.device.VoltageNeuron;
import io.larmor.learn.Loss;
import io.larmor.network.TrainingCurve;
import io.larmor.plot.Page;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.List;
import java.util.Map;

/** Trained networks of magnetic neurons, one a repeat. Made by {@link SpikingNetwork#fit}. Immutable. */
public final class FittedSpiking {

    public static final Parameter NOISE = new Parameter("noisy", Quantity.of("noise on the inputs"), 0, 10, 0,
            "the standard deviation of Gaussian noise on every input, whose range is 0 to 1 for images");
    public static final Parameter ERROR = new Parameter("sizeErrors", Quantity.of("size error"), 0, 0.5, 0,
            "the largest error of thickness and width, a part: 0.05 for 5 % up or down");

    /** Samples that go through a network together. */
    private static final int BATCH = 250;

    /**
     * One network.
     *
     * @param parameters of both layers
     * @param curve how its training went
     */
    record Trained(float[][] parameters, TrainingCurve curve) {
    }

    /** What one network made of some samples. */
    private record Tally(double accuracy, long[][] confusion, double spikes) {
    }

    private final SpikingNetwork description;
    private final int inputs;
    private final List<String> classes;
    private final List<Trained> networks;
    private final double noise;
    private final double thickness;
    private final double width;

    FittedSpiking(SpikingNetwork description, int inputs, List<String> classes, List<Trained> networks, double noise, double thickness,
            double width) {
        this.description = description;
        this.inputs = inputs;
        this.classes = List.copyOf(classes);
        this.networks = List.copyOf(networks);
        this.noise = noise;
        this.thickness = thickness;
        this.width = width;
    }

    /** What it was made from. */
    public SpikingNetwork description() {
        return description;
    }

    /** Loss and accuracy of every epoch of the first network. */
    public TrainingCurve curve() {
        return networks.get(0).curve();
    }

    /**
     * The same networks with noise on their inputs.
     *
     * @param sd {@link #NOISE}
     */
    public FittedSpiking noisy(double sd) {
        return new FittedSpiking(description, inputs, classes, networks, NOISE.check("fitted", sd), thickness, width);
    }

    /**
     * The same networks with neurons that differ from what was meant, each by any error up to the largest.
     *
     * @param thickness {@link #ERROR}
     * @param width {@link #ERROR}
     * @throws IllegalArgumentException if the neurons are not driven by voltages
     */
    public FittedSpiking sizeErrors(double thickness, double width) {
        if (!(description.firing() instanceof Firing.Chance chance) || chance.ratio() == 0) {
            throw new IllegalArgumentException("sizeErrors(..) is for neurons that a voltage switches: spikingNetwork(100).neurons(voltageNeuron())");
        }
        return new FittedSpiking(description, inputs, classes, networks, noise, ERROR.check("fitted", thickness), ERROR.check("fitted", width));
    }

    /**
     * The same networks driven for more or fewer steps than in training.
     *
     * @param steps {@link SpikingNetwork#STEPS}
     */
    public FittedSpiking steps(int steps) {
        return new FittedSpiking(description.steps(steps), inputs, classes, networks, noise, thickness, width);
    }

    /** Scores the networks on a task's test set. */
    public Score score(VectorTask task) {
        return score(task, task.test());
    }

    /** Scores the networks on a task's validation set, for choosing settings. */
    public Score validate(VectorTask task) {
        return score(task, task.validation());
    }

    private Score score(VectorTask task, int[] samples) {
        long begin = System.nanoTime();
        List<Tally> tallies = tallies(task, samples);
        double[][] accuracies = tallies.stream().map(t -> new double[] {t.accuracy()}).toArray(double[][]::new);
        long[][] confusion = new long[classes.size()][classes.size()];
        for (Tally tally : tallies) {
            for (int i = 0; i < confusion.length; i++) {
                for (int k = 0; k < confusion.length; k++) {
                    confusion[i][k] += tally.confusion()[i][k];
                }
            }
        }
        return new Score(task.name(), task.origin(), task.classes(), accuracies, confusion, toString(), (System.nanoTime() - begin) / 1e9,
                Seed.sessionNumber());
    }

    /** How often the hidden neurons fire for one sample of the test set, on average over the samples and networks. */
    public double spikes(VectorTask task) {
        return tallies(task, task.test()).stream().mapToDouble(Tally::spikes).average().orElse(Double.NaN);
    }

    /** What the hidden neurons dissipate for one sample if each spike takes {@link VoltageNeuron#ENERGY}, in joules. */
    public double energy(VectorTask task) {
        return spikes(task) * VoltageNeuron.ENERGY;
    }

    /**
     * Accuracy against noise on the inputs, with its spread over the networks.
     *
     * @param sds {@link #NOISE}
     */
    public Sweep noise(VectorTask task, double[] sds) {
        return Sweep.scores(name(), NOISE.quantity(), sds, sd -> noisy(sd).score(task));
    }

    /**
     * Accuracy against errors of size, the same for thickness and width, with its spread over the networks.
     *
     * @param errors {@link #ERROR}
     */
    public Sweep sizes(VectorTask task, double[] errors) {
        return Sweep.scores(name(), ERROR.quantity(), errors, e -> sizeErrors(e, e).score(task));
    }

    private String name() {
        return description.firing().label() + (description.levels() > 0 ? ", " + description.levels() + " levels" : "");
    }

    private List<Tally> tallies(VectorTask task, int[] samples) {
        if (task.width() != inputs || task.classes().size() != classes.size()) {
            throw new IllegalArgumentException(task.name() + " has " + task.width() + " values a sample and " + task.classes().size()
                    + " classes; the network was trained for " + inputs + " and " + classes.size());
        }
        if (samples.length == 0) {
            throw new IllegalArgumentException(task.name() + ": there are no samples to score on; validateOn(0.1) holds some out");
        }
        return Parallel.map("scoring " + name(), networks.size(), r -> tally(r, task, samples));
    }

    private Tally tally(int repeat, VectorTask task, int[] samples) {
        Seed seed = SpikingNetwork.seed(repeat).child("scoring");
        var layers = new SpikingLayers(description, inputs, classes.size(), networks.get(repeat).parameters(), Math.min(BATCH, samples.length));
        layers.prepare();
        Philox chance = seed.child("chance").generator();
        Philox shaking = seed.child("noise").generator();
        float[][] sizes = sizes(seed.child("sizes").generator());
        long[][] confusion = new long[classes.size()][classes.size()];
        int right = 0;
        double spikes = 0;
        for (int from = 0; from < samples.length; from += BATCH) {
            int count = Math.min(BATCH, samples.length - from);
            for (int i = 0; i < count; i++) {
                System.arraycopy(task.values(), samples[from + i] * inputs, layers.x, i * inputs, inputs);
            }
            for (int i = 0; i < count * inputs && noise > 0; i++) {
                layers.x[i] += (float) (noise * shaking.nextGaussian());
            }
            layers.forward(count, false, chance, sizes);
            for (int i = 0; i < count; i++) {
                int label = task.labels()[samples[from + i]];
                int answer = Loss.winner(layers.outputs, i * classes.size(), classes.size());
                confusion[label][answer]++;
                right += label == answer ? 1 : 0;
            }
            for (int i = 0; i < count * layers.hidden; i++) {
                spikes += layers.rates[i];
            }
            Progress.checkpoint();
        }
        return new Tally((double) right / samples.length, confusion, spikes * description.steps() / samples.length);
    }

    /** What errors of size do to each neuron's input: it is shifted, and weighed. */
    private float[][] sizes(Philox random) {
        if (thickness == 0 && width == 0) {
            return null;
        }
        double ratio = ((Firing.Chance) description.firing()).ratio();
        float[][] sizes = new float[description.hidden()][];
        for (int h = 0; h < sizes.length; h++) {
            double thicker = thickness * (2 * random.nextDouble() - 1);
            double wider = 1 + width * (2 * random.nextDouble() - 1);
            sizes[h] = new float[] {(float) (ratio * thicker), (float) (wider * wider)};
        }
        return sizes;
    }

    /** What a notebook shows: the last epoch and the curves. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).line(curve().toString()).picture(curve().plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return description + (noise > 0 ? ", noise of " + Unit.digits(noise) + " on the inputs" : "")
                + (thickness > 0 || width > 0 ? ", size errors up to " + Unit.digits(100 * Math.max(thickness, width)) + " %" : "");
    }
}
