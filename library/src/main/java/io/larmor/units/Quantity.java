package io.larmor.units;

/**
 * What a number means: its name, the symbol it has in equations, and its unit. Axis labels, table headings and errors
 * are made from it.
 *
 * @param name for people: {@code bias current}
 * @param symbol as in equations: {@code I}; may be empty
 * @param unit the SI unit that values are held in
 */
public record Quantity(String name, String symbol, Unit unit) {

    /** A quantity without a symbol. */
    public static Quantity of(String name, Unit unit) {
        return new Quantity(name, "", unit);
    }

    /** A pure number. */
    public static Quantity of(String name) {
        return new Quantity(name, "", Unit.NONE);
    }

    /** The axis label for values shown in a power of a thousand of the unit: {@code bias current I (mA)}. */
    public String label(int thousands) {
        String text = symbol.isEmpty() ? name : name + " " + symbol;
        String shown = unit.withPrefix(thousands);
        return shown.isEmpty() ? text : text + " (" + shown + ")";
    }
}
