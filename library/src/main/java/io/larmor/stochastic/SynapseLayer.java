package io.larmor.stochastic;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.learn.Adam;
import io.larmor.learn.Optimizer;
import io.larmor.learn.Schedule;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import java.util.Arrays;

/**
 * One layer of stochastic synapses as a classifier. A synapse is read as +1 or −1 with a chance P that is trained; a class's
 * score is z_j = β (1/R) Σ_r Σ_i x_i w_ij(r) + b_j over R reads. Training follows Ellis et al., arXiv:2303.01886: it knows of
 * the reads by the mean and the variance of the score, μ_j = Σ x_i (2 P_ij − 1) and v_j = Σ x_i² 4 P_ij (1 − P_ij), draws
 * z_j = β (μ_j + √(v_j/R) ε) + b_j with a normal ε, and follows the gradient by P through both. P is a logistic function of
 * what the optimizer moves.
 *
 * @param reads R in training; 0 for infinitely many, which knows no variance
 * @param gain β
 * @param optimizer of the logits of P and the biases
 * @param schedule of the learning rate
 * @param batch samples of a step
 * @param epochs passes over the training set
 * @param repeat numbers the training: other ones start elsewhere and draw other numbers
 */
public record SynapseLayer(int reads, double gain, Optimizer optimizer, Schedule schedule, int batch, int epochs, int repeat) {

    public static final Parameter READS = new Parameter("reads", Quantity.of("reads in training"), 0, 1_000_000, 1,
            "how often each synapse is read; 0 stands for infinitely many");
    public static final Parameter GAIN = new Parameter("gain", Quantity.of("gain"), 1e-6, 1e6, 0.5, "what sums are multiplied by");
    public static final Parameter BATCH = new Parameter("batch", Quantity.of("batch"), 1, 1e6, 100, "how many samples a step takes");
    public static final Parameter EPOCHS = new Parameter("epochs", Quantity.of("epochs"), 1, 1e5, 20,
            "how often the training set is gone through");
    public static final Parameter REPEAT = new Parameter("repeat", Quantity.of("repeat"), 0, 1e6, 0, "the number of the training");

    public SynapseLayer {
        READS.check("synapseLayer", reads);
        GAIN.check("synapseLayer", gain);
        BATCH.check("synapseLayer", batch);
        EPOCHS.check("synapseLayer", epochs);
        REPEAT.check("synapseLayer", repeat);
    }

    /** A layer for one read with gain 0.5, trained by 20 epochs of Adam at a rate of 0.05 that falls along a cosine, batches of 100. */
    public static SynapseLayer standard() {
        return new SynapseLayer(1, GAIN.standard(), Adam.of(0.05), new Schedule.Cosine(), (int) BATCH.standard(),
                (int) EPOCHS.standard(), 0);
    }

    /** The same trained for so many reads; 0 for infinitely many. */
    public SynapseLayer reads(int reads) {
        return new SynapseLayer(reads, gain, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same with another gain, a plain number. */
    public SynapseLayer gain(double gain) {
        return new SynapseLayer(reads, gain, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same with another optimizer. */
    public SynapseLayer optimizer(Optimizer optimizer) {
        return new SynapseLayer(reads, gain, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same with another schedule of the learning rate. */
    public SynapseLayer schedule(Schedule schedule) {
        return new SynapseLayer(reads, gain, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same with other batches. */
    public SynapseLayer batch(int batch) {
        return new SynapseLayer(reads, gain, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same with other epochs. */
    public SynapseLayer epochs(int epochs) {
        return new SynapseLayer(reads, gain, optimizer, schedule, batch, epochs, repeat);
    }

    /** The same training with other random numbers. */
    public SynapseLayer repeat(int repeat) {
        return new SynapseLayer(reads, gain, optimizer, schedule, batch, epochs, repeat);
    }

    /** Trains on a task's training set. */
    public FittedSynapses fit(VectorTask task) {
        Citations.use(Papers.ELLIS_2023, "synapse layer");
        if (task.train().length == 0) {
            throw new IllegalArgumentException(task.name() + " has no training samples");
        }
        var seed = Seed.root().child("synapseLayer").child(reads).child(repeat);
        int inputs = task.width();
        int outputs = task.classes().size();
        var descent = new SynapseDescent(this, inputs, outputs, seed);
        int[] order = task.train().clone();
        int steps = (order.length + batch - 1) / batch;
        try (var progress = Progress.of("training " + this, (long) epochs * steps)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                double rate = optimizer.rate() * schedule.factor(epoch, epochs);
                int[] mixed = seed.child("order").child(epoch).generator().permutation(order.length);
                for (int from = 0; from < order.length; from += batch) {
                    int count = Math.min(batch, order.length - from);
                    int start = from;
                    int[] samples = new int[count];
                    Arrays.setAll(samples, k -> order[mixed[start + k]]);
                    descent.step(task, samples, rate);
                    progress.step();
                }
            }
        }
        return new FittedSynapses(this, inputs, outputs, descent.probabilities(), descent.biases(), seed);
    }

    @Override
    public String toString() {
        return "stochastic synapses for " + (reads == 0 ? "infinitely many reads" : reads == 1 ? "one read" : reads + " reads");
    }
}
