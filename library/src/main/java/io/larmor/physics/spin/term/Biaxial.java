package io.larmor.physics.spin.term;

import io.larmor.core.Parameter;
import io.larmor.physics.spin.Coefficients;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Term;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A biaxial (orthorhombic) anisotropy: two axes at right angles, each with a strength of its own. For an easy axis in an
 * easy plane the first is positive and the second, the plane's normal, negative.
 *
 * @param firstStrength the anisotropy field along the first axis, in tesla
 * @param first the first axis
 * @param secondStrength the anisotropy field along the second axis, in tesla
 * @param second the second axis, at right angles to the first
 */
public record Biaxial(double firstStrength, Direction first, double secondStrength, Direction second) implements Term {

    public static final Parameter FIRST = new Parameter("first",
            new Quantity("first anisotropy field", "B_1", Unit.TESLA), -20, 20, 0.1, "the anisotropy along the first axis");
    public static final Parameter SECOND = new Parameter("second",
            new Quantity("second anisotropy field", "B_2", Unit.TESLA), -20, 20, -0.1, "the anisotropy along the second axis");

    public Biaxial {
        FIRST.check("biaxial", firstStrength);
        SECOND.check("biaxial", secondStrength);
        Direction.orthogonal("biaxial", first, second);
    }

    @Override
    public String name() {
        return "biaxial anisotropy";
    }

    @Override
    public String equation() {
        return "\\mathbf{B} = B_1 (\\mathbf{m}\\cdot\\mathbf{u}_1)\\,\\mathbf{u}_1 "
                + "+ B_2 (\\mathbf{m}\\cdot\\mathbf{u}_2)\\,\\mathbf{u}_2";
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(FIRST, firstStrength);
        settings.put(SECOND, secondStrength);
        return settings;
    }

    @Override
    public void add(double time, Magnet magnet, Coefficients to) {
        to.axis(first, firstStrength);
        to.axis(second, secondStrength);
    }

    @Override
    public String toString() {
        return "biaxial anisotropy of " + Unit.TESLA.format(firstStrength) + " along " + first + " and "
                + Unit.TESLA.format(secondStrength) + " along " + second;
    }
}
