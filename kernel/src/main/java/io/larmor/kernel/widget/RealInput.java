package io.larmor.kernel.widget;

import io.larmor.kernel.spi.MimeBundle;
import java.util.function.Consumer;

/** A control for real numbers: a slider or a field. */
public final class RealInput implements Control<Double> {

    private final Input<Double> input;
    private final String label;

    RealInput(Model model, String label, double value) {
        this.label = label;
        input = new Input<>(model, label, Coding.real(label, model), value);
    }

    @Override
    public Double value() {
        return input.value();
    }

    /**
     * Sets the value.
     *
     * @param next a plain number between the control's limits
     * @throws IllegalArgumentException for one outside the limits
     */
    public RealInput value(double next) {
        input.value(next);
        return this;
    }

    /** The distance between two values a slider can have; of the exponent for a logarithmic one; a plain number above 0. */
    public RealInput step(double step) {
        if (!(step > 0)) {
            throw new IllegalArgumentException(Coding.name(label) + ": step = " + step + " must be above 0");
        }
        model().put("step", step);
        return this;
    }

    /** How the number beside a slider is written, as in Python: {@code ".2f"} is the default, {@code ".3g"} is shorter. */
    public RealInput format(String format) {
        model().put("readout_format", format);
        return this;
    }

    @Override
    public RealInput onChange(Consumer<? super Double> action) {
        input.onChange(action);
        return this;
    }

    /** Whether the user can change it; by default yes. */
    public RealInput enabled(boolean yes) {
        input.enabled(yes);
        return this;
    }

    /** Whether changes are told while the user still drags, which is the default, or only at the end. */
    public RealInput continuous(boolean yes) {
        input.continuous(yes);
        return this;
    }

    @Override
    public Model model() {
        return input.model();
    }

    @Override
    public MimeBundle fallback() {
        return MimeBundle.text(toString());
    }

    @Override
    public String toString() {
        if (!(model().get("min") instanceof Double min) || !(model().get("max") instanceof Double max)) {
            return input.toString();
        }
        return input + "  (" + Coding.limit(model(), min) + " .. " + Coding.limit(model(), max) + ")";
    }
}
