package io.larmor.neuron;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parallel;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.device.DwNeuron;
import io.larmor.device.VoltageNeuron;
import io.larmor.learn.Adam;
import io.larmor.plot.Page;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Map;

/**
 * A network of one hidden layer of magnetic neurons. Values of a sample enter as constant currents through the first weights; the
 * hidden neurons answer with spikes over some steps; the rates of spikes are weighed once more, and the largest sum is the answer.
 * It is trained by backpropagation with surrogate gradients, cross entropy and Adam at a rate that falls along half a cosine.
 * Immutable.
 *
 * <pre>{@code
 * var fitted = spikingNetwork(100).neurons(Firing.Leaky.ideal(0.9)).steps(25).epochs(10).fit(mnist().task());
 * fitted.noise(task, new double[] {0, 0.2, 0.4});
 * }</pre>
 *
 * @param hidden how many hidden neurons
 * @param firing what they are
 * @param steps for how many steps they are driven
 * @param levels how many values a weight may take, an odd number; 0 for any
 * @param epochs passes over the training set
 * @param batch samples a step of training
 * @param rate the learning rate of Adam
 * @param repeats how many networks, each with initial values and chances of its own
 */
public record SpikingNetwork(int hidden, Firing firing, int steps, int levels, int epochs, int batch, double rate, int repeats) {

    public static final Parameter HIDDEN = new Parameter("hidden", Quantity.of("hidden neurons"), 1, 10_000, 100, "how many hidden neurons");
    public static final Parameter STEPS = new Parameter("steps", Quantity.of("steps"), 1, 10_000, 25,
            "for how many steps the neurons are driven, or how often they are pulsed");
    public static final Parameter LEVELS = new Parameter("levels", Quantity.of("levels of a weight"), 0, 255, 0,
            "how many values a weight may take, an odd number; 0 for any");
    public static final Parameter EPOCHS = new Parameter("epochs", Quantity.of("epochs"), 1, 10_000, 10, "passes over the training set");
    public static final Parameter BATCH = new Parameter("batch", Quantity.of("batch"), 1, 10_000, 100, "samples a step of training");
    public static final Parameter REPEATS = new Parameter("repeats", Quantity.of("repeats"), 1, 1000, 1,
            "how many networks are trained, each with initial values and chances of its own");

    public SpikingNetwork {
        HIDDEN.check("spikingNetwork", hidden);
        STEPS.check("spikingNetwork", steps);
        LEVELS.check("spikingNetwork", levels);
        EPOCHS.check("spikingNetwork", epochs);
        BATCH.check("spikingNetwork", batch);
        Adam.RATE.check("spikingNetwork", rate);
        REPEATS.check("spikingNetwork", repeats);
        if (levels > 0 && (levels < 3 || levels % 2 == 0)) {
            throw new IllegalArgumentException("spikingNetwork.levels = " + levels + ": weights take an odd number of values, 3 at least, so that 0"
                    + " is one of them; levels(5) for example, or levels(0) for any value");
        }
    }

    /** A network of ideal leaky neurons with every default. */
    public static SpikingNetwork of(int hidden) {
        return new SpikingNetwork(hidden, Firing.Leaky.ideal(0.9), (int) STEPS.standard(), 0, (int) EPOCHS.standard(), (int) BATCH.standard(),
                2e-3, 1);
    }

    /** The same with neurons of another kind. */
    public SpikingNetwork neurons(Firing firing) {
        return new SpikingNetwork(hidden, firing, steps, levels, epochs, batch, rate, repeats);
    }

    /** The same with neurons that a voltage switches, trained on their expectation. */
    public SpikingNetwork neurons(VoltageNeuron neuron) {
        Citations.use(Papers.YUAN_2022, "spikingNetwork");
        return neurons(Firing.Chance.of(neuron));
    }

    /** The same with domain-wall neurons that leak, a tenth of their leak a step. */
    public SpikingNetwork neurons(DwNeuron neuron) {
        Citations.use(Papers.LEONARD_2023, "spikingNetwork");
        return neurons(Firing.Leaky.of(neuron, 0.1 * neuron.leak()));
    }

    /**
     * The same with more or fewer steps.
     *
     * @param steps {@link #STEPS}
     */
    public SpikingNetwork steps(int steps) {
        return new SpikingNetwork(hidden, firing, steps, levels, epochs, batch, rate, repeats);
    }

    /**
     * The same with weights of few values, also in training, where their gradient is passed on to weights of any value.
     *
     * @param levels {@link #LEVELS}
     */
    public SpikingNetwork levels(int levels) {
        return new SpikingNetwork(hidden, firing, steps, levels, epochs, batch, rate, repeats);
    }

    /**
     * The same with longer or shorter training.
     *
     * @param epochs {@link #EPOCHS}
     */
    public SpikingNetwork epochs(int epochs) {
        return new SpikingNetwork(hidden, firing, steps, levels, epochs, batch, rate, repeats);
    }

    /**
     * The same with larger or smaller batches.
     *
     * @param batch {@link #BATCH}
     */
    public SpikingNetwork batch(int batch) {
        return new SpikingNetwork(hidden, firing, steps, levels, epochs, batch, rate, repeats);
    }

    /**
     * The same with another learning rate.
     *
     * @param rate {@link Adam#RATE}
     */
    public SpikingNetwork rate(double rate) {
        return new SpikingNetwork(hidden, firing, steps, levels, epochs, batch, rate, repeats);
    }

    /**
     * The same, several times.
     *
     * @param repeats {@link #REPEATS}
     */
    public SpikingNetwork repeats(int repeats) {
        return new SpikingNetwork(hidden, firing, steps, levels, epochs, batch, rate, repeats);
    }

    /** Trains it. */
    public FittedSpiking fit(VectorTask task) {
        if (task.train().length == 0 || task.classes().size() < 2) {
            throw new IllegalArgumentException(task.name() + ": there is nothing to train on; a training set and two classes at least are needed");
        }
        var trained = Parallel.map("training " + this, repeats, r -> new SpikingTrainer(this, task, seed(r)).run());
        return new FittedSpiking(this, task.width(), task.classes(), trained, 0, 0, 0);
    }

    static Seed seed(int repeat) {
        return Seed.root().child("spiking network").child(repeat);
    }

    /** What a notebook shows. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).mimeBundle();
    }

    @Override
    public String toString() {
        return hidden + " " + firing.label() + " neurons, " + steps + (steps == 1 ? " step" : " steps") + (levels > 0 ? ", weights of " + levels
                + " levels" : "") + ", " + epochs + " epochs, adam(" + Unit.digits(rate) + "), batch " + batch;
    }
}
