package io.larmor.network;

import io.larmor.core.LiveView;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.network.engine.NetworkPass;
import io.larmor.network.engine.Plan;
import io.larmor.network.engine.Twin;
import io.larmor.network.hardware.Realization;
import io.larmor.task.VectorTask;
import io.larmor.units.Unit;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Trains one network on one task. */
final class Trainer {

    private final Network network;
    private final Training training;
    private final VectorTask task;
    private final Checkpoint checkpoint;
    private final int repeat;
    private final Plan plan;
    private final Seed seed;
    private final TrainingState state;
    /** Of all that decides the result; null where no checkpoint asks for it, since it reads all samples. */
    private final String fingerprint;

    Trainer(Network network, VectorTask task, Checkpoint checkpoint, int repeat) {
        this.network = network;
        this.training = network.training();
        this.task = task;
        this.checkpoint = checkpoint;
        this.repeat = repeat;
        plan = network.plan();
        Fit.check(network, plan, task);
        seed = Network.seed(repeat);
        state = new TrainingState(plan.initial(seed.child("initial")), training.optimizer().start(plan.parameters()));
        fingerprint = checkpoint == null ? null : fingerprint();
    }

    private String fingerprint() {
        var sum = new CRC32();
        var bytes = java.nio.ByteBuffer.allocate(Float.BYTES * 1024);
        for (int i = 0; i < task.values().length; i += 1024) {
            bytes.clear();
            int count = Math.min(1024, task.values().length - i);
            bytes.asFloatBuffer().put(task.values(), i, count);
            sum.update(bytes.limit(Float.BYTES * count));
        }
        String sets = Arrays.toString(task.labels()) + Arrays.toString(task.train()) + Arrays.toString(task.validation());
        sum.update(sets.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var layers = new StringBuilder();
        for (Layer layer : network.layers()) {
            layers.append(layer.getClass().getSimpleName()).append(' ').append(layer);
            layers.append(layer instanceof RfMtjs r ? r.made() : layer instanceof RfConvolution c ? c.made() : "").append("; ");
        }
        return "network " + network.shape() + " " + layers + " " + plan.unit() + "\ntraining " + training.fingerprint() + "\nin the loop "
                + network.loop() + "\ntask " + task.name() + " " + Long.toHexString(sum.getValue()) + "\nseed " + seed.key();
    }

    FittedNetwork run() {
        if (checkpoint != null && Files.exists(checkpoint.path())) {
            CheckpointFile.read(checkpoint.path(), fingerprint, state);
        }
        int batches = (task.train().length + training.batch() - 1) / training.batch();
        int begin = state.epochs.size();
        var pass = new NetworkPass(plan, training.batch());
        try (var progress = Progress.of("training " + network.name(), (long) (training.epochs() - begin) * batches);
                var view = progress.isOutermost() ? LiveView.open() : null) {
            for (int epoch = begin; epoch < training.epochs() && !patienceIsOver(); epoch++) {
                state.epochs.add(epoch(epoch, pass, progress));
                boolean last = epoch == training.epochs() - 1 || patienceIsOver();
                if (checkpoint != null && (last || (epoch + 1) % checkpoint.every() == 0)) {
                    CheckpointFile.write(checkpoint.path(), fingerprint, state);
                }
                if (view != null) {
                    var curve = new TrainingCurve(network.name(), state.epochs);
                    view.show(curve::mimeBundle);
                }
            }
        }
        float[] parameters = training.patience() > 0 ? state.best : state.parameters;
        return new FittedNetwork(network, task.name(), task.classes(), plan, parameters,
                new TrainingCurve(network.name(), state.epochs), network.loop(), repeat);
    }

    private boolean patienceIsOver() {
        return training.patience() > 0 && state.sinceBest >= training.patience();
    }

    private TrainingCurve.Epoch epoch(int epoch, NetworkPass pass, Progress progress) {
        int[] train = task.train();
        int[] order = seed.child("order").child(epoch).generator().permutation(train.length);
        float[] gradient = new float[plan.parameters()];
        int[] labels = new int[training.batch()];
        double rate = training.optimizer().rate() * training.schedule().factor(epoch, training.epochs());
        double loss = 0;
        int right = 0;
        int width = plan.inputs();
        for (int from = 0, batch = 0; from < train.length; from += training.batch(), batch++) {
            int count = Math.min(training.batch(), train.length - from);
            for (int i = 0; i < count; i++) {
                int sample = train[order[from + i]];
                pass.put(task.values(), sample * width, i);
                labels[i] = task.labels()[sample];
            }
            pass.load(state.parameters, twin());
            pass.forward(count, (long) epoch * train.length + from);
            double here = pass.loss(labels, count, training.loss());
            if (!Double.isFinite(here)) {
                throw failed("the loss became " + here, epoch, batch);
            }
            loss += here;
            right += pass.right();
            pass.backward(count, gradient);
            state.steps.step(state.parameters, gradient, rate);
            progress.step();
        }
        for (float parameter : state.parameters) {
            if (!Float.isFinite(parameter)) {
                throw failed("a parameter became " + parameter, epoch, 0);
            }
        }
        return finished(epoch, loss / train.length, (double) right / train.length);
    }

    private TrainingFailedException failed(String what, int epoch, int batch) {
        return new TrainingFailedException("training " + network.name() + ": " + what + " in epoch " + (epoch + 1) + ", batch "
                + (batch + 1) + ". The learning rate " + Unit.digits(training.optimizer().rate())
                + " is probably too large" + (network.physical() ? "; junctions learn with about "
                + Unit.digits(Training.JUNCTION_RATE) : "") + ". There is no trained network.");
    }

    private TrainingCurve.Epoch finished(int epoch, double loss, double accuracy) {
        double validationLoss = Double.NaN;
        double validationAccuracy = Double.NaN;
        if (task.validation().length > 0) {
            var tally = Scoring.tally(plan, state.parameters, twin(), task, task.validation(), training.loss());
            validationLoss = tally.loss();
            validationAccuracy = tally.accuracy();
        }
        if (training.patience() > 0) {
            state.sinceBest++;
            if (validationLoss < state.bestLoss) {
                state.bestLoss = validationLoss;
                state.sinceBest = 0;
                System.arraycopy(state.parameters, 0, state.best, 0, state.best.length);
            }
        }
        double test = training.followTest()
                ? Scoring.tally(plan, state.parameters, twin(), task, task.test(), training.loss()).accuracy() : Double.NaN;
        return new TrainingCurve.Epoch(epoch + 1, loss, accuracy, validationLoss, validationAccuracy, test);
    }

    private Twin twin() {
        return network.loop().isEmpty() ? null
                : Realization.of(plan, state.parameters, network.loop(), FittedNetwork.hardware(repeat, 0));
    }
}
