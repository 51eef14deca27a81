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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Voltage-controlled anisotropy (Maruyama et al., Nat. Nanotechnol. 4, 158, 2009): a voltage across the barrier changes
 * the anisotropy field along an axis by {@code −2 ξ V / (M_s t t_b)}.
 *
 * @param axis the axis, the film's normal
 * @param coefficient ξ, in J/(V m)
 * @param thickness t of the magnet, in meters
 * @param barrier the thickness t_b of the barrier, in meters
 * @param voltage over time, in volts; positive weakens the anisotropy
 */
public record VoltageAnisotropy(Direction axis, double coefficient, double thickness, double barrier, Drive voltage)
        implements Term {

    public static final Parameter COEFFICIENT = new Parameter("voltageControl",
            new Quantity("voltage control of anisotropy", "ξ", new Unit("J/(V m)", true)), -5e-12, 5e-12, 60e-15,
            "the change of the interface's anisotropy energy per electric field");
    public static final Parameter BARRIER = new Parameter("barrier", new Quantity("barrier thickness", "t_b", Unit.METER),
            1e-10, 1e-7, 1.2e-9, "the thickness of the tunnel barrier");
    public static final Parameter VOLTAGE = new Parameter("voltage", new Quantity("voltage", "V", Unit.VOLT), -5, 5, 0,
            "the voltage across the barrier");

    public VoltageAnisotropy {
        Objects.requireNonNull(axis, "axis");
        COEFFICIENT.check("voltageAnisotropy", coefficient);
        SpinOrbit.THICKNESS.check("voltageAnisotropy", thickness);
        BARRIER.check("voltageAnisotropy", barrier);
        VOLTAGE.check("voltageAnisotropy", voltage.at(0));
    }

    @Override
    public String name() {
        return "voltage-controlled anisotropy";
    }

    @Override
    public String equation() {
        return "\\mathbf{B} = -\\frac{2 \\xi V}{M_s t\\, t_b} (\\mathbf{m}\\cdot\\mathbf{u})\\,\\mathbf{u}";
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(COEFFICIENT, coefficient);
        settings.put(SpinOrbit.THICKNESS, thickness);
        settings.put(BARRIER, barrier);
        settings.put(VOLTAGE, voltage.at(0));
        return settings;
    }

    @Override
    public boolean isDriven() {
        return !(voltage instanceof Constant);
    }

    @Override
    public void add(double time, Magnet magnet, Coefficients to) {
        to.axis(axis, -2 * coefficient * voltage.at(time) / (magnet.saturation() * thickness * barrier));
    }

    @Override
    public String toString() {
        return "anisotropy along " + axis + " controlled by "
                + (isDriven() ? "a " + voltage.description() : Unit.VOLT.format(voltage.at(0)));
    }
}
