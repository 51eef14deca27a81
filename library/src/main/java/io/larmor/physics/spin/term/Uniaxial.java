package io.larmor.physics.spin.term;

import io.larmor.core.Parameter;
import io.larmor.physics.spin.Coefficients;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Term;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Map;
import java.util.Objects;

/**
 * A uniaxial anisotropy: an easy axis, or with a negative strength an easy plane.
 *
 * @param strength the anisotropy field B_k = 2 K / M_s, in tesla
 * @param axis the axis u
 */
public record Uniaxial(double strength, Direction axis) implements Term {

    public static final Parameter STRENGTH = new Parameter("easyAxis",
            new Quantity("anisotropy field", "B_k", Unit.TESLA), -20, 20, 0.3,
            "the field that turns the spin off its easy axis, 2 K / M_s");

    public Uniaxial {
        STRENGTH.check("uniaxial", strength);
        Objects.requireNonNull(axis, "axis");
    }

    @Override
    public String name() {
        return "uniaxial anisotropy";
    }

    @Override
    public String equation() {
        return "\\mathbf{B} = B_k (\\mathbf{m}\\cdot\\mathbf{u})\\,\\mathbf{u}";
    }

    @Override
    public Map<Parameter, Double> settings() {
        return Map.of(STRENGTH, strength);
    }

    @Override
    public void add(double time, Magnet magnet, Coefficients to) {
        to.axis(axis, strength);
    }

    @Override
    public String toString() {
        return "uniaxial anisotropy of " + Unit.TESLA.format(strength) + " along " + axis;
    }
}
