package io.larmor.units;

import java.util.Locale;

/**
 * An SI unit as it is written on axes, in tables and in errors. Values are always held in the unit itself (amperes,
 * seconds, tesla); prefixes exist only in text.
 *
 * @param symbol how the unit is written, empty for a pure number
 * @param prefixed whether SI prefixes may stand before it
 */
public record Unit(String symbol, boolean prefixed) {

    public static final Unit NONE = new Unit("", false);
    public static final Unit PERCENT = new Unit("%", false);
    public static final Unit AMPERE = new Unit("A", true);
    public static final Unit SECOND = new Unit("s", true);
    public static final Unit HERTZ = new Unit("Hz", true);
    public static final Unit TESLA = new Unit("T", true);
    public static final Unit VOLT = new Unit("V", true);
    public static final Unit METER = new Unit("m", true);
    public static final Unit KELVIN = new Unit("K", false);
    public static final Unit OHM = new Unit("Ω", true);
    public static final Unit WATT = new Unit("W", true);
    public static final Unit JOULE = new Unit("J", true);
    public static final Unit PER_SECOND = new Unit("1/s", false);
    public static final Unit RADIAN = new Unit("rad", false);
    public static final Unit DEGREE = new Unit("°", false);

    private static final String[] PREFIXES = {"a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T"};
    private static final int UNPREFIXED = 6;

    /** The power of a thousand that suits a value: -3 for 20e-9, 0 for 5, 2 for 3e6; 0 where prefixes are not used. */
    public int thousands(double value) {
        double size = Math.abs(value);
        if (!prefixed || size == 0 || Double.isNaN(size) || Double.isInfinite(size)) {
            return 0;
        }
        // The small offset keeps 0.001 (whose logarithm is a hair under -3) with the milli.
        int power = (int) Math.floor(Math.log10(size) / 3 + 1e-9);
        return Math.max(-UNPREFIXED, Math.min(PREFIXES.length - 1 - UNPREFIXED, power));
    }

    /** The unit with the prefix of a power of a thousand: {@code mA} for -1. */
    public String withPrefix(int thousands) {
        return PREFIXES[UNPREFIXED + thousands] + symbol;
    }

    /** A value with up to four significant digits and a fitting prefix: {@code 6 mA}, {@code 88.4 ns}, {@code 0.25}. */
    public String format(double value) {
        int power = thousands(value);
        return joined(digits(value * Math.pow(1000, -power)), power);
    }

    /** A value with its spread, both to two digits of the spread: {@code 96.2 ± 1.1 %}; a spread of 0 is left out. */
    public String format(double value, double spread) {
        if (!(spread > 0)) {
            return format(value);
        }
        int power = thousands(value);
        double scale = Math.pow(1000, -power);
        int decimals = Math.max(0, Math.min(9, 1 - (int) Math.floor(Math.log10(spread * scale))));
        String number = "%." + decimals + "f";
        return joined(String.format(Locale.ROOT, number + " ± " + number, value * scale, spread * scale), power);
    }

    private String joined(String number, int thousands) {
        String unit = withPrefix(thousands);
        return unit.isEmpty() || unit.equals("°") ? number + unit : number + " " + unit;
    }

    /** A number with up to four significant digits and no trailing zeros. */
    public static String digits(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            String text = String.format(Locale.ROOT, "%.3e", value);
            return text.replaceFirst("\\.?0*e", "e").replaceFirst("e([+-])0*(\\d)", "e$1$2").replace("e+", "e");
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
