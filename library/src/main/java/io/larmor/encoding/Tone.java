package io.larmor.encoding;

import io.larmor.core.Drive;
import io.larmor.units.Unit;

/**
 * A drive that oscillates: offset + amplitude · sin(2π f t).
 *
 * @param offset the mean, in the device's input unit
 * @param amplitude in the device's input unit
 * @param frequency in hertz
 * @param duration in seconds
 */
public record Tone(double offset, double amplitude, double frequency, double duration) implements Drive {

    public Tone {
        if (!(Double.isFinite(offset) && Double.isFinite(amplitude))) {
            throw new IllegalArgumentException("tone(" + offset + ", " + amplitude + ", ...): offset and amplitude must be "
                    + "numbers");
        }
        if (!(frequency > 0 && frequency < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tone.frequency = " + Unit.HERTZ.format(frequency)
                    + " must be positive, for example GHz(1.2)");
        }
        if (!(duration > 0)) {
            throw new IllegalArgumentException("tone.duration = " + Unit.SECOND.format(duration)
                    + " must be positive, for example ns(100)");
        }
    }

    @Override
    public double at(double time) {
        return offset + amplitude * Math.sin(2 * Math.PI * frequency * time);
    }

    @Override
    public String description() {
        return "tone of " + Unit.HERTZ.format(frequency);
    }
}
