package io.larmor.network;

import io.larmor.core.Parameter;
import io.larmor.learn.Adam;
import io.larmor.learn.Loss;
import io.larmor.learn.Optimizer;
import io.larmor.learn.Schedule;
import io.larmor.learn.Sgd;
import io.larmor.units.Quantity;
import java.util.Objects;

/**
 * How a network is trained.
 *
 * @param optimizer default: Adam with 6.6093e-6, as Ross et al. trained junctions
 * @param schedule of the learning rate; default: constant
 * @param batch samples a step; the last step of an epoch has what is left
 * @param epochs passes over the training set
 * @param loss default: softmax cross-entropy
 * @param patience epochs without a lower loss on the validation set after which training stops; 0 for never
 * @param followTest whether the accuracy on the test set is noted every epoch, for figures
 */
public record Training(Optimizer optimizer, Schedule schedule, int batch, int epochs, Loss loss, int patience,
        boolean followTest) {

    public static final Parameter BATCH = new Parameter("batch", Quantity.of("batch"), 1, 1e6, 256,
            "how many samples the gradient of a step is averaged over");
    public static final Parameter EPOCHS = new Parameter("epochs", Quantity.of("epochs"), 1, 1e6, 100,
            "how often training passes over the training set, at least once");
    public static final Parameter PATIENCE = new Parameter("patience", Quantity.of("patience"), 0, 1e6, 0,
            "after how many epochs without a lower validation loss training stops; 0 for never");
    /** The learning rate of Ross et al., in gigahertz and volts. */
    public static final double JUNCTION_RATE = 6.6093e-6;

    public Training {
        Objects.requireNonNull(optimizer, "optimizer");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(loss, "loss");
        BATCH.check("network", batch);
        EPOCHS.check("network", epochs);
        PATIENCE.check("network", patience);
    }

    /** As Ross et al. trained. */
    public static Training standard() {
        return new Training(Adam.of(JUNCTION_RATE), new Schedule.Constant(), (int) BATCH.standard(), (int) EPOCHS.standard(),
                Loss.CROSS_ENTROPY, 0, false);
    }

    Training optimizer(Optimizer optimizer) {
        return new Training(optimizer, schedule, batch, epochs, loss, patience, followTest);
    }

    Training schedule(Schedule schedule) {
        return new Training(optimizer, schedule, batch, epochs, loss, patience, followTest);
    }

    Training batch(int batch) {
        return new Training(optimizer, schedule, batch, epochs, loss, patience, followTest);
    }

    Training epochs(int epochs) {
        return new Training(optimizer, schedule, batch, epochs, loss, patience, followTest);
    }

    Training loss(Loss loss) {
        return new Training(optimizer, schedule, batch, epochs, loss, patience, followTest);
    }

    Training patience(int patience) {
        return new Training(optimizer, schedule, batch, epochs, loss, patience, followTest);
    }

    Training followTest(boolean follow) {
        return new Training(optimizer, schedule, batch, epochs, loss, patience, follow);
    }

    /** All that shapes the parameters after some epochs; the number of epochs only where the schedule looks at it. */
    String fingerprint() {
        String steps = optimizer instanceof Adam adam ? "adam/" + adam.rate() + "/" + adam.beta1() + "/" + adam.beta2() + "/"
                + adam.epsilon() : optimizer instanceof Sgd sgd ? "sgd/" + sgd.rate() + "/" + sgd.momentum() : "";
        return steps + "/" + schedule + "/" + batch + "/"
                + loss + "/" + patience + "/" + followTest + (schedule.endsWithTraining() ? "/" + epochs : "");
    }

    @Override
    public String toString() {
        return optimizer + (schedule instanceof Schedule.Constant ? "" : " " + schedule) + ", batch " + batch + ", " + epochs
                + (epochs == 1 ? " epoch" : " epochs") + (loss == Loss.MEAN_SQUARE ? ", mean square loss" : "")
                + (patience == 0 ? "" : ", patience " + patience);
    }
}
