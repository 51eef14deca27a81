package io.larmor.kernel.widget;

import java.math.BigDecimal;
import java.math.MathContext;
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
            double low = limit(model, min);
            double high = limit(model, max);
            double slack = 1e-9 * Math.abs(high - low);
            if (x < low - slack || x > high + slack) {
                throw new IllegalArgumentException(name(label) + ": value = " + value + " is outside "
                        + number(low, value) + " .. " + number(high, value));
            }
        }
    }

    /** A limit as a value: a logarithmic slider has exponents. */
    static double limit(Model model, Number stated) {
        if (!(model.get("base") instanceof Number base)) {
            return stated.doubleValue();
        }
        double power = Math.pow(base.doubleValue(), stated.doubleValue());
        return new BigDecimal(power).round(new MathContext(12)).doubleValue();
    }

    private static String number(double limit, Number like) {
        return like instanceof Integer ? String.valueOf((long) limit) : String.valueOf(limit);
    }

    static String name(String label) {
        return label.isEmpty() ? "control" : "control \"" + label + "\"";
    }
}
