package io.larmor.neuron;

import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.learn.Adam;
import io.larmor.learn.Loss;
import io.larmor.learn.Optimizer;
import io.larmor.learn.Schedule;
import io.larmor.network.TrainingCurve;
import io.larmor.task.VectorTask;
import java.util.ArrayList;
import java.util.Arrays;

/** Trains one network. */
final class SpikingTrainer {

    private final SpikingNetwork network;
    private final VectorTask task;
    private final Seed seed;
    private final SpikingLayers layers;
    private final Optimizer.Steps[] steps;
    private final float[][] gradients;
    private final float[] back;
    private final float[] wanted;
    private final double[] one;
    private final double[] slope;
    private int right;

    SpikingTrainer(SpikingNetwork network, VectorTask task, Seed seed) {
        this.network = network;
        this.task = task;
        this.seed = seed;
        int classes = task.classes().size();
        float[][] parameters = SpikingLayers.initial(network, task.width(), classes, seed);
        layers = new SpikingLayers(network, task.width(), classes, parameters, network.batch());
        steps = Arrays.stream(parameters).map(p -> Adam.of(network.rate()).start(p.length)).toArray(Optimizer.Steps[]::new);
        gradients = Arrays.stream(parameters).map(p -> new float[p.length]).toArray(float[][]::new);
        back = new float[network.batch() * network.hidden()];
        wanted = new float[network.batch() * classes];
        one = new double[classes];
        slope = new double[classes];
    }

    FittedSpiking.Trained run() {
        int batches = (task.train().length + network.batch() - 1) / network.batch();
        var curve = new ArrayList<TrainingCurve.Epoch>();
        try (var progress = Progress.of("training " + network.firing().label() + " neurons", (long) network.epochs() * batches)) {
            for (int epoch = 0; epoch < network.epochs(); epoch++) {
                curve.add(epoch(epoch, progress));
            }
        }
        return new FittedSpiking.Trained(layers.parameters, new TrainingCurve(network.firing().label(), curve));
    }

    private TrainingCurve.Epoch epoch(int epoch, Progress progress) {
        int[] train = task.train();
        int[] order = seed.child("order").child(epoch).generator().permutation(train.length);
        var random = seed.child("chance").child(epoch).generator();
        double rate = network.rate() * new Schedule.Cosine().factor(epoch, network.epochs());
        double loss = 0;
        right = 0;
        for (int from = 0; from < train.length; from += network.batch()) {
            int count = Math.min(network.batch(), train.length - from);
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                int sample = train[order[from + i]];
                System.arraycopy(task.values(), sample * layers.inputs, layers.x, i * layers.inputs, layers.inputs);
                labels[i] = task.labels()[sample];
            }
            layers.prepare();
            layers.forward(count, true, random, null);
            loss += loss(labels, count);
            layers.backward(count, wanted, gradients, back);
            for (int p = 0; p < steps.length; p++) {
                steps[p].step(layers.parameters[p], gradients[p], rate);
            }
            progress.step();
        }
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("training " + network + ": the loss is no number in epoch " + (epoch + 1)
                    + "; the learning rate is probably too large");
        }
        return new TrainingCurve.Epoch(epoch + 1, loss / train.length, (double) right / train.length, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The loss of a batch, and its derivatives over the number of samples. */
    private double loss(int[] labels, int count) {
        int classes = layers.classes;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < classes; k++) {
                one[k] = layers.outputs[i * classes + k];
            }
            sum += Loss.CROSS_ENTROPY.of(one, 0, classes, labels[i], slope);
            right += Loss.winner(layers.outputs, i * classes, classes) == labels[i] ? 1 : 0;
            for (int k = 0; k < classes; k++) {
                wanted[i * classes + k] = (float) (slope[k] / count);
            }
        }
        return sum;
    }
}
