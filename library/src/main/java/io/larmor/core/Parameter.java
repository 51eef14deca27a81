package io.larmor.core;

import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * The one declaration of a parameter: its meaning, unit, range and default. Setters check against it, tables, axis
 * labels and errors are made from it.
 *
 * @param key the setter's name: {@code current}
 * @param quantity name, symbol and unit
 * @param min the smallest value allowed
 * @param max the largest value allowed
 * @param standard the default
 * @param meaning one sentence for people
 */
public record Parameter(String key, Quantity quantity, double min, double max, double standard, String meaning) {

    /** Powers of a thousand that a unit slip is looked for in. */
    private static final int[] SLIPS = {-1, -2, -3, -4, 1, 2, 3};

    /**
     * Returns the value, or refuses one that is outside the range or not a number.
     *
     * @param owner what the parameter belongs to, for the error: {@code stno}
     * @throws IllegalArgumentException naming owner, parameter, value, range and the likely unit slip
     */
    public double check(String owner, double value) {
        if (value >= min && value <= max) {
            return value;
        }
        String text = owner + "." + key + " = " + quantity.unit().format(value) + " is "
                + (Double.isNaN(value) ? "not a number" : "outside " + range()) + ".";
        String hint = hint(value);
        throw new IllegalArgumentException(hint.isEmpty() ? text : text + " " + hint);
    }

    /** The same for a whole number. */
    public int check(String owner, int value) {
        return (int) check(owner, (double) value);
    }

    /** The allowed range as people write it: {@code 0 A .. 20 mA}. */
    public String range() {
        return quantity.unit().format(min) + " .. " + quantity.unit().format(max);
    }

    private String hint(double value) {
        int slip = slip(value);
        if (slip != 0) {
            String helper = quantity.unit().withPrefix(slip).replace("µ", "u");
            return "Did you mean " + key + "(" + helper + "(" + Unit.digits(value) + "))?";
        }
        return meaning.isEmpty() ? "" : "It is " + meaning + ".";
    }

    /**
     * The power of a thousand that was probably forgotten: the one that brings the value nearest to the default. 0 if none
     * does, or if the value looks as if a unit had been given: people do not write mA(0.06).
     */
    private int slip(double value) {
        int best = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int slip : SLIPS) {
            double meant = value * Math.pow(1000, slip);
            boolean plain = slip > 0 || Math.abs(value) >= 0.5;
            double distance = standard > 0 ? Math.abs(Math.log(meant / standard)) : Math.abs(slip);
            if (quantity.unit().prefixed() && plain && meant >= min && meant <= max && distance < nearest) {
                best = slip;
                nearest = distance;
            }
        }
        return best;
    }
}
