package io.larmor.kernel.widget;

import io.larmor.kernel.spi.MimeBundle;
import java.util.Locale;

/** A bar that fills. It may be set as often as a loop likes. */
public final class ProgressBar implements Widget {

    private final Model model = Model.control("FloatProgress", "Progress", "ProgressStyle");
    private final String label;
    private final double from;
    private final double to;
    private volatile double value;

    ProgressBar(String label, double from, double to) {
        if (!(from < to)) {
            throw new IllegalArgumentException("progress bar \"" + label + "\": from = " + from + " must be below to = " + to);
        }
        this.label = label;
        this.from = from;
        this.to = to;
        value = from;
        model.put("description", label).put("min", from).put("max", to).put("value", from);
        model.part("style").put("description_width", "initial");
    }

    public double value() {
        return value;
    }

    /** Fills it up to a value, a plain number; one beyond its ends counts as the end. At the end it turns green. */
    public ProgressBar value(double next) {
        value = Math.min(to, Math.max(from, next));
        model.put("value", value).put("bar_style", value >= to ? "success" : "");
        return this;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public MimeBundle fallback() {
        return MimeBundle.html(String.format(Locale.ROOT, "%s <progress max=\"%s\" value=\"%s\"></progress> %.0f %%",
                Forms.escape(label), to - from, value - from, percent()), toString());
    }

    @Override
    public String toString() {
        return Forms.labelled(label, String.format(Locale.ROOT, "%.0f %%", percent()));
    }

    private double percent() {
        return 100 * (value - from) / (to - from);
    }
}
