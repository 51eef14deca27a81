package io.larmor.device;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Device;
import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.measure.Measures;
import io.larmor.physics.SlavinTiberkevich;
import io.larmor.plot.Drawing;
import io.larmor.plot.Picture;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A spin-torque nano-oscillator: a magnetic tunnel junction whose free layer a direct current sets into steady
 * oscillation, in the amplitude form of Slavin and Tiberkevich (IEEE Trans. Magn. 45, 1875, 2009). The defaults describe a
 * vortex oscillator like that of Torrejon et al., Nature 547, 428 (2017); the relaxation rate is our choice, such that the
 * memory is about as long as one 100 ns slot.
 *
 * @param current the bias current, in amperes
 * @param threshold the current at which oscillation sets in, in amperes
 * @param damping the damping rate Γ, in 1/s
 * @param nonlinearity the nonlinear damping Q
 * @param frequency the frequency at vanishing power, in hertz
 * @param shift how much the frequency rises with the power, in hertz
 * @param noise the thermal power p_th; 0 for an oscillator without noise, which is then solved in closed form
 * @param step the time step where there is noise, in seconds
 */
public record Stno(double current, double threshold, double damping, double nonlinearity, double frequency,
        double shift, double noise, double step) implements Device {

    public static final Parameter CURRENT = new Parameter("current", new Quantity("bias current", "I", Unit.AMPERE),
            0, 20e-3, 6e-3, "the direct current through the junction");
    public static final Parameter THRESHOLD = new Parameter("threshold",
            new Quantity("threshold current", "I_th", Unit.AMPERE), 1e-6, 20e-3, 3e-3,
            "the current at which oscillation sets in");
    public static final Parameter DAMPING = new Parameter("damping", new Quantity("damping rate", "Γ", Unit.PER_SECOND),
            1e4, 1e11, 2 * Math.PI * 0.9e6, "the rate at which the oscillation dies without current");
    public static final Parameter NONLINEARITY = new Parameter("nonlinearity", Quantity.of("nonlinear damping Q"),
            0, 100, 2, "how much faster a strong oscillation is damped");
    public static final Parameter FREQUENCY = new Parameter("frequency", new Quantity("frequency", "f0", Unit.HERTZ),
            1e6, 1e11, 300e6, "the frequency at vanishing power");
    public static final Parameter SHIFT = new Parameter("shift", new Quantity("nonlinear frequency shift", "N", Unit.HERTZ),
            -1e11, 1e11, 20e6, "how much the frequency rises with the power");
    public static final Parameter NOISE = new Parameter("noise", Quantity.of("thermal power p_th"),
            0, 0.1, 0, "the power of thermal fluctuations");
    public static final Parameter STEP = new Parameter("step", new Quantity("time step", "dt", Unit.SECOND),
            1e-13, 1e-6, 1e-9, "the time step of the simulation with noise");

    private static final double LARGEST_STEP = 0.1;
    private static final double SPARK = 1e-6;
    private static final int RINGS = 5;
    private static final Color FREE_LAYER = new Color(0xEEEEEE);
    private static final Color CORE = new Color(0x333333);

    public Stno {
        CURRENT.check("stno", current);
        THRESHOLD.check("stno", threshold);
        DAMPING.check("stno", damping);
        NONLINEARITY.check("stno", nonlinearity);
        FREQUENCY.check("stno", frequency);
        SHIFT.check("stno", shift);
        NOISE.check("stno", noise);
        STEP.check("stno", step);
    }

    /** The oscillator with every default. */
    public static Stno standard() {
        return new Stno(CURRENT.standard(), THRESHOLD.standard(), DAMPING.standard(), NONLINEARITY.standard(),
                FREQUENCY.standard(), SHIFT.standard(), NOISE.standard(), STEP.standard());
    }

    /** The same with another bias current, in amperes. */
    public Stno current(double current) {
        return new Stno(current, threshold, damping, nonlinearity, frequency, shift, noise, step);
    }

    /** The same with another threshold current, in amperes. */
    public Stno threshold(double threshold) {
        return new Stno(current, threshold, damping, nonlinearity, frequency, shift, noise, step);
    }

    /** The same with another damping rate Γ, in 1/s. */
    public Stno damping(double damping) {
        return new Stno(current, threshold, damping, nonlinearity, frequency, shift, noise, step);
    }

    /** The same with another nonlinear damping Q. */
    public Stno nonlinearity(double nonlinearity) {
        return new Stno(current, threshold, damping, nonlinearity, frequency, shift, noise, step);
    }

    /** The same with another frequency at vanishing power, in hertz. */
    public Stno frequency(double frequency) {
        return new Stno(current, threshold, damping, nonlinearity, frequency, shift, noise, step);
    }

    /** The same with another frequency shift, in hertz. */
    public Stno shift(double shift) {
        return new Stno(current, threshold, damping, nonlinearity, frequency, shift, noise, step);
    }

    /** The same with another thermal power (0 for no noise; a device at room temperature has some 1e-6 to 1e-5). */
    public Stno noise(double noise) {
        return new Stno(current, threshold, damping, nonlinearity, frequency, shift, noise, step);
    }

    /** The same with another time step, in seconds; it matters only with noise. */
    public Stno step(double step) {
        return new Stno(current, threshold, damping, nonlinearity, frequency, shift, noise, step);
    }

    /** The supercriticality ζ = I / I_th at the bias current. */
    public double supercriticality() {
        return current / threshold;
    }

    /** The power that it settles at without noise: (ζ - 1) / (ζ + Q) above the threshold, 0 below. */
    public double stationaryPower() {
        return SlavinTiberkevich.stationaryPower(supercriticality(), nonlinearity);
    }

    @Override
    public String name() {
        return "stno";
    }

    @Override
    public Parameter input() {
        return CURRENT;
    }

    @Override
    public double bias() {
        return current;
    }

    /** The bias current, or what is left up to the largest one: the drive then takes the current down to zero. */
    @Override
    public double swing() {
        return Math.min(current, CURRENT.max() - current);
    }

    @Override
    public double memory() {
        return SlavinTiberkevich.relaxationTime(damping, supercriticality());
    }

    @Override
    public List<Observable> observables() {
        return List.of(Measures.AMPLITUDE, Measures.POWER, Measures.FREQUENCY);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(CURRENT, current);
        settings.put(THRESHOLD, threshold);
        settings.put(DAMPING, damping);
        settings.put(NONLINEARITY, nonlinearity);
        settings.put(FREQUENCY, frequency);
        settings.put(SHIFT, shift);
        settings.put(NOISE, noise);
        settings.put(STEP, step);
        return settings;
    }

    @Override
    public String toString() {
        return "spin-torque oscillator at " + Unit.AMPERE.format(current) + ", threshold "
                + Unit.AMPERE.format(threshold) + ", "
                + (noise == 0 ? "without noise" : "thermal power " + Unit.digits(noise));
    }

    /** The power that a copy starts with: the stationary one, or below the threshold what heat or a spark leaves. */
    double initialPower() {
        double zeta = supercriticality();
        double thermal = zeta < 1 ? SlavinTiberkevich.thermalPower(zeta, noise) : noise;
        return Math.max(stationaryPower(), Math.max(thermal, SPARK));
    }

    /** The free layer from above: the vortex that the current keeps on its orbit, drawn at the stationary power. */
    @Override
    public Optional<Picture> drawing() {
        double orbit = 0.6 * Math.sqrt(Math.min(1, stationaryPower()));
        var disk = Drawing.titled(String.format(Locale.ROOT, "vortex oscillator at %s", Unit.AMPERE.format(current)))
                .circle(0, 0, 1, FREE_LAYER);
        for (int ring = 1; ring <= RINGS; ring++) {
            double radius = 0.9 * ring / RINGS;
            int arrows = 6 * ring;
            for (int i = 0; i < arrows; i++) {
                double angle = 2 * Math.PI * i / arrows;
                double x = radius * Math.cos(angle);
                double y = radius * Math.sin(angle);
                // In a vortex the moments circle around its core, wherever the core is.
                disk = disk.arrow(x, y, Math.atan2(y, x - orbit) + Math.PI / 2, 0.16);
            }
        }
        return Optional.of(disk.circle(orbit, 0, 0.08, CORE).label(orbit, -0.16, "core").wheel().wide(240));
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        refuseLongSteps();
        Citations.use(Papers.SLAVIN_2009, "stno");
        Citations.use(Papers.TORREJON_2017, "stno");
        return new StnoDynamics(this, lanes);
    }

    /** A step that is long against the fastest change would be wrong without looking wrong. */
    private void refuseLongSteps() {
        // The fastest rate at twice the bias, as far as an encoding usually drives it.
        double fastest = 2 * damping * (2 * current / threshold + nonlinearity);
        if (noise > 0 && step * fastest > LARGEST_STEP) {
            throw new IllegalArgumentException("stno.step = " + Unit.SECOND.format(step)
                    + " is too long: with stno.current = " + Unit.AMPERE.format(current)
                    + " the power changes within " + Unit.SECOND.format(1 / fastest) + ". Use a step of at most "
                    + Unit.SECOND.format(LARGEST_STEP / fastest) + ".");
        }
    }
}
