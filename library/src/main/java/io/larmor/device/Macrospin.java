package io.larmor.device;

import io.larmor.core.Device;
import io.larmor.core.Drive;
import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.measure.Measures;
import io.larmor.physics.spin.Constant;
import io.larmor.physics.spin.Demagnetizing;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.DormandPrince;
import io.larmor.physics.spin.Equilibrium;
import io.larmor.physics.spin.Integrator;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Motion;
import io.larmor.physics.spin.Spin;
import io.larmor.physics.spin.Term;
import io.larmor.physics.spin.Trajectory;
import io.larmor.physics.spin.term.Biaxial;
import io.larmor.physics.spin.term.Cubic;
import io.larmor.physics.spin.term.Demagnetization;
import io.larmor.physics.spin.term.SpinTransfer;
import io.larmor.physics.spin.term.Uniaxial;
import io.larmor.physics.spin.term.Zeeman;
import io.larmor.plot.Page;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One magnet that turns as a whole, by the law of Landau, Lifshitz, Gilbert and Slonczewski. The default is the free layer
 * of a perpendicular junction: a CoFeB disk 40 nm wide and 1.2 nm thick with M_s = 1 MA/m, an easy axis along z of
 * B_k = 0.3 T and α = 0.01, cold. As a device its input is a field along one direction on top of its own.
 *
 * @param magnet the body
 * @param terms everything that acts on it
 * @param pointing where the spin starts
 * @param driven the direction of the field that a drive adds
 * @param integrator how it is simulated; null chooses steps of 1 ps without and of 0.1 ps with heat
 */
public record Macrospin(Magnet magnet, List<Term> terms, Direction pointing, Direction driven, Integrator integrator)
        implements Device {

    /** The field that a drive adds. */
    public static final Parameter FIELD = new Parameter("field", new Quantity("applied field", "B", Unit.TESLA), -1, 1, 0,
            "the field that a drive adds along one direction");

    public static final Parameter SATURATION = Magnet.SATURATION;
    public static final Parameter VOLUME = Magnet.VOLUME;
    public static final Parameter DAMPING = Magnet.DAMPING;
    public static final Parameter TEMPERATURE = Magnet.TEMPERATURE;
    public static final Parameter EASY_AXIS = Uniaxial.STRENGTH;
    public static final Parameter STEP = Integrator.STEP;

    private static final double COLD_STEP = 1e-12;
    private static final double WARM_STEP = 1e-13;
    private static final int POINTS = 1000;

    public Macrospin {
        terms = List.copyOf(terms);
        Llgs.of(new Spin(magnet, terms));
    }

    /** The magnet with every default. */
    public static Macrospin standard() {
        var magnet = new Magnet(SATURATION.standard(), VOLUME.standard(), DAMPING.standard(), 0);
        return new Macrospin(magnet, List.of(new Uniaxial(EASY_AXIS.standard(), Direction.Z)),
                Direction.polar(Math.toRadians(1), 0), Direction.X, null);
    }

    /** The same with another saturation magnetization M_s. */
    public Macrospin saturation(double saturation) {
        return magnet(new Magnet(saturation, magnet.volume(), magnet.damping(), magnet.temperature()));
    }

    /** The same with another volume. */
    public Macrospin volume(double volume) {
        return magnet(new Magnet(magnet.saturation(), volume, magnet.damping(), magnet.temperature()));
    }

    /**
     * The same as a round disk; for its volume only.
     *
     * @param diameter in meters
     * @param thickness in meters
     */
    public Macrospin disk(double diameter, double thickness) {
        return volume(Math.PI / 4 * diameter * diameter * thickness);
    }

    /** The same with another damping α. */
    public Macrospin damping(double damping) {
        return magnet(new Magnet(magnet.saturation(), magnet.volume(), damping, magnet.temperature()));
    }

    /** The same at another temperature, in kelvin. */
    public Macrospin temperature(double temperature) {
        return magnet(new Magnet(magnet.saturation(), magnet.volume(), magnet.damping(), temperature));
    }

    /** The same with another easy axis along z: B_k in tesla, negative for an easy plane. */
    public Macrospin easyAxis(double strength) {
        return easyAxis(strength, Direction.Z);
    }

    /**
     * The same with another uniaxial anisotropy in place of its own.
     *
     * @param strength B_k in tesla, negative for an easy plane
     * @param axis the axis
     */
    public Macrospin easyAxis(double strength, Direction axis) {
        return replacing(Uniaxial.class, new Uniaxial(strength, axis));
    }

    /**
     * The same in another constant field.
     *
     * @param bx along x, in tesla
     * @param by along y, in tesla
     * @param bz along z, in tesla
     */
    public Macrospin field(double bx, double by, double bz) {
        return replacing(Zeeman.class, Zeeman.of(bx, by, bz));
    }

    /** The same in another field along a direction, which changes over time, in tesla. */
    public Macrospin field(Direction along, Drive strength) {
        return replacing(Zeeman.class, new Zeeman(along, strength));
    }

    /** The same with demagnetization: factors along x, y and z, for example {@code Demagnetizing.prism(..)}. */
    public Macrospin demagnetized(Demagnetizing factors) {
        return replacing(Demagnetization.class, Demagnetization.of(factors.x(), factors.y(), factors.z()));
    }

    /**
     * The same as an elliptic pillar: its volume, and the demagnetization of the ellipsoid of the same lengths.
     *
     * @param width along x, in meters
     * @param depth along y, in meters
     * @param thickness along z, in meters
     */
    public Macrospin ellipse(double width, double depth, double thickness) {
        return volume(Math.PI / 4 * width * depth * thickness).demagnetized(Demagnetizing.ellipsoid(width, depth, thickness));
    }

    /**
     * The same as a rectangular prism: its volume and its demagnetization.
     *
     * @param width along x, in meters
     * @param depth along y, in meters
     * @param thickness along z, in meters
     */
    public Macrospin prism(double width, double depth, double thickness) {
        return volume(width * depth * thickness).demagnetized(Demagnetizing.prism(width, depth, thickness));
    }

    /**
     * The same with a biaxial anisotropy, about two axes at right angles.
     *
     * @param firstStrength the anisotropy field along the first axis, in tesla
     * @param first the first axis
     * @param secondStrength along the second axis, in tesla
     * @param second the second axis
     */
    public Macrospin biaxial(double firstStrength, Direction first, double secondStrength, Direction second) {
        return replacing(Biaxial.class, new Biaxial(firstStrength, first, secondStrength, second));
    }

    /**
     * The same with a cubic anisotropy.
     *
     * @param strength B_c in tesla; positive makes the axes easy
     * @param first one of its axes
     * @param second another one, at right angles
     */
    public Macrospin cubic(double strength, Direction first, Direction second) {
        return replacing(Cubic.class, new Cubic(strength, first, second));
    }

    /**
     * The same with a constant spin-polarized current.
     *
     * @param current in amperes; positive pulls toward p
     * @param p the polarization's direction
     * @param polarization P, a plain number of 0 to 1
     */
    public Macrospin current(double current, Direction p, double polarization) {
        return replacing(SpinTransfer.class, SpinTransfer.of(p, polarization, current));
    }

    /** The same with one more term. */
    public Macrospin with(Term term) {
        var more = new ArrayList<>(terms);
        more.add(term);
        return new Macrospin(magnet, more, pointing, driven, integrator);
    }

    /**
     * The same starting from another direction, given by a vector of any length (default 1° off z).
     *
     * @param x along x, a plain number
     * @param y along y, a plain number
     * @param z along z, a plain number
     */
    public Macrospin pointing(double x, double y, double z) {
        return pointing(Direction.of(x, y, z));
    }

    /** The same starting from another direction. */
    public Macrospin pointing(Direction pointing) {
        return new Macrospin(magnet, terms, pointing, driven, integrator);
    }

    /** The same with a drive's field along another direction (default x). */
    public Macrospin drivenAlong(Direction driven) {
        return new Macrospin(magnet, terms, pointing, driven, integrator);
    }

    /** The same simulated by a stated method. */
    public Macrospin integrator(Integrator integrator) {
        return new Macrospin(magnet, terms, pointing, driven, integrator);
    }

    /** The same with another time step, in seconds (default 1 ps without heat, 0.1 ps with). */
    public Macrospin step(double step) {
        return integrator(magnet.temperature() > 0 ? Integrator.heun(step) : Integrator.rungeKutta(step));
    }

    private Macrospin magnet(Magnet changed) {
        return new Macrospin(changed, terms, pointing, driven, integrator);
    }

    private Macrospin replacing(Class<? extends Term> kind, Term term) {
        var others = new ArrayList<>(terms.stream().filter(other -> !kind.isInstance(other)).toList());
        others.add(term);
        return new Macrospin(magnet, others, pointing, driven, integrator);
    }

    /** How it is simulated. */
    public Integrator method() {
        if (integrator != null) {
            return integrator;
        }
        return magnet.temperature() > 0 ? Integrator.heun(WARM_STEP) : Integrator.rungeKutta(COLD_STEP);
    }

    /** The spin's description for the law. */
    public Spin spin() {
        return new Spin(magnet, terms);
    }

    /** The law. */
    public Llgs law() {
        return Llgs.of(spin());
    }

    double[] start() {
        return new double[] {pointing.x(), pointing.y(), pointing.z()};
    }

    /** Lets it move by itself, from where it points, and notes 1000 moments. */
    public Trajectory evolve(double duration) {
        return evolve(duration, POINTS);
    }

    /** Lets it move by itself and notes it at evenly spaced moments. */
    public Trajectory evolve(double duration, int moments) {
        if (!(duration > 0 && moments > 0)) {
            throw new IllegalArgumentException("macrospin.evolve(" + duration + ", " + moments + "): a duration in seconds, "
                    + "for example ns(5), and at least one moment are needed");
        }
        if (integrator instanceof DormandPrince adaptive) {
                return adaptive.record(name(), law(), start(), duration, moments);
        }
        return new Motion(name(), law(), start(), method(), Seed.root().child("evolve").child(name())).record(duration, moments);
    }

    /** When its part along a direction first crosses a level, in seconds, without heat; empty if not within the limit. */
    public OptionalDouble crossing(Direction along, double level, double limit) {
        var method = integrator instanceof DormandPrince adaptive ? adaptive : new DormandPrince(DormandPrince.TOLERANCE.standard());
        var law = law();
        method.check(name(), law);
        return method.crossing(law, start(), 0, along, level, limit);
    }

    /** Where it comes to rest from where it points. */
    public Direction settled() {
        double[] m = start();
        Equilibrium.settle(Llgs.of(new Spin(Equilibrium.damped(magnet), terms)), m);
        return Direction.of(m[0], m[1], m[2]);
    }

    /** Its ferromagnetic resonance: small motions about the rest, linearized. */
    public Resonance resonance() {
        return Resonance.linearized(this);
    }

    /** Its ferromagnetic resonance as it rings down from a small kick. */
    public Resonance ringDown() {
        return Resonance.ringing(this);
    }

    /** The magnetization along a direction as a field along it goes through values and back, slowly. */
    public Hysteresis hysteresis(Direction along, double[] fields) {
        return Hysteresis.of(this, along, fields);
    }

    /**
     * The field at which it switches against the field's angle to the easy axis, slowly and without heat.
     *
     * @param angles in radians, more than 0 and less than π/2 apart from the axis
     */
    public Astroid astroid(double[] angles) {
        return Astroid.of(this, angles);
    }

    @Override
    public String name() {
        return "macrospin";
    }

    @Override
    public Parameter input() {
        return FIELD;
    }

    @Override
    public double bias() {
        return 0;
    }

    /** A twentieth of a tesla. */
    @Override
    public double swing() {
        return 0.05;
    }

    /** The time in which its precession dies; infinite without damping. */
    @Override
    public double memory() {
        return resonance().lifetime();
    }

    @Override
    public List<Observable> observables() {
        return List.of(Measures.MX, Measures.MY, Measures.MZ);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(SATURATION, magnet.saturation());
        settings.put(VOLUME, magnet.volume());
        settings.put(DAMPING, magnet.damping());
        settings.put(TEMPERATURE, magnet.temperature());
        terms.forEach(term -> term.settings().forEach(settings::putIfAbsent));
        method().fixedStep().ifPresent(step -> settings.put(STEP, step));
        return settings;
    }

    /** Its thermal equilibrium by closed forms; it needs a temperature, and nothing but an easy axis and a field along it. */
    public Heat heat() {
        return Heat.of(this);
    }

    /** What a notebook shows: what acts on it, and its parameters. */
    @Override
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(parameters()).mimeBundle();
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        boolean steady = terms.stream().noneMatch(Term::isDriven);
        return new SpinDynamics(lanes.stream().map(seed -> {
            var input = new Held();
            var law = Llgs.of(new Spin(magnet, with(new Zeeman(driven, input)).terms()));
            return new SpinDynamics.Lane(name(), FIELD, input, law, start(), steady, method(),
                    (x, y, z, what, held) -> SpinDynamics.component(name(), x, y, z, what), seed);
        }).toList());
    }

    @Override
    public String toString() {
        return "macrospin with " + terms.stream().map(Term::toString).collect(Collectors.joining(", "));
    }
}
