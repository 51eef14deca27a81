package io.larmor.physics.spin.term;

import io.larmor.core.Drive;
import io.larmor.core.Parameter;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.Coefficients;
import io.larmor.physics.spin.Constant;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Term;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The torque of a current in a heavy metal under the magnet, by the spin Hall effect (Liu et al., Science 336, 555, 2012):
 * {@code γ a m × (σ × m) + γ b m × σ} with {@code a = ħ θ_SH j / (2 e M_s t)} and {@code b = β a}.
 *
 * @param polarization the direction σ of the accumulated spins, across the current in the film's plane
 * @param hallAngle the spin Hall angle θ_SH
 * @param thickness of the magnet, in meters
 * @param fieldLike β, the field-like torque over the damping-like one
 * @param density the current density over time, in A/m²
 */
public record SpinOrbit(Direction polarization, double hallAngle, double thickness, double fieldLike, Drive density)
        implements Term {

    public static final Parameter HALL_ANGLE = new Parameter("hallAngle",
            new Quantity("spin Hall angle", "θ_SH", Unit.NONE), -2, 2, 0.3, "the spin current per charge current");
    public static final Parameter THICKNESS = new Parameter("thickness", new Quantity("thickness", "t", Unit.METER),
            1e-10, 1e-6, 1.2e-9, "the thickness of the magnet");
    public static final Parameter DENSITY = new Parameter("density",
            new Quantity("current density", "j", new Unit("A/m²", true)), -1e13, 1e13, 0,
            "the current density in the heavy metal");

    public SpinOrbit {
        Objects.requireNonNull(polarization, "polarization");
        HALL_ANGLE.check("spinOrbit", hallAngle);
        THICKNESS.check("spinOrbit", thickness);
        SpinTransfer.FIELD_LIKE.check("spinOrbit", fieldLike);
        DENSITY.check("spinOrbit", density.at(0));
    }

    @Override
    public String name() {
        return "spin-orbit torque";
    }

    @Override
    public String equation() {
        return "\\mathbf{T} = \\gamma \\frac{\\hbar\\theta_{SH} j}{2 e M_s t} "
                + "\\left[\\mathbf{m}\\times(\\boldsymbol{\\sigma}\\times\\mathbf{m}) + \\beta\\,\\mathbf{m}\\times\\boldsymbol{\\sigma}\\right]";
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(HALL_ANGLE, hallAngle);
        settings.put(THICKNESS, thickness);
        settings.put(SpinTransfer.FIELD_LIKE, fieldLike);
        settings.put(DENSITY, density.at(0));
        return settings;
    }

    @Override
    public boolean isDriven() {
        return !(density instanceof Constant);
    }

    @Override
    public void add(double time, Magnet magnet, Coefficients to) {
        double a = Constants.HBAR * hallAngle * density.at(time) / (2 * Constants.CHARGE * magnet.saturation() * thickness);
        to.torque(polarization, a, fieldLike * a);
    }

    @Override
    public String toString() {
        return "spin-orbit torque of " + (isDriven() ? "a " + density.description()
                : DENSITY.quantity().unit().format(density.at(0))) + " toward " + polarization;
    }
}
