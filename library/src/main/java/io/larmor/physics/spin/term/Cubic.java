package io.larmor.physics.spin.term;

import io.larmor.core.Parameter;
import io.larmor.physics.spin.Coefficients;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Term;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Map;

/**
 * A cubic anisotropy, of the energy density K (m₁² m₂² + m₂² m₃² + m₃² m₁²). Its axes are at right angles; the third one
 * follows from two. A spin has at most one.
 *
 * @param strength the anisotropy field B_c = 2 K / M_s, in tesla; positive makes the axes easy
 * @param first the first axis
 * @param second the second axis, at right angles to the first
 */
public record Cubic(double strength, Direction first, Direction second) implements Term {

    public static final Parameter STRENGTH = new Parameter("cubic",
            new Quantity("cubic anisotropy field", "B_c", Unit.TESLA), -20, 20, 0.05, "the cubic anisotropy, 2 K / M_s");

    public Cubic {
        STRENGTH.check("cubic", strength);
        Direction.orthogonal("cubic", first, second);
    }

    @Override
    public String name() {
        return "cubic anisotropy";
    }

    @Override
    public String equation() {
        return "\\mathbf{B} = -B_c \\sum_{i=1}^{3} (1 - m_i^2)\\, m_i\\,\\mathbf{u}_i";
    }

    @Override
    public Map<Parameter, Double> settings() {
        return Map.of(STRENGTH, strength);
    }

    @Override
    public void add(double time, Magnet magnet, Coefficients to) {
        to.cubic(first, second, strength);
    }

    @Override
    public String toString() {
        return "cubic anisotropy of " + Unit.TESLA.format(strength) + " about " + first + " and " + second;
    }
}
