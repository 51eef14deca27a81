package io.larmor.kernel.widget;

import java.util.function.Function;

/**
 * How the values of a control stand in its model.
 *
 * @param attribute the model's attribute that holds the value
 * @param write from a value to the attribute; throws an IllegalArgumentException for a value that is not allowed
 * @param read back again, from what the front end sent
 * @param text the value for people
 */
record Coding<T>(String attribute, Function<? super T, ?> write, Function<Object, ? extends T> read,
        Function<? super T, String> text) {

    /** Whole numbers within limits that are read from the model, where it has them. */
    static Coding<Integer> whole(String label, Model model) {
        return new Coding<>("value", value -> {
            check(label, model, value);
            return value;
        }, value -> ((Number) value).intValue(), String::valueOf);
    }

    /** Real numbers likewise. */
    static Coding<Double> real(String label, Model model) {
        return new Coding<>("value", value -> {
            check(label, model, value);
            return value;
        }, value -> ((Number) value).doubleValue(), String::valueOf);
    }

    private static void check(String label, Model model, Number value) {
        double x = value.doubleValue();
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException(name(label) + ": value = " + value + " is not a finite number");
        }
        if (model.get("min") instanceof Number min && model.get("max") instanceof Number max) {
            // a logarithmic slider has exponents as limits
            double low = model.get("base") instanceof Number base ? Math.pow(base.doubleValue(), min.doubleValue())
                    : min.doubleValue();
            double high = model.get("base") instanceof Number base ? Math.pow(base.doubleValue(), max.doubleValue())
                    : max.doubleValue();
            double slack = 1e-9 * Math.abs(high - low);
            if (x < low - slack || x > high + slack) {
                throw new IllegalArgumentException(name(label) + ": value = " + value + " is outside "
                        + number(low, value) + " .. " + number(high, value));
            }
        }
    }

    private static String number(double limit, Number like) {
        return like instanceof Integer ? String.valueOf((long) limit) : String.valueOf(limit);
    }

    static String name(String label) {
        return label.isEmpty() ? "control" : "control \"" + label + "\"";
    }
}
