package io.larmor.device;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Device;
import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.physics.LeakyFiring;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A neuron that leaks, integrates and fires: a current pushes a domain wall along a wire, from which it creeps back, and at the
 * wire's end the wall flips a tunnel junction and starts anew (Leonard et al., arXiv:2304.04794): dx/dt = μ (J - J_pin)₊ - x/τ +
 * noise; at x = L it fires, x becomes 0, and it rests for the refractory time. Between spikes it is solved exactly; with noise in
 * steps of a hundredth of τ. The defaults are our choice.
 *
 * @param current the current density at rest, in A/m²
 * @param mobility the wall's speed over the current density above pinning, in m³/(A s)
 * @param pinning the current density J_pin that holds the wall, in A/m²
 * @param leak the time constant τ in which the wall creeps back, in seconds
 * @param length the length L of the wire, in meters
 * @param refractory how long it rests after a spike, in seconds
 * @param noise how far the wall is shaken in the time τ, as a part of L
 */
public record DwNeuron(double current, double mobility, double pinning, double leak, double length, double refractory, double noise)
        implements Device {

    private static final Unit DENSITY = new Unit("A/m²", false);

    public static final Parameter CURRENT = new Parameter("current", new Quantity("current density", "J", DENSITY), -1e12, 1e12, 4e10,
            "the current density that pushes the wall; none moves it back but the leak");
    public static final Parameter MOBILITY = new Parameter("mobility", new Quantity("mobility", "μ", new Unit("m³/(A s)", false)), 1e-12, 1e-6,
            1e-9, "the speed of the wall for each unit of current density above pinning");
    public static final Parameter PINNING = new Parameter("pinning", new Quantity("pinning", "J_pin", DENSITY), 0, 1e12, 1e10,
            "the current density up to which the wall is held");
    public static final Parameter LEAK = new Parameter("leak", new Quantity("leak", "τ", Unit.SECOND), 1e-10, 1e-2, 20e-9,
            "the time in which the wall creeps back to a part 1/e of its place");
    public static final Parameter LENGTH = new Parameter("length", new Quantity("length", "L", Unit.METER), 1e-9, 1e-4, 200e-9,
            "how far the wall has to go to fire");
    public static final Parameter REFRACTORY = new Parameter("refractory", new Quantity("refractory time", "t_ref", Unit.SECOND), 0, 1e-3, 2e-9,
            "how long it rests after a spike");
    public static final Parameter NOISE = new Parameter("noise", Quantity.of("noise"), 0, 1, 0,
            "how far the wall is shaken in the time of the leak, as a part of the length");

    /** The place of the wall, in meters. */
    public static final Observable POSITION = new Observable("position", new Quantity("place of the wall", "x", Unit.METER));
    /** How often it fired in the last slot. */
    public static final Observable SPIKES = new Observable("spikes", Quantity.of("spikes"));

    private static final Quantity RATE = new Quantity("firing rate", "r", Unit.HERTZ);
    private static final double FINE = 0.01;

    public DwNeuron {
        CURRENT.check("dwNeuron", current);
        MOBILITY.check("dwNeuron", mobility);
        PINNING.check("dwNeuron", pinning);
        LEAK.check("dwNeuron", leak);
        LENGTH.check("dwNeuron", length);
        REFRACTORY.check("dwNeuron", refractory);
        NOISE.check("dwNeuron", noise);
    }

    /** The neuron with every default. */
    public static DwNeuron standard() {
        return new DwNeuron(CURRENT.standard(), MOBILITY.standard(), PINNING.standard(), LEAK.standard(), LENGTH.standard(),
                REFRACTORY.standard(), NOISE.standard());
    }

    /** The same with another current density at rest, in A/m². */
    public DwNeuron current(double current) {
        return new DwNeuron(current, mobility, pinning, leak, length, refractory, noise);
    }

    /** The same with another mobility, in m³/(A s). */
    public DwNeuron mobility(double mobility) {
        return new DwNeuron(current, mobility, pinning, leak, length, refractory, noise);
    }

    /** The same with another pinning, in A/m². */
    public DwNeuron pinning(double pinning) {
        return new DwNeuron(current, mobility, pinning, leak, length, refractory, noise);
    }

    /** The same with another time constant of the leak, in seconds. */
    public DwNeuron leak(double leak) {
        return new DwNeuron(current, mobility, pinning, leak, length, refractory, noise);
    }

    /** The same with a longer or shorter wire, in meters. */
    public DwNeuron length(double length) {
        return new DwNeuron(current, mobility, pinning, leak, length, refractory, noise);
    }

    /** The same with another refractory time, in seconds. */
    public DwNeuron refractory(double refractory) {
        return new DwNeuron(current, mobility, pinning, leak, length, refractory, noise);
    }

    /**
     * The same with a shaken wall.
     *
     * @param noise {@link #NOISE}
     */
    public DwNeuron noise(double noise) {
        return new DwNeuron(current, mobility, pinning, leak, length, refractory, noise);
    }

    /** The current density above pinning at which the wall just gets to the end, L/(μ τ), in A/m². */
    public double threshold() {
        return length / (mobility * leak);
    }

    /** How far the wall would get at a current density, over the length of the wire. */
    private double drive(double current) {
        return Math.max(0, current - pinning) / threshold();
    }

    /** The firing rate without noise, 1/(t_ref + τ ln(J'/(J' - J_th))) with J' = J - J_pin, in hertz; 0 where it never fires. */
    public double rate(double current) {
        double interval = LeakyFiring.interval(leak, drive(CURRENT.check(name(), current)));
        return Double.isInfinite(interval) ? 0 : 1 / (refractory + interval);
    }

    /** The firing rate against the current density by the closed form. */
    public Sweep rates(double[] currents) {
        return Sweep.over("closed form", CURRENT.quantity(), currents, RATE, this::rate);
    }

    /** The firing rate against the current density by counting spikes for a time, in seconds. */
    public Sweep counted(double[] currents, double duration) {
        return Sweep.over("simulated", CURRENT.quantity(), currents, RATE, current -> {
            Dynamics one = start(List.of(Seed.root().child(name()).child("counted")));
            one.advance(new double[] {current}, duration);
            double[] spikes = new double[1];
            one.read(SPIKES, spikes);
            return spikes[0] / duration;
        });
    }

    @Override
    public String name() {
        return "dwNeuron";
    }

    @Override
    public Parameter input() {
        return CURRENT;
    }

    @Override
    public double bias() {
        return current;
    }

    @Override
    public double swing() {
        return Math.min(2 * threshold(), CURRENT.max() - Math.abs(current));
    }

    @Override
    public double memory() {
        return leak;
    }

    @Override
    public List<Observable> observables() {
        return List.of(POSITION, SPIKES);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(CURRENT, current);
        settings.put(MOBILITY, mobility);
        settings.put(PINNING, pinning);
        settings.put(LEAK, leak);
        settings.put(LENGTH, length);
        settings.put(REFRACTORY, refractory);
        settings.put(NOISE, noise);
        return settings;
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        Citations.use(Papers.LEONARD_2023, "dwNeuron");
        return new InMotion(this, lanes);
    }

    @Override
    public String toString() {
        return "domain-wall neuron that fires with " + Unit.HERTZ.format(rate(current)) + " at " + Unit.digits(current) + " A/m²";
    }

    /** Neurons in use, one a lane; places are parts of the length. */
    private static final class InMotion implements Dynamics {
        private final DwNeuron neuron;
        private final Philox[] random;
        private final double[] place;
        private final double[] resting;
        private final double[] spikes;

        InMotion(DwNeuron neuron, List<Seed> lanes) {
            this.neuron = neuron;
            random = lanes.stream().map(Seed::generator).toArray(Philox[]::new);
            place = new double[lanes.size()];
            resting = new double[lanes.size()];
            spikes = new double[lanes.size()];
        }

        @Override
        public int lanes() {
            return place.length;
        }

        @Override
        public void advance(double[] currents, double duration) {
            for (int i = 0; i < place.length; i++) {
                CURRENT.check(neuron.name(), currents[i]);
            }
            for (int i = 0; i < place.length; i++) {
                spikes[i] = 0;
                double drive = neuron.drive(currents[i]);
                double left = duration;
                while (left > 0) {
                    double rested = Math.min(left, resting[i]);
                    resting[i] -= rested;
                    left -= rested;
                    left = left <= 0 ? 0 : neuron.noise > 0 ? shake(i, drive, left) : glide(i, drive, left);
                }
            }
        }

        /** Moves to the next spike or to the end of the time; what is left of it. */
        private double glide(int i, double drive, double left) {
            double until = drive > 1 ? neuron.leak * Math.log((drive - place[i]) / (drive - 1)) : Double.POSITIVE_INFINITY;
            if (until < left) {
                fire(i);
                return left - until;
            }
            place[i] = drive + (place[i] - drive) * Math.exp(-left / neuron.leak);
            return 0;
        }

        /** One fine step of the Ornstein-Uhlenbeck process, exact in law but for crossings within the step. */
        private double shake(int i, double drive, double left) {
            double step = Math.min(left, FINE * neuron.leak);
            double decay = Math.exp(-step / neuron.leak);
            double spread = neuron.noise * Math.sqrt((1 - decay * decay) / 2);
            place[i] = Math.max(0, drive + (place[i] - drive) * decay + spread * random[i].nextGaussian());
            if (place[i] >= 1) {
                fire(i);
            }
            return left - step;
        }

        private void fire(int i) {
            spikes[i]++;
            place[i] = 0;
            resting[i] = neuron.refractory;
        }

        @Override
        public void read(Observable what, double[] into) {
            if (!what.equals(POSITION) && !what.equals(SPIKES)) {
                throw new IllegalArgumentException(neuron.name() + " cannot be read for " + what.key() + "; it can for position or spikes");
            }
            for (int i = 0; i < place.length; i++) {
                into[i] = what.equals(SPIKES) ? spikes[i] : place[i] * neuron.length;
            }
        }
    }
}
