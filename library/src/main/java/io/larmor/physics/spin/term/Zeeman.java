package io.larmor.physics.spin.term;

import io.larmor.core.Drive;
import io.larmor.core.Parameter;
import io.larmor.physics.spin.Coefficients;
import io.larmor.physics.spin.Constant;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Term;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Map;
import java.util.Objects;

/**
 * An applied field, constant or driven.
 *
 * @param along its direction
 * @param strength its flux density over time, in tesla
 */
public record Zeeman(Direction along, Drive strength) implements Term {

    public static final Parameter FIELD = new Parameter("field", new Quantity("applied field", "B", Unit.TESLA), -20, 20, 0,
            "the flux density of the applied field");

    public Zeeman {
        Objects.requireNonNull(along, "along");
        FIELD.check("zeeman", strength.at(0));
    }

    /** A constant field by its components, in tesla. */
    public static Zeeman of(double bx, double by, double bz) {
        double size = FIELD.check("zeeman", Math.sqrt(bx * bx + by * by + bz * bz));
        return new Zeeman(size == 0 ? Direction.Z : Direction.of(bx, by, bz), new Constant(size));
    }

    @Override
    public String name() {
        return "applied field";
    }

    @Override
    public String equation() {
        return "\\mathbf{B} = B\\,\\mathbf{u}";
    }

    @Override
    public Map<Parameter, Double> settings() {
        return Map.of(FIELD, strength.at(0));
    }

    @Override
    public boolean isDriven() {
        return !(strength instanceof Constant);
    }

    @Override
    public void add(double time, Magnet magnet, Coefficients to) {
        to.field(along, strength.at(time));
    }

    @Override
    public String toString() {
        return (isDriven() ? "field of a " + strength.description() : "field of " + Unit.TESLA.format(strength.at(0)))
                + " along " + along;
    }
}
