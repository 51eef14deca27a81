package io.larmor.physics.spin;

import io.larmor.core.Drive;
import io.larmor.units.Unit;

/**
 * A drive that never changes and never ends: what a term has that is not driven.
 *
 * @param value in the unit of what it stands for
 */
public record Constant(double value) implements Drive {

    @Override
    public double at(double time) {
        return value;
    }

    @Override
    public double duration() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String description() {
        return "constant " + Unit.digits(value);
    }
}
