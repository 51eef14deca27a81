package io.larmor.network;

import io.larmor.plot.Page;
import io.larmor.plot.Picture;
import io.larmor.plot.Plot;
import io.larmor.plot.Plots;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How a training went.
 *
 * @param name of what was trained
 * @param epochs one entry an epoch
 */
public record TrainingCurve(String name, List<Epoch> epochs) {

    private static final Quantity EPOCH = Quantity.of("epoch");
    private static final Quantity ACCURACY = Quantity.of("accuracy", Unit.PERCENT);

    /**
     * One pass over the training set.
     *
     * @param number from 1 on
     * @param loss the mean over the training set, as its batches met the parameters
     * @param accuracy the share of right answers on the training set, likewise
     * @param validationLoss after the epoch; NaN without a validation set
     * @param validationAccuracy after the epoch; NaN without a validation set
     * @param testAccuracy after the epoch; NaN unless the network follows the test set
     */
    public record Epoch(int number, double loss, double accuracy, double validationLoss, double validationAccuracy,
            double testAccuracy) {
    }

    public TrainingCurve {
        epochs = List.copyOf(epochs);
    }

    /** The last epoch. */
    public Epoch last() {
        return epochs.get(epochs.size() - 1);
    }

    /** One number of each epoch. */
    public double[] values(ToDoubleFunction<Epoch> number) {
        return epochs.stream().mapToDouble(number).toArray();
    }

    /** Loss and accuracy against the epoch. */
    public Picture plot() {
        double[] xs = values(Epoch::number);
        var loss = add(Plot.line(EPOCH, xs, Quantity.of("loss"), values(Epoch::loss)).named("training"), "validation", xs,
                values(Epoch::validationLoss));
        var right = Plot.line(EPOCH, xs, ACCURACY, percent(values(Epoch::accuracy))).named("training");
        right = add(right, "validation", xs, percent(values(Epoch::validationAccuracy)));
        right = add(right, "test", xs, percent(values(Epoch::testAccuracy)));
        return Plots.row(loss.title("loss").size(400, 300), right.title("accuracy").size(400, 300));
    }

    private static Plot add(Plot plot, String name, double[] xs, double[] ys) {
        return Arrays.stream(ys).anyMatch(Double::isFinite) ? plot.series(name, xs, ys) : plot;
    }

    private static double[] percent(double[] values) {
        return Arrays.stream(values).map(v -> 100 * v).toArray();
    }

    /** One epoch a row. */
    public Table table() {
        return Table.create(name, IntColumn.create("epoch", epochs.stream().mapToInt(Epoch::number).toArray()),
                DoubleColumn.create("loss", values(Epoch::loss)), DoubleColumn.create("accuracy", values(Epoch::accuracy)),
                DoubleColumn.create("validation loss", values(Epoch::validationLoss)),
                DoubleColumn.create("validation accuracy", values(Epoch::validationAccuracy)),
                DoubleColumn.create("test accuracy", values(Epoch::testAccuracy)));
    }

    /** What a notebook shows: the last epoch and the curves. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        if (epochs.isEmpty()) {
            return name + ": not trained yet";
        }
        var last = last();
        return String.format(Locale.ROOT, "%s, epoch %d: loss %s, %.1f %% of the training set right%s", name, last.number(),
                Unit.digits(last.loss()), 100 * last.accuracy(), Double.isNaN(last.validationAccuracy()) ? ""
                        : String.format(Locale.ROOT, ", %.1f %% of the validation set", 100 * last.validationAccuracy()));
    }
}
