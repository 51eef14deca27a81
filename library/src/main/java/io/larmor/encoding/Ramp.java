package io.larmor.encoding;

import io.larmor.core.Drive;
import io.larmor.units.Unit;

/**
 * A drive that goes evenly from one value to another and stays there.
 *
 * @param from in the device's input unit
 * @param to in the device's input unit
 * @param duration in seconds
 */
public record Ramp(double from, double to, double duration) implements Drive {

    public Ramp {
        if (!(Double.isFinite(from) && Double.isFinite(to))) {
            throw new IllegalArgumentException("ramp(" + from + ", " + to + ", ...): both ends must be numbers");
        }
        if (!(duration > 0 && duration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ramp.duration = " + Unit.SECOND.format(duration)
                    + " must be positive, for example ns(100)");
        }
    }

    @Override
    public double at(double time) {
        return from + (to - from) * Math.max(0, Math.min(1, time / duration));
    }

    @Override
    public String description() {
        return "ramp";
    }
}
