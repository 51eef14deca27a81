package io.larmor.plot;

import io.larmor.units.Quantity;
import java.util.List;

/**
 * What an axis was asked to show.
 *
 * @param lo the lower end in SI; NaN: from the data
 * @param hi the upper end in SI; NaN: from the data
 * @param names where the axis has classes and not numbers: class i lies at i
 */
record Axis(Quantity quantity, boolean log, double lo, double hi, List<String> names) {

    static Axis of(Quantity quantity) {
        return new Axis(quantity, false, Double.NaN, Double.NaN, List.of());
    }

    static Axis of(String title, List<String> names) {
        return new Axis(Quantity.of(title), false, -0.5, names.size() - 0.5, List.copyOf(names));
    }

    boolean hasNames() {
        return !names.isEmpty();
    }

    Axis logarithmic() {
        return new Axis(quantity, true, lo, hi, names);
    }

    Axis between(double from, double to) {
        return new Axis(quantity, log, from, to, names);
    }
}
