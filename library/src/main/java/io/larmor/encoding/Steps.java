package io.larmor.encoding;

import io.larmor.core.Drive;
import io.larmor.units.Unit;
import java.util.Arrays;

/**
 * A drive that is constant over each of a few spans of time.
 *
 * @param values the inputs, in the device's input unit
 * @param durations how long each one is held, in seconds
 */
public record Steps(double[] values, double[] durations) implements Drive {

    public Steps {
        if (values.length == 0 || values.length != durations.length) {
            throw new IllegalArgumentException("a drive needs as many durations as values, and at least one; it has "
                    + values.length + " values and " + durations.length + " durations");
        }
        for (double duration : durations) {
            if (!(duration > 0 && duration < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a drive's duration = " + Unit.SECOND.format(duration)
                        + " must be positive, for example ns(100)");
            }
        }
    }

    /**
     * The same, followed by another value.
     *
     * @param value in the unit of the device's input
     * @param duration how long it is held, in seconds
     */
    public Steps then(double value, double duration) {
        double[] longer = Arrays.copyOf(values, values.length + 1);
        double[] later = Arrays.copyOf(durations, durations.length + 1);
        longer[values.length] = value;
        later[durations.length] = duration;
        return new Steps(longer, later);
    }

    @Override
    public double at(double time) {
        double end = 0;
        for (int i = 0; i < values.length; i++) {
            end += durations[i];
            if (time < end) {
                return values[i];
            }
        }
        return values[values.length - 1];
    }

    @Override
    public double duration() {
        return Arrays.stream(durations).sum();
    }

    @Override
    public String description() {
        return values.length == 1 ? "constant drive" : values.length + " steps";
    }
}
