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
import io.larmor.measure.Measures;
import io.larmor.physics.Telegraph;
import io.larmor.physics.Tunneling;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tunnel junction so small that heat flips its free layer: telegraph noise between parallel and antiparallel, at rates
 * that a current tilts, after Mizrahi et al., Nat. Commun. 9, 1533 (2018). A positive current favors antiparallel. It is
 * simulated by exact waiting times. The defaults are our choice: a barrier of 6 k_B T, 1 GHz of attempts, I_c = 20 µA.
 *
 * @param current the current at rest, in amperes
 * @param stability the barrier Δ over k_B T
 * @param critical the current I_c at which the barrier vanishes, in amperes
 * @param attempt the rate of attempts φ0, in 1/s
 * @param tunneling the resistance
 */
public record SuperparamagneticMtj(double current, double stability, double critical, double attempt, Tunneling tunneling)
        implements Device {

    public static final Parameter STABILITY = new Parameter("stability", new Quantity("barrier over k_B T", "Δ", Unit.NONE),
            1, 80, 6, "the barrier between the two states over the thermal energy");
    public static final Parameter CRITICAL = new Parameter("critical", new Quantity("critical current", "I_c", Unit.AMPERE),
            1e-9, 5e-3, 20e-6, "the current at which the barrier vanishes");
    public static final Parameter ATTEMPT = new Parameter("attempt", new Quantity("rate of attempts", "φ0", Unit.PER_SECOND),
            1e6, 1e12, 1e9, "the rate of flips without a barrier");

    public static final Parameter PARALLEL = Tunneling.PARALLEL;
    public static final Parameter RATIO = Tunneling.RATIO;
    public static final Parameter HALF = Tunneling.HALF;

    private static final Quantity RATE = new Quantity("rate", "r", Unit.HERTZ);
    private static final Quantity OCCUPANCY = Quantity.of("share of time antiparallel");

    public SuperparamagneticMtj {
        STABILITY.check("superparamagneticMtj", stability);
        CRITICAL.check("superparamagneticMtj", critical);
        ATTEMPT.check("superparamagneticMtj", attempt);
        range(critical).check("superparamagneticMtj", current);
    }

    /** The junction with every default. */
    public static SuperparamagneticMtj standard() {
        return new SuperparamagneticMtj(0, STABILITY.standard(), CRITICAL.standard(), ATTEMPT.standard(),
                new Tunneling(PARALLEL.standard(), RATIO.standard(), HALF.standard()));
    }

    /** Beyond the critical current there is no barrier, and no telegraph. */
    private static Parameter range(double critical) {
        return new Parameter("current", new Quantity("current", "I", Unit.AMPERE), -critical, critical, 0,
                "the current through the junction, within the critical one: beyond it there is no barrier to jump");
    }

    /** The same with another current at rest, in amperes, within the critical one. */
    public SuperparamagneticMtj current(double current) {
        return new SuperparamagneticMtj(current, stability, critical, attempt, tunneling);
    }

    /** The same with another barrier over the thermal energy. */
    public SuperparamagneticMtj stability(double stability) {
        return new SuperparamagneticMtj(current, stability, critical, attempt, tunneling);
    }

    /** The same with another critical current, in amperes. */
    public SuperparamagneticMtj critical(double critical) {
        return new SuperparamagneticMtj(current, stability, critical, attempt, tunneling);
    }

    /** The same with another rate of attempts, in 1/s. */
    public SuperparamagneticMtj attempt(double attempt) {
        return new SuperparamagneticMtj(current, stability, critical, attempt, tunneling);
    }

    /** The same with another parallel resistance, another magnetoresistance, and the voltage at which that has halved. */
    public SuperparamagneticMtj resistance(double parallel, double tmr, double halfVoltage) {
        return new SuperparamagneticMtj(current, stability, critical, attempt, new Tunneling(parallel, tmr, halfVoltage));
    }

    /** The rate from parallel to antiparallel at a current, in 1/s. */
    public double rateUp(double current) {
        return Telegraph.rateUp(attempt, stability, current / critical);
    }

    /** The rate from antiparallel to parallel at a current, in 1/s. */
    public double rateDown(double current) {
        return Telegraph.rateDown(attempt, stability, current / critical);
    }

    /** How often it goes there and back, against current: its tuning curve, by the closed form. */
    public Sweep rates(double[] currents) {
        return Sweep.over("closed form", input().quantity(), currents, RATE,
                i -> Telegraph.cycleRate(attempt, stability, input().check(name(), i) / critical));
    }

    /** The share of time spent antiparallel, against current, by the closed form. */
    public Sweep occupancy(double[] currents) {
        return Sweep.over("closed form", input().quantity(), currents, OCCUPANCY,
                i -> Telegraph.occupancy(stability, input().check(name(), i) / critical));
    }

    @Override
    public String name() {
        return "superparamagneticMtj";
    }

    @Override
    public Parameter input() {
        return range(critical);
    }

    @Override
    public double bias() {
        return current;
    }

    /** What is left up to the critical current, a third of it at most: there the rates change by e². */
    @Override
    public double swing() {
        return Math.min(critical - Math.abs(current), 2 * critical / stability);
    }

    /** The time in which the share of states relaxes, the inverse of both rates' sum. */
    @Override
    public double memory() {
        return 1 / (rateUp(current) + rateDown(current));
    }

    @Override
    public List<Observable> observables() {
        return List.of(Measures.STATE, Measures.RESISTANCE, Measures.VOLTAGE);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(input(), current);
        settings.put(STABILITY, stability);
        settings.put(CRITICAL, critical);
        settings.put(ATTEMPT, attempt);
        settings.put(PARALLEL, tunneling.parallel());
        settings.put(RATIO, tunneling.ratio());
        settings.put(HALF, tunneling.half());
        return settings;
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        Citations.use(Papers.MIZRAHI_2018, "superparamagneticMtj");
        return new InMotion(this, lanes);
    }

    @Override
    public String toString() {
        return "superparamagnetic junction with a barrier of " + Unit.digits(stability) + " k_B T at " + Unit.AMPERE.format(current);
    }

    /** Junctions in motion: their states, one a lane, in equilibrium at the beginning. */
    private static final class InMotion implements Dynamics {

        private final SuperparamagneticMtj mtj;
        private final Parameter input;
        private final boolean[] antiparallel;
        private final double[] held;
        private final Philox[] random;

        InMotion(SuperparamagneticMtj mtj, List<Seed> lanes) {
            this.mtj = mtj;
            this.input = mtj.input();
            this.antiparallel = new boolean[lanes.size()];
            this.held = new double[lanes.size()];
            this.random = lanes.stream().map(Seed::generator).toArray(Philox[]::new);
            for (int i = 0; i < held.length; i++) {
                held[i] = mtj.current;
                antiparallel[i] = random[i].nextDouble() < Telegraph.occupancy(mtj.stability, mtj.current / mtj.critical);
            }
        }

        @Override
        public int lanes() {
            return held.length;
        }

        @Override
        public void advance(double[] currents, double duration) {
            for (int i = 0; i < held.length; i++) {
                held[i] = input.check(mtj.name(), currents[i]);
            }
            for (int i = 0; i < held.length; i++) {
                antiparallel[i] = Telegraph.advance(antiparallel[i], mtj.rateUp(held[i]), mtj.rateDown(held[i]), duration, random[i]);
            }
        }

        @Override
        public void read(Observable what, double[] into) {
            for (int i = 0; i < held.length; i++) {
                double cosine = antiparallel[i] ? -1 : 1;
                if (what.equals(Measures.STATE)) {
                    into[i] = antiparallel[i] ? 1 : 0;
                } else if (what.equals(Measures.RESISTANCE)) {
                    into[i] = mtj.tunneling.resistance(cosine, mtj.tunneling.voltage(cosine, held[i]));
                } else if (what.equals(Measures.VOLTAGE)) {
                    into[i] = mtj.tunneling.voltage(cosine, held[i]);
                } else {
                    throw new IllegalArgumentException(mtj.name() + " cannot be read for " + what.key());
                }
            }
        }
    }
}
