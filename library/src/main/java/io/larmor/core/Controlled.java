package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A machine's score beside those of its controls, on the same splits and with the same readout.
 *
 * @param device with the device
 * @param withoutDevice the same mask and clipping without the device
 * @param rawInput the readout on the raw input
 */
public record Controlled(Score device, Score withoutDevice, Score rawInput) {

    private static final List<String> NAMES = List.of("with the device", "mask and clip only", "raw input");

    /** How much more the device gets right than the raw input, as a share of 1. */
    public double gain() {
        return device.accuracy() - rawInput.accuracy();
    }

    /** How much more the device gets right than mask and clipping alone, as a share of 1. */
    public double gainOverClip() {
        return device.accuracy() - withoutDevice.accuracy();
    }

    private List<Score> scores() {
        return List.of(device, withoutDevice, rawInput);
    }

    /** The three accuracies as bars. */
    public Plot plot() {
        return Plot.bars(NAMES, Quantity.of("accuracy", Unit.PERCENT),
                scores().stream().mapToDouble(s -> 100 * s.accuracy()).toArray(),
                scores().stream().mapToDouble(s -> 100 * s.spread()).toArray()).title(device.task()).size(480, 320);
    }

    /** The three scores, one a row. */
    public Table table() {
        var right = StringColumn.create("right");
        var readout = StringColumn.create("readout");
        for (var score : scores()) {
            right.append(String.format(Locale.ROOT, "%.1f %% ± %.1f", 100 * score.accuracy(), 100 * score.spread()));
            readout.append(score.readout());
        }
        return Table.create(device.task(), StringColumn.create("machine", NAMES), right, readout);
    }

    /** What a notebook shows: what the device adds, the table and the bars. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(table()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %.1f %% right; the device adds %+.1f points to the raw input, %+.1f to mask "
                + "and clip (chance %.0f %%)", device.task(), 100 * device.accuracy(), 100 * gain(),
                100 * gainOverClip(), 100.0 / device.classes().size());
    }
}
