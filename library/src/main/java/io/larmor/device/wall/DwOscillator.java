package io.larmor.device.wall;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Device;
import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.physics.Constants;
import io.larmor.physics.wall.Wall;
import io.larmor.plot.Picture;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One domain wall between two anti-notches of a strip, shaken by an alternating field: a Duffing oscillator, after Ababei et
 * al., Sci. Rep. 11, 15587 (2021). Its input is the amplitude of the field; read it for {@code rms}, the root mean square of
 * its position since it was last read. The strip is 50 nm wide and 5 nm thick. It is cold, as in the paper's one-dimensional
 * model: at room temperature its barriers are below the thermal energy.
 *
 * @param material the strip's material, with the potential between the anti-notches
 * @param width of the strip, in meters
 * @param thickness of the strip, in meters
 * @param field the amplitude at rest, as a flux density in tesla
 * @param frequency of the field, in hertz
 * @param step the longest time step, in seconds
 * @param published whether demagnetizing factors are those of the public code, with a decimal logarithm in place of the natural
 */
public record DwOscillator(WallMaterial material, double width, double thickness, double field, double frequency, double step,
        boolean published) implements Device {

    public static final Parameter FIELD = new Parameter("field", new Quantity("field amplitude", "H", Unit.TESLA), 0, 0.01,
            1500 * Constants.MU0, "the amplitude of the alternating field along the strip, as a flux density");
    public static final Parameter FREQUENCY = new Parameter("frequency", new Quantity("frequency", "f", Unit.HERTZ), 1e6, 10e9,
            500e6, "the frequency of the field");
    public static final Parameter WIDTH = new Parameter("width", new Quantity("width", "w", Unit.METER), 5e-9, 1e-6, 50e-9,
            "the width of the strip");
    public static final Parameter THICKNESS = new Parameter("thickness", new Quantity("thickness", "t", Unit.METER), 1e-9, 100e-9,
            5e-9, "the thickness of the strip, less than its width");
    public static final Parameter STEP = new Parameter("step", new Quantity("time step", "Δt", Unit.SECOND), 1e-14, 5e-12, 4e-12,
            "the longest time step");

    /** Readouts regularize numbers of about one, so that positions are read in nanometers. */
    private static final Unit NANOMETER = new Unit("nm", false);
    public static final Observable RMS = new Observable("rms", new Quantity("root mean square of the position", "x_rms", NANOMETER));
    public static final Observable POSITION = new Observable("position", new Quantity("position", "x", NANOMETER));
    public static final Observable MEAN = new Observable("mean", new Quantity("mean position", "x_mean", NANOMETER));
    public static final Observable ANGLE = new Observable("angle", new Quantity("angle", "φ", Unit.RADIAN));

    /** Where wells are looked for. */
    static final double REACH = 200e-9;
    private static final double USUAL_SWING = 950 * Constants.MU0;

    public DwOscillator {
        FIELD.check("dwOscillator", field);
        FREQUENCY.check("dwOscillator", frequency);
        WIDTH.check("dwOscillator", width);
        THICKNESS.check("dwOscillator", thickness);
        STEP.check("dwOscillator", step);
        if (!(thickness < width)) {
            throw new IllegalArgumentException("dwOscillator.thickness = " + Unit.METER.format(thickness) + " is not below the width of "
                    + Unit.METER.format(width) + ": the law is that of a flat strip.");
        }
        if (step > 0.02 / frequency) {
            throw new IllegalArgumentException("dwOscillator.step = " + Unit.SECOND.format(step) + " is too long for a field of "
                    + Unit.HERTZ.format(frequency) + ": take at least 50 steps a period, step <= " + Unit.SECOND.format(0.02 / frequency));
        }
    }

    /** The paper's wall: nickel, 50 nm x 5 nm, 1500 A/m at 500 MHz. */
    public static DwOscillator standard() {
        return new DwOscillator(WallMaterial.NICKEL, WIDTH.standard(), THICKNESS.standard(), FIELD.standard(), FREQUENCY.standard(),
                STEP.standard(), false);
    }

    /** The same of another material. */
    public DwOscillator material(WallMaterial material) {
        return new DwOscillator(material, width, thickness, field, frequency, step, published);
    }

    /** The same with a strip of another section, in meters; the potential stays what it is. */
    public DwOscillator strip(double width, double thickness) {
        return new DwOscillator(material, width, thickness, field, frequency, step, published);
    }

    /** The same with another amplitude of the field at rest, as a flux density in tesla: {@code field(amperesPerMeter(2000))}. */
    public DwOscillator field(double field) {
        return new DwOscillator(material, width, thickness, field, frequency, step, published);
    }

    /** The same with another frequency of the field, in hertz. */
    public DwOscillator frequency(double frequency) {
        return new DwOscillator(material, width, thickness, field, frequency, step, published);
    }

    /** The same with another longest time step, in seconds (default 4 ps). */
    public DwOscillator step(double step) {
        return new DwOscillator(material, width, thickness, field, frequency, step, published);
    }

    /** The same with H_d as the public code computes it, with a decimal logarithm: to be compared with that code's numbers. */
    public DwOscillator asPublishedCode() {
        return new DwOscillator(material, width, thickness, field, frequency, step, true);
    }

    /** The law with this material's constants. */
    public Wall law() {
        var wall = Wall.free(material.magnetization(), material.exchange(), material.damping(), width, thickness)
                .in(material.coefficients());
        return published ? wall.withDecimalLogarithms() : wall;
    }

    /** The wells: place, barrier, frequency by the closed form and of a wall that swings in them. */
    public Wells wells() {
        return Wells.of(this);
    }

    /**
     * The speed of a free wall of this material, without anti-notches, against a steady field: simulated and by the closed form.
     *
     * @param fields flux densities in tesla
     */
    public Mobility mobility(double... fields) {
        return Mobility.of(this, fields);
    }

    /**
     * Where the wall is once a period of the field, against the field's amplitude, after a hundred periods to settle.
     *
     * @param fields flux densities in tesla, rising
     * @param periods how many are drawn for each field
     */
    public Bifurcation bifurcation(double[] fields, int periods) {
        return Bifurcation.of(this, fields, periods);
    }

    /** The orbit at this field, after a hundred periods to settle: position against angle, and once a period. */
    public PhasePortrait portrait(int periods) {
        return PhasePortrait.of(this, periods);
    }

    /** The energy of the wall's place. */
    public Plot potential() {
        var law = law();
        double reach = law.wells(-REACH, REACH).stream().mapToDouble(Math::abs).max().orElse(REACH / 2) * 1.4;
        double[] x = new double[401];
        double[] energy = new double[x.length];
        Arrays.setAll(x, i -> -reach + 2 * reach * i / (x.length - 1));
        Arrays.setAll(energy, i -> law.energy(x[i]));
        double least = Arrays.stream(energy).min().orElse(0);
        double thermal = Constants.BOLTZMANN * 300;
        Arrays.setAll(energy, i -> (energy[i] - least) / thermal);
        return Plot.line(new Quantity("position", "x", Unit.METER), x, Quantity.of("energy over k_B · 300 K"), energy).size(430, 300)
                .title(material.name() + ": the wall between its anti-notches");
    }

    @Override
    public String name() {
        return "dwOscillator";
    }

    @Override
    public Parameter input() {
        return FIELD;
    }

    @Override
    public double bias() {
        return field;
    }

    /** 950 A/m as in the paper, or what is left. */
    @Override
    public double swing() {
        return Math.min(USUAL_SWING, Math.min(field, FIELD.max() - field));
    }

    /** The time in which a small oscillation decays, 2 (1 + α²)/(α γ0 H_d), without what the well adds. */
    @Override
    public double memory() {
        return 2 / (material.damping() * Constants.GAMMA * Constants.MU0 * law().hard());
    }

    @Override
    public List<Observable> observables() {
        return List.of(RMS, POSITION, MEAN, ANGLE);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(FIELD, field);
        settings.put(FREQUENCY, frequency);
        settings.put(WIDTH, width);
        settings.put(THICKNESS, thickness);
        settings.put(STEP, step);
        return settings;
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        Citations.use(Papers.ABABEI_2021, "dwOscillator");
        return new WallDynamics(Collections.nCopies(lanes.size(), this));
    }

    @Override
    public Optional<Picture> drawing() {
        return material.potential().isEmpty() ? Optional.empty() : Optional.of(potential());
    }

    /** The deepest well, where the wall rests. */
    double rest() {
        var law = law();
        return law.wells(-REACH, REACH).stream().min(Comparator.comparingDouble(law::energy))
                .orElseThrow(() -> new IllegalArgumentException("dwOscillator.material = " + material.name() + ": no potential between "
                        + "anti-notches is known for it, so that nothing holds the wall. Give one with "
                        + "material(" + material.name() + ".potential(a0, a1, ...)), or ask for mobility(fields)."));
    }

    @Override
    public String toString() {
        return "domain wall in " + material.name() + " between anti-notches, " + Unit.TESLA.format(field) + " at "
                + Unit.HERTZ.format(frequency);
    }
}
