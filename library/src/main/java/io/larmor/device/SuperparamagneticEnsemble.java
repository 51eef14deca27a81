package io.larmor.device;

import io.larmor.core.Device;
import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.physics.StrainedDot;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Many superparamagnetic dots under a common strain, which a voltage makes, after Welbourne et al., Appl. Phys. Lett. 118, 202402
 * (2021): heat flips each dot between two directions, the strain decides which one is favored and how fast they flip, and the
 * mean magnetization is read. What it was some slots ago is fed back onto the strain, which gives the ensemble its memory.
 *
 * @param strain the strain at rest, which inputs are added to
 * @param field the field across the easy axis, over the anisotropy field
 * @param barrier the dot's own energy barrier K V over k_B T
 * @param attempts the attempt rate, in 1/s
 * @param feedback how much of the fed-back magnetization is added to the strain
 * @param delay how many held inputs later it arrives: with a mask of n nodes, n + 1 couples each node to its neighbor
 * @param dots the number of dots; 0 for so many that only the mean matters
 */
public record SuperparamagneticEnsemble(double strain, double field, double barrier, double attempts, double feedback, int delay,
        int dots) implements Device {

    public static final Parameter STRAIN = new Parameter("strain", new Quantity("strain anisotropy", "k", Unit.NONE), -1, 1, 0,
            "the anisotropy that strain adds at 45° to the dot's own, in units of that one");
    public static final Parameter FIELD = new Parameter("field", new Quantity("field", "h", Unit.NONE), 0, 0.5, 0.4,
            "the field across the easy axis, in units of the anisotropy field");
    public static final Parameter BARRIER = new Parameter("barrier", new Quantity("energy barrier", "β", Unit.NONE), 1, 200, 20,
            "the dot's energy barrier without strain and field, over k_B T");
    public static final Parameter ATTEMPTS = new Parameter("attempts", new Quantity("attempt rate", "f", Unit.PER_SECOND), 1e6,
            1e13, 1e9, "the rate at which a dot tries to cross a barrier");
    public static final Parameter FEEDBACK = new Parameter("feedback", new Quantity("feedback", "γ", Unit.NONE), -1, 1, 0,
            "how much of the earlier magnetization is added to the strain");
    public static final Parameter DELAY = new Parameter("delay", Quantity.of("delay of the feedback, held inputs"), 1, 1_000_000, 1,
            "how many held inputs later the magnetization is fed back");
    public static final Parameter DOTS = new Parameter("dots", Quantity.of("dots"), 0, 100_000_000, 0,
            "the number of dots, 0 for the mean of infinitely many");

    /** The component of the mean magnetization along the easy axis. */
    public static final Observable MAGNETIZATION = new Observable("mx", new Quantity("magnetization", "m_x", Unit.NONE));

    private static final double LEAST_BARRIER = 3;
    private static final double USUAL_SWING = 0.1;

    public SuperparamagneticEnsemble {
        STRAIN.check("superparamagneticEnsemble", strain);
        FIELD.check("superparamagneticEnsemble", field);
        BARRIER.check("superparamagneticEnsemble", barrier);
        ATTEMPTS.check("superparamagneticEnsemble", attempts);
        FEEDBACK.check("superparamagneticEnsemble", feedback);
        DELAY.check("superparamagneticEnsemble", delay);
        DOTS.check("superparamagneticEnsemble", dots);
    }

    /** The ensemble with every default. */
    public static SuperparamagneticEnsemble standard() {
        return new SuperparamagneticEnsemble(STRAIN.standard(), FIELD.standard(), BARRIER.standard(), ATTEMPTS.standard(), FEEDBACK.standard(),
                (int) DELAY.standard(), (int) DOTS.standard());
    }

    /**
     * The same at another strain at rest (-1 .. 1, default 0). At 0 the response is odd in the input; away from it even powers of
     * the input appear as well.
     */
    public SuperparamagneticEnsemble strain(double strain) {
        return new SuperparamagneticEnsemble(strain, field, barrier, attempts, feedback, delay, dots);
    }

    /** The same with another field across the easy axis, in units of the anisotropy field (0 .. 0.5, default 0.4). */
    public SuperparamagneticEnsemble field(double field) {
        return new SuperparamagneticEnsemble(strain, field, barrier, attempts, feedback, delay, dots);
    }

    /** The same with another energy barrier K V / k_B T (1 .. 200, default 20). */
    public SuperparamagneticEnsemble barrier(double barrier) {
        return new SuperparamagneticEnsemble(strain, field, barrier, attempts, feedback, delay, dots);
    }

    /** The same with another attempt rate, in 1/s (default 1e9; the paper's fits lie between 0.5e9 and 1.4e9). */
    public SuperparamagneticEnsemble attempts(double attempts) {
        return new SuperparamagneticEnsemble(strain, field, barrier, attempts, feedback, delay, dots);
    }

    /**
     * The same with its magnetization fed back onto the strain (default: none).
     *
     * @param feedback how much of it, -1 .. 1
     * @param delay how many held inputs later; with a mask of n nodes use n + 1
     */
    public SuperparamagneticEnsemble feedback(double feedback, int delay) {
        return new SuperparamagneticEnsemble(strain, field, barrier, attempts, feedback, delay, dots);
    }

    /** The same of a finite number of dots, each of which flips at random (default 0: the mean of infinitely many). */
    public SuperparamagneticEnsemble dots(int dots) {
        return new SuperparamagneticEnsemble(strain, field, barrier, attempts, feedback, delay, dots);
    }

    /** The law with its tables. */
    public StrainedDot law() {
        return new StrainedDot(field, barrier, attempts);
    }

    /** The rates of flipping either way against the strain. */
    public Plot rates() {
        var law = law();
        double[] strains = IntStream.rangeClosed(-100, 100).mapToDouble(i -> i / 100.0 * StrainedDot.LARGEST).toArray();
        double[] there = new double[strains.length];
        double[] back = new double[strains.length];
        for (int i = 0; i < strains.length; i++) {
            there[i] = law.rateToSecond(strains[i]);
            back[i] = law.rateToFirst(strains[i]);
        }
        return Plot.line(STRAIN.quantity(), strains, new Quantity("rate", "w", Unit.PER_SECOND), there).named("first to second")
                .series("second to first", strains, back).logY().title("rates of flipping");
    }

    @Override
    public String name() {
        return "superparamagneticEnsemble";
    }

    @Override
    public Parameter input() {
        return STRAIN;
    }

    @Override
    public double bias() {
        return strain;
    }

    @Override
    public double swing() {
        return Math.min(USUAL_SWING, StrainedDot.LARGEST - Math.abs(strain));
    }

    /** The time in which the unstrained ensemble forgets, one over the sum of both rates. */
    @Override
    public double memory() {
        double barrier12 = StrainedDot.landscape(0, field).barriers()[0];
        double barrierHigh = StrainedDot.landscape(0, field).barriers()[1];
        return 1 / (2 * attempts * (Math.exp(-barrier * barrier12) + Math.exp(-barrier * barrierHigh)));
    }

    @Override
    public List<Observable> observables() {
        return List.of(MAGNETIZATION);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(STRAIN, strain);
        settings.put(FIELD, field);
        settings.put(BARRIER, barrier);
        settings.put(ATTEMPTS, attempts);
        settings.put(FEEDBACK, feedback);
        settings.put(DELAY, (double) delay);
        settings.put(DOTS, (double) dots);
        return settings;
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        double least = barrier * StrainedDot.landscape(0, field).barriers()[0];
        if (least < LEAST_BARRIER) {
            throw new IllegalArgumentException("superparamagneticEnsemble.barrier = " + Unit.digits(barrier)
                    + " leaves barriers of " + Unit.digits(least) + " k_B T at rest; the picture of rare flips needs 3. "
                    + "Use barrier(" + Unit.digits(Math.ceil(barrier * LEAST_BARRIER / least)) + ") or a smaller field.");
        }
        return new SuperparamagneticDynamics(this, lanes);
    }

    @Override
    public String toString() {
        return (dots == 0 ? "superparamagnetic ensemble" : dots + " superparamagnetic dots") + ", barrier "
                + Unit.digits(barrier) + " k_B T, field " + Unit.digits(field) + (feedback == 0 ? ""
                : ", feedback " + Unit.digits(feedback) + " after " + delay + " held inputs");
    }
}
