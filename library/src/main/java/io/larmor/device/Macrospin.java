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
    public static final Parameter FIELD = new Parameter("field", new Quantity("driving field", "B", Unit.TESLA), -1, 1, 0,
            "the field that a drive adds along one direction");

    private static final double COLD_STEP = 1e-12;
    private static final double WARM_STEP = 1e-13;
    private static final int POINTS = 1000;

    public Macrospin {
        terms = List.copyOf(terms);
        long angular = terms.stream().filter(term -> term instanceof SpinTransfer torque && torque.angular()).count();
        long cubic = terms.stream().filter(term -> term instanceof Cubic).count();
        if (angular > 1 || cubic > 1) {
            throw new IllegalArgumentException("macrospin: one spin has at most one cubic anisotropy and one torque whose "
                    + "efficiency depends on the angle; this one has " + cubic + " and " + angular);
        }
    }

    /** The magnet with every default. */
    public static Macrospin standard() {
        var magnet = new Magnet(Magnet.SATURATION.standard(), Magnet.VOLUME.standard(), Magnet.DAMPING.standard(), 0);
        return new Macrospin(magnet, List.of(new Uniaxial(Uniaxial.STRENGTH.standard(), Direction.Z)),
                Direction.polar(Math.toRadians(1), 0), Direction.X, null);
    }

    /** The same with another saturation magnetization, in A/m (default 1e6). */
    public Macrospin saturation(double saturation) {
        return magnet(new Magnet(saturation, magnet.volume(), magnet.damping(), magnet.temperature()));
    }

    /** The same with another volume, in m³ (default that of a disk 40 nm wide and 1.2 nm thick). */
    public Macrospin volume(double volume) {
        return magnet(new Magnet(magnet.saturation(), volume, magnet.damping(), magnet.temperature()));
    }

    /** The same as a round disk of a diameter and a thickness, in meters; for its volume only. */
    public Macrospin disk(double diameter, double thickness) {
        return volume(Math.PI / 4 * diameter * diameter * thickness);
    }

    /** The same with another damping α (default 0.01). */
    public Macrospin damping(double damping) {
        return magnet(new Magnet(magnet.saturation(), magnet.volume(), damping, magnet.temperature()));
    }

    /** The same at another temperature, in kelvin (default 0: no thermal field). */
    public Macrospin temperature(double temperature) {
        return magnet(new Magnet(magnet.saturation(), magnet.volume(), magnet.damping(), temperature));
    }

    /** The same with another easy axis along z: B_k in tesla (default 0.3), negative for an easy plane. */
    public Macrospin easyAxis(double strength) {
        return easyAxis(strength, Direction.Z);
    }

    /** The same with another uniaxial anisotropy in place of its own: B_k in tesla, along an axis. */
    public Macrospin easyAxis(double strength, Direction axis) {
        return replacing(Uniaxial.class, new Uniaxial(strength, axis));
    }

    /** The same in another constant field, in tesla. */
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

    /** The same with a constant current of spin polarization P whose torque pulls toward p, in amperes. */
    public Macrospin current(double current, Direction p, double polarization) {
        return replacing(SpinTransfer.class, SpinTransfer.of(p, polarization, current));
    }

    /** The same with a current that changes over time, in amperes. */
    public Macrospin current(Drive current, Direction p, double polarization) {
        return replacing(SpinTransfer.class, new SpinTransfer(p, polarization, 0, false, current));
    }

    /** The same with one more term. */
    public Macrospin with(Term term) {
        var more = new ArrayList<>(terms);
        more.add(term);
        return new Macrospin(magnet, more, pointing, driven, integrator);
    }

    /** The same starting from another direction, given by a vector of any length (default 1° off z). */
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
            return adaptive(adaptive, duration, moments);
        }
        return new Motion(name(), law(), start(), method(), Seed.root().child("evolve").child(name())).record(duration, moments);
    }

    private Trajectory adaptive(DormandPrince method, double duration, int moments) {
        method.check(name(), law());
        double[] times = new double[moments + 1];
        double[][] components = new double[3][moments + 1];
        for (int i = 0; i <= moments; i++) {
            times[i] = duration * i / moments;
        }
        double[][] samples = method.sample(law(), start(), times);
        for (int i = 0; i <= moments; i++) {
            for (int k = 0; k < 3; k++) {
                components[k][i] = samples[i][k];
            }
        }
        return new Trajectory(name(), times, components);
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

    /** Its uniaxial anisotropy. @throws IllegalStateException if it has none */
    Uniaxial uniaxial() {
        return terms.stream().filter(Uniaxial.class::isInstance).map(Uniaxial.class::cast).findFirst().orElseThrow(() ->
                new IllegalStateException("macrospin: it has no easy axis; give it one with easyAxis(mT(300))"));
    }

    /** The anisotropy barrier over the thermal energy, Δ = M_s V B_k / (2 k_B T); infinite without heat. */
    public double stability() {
        return uniaxial().strength() / (2 * magnet.thermalEnergy());
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
        settings.put(Magnet.SATURATION, magnet.saturation());
        settings.put(Magnet.VOLUME, magnet.volume());
        settings.put(Magnet.DAMPING, magnet.damping());
        settings.put(Magnet.TEMPERATURE, magnet.temperature());
        terms.forEach(term -> term.settings().forEach(settings::putIfAbsent));
        if (method() instanceof Integrator.RungeKutta fixed) {
            settings.put(Integrator.STEP, fixed.step());
        } else if (method() instanceof Integrator.Heun fixed) {
            settings.put(Integrator.STEP, fixed.step());
        }
        return settings;
    }

    /** What a notebook shows: its parameters, and what acts on it; a term by itself shows as its equation. */
    @Override
    public Map<String, Object> mimeBundle() {
        var page = Page.of(name()).table(parameters());
        for (Term term : terms) {
            page = page.line(term.toString());
        }
        return page.mimeBundle();
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        return new SpinDynamics(name(), FIELD, lanes.stream().map(seed -> {
            var input = new Held();
            var law = Llgs.of(new Spin(magnet, with(new Zeeman(driven, input)).terms()));
            return new SpinDynamics.Lane(input, new Motion(name(), law, start(), method(), seed));
        }).toList(), (motion, what, held) -> SpinDynamics.component(name(), motion, what));
    }

    @Override
    public String toString() {
        return "macrospin with " + terms.stream().map(Term::toString).collect(Collectors.joining(", "));
    }
}
