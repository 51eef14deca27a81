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
 * The torque of a spin-polarized current through the magnet (Slonczewski, J. Magn. Magn. Mater. 159, L1, 1996):
 * {@code γ a m × (p × m) + γ b m × p} with {@code a = ħ η I / (2 e M_s V)} and {@code b = β a}. A positive current pulls
 * the spin toward p.
 *
 * @param polarizer the direction p of the fixed layer
 * @param polarization the spin polarization P
 * @param fieldLike β, the field-like torque over the damping-like one
 * @param angular whether the efficiency is η = P / (1 + P² m·p), as at a fixed current through a junction, or η = P
 * @param current over time, in amperes
 */
public record SpinTransfer(Direction polarizer, double polarization, double fieldLike, boolean angular, Drive current)
        implements Term {

    public static final Parameter POLARIZATION = new Parameter("polarization",
            new Quantity("spin polarization", "P", Unit.NONE), 0, 1, 0.6, "the share of the current's spins that point along p");
    public static final Parameter FIELD_LIKE = new Parameter("fieldLike",
            new Quantity("field-like torque", "β", Unit.NONE), -2, 2, 0, "the field-like torque over the damping-like one");
    public static final Parameter CURRENT = new Parameter("current", new Quantity("current", "I", Unit.AMPERE),
            -20e-3, 20e-3, 0, "the current through the magnet; positive pulls the spin toward the fixed layer");

    public SpinTransfer {
        Objects.requireNonNull(polarizer, "polarizer");
        POLARIZATION.check("spinTransfer", polarization);
        FIELD_LIKE.check("spinTransfer", fieldLike);
        CURRENT.check("spinTransfer", current.at(0));
    }

    /** A constant current with the efficiency η = P and no field-like torque. */
    public static SpinTransfer of(Direction polarizer, double polarization, double current) {
        return new SpinTransfer(polarizer, polarization, 0, false, new Constant(current));
    }

    /** The damping-like torque per ampere at η = 1, ħ / (2 e M_s V), in T/A. */
    public static double perAmpere(Magnet magnet) {
        return Constants.HBAR / (2 * Constants.CHARGE * magnet.moment());
    }

    @Override
    public String name() {
        return "spin-transfer torque";
    }

    @Override
    public String equation() {
        return "\\mathbf{T} = \\gamma \\frac{\\hbar\\eta I}{2 e M_s V} \\left[\\mathbf{m}\\times(\\mathbf{p}\\times\\mathbf{m})"
                + " + \\beta\\,\\mathbf{m}\\times\\mathbf{p}\\right], \\quad \\eta = "
                + (angular ? "\\frac{P}{1 + P^2\\,\\mathbf{m}\\cdot\\mathbf{p}}" : "P");
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(POLARIZATION, polarization);
        settings.put(FIELD_LIKE, fieldLike);
        settings.put(CURRENT, current.at(0));
        return settings;
    }

    @Override
    public boolean isDriven() {
        return !(current instanceof Constant);
    }

    @Override
    public void add(double time, Magnet magnet, Coefficients to) {
        double a = perAmpere(magnet) * polarization * current.at(time);
        if (angular) {
            to.asymmetricTorque(polarizer, a, fieldLike * a, polarization * polarization);
        } else {
            to.torque(polarizer, a, fieldLike * a);
        }
    }

    @Override
    public String toString() {
        return "spin-transfer torque of " + (isDriven() ? "a " + current.description() : Unit.AMPERE.format(current.at(0)))
                + " toward " + polarizer + ", P = " + Unit.digits(polarization);
    }
}
