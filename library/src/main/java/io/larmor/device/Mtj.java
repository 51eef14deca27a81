package io.larmor.device;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Device;
import io.larmor.core.Drive;
import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.measure.Measures;
import io.larmor.physics.Constants;
import io.larmor.physics.Tunneling;
import io.larmor.physics.spin.Constant;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Integrator;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Spin;
import io.larmor.physics.spin.Term;
import io.larmor.physics.spin.term.SpinTransfer;
import io.larmor.physics.spin.term.VoltageAnisotropy;
import io.larmor.physics.spin.term.Zeeman;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A magnetic tunnel junction: a free layer that turns as a whole, and a fixed one that polarizes the current and that the
 * resistance is measured against. A positive current pulls the free layer toward the fixed one. The default is a
 * perpendicular CoFeB junction 40 nm wide with R_P = 5 kΩ, a magnetoresistance of 100 % and P = 0.6, textbook values, cold.
 *
 * @param free the free layer, without the torque
 * @param torque the fixed layer and its torque; its own current is not used
 * @param tunneling the resistance
 * @param control how a voltage changes the anisotropy; its own voltage is not used
 * @param drivenBy what a drive changes
 * @param bias the current at rest, in amperes; driven by voltage, the voltage at rest, in volts
 */
public record Mtj(Macrospin free, SpinTransfer torque, Tunneling tunneling, VoltageAnisotropy control, DrivenBy drivenBy,
        double bias) implements Device {

    /** What a drive changes. */
    public enum DrivenBy {
        /** The current through the junction. */
        CURRENT,
        /** The voltage across it, which turns the free layer and changes its anisotropy. */
        VOLTAGE,
        /** A field on top of the free layer's own, at the current of the bias. */
        FIELD
    }

    public static final Parameter CURRENT = new Parameter("current", new Quantity("current", "I", Unit.AMPERE),
            -5e-3, 5e-3, 0, "the current through the junction; positive pulls the free layer toward the fixed one");
    public static final Parameter VOLTAGE = new Parameter("voltage", new Quantity("voltage", "V", Unit.VOLT),
            -2, 2, 0, "the voltage across the junction; positive drives a positive current");

    public static final Parameter POLARIZATION = SpinTransfer.POLARIZATION;
    public static final Parameter FIELD_LIKE = SpinTransfer.FIELD_LIKE;
    public static final Parameter TEMPERATURE = Magnet.TEMPERATURE;
    public static final Parameter STEP = Integrator.STEP;
    public static final Parameter PARALLEL = Tunneling.PARALLEL;
    public static final Parameter RATIO = Tunneling.RATIO;
    public static final Parameter HALF = Tunneling.HALF;
    public static final Parameter BARRIER = VoltageAnisotropy.BARRIER;

    private static final int TRIALS = 100;

    public Mtj {
        (drivenBy == DrivenBy.VOLTAGE ? VOLTAGE : CURRENT).check("mtj", bias);
        if (free.terms().stream().anyMatch(SpinTransfer.class::isInstance)) {
            throw new IllegalArgumentException("mtj.free has a spin-transfer torque of its own; the junction adds it. Set the "
                    + "current with mtj().current(uA(10)).");
        }
    }

    /** The junction with every default. */
    public static Mtj standard() {
        return new Mtj(Macrospin.standard(),
                new SpinTransfer(Direction.Z, POLARIZATION.standard(), 0, false, new Constant(0)),
                new Tunneling(PARALLEL.standard(), RATIO.standard(), HALF.standard()),
                new VoltageAnisotropy(Direction.Z, VoltageAnisotropy.COEFFICIENT.standard(), 1.2e-9,
                        BARRIER.standard(), new Constant(0)), DrivenBy.CURRENT, 0);
    }

    /**
     * The perpendicular junction of Ikeda et al., Nat. Mater. 9, 721 (2010): 40 nm wide, 1.3 nm of CoFeB with
     * μ0 M_s = 1.58 T, K = 2.1e5 J/m³ and α = 0.027, a magnetoresistance of 124 % at 18 Ω µm². P follows from the ratio by
     * Jullière's formula; the voltage dependences are the defaults. A magnet that turns as a whole switches at about twice
     * their 49 µA. The values were not compared with the printed paper; do that before resting a figure on them.
     */
    public static Mtj ikeda2010() {
        double saturation = 1.58 / Constants.MU0;
        var free = Macrospin.standard().saturation(saturation).disk(40e-9, 1.3e-9).damping(0.027)
                .easyAxis(2 * 2.1e5 / saturation);
        double area = Math.PI * 20e-9 * 20e-9;
        return standard().free(free).polarization(Math.sqrt(1.24 / 3.24)).resistance(18e-12 / area, 1.24, 0.5)
                .voltageControl(VoltageAnisotropy.COEFFICIENT.standard(), 1.3e-9, BARRIER.standard());
    }

    /**
     * An in-plane junction like that of Sankey et al., Nat. Phys. 4, 67 (2008): an ellipse of 100 nm by 50 nm, 3 nm of CoFeB,
     * R_P = 3.9 kΩ, a magnetoresistance of 154 %, α = 0.01. M_s = 1.1 MA/m and P = 0.66 are textbook values; the easy axis
     * along x follows from the shape, the fixed layer lies along x. The values were not compared with the printed paper.
     */
    public static Mtj sankey2008() {
        var free = Macrospin.standard().saturation(1.1e6).ellipse(100e-9, 50e-9, 3e-9).easyAxis(0).pointing(1, 0.02, 0);
        return standard().free(free).reference(1, 0, 0).polarization(0.66).resistance(3.9e3, 1.54, 0.5)
                .voltageControl(0, 3e-9, BARRIER.standard());
    }

    /** The same with another free layer. */
    public Mtj free(Macrospin free) {
        return new Mtj(free, torque, tunneling, control, drivenBy, bias);
    }

    /**
     * The same with its fixed layer along another direction (default z), given by a vector of any length.
     *
     * @param x along x, a plain number
     * @param y along y, a plain number
     * @param z along z, a plain number
     */
    public Mtj reference(double x, double y, double z) {
        return torque(new SpinTransfer(Direction.of(x, y, z), torque.polarization(), torque.fieldLike(), torque.angular(),
                torque.current()));
    }

    /** The same with another spin polarization P. */
    public Mtj polarization(double polarization) {
        return torque(new SpinTransfer(torque.polarizer(), polarization, torque.fieldLike(), torque.angular(), torque.current()));
    }

    /** The same with another field-like torque over the damping-like one (measured ones are 0.1 to 0.3). */
    public Mtj fieldLike(double fieldLike) {
        return torque(new SpinTransfer(torque.polarizer(), torque.polarization(), fieldLike, torque.angular(), torque.current()));
    }

    /** The same with the efficiency P / (1 + P² m·p) of a junction at fixed current in place of P. */
    public Mtj angular() {
        return torque(new SpinTransfer(torque.polarizer(), torque.polarization(), torque.fieldLike(), true, torque.current()));
    }

    /** The same with another torque; its own current is not used. */
    public Mtj torque(SpinTransfer torque) {
        return new Mtj(free, torque, tunneling, control, drivenBy, bias);
    }

    /** The same with another parallel resistance, another magnetoresistance, and the voltage at which that has halved. */
    public Mtj resistance(double parallel, double tmr, double halfVoltage) {
        return new Mtj(free, torque, new Tunneling(parallel, tmr, halfVoltage), control, drivenBy, bias);
    }

    /**
     * The same with another voltage control of its anisotropy.
     *
     * @param coefficient ξ in SI units, J/(V m)
     * @param thickness of the free layer, in meters
     * @param barrier its thickness
     */
    public Mtj voltageControl(double coefficient, double thickness, double barrier) {
        return new Mtj(free, torque, tunneling, new VoltageAnisotropy(control.axis(), coefficient, thickness, barrier,
                new Constant(0)), drivenBy, bias);
    }

    /** The same at another temperature, in kelvin. */
    public Mtj temperature(double temperature) {
        return free(free.temperature(temperature));
    }

    /** The same with another time step, in seconds. */
    public Mtj step(double step) {
        return free(free.step(step));
    }

    /** The same driven by current, with a current at rest, in amperes. */
    public Mtj current(double bias) {
        return new Mtj(free, torque, tunneling, control, DrivenBy.CURRENT, bias);
    }

    /** The same driven by voltage, with a voltage at rest, in volts. */
    public Mtj voltage(double bias) {
        return new Mtj(free, torque, tunneling, control, DrivenBy.VOLTAGE, bias);
    }

    /** The same driven by a field along a direction, at a constant current, in amperes. */
    public Mtj field(Direction along, double current) {
        return new Mtj(free.drivenAlong(along), torque, tunneling, control, DrivenBy.FIELD, current);
    }

    /** The free layer under a current over time, in amperes. */
    Macrospin under(Drive current) {
        Citations.use(Papers.SLONCZEWSKI_1996, "mtj");
        return free.with(new SpinTransfer(torque.polarizer(), torque.polarization(), torque.fieldLike(), torque.angular(), current));
    }

    /** The current at which the rest that it destabilizes becomes unstable, in amperes, from the linearized law. */
    public double threshold() {
        return Switching.threshold(this);
    }

    /**
     * How often a current pulse switches the free layer, from the state that the current destabilizes, in 100 trials each.
     * Needs a temperature.
     *
     * @param currents in amperes
     * @param pulse in seconds
     */
    public Sweep switchingProbability(double[] currents, double pulse) {
        return switchingProbability(currents, pulse, TRIALS);
    }

    /** The same in a number of trials each. */
    public Sweep switchingProbability(double[] currents, double pulse, int trials) {
        return Switching.probability(this, currents, pulse, trials);
    }

    /**
     * The direct voltage that an alternating current makes as it shakes the free layer (Tulapurkar et al., Nature 438, 339,
     * 2005), against frequency, simulated without heat, on top of the current at rest; the voltage of the current at rest
     * is taken off.
     *
     * @param frequencies in hertz
     * @param amplitude in amperes
     */
    public Sweep spinDiode(double[] frequencies, double amplitude) {
        return SpinDiode.response(this, frequencies, amplitude);
    }

    /**
     * The resistance with the layers at an angle, at a small voltage, in ohms.
     *
     * @param cosine of the angle
     */
    public double resistanceAt(double cosine) {
        return tunneling.resistance(cosine, 0);
    }

    @Override
    public String name() {
        return "mtj";
    }

    @Override
    public Parameter input() {
        return switch (drivenBy) {
            case CURRENT -> CURRENT;
            case VOLTAGE -> VOLTAGE;
            case FIELD -> Macrospin.FIELD;
        };
    }

    @Override
    public double swing() {
        return switch (drivenBy) {
            case CURRENT -> 0.2e-3;
            case VOLTAGE -> 0.5;
            case FIELD -> 0.05;
        };
    }

    @Override
    public double memory() {
        return free.memory();
    }

    @Override
    public List<Observable> observables() {
        return List.of(Measures.RESISTANCE, Measures.VOLTAGE, Measures.MX, Measures.MY, Measures.MZ);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<>(free.settings());
        settings.put(POLARIZATION, torque.polarization());
        settings.put(FIELD_LIKE, torque.fieldLike());
        settings.put(PARALLEL, tunneling.parallel());
        settings.put(RATIO, tunneling.ratio());
        settings.put(HALF, tunneling.half());
        settings.put(VoltageAnisotropy.COEFFICIENT, control.coefficient());
        settings.put(drivenBy == DrivenBy.VOLTAGE ? VOLTAGE : CURRENT, bias);
        return settings;
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        return new SpinDynamics(lanes.stream().map(this::lane).toList());
    }

    private SpinDynamics.Lane lane(Seed seed) {
        var held = new Held();
        held.hold(drivenBy == DrivenBy.FIELD ? 0 : bias);
        Macrospin driven = switch (drivenBy) {
            case CURRENT -> under(held);
            // At a fixed voltage the torque does not depend on the angle: the current and its efficiency cancel.
            case VOLTAGE -> free.with(new SpinTransfer(torque.polarizer(), torque.polarization(), torque.fieldLike(), false,
                    new Converted(held, tunneling))).with(new VoltageAnisotropy(control.axis(), control.coefficient(),
                    control.thickness(), control.barrier(), held));
            case FIELD -> under(new Constant(bias)).with(new Zeeman(free.driven(), held));
        };
        boolean steady = free.terms().stream().noneMatch(Term::isDriven);
        return new SpinDynamics.Lane(name(), input(), held, Llgs.of(new Spin(free.magnet(), driven.terms())), free.start(), steady,
                free.method(), this::read, seed);
    }

    private double read(double x, double y, double z, Observable what, double held) {
        if (!what.equals(Measures.RESISTANCE) && !what.equals(Measures.VOLTAGE)) {
            return SpinDynamics.component(name(), x, y, z, what);
        }
        Direction p = torque.polarizer();
        double cosine = x * p.x() + y * p.y() + z * p.z();
        double voltage = drivenBy == DrivenBy.VOLTAGE ? held : tunneling.voltage(cosine, drivenBy == DrivenBy.FIELD ? bias : held);
        return what.equals(Measures.VOLTAGE) ? voltage : tunneling.resistance(cosine, voltage);
    }

    @Override
    public String toString() {
        return "tunnel junction of " + Unit.OHM.format(tunneling.parallel()) + " and "
                + Unit.PERCENT.format(100 * tunneling.ratio()) + " magnetoresistance, free layer a " + free;
    }

    /** The current that makes at any angle the torque of a voltage. */
    private record Converted(Drive voltage, Tunneling tunneling) implements Drive {

        @Override
        public double at(double time) {
            double v = voltage.at(time);
            return v * tunneling.meanConductance(v);
        }

        @Override
        public double duration() {
            return voltage.duration();
        }

        @Override
        public String description() {
            return voltage.description();
        }
    }
}
