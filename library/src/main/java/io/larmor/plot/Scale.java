package io.larmor.plot;

import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis with its ends and the power of ten that its numbers are shown in.
 *
 * @param lo the lower end, in SI
 * @param hi the upper end, in SI
 * @param factor what SI values are multiplied by to be shown
 * @param title the axis title with the unit
 */
record Scale(double lo, double hi, boolean log, double factor, String title) {

    /** Past this many decades a logarithmic axis shows powers of ten of the plain unit. */
    private static final double PREFIXED_DECADES = 4;

    /** A scale that shows from lo to hi, in a prefix that suits the data. */
    static Scale of(Quantity quantity, double lo, double hi, boolean log, double largest) {
        double typical = log ? Math.sqrt(lo * hi) : largest;
        if (log && Math.log10(hi / lo) > PREFIXED_DECADES) {
            return new Scale(lo, hi, true, 1, quantity.label(0));
        }
        Unit unit = quantity.unit();
        if (unit.prefixed()) {
            int thousands = unit.thousands(typical);
            return new Scale(lo, hi, log, Math.pow(1000, -thousands), quantity.label(thousands));
        }
        if (log || typical == 0 || typical >= 1e-3 && typical < 1e5) {
            return new Scale(lo, hi, log, 1, quantity.label(0));
        }
        int decade = (int) Math.floor(Math.log10(typical) + 1e-9);
        Quantity plain = new Quantity(quantity.name(), quantity.symbol(), Unit.NONE);
        String title = plain.label(0) + " (" + ("10" + superscript(decade) + " " + unit.symbol()).strip() + ")";
        return new Scale(lo, hi, false, Math.pow(10, -decade), title);
    }

    /** The place of a value along the axis: 0 at the lower end, 1 at the upper. */
    double place(double value) {
        return log ? Math.log(value / lo) / Math.log(hi / lo) : (value - lo) / (hi - lo);
    }

    /** The numbers of the axis ends as text. */
    String range() {
        return number(lo * factor) + " .. " + number(hi * factor);
    }

    /** A shown number of this axis as text. */
    String number(double shown) {
        return log ? Unit.digits(shown) : number(shown, (hi - lo) * factor);
    }

    /** A number with as many decimals as an axis of this span needs. */
    static String number(double value, double span) {
        int decimals = Math.max(0, Math.min(12, 2 - (int) Math.floor(Math.log10(span))));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        text = text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
        return text.equals("-0") ? "0" : text.replace('-', '\u2212');
    }

    /** The label of a tick of a logarithmic axis: at decades, at 2 and 5 between, within one decade at all; blank otherwise. */
    String logTick(double shown) {
        int decade = (int) Math.floor(Math.log10(shown) + 1e-9);
        double mantissa = shown / Math.pow(10, decade);
        boolean between = Math.abs(mantissa - 1) > 1e-6;
        boolean few = hi < 10 * lo;
        if (between && !few && Math.abs(mantissa - 2) > 1e-6 && Math.abs(mantissa - 5) > 1e-6) {
            return " ";
        }
        boolean plain = lo * factor >= 0.9e-3 && hi * factor <= 1.1e4;
        if (between || plain) {
            return Unit.digits(shown);
        }
        return "10" + superscript(decade);
    }

    /** Where a logarithmic axis has lines across the plot, in SI: at the ticks that have labels. */
    double[] logLines() {
        int from = (int) Math.floor(Math.log10(lo * factor));
        int to = (int) Math.ceil(Math.log10(hi * factor));
        double[] mantissas = to - from > 3 ? new double[] {1} : new double[] {1, 2, 5};
        return IntStream.rangeClosed(from, to).boxed()
                .flatMapToDouble(decade -> DoubleStream.of(mantissas).map(mantissa -> mantissa * Math.pow(10, decade) / factor))
                .filter(value -> value > lo && value < hi).toArray();
    }

    static String superscript(int exponent) {
        var text = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '\u207b' : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0'));
        }
        return text.toString();
    }

    /** A round step (1, 2 or 5 times a power of ten) that divides the span into at most the given number of parts. */
    static double step(double span, int parts) {
        double rough = span / parts;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double mantissa = rough / power;
        return power * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10);
    }
}
