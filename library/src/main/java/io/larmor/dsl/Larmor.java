package io.larmor.dsl;

import io.larmor.core.Comparison;
import io.larmor.core.Device;
import io.larmor.core.Drive;
import io.larmor.core.Parameter;
import io.larmor.core.Score;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.core.SweepMap;
import io.larmor.core.Trace;
import io.larmor.device.Macrospin;
import io.larmor.device.Mtj;
import io.larmor.device.SpinSet;
import io.larmor.device.Stno;
import io.larmor.device.SuperparamagneticMtj;
import io.larmor.device.Wire;
import io.larmor.encoding.Mask;
import io.larmor.encoding.Ramp;
import io.larmor.encoding.Steps;
import io.larmor.encoding.Tone;
import io.larmor.learn.Ridge;
import io.larmor.machine.Reservoir;
import io.larmor.measure.Measures;
import io.larmor.measure.Reading;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Integrator;
import io.larmor.task.SequenceTask;
import io.larmor.task.SineSquare;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * The words of the notebook language: one-line factories for the nouns. Nouns are lower-case, adjectives are setters of
 * what they return, verbs compute.
 */
public final class Larmor {

    private Larmor() {
    }

    /** Seeds everything random in the session from here on; the same seed gives the same numbers again. */
    public static void seed(long number) {
        Seed.session(number);
    }

    /**
     * A spin-torque nano-oscillator: a magnetic tunnel junction that a direct current sets into steady oscillation (Slavin
     * and Tiberkevich, IEEE Trans. Magn. 45, 1875, 2009). By default at 6 mA (0 .. 20 mA) with a threshold of 3 mA, without
     * noise. Setters: {@code current}, {@code threshold}, {@code damping}, {@code nonlinearity}, {@code frequency},
     * {@code shift}, {@code noise}, {@code step}. Example: {@code stno().current(mA(6)).noise(1e-5)}.
     */
    public static Stno stno() {
        return Stno.standard();
    }

    /**
     * One magnet that turns as a whole, by the law of Landau, Lifshitz, Gilbert and Slonczewski. By default the free layer of
     * a perpendicular junction, 40 nm wide and 1.2 nm thick: M_s = 1 MA/m, an easy axis of 0.3 T along z, α = 0.01, cold.
     * Setters: {@code field}, {@code easyAxis}, {@code damping}, {@code temperature}, {@code pointing}, {@code current},
     * {@code disk}, {@code ellipse}, {@code prism} and more; {@code evolve}, {@code resonance}, {@code astroid} and
     * {@code hysteresis} compute. Example: {@code macrospin().field(0, 0, mT(100)).pointing(1, 0, 0).evolve(ns(2))}.
     */
    public static Macrospin macrospin() {
        return Macrospin.standard();
    }

    /** A few spins that feel each other. Example: {@code spins(macrospin(), macrospin()).exchange(0, 1, 1e-20).modes()}. */
    public static SpinSet spins(Macrospin... spins) {
        return SpinSet.of(spins);
    }

    /** A direction in space, by a vector of any length. Example: {@code direction(0, 0, 1)}. */
    public static Direction direction(double x, double y, double z) {
        return Direction.of(x, y, z);
    }

    /**
     * A magnetic tunnel junction: a free layer like {@code macrospin()} that a current turns, and a resistance that shows where
     * it points. By default perpendicular, 5 kΩ to 10 kΩ, P = 0.6, cold; {@code Mtj.ikeda2010()} and {@code Mtj.sankey2008()}
     * follow papers. Setters: {@code free}, {@code reference}, {@code current}, {@code voltage}, {@code field},
     * {@code temperature} and more; {@code threshold}, {@code switchingProbability} and {@code spinDiode} compute. Example:
     * {@code mtj().temperature(300).switchingProbability(linspace(uA(20), uA(80), 13), ns(10))}.
     */
    public static Mtj mtj() {
        return Mtj.standard();
    }

    /**
     * A tunnel junction that heat flips between two states, at rates that a current tilts (Mizrahi et al., Nat. Commun. 9,
     * 1533, 2018). By default a barrier of 6 k_B T, 1 GHz of attempts, I_c = 20 µA. Setters: {@code current},
     * {@code stability}, {@code critical}, {@code attempt}, {@code resistance}. Example:
     * {@code run(superparamagneticMtj(), constant(uA(2), us(20)))}.
     */
    public static SuperparamagneticMtj superparamagneticMtj() {
        return SuperparamagneticMtj.standard();
    }

    /** Fixed steps of fourth order, without heat; the step in seconds. Example: {@code macrospin().integrator(rungeKutta(ps(0.5)))}. */
    public static Integrator rungeKutta(double step) {
        return Integrator.rungeKutta(step);
    }

    /** Heun's stochastic steps, the ones for heat; the step in seconds. */
    public static Integrator heun(double step) {
        return Integrator.heun(step);
    }

    /** Steps of Dormand and Prince that follow the motion, without heat. */
    public static Integrator dormandPrince() {
        return Integrator.dormandPrince();
    }

    /** No device: what goes in comes out. The control in a device's place. */
    public static Wire wire() {
        return new Wire();
    }

    /**
     * A reservoir computer around a device: data is encoded into its drive, its response is read, only a linear readout is
     * trained. By default a mask of 400 nodes, the device's first observable, and a ridge whose penalty is chosen on the
     * training data. Example: {@code reservoir(stno()).encode(mask(400).every(ns(100))).measure(amplitude()).readout(ridge())};
     * then {@code .score(task)}, {@code .scoreWithControls(task)}, {@code .fit(task)} or {@code .states(task)}.
     *
     * @param device the hardware, for example {@code stno()}
     */
    public static Reservoir reservoir(Device device) {
        return Reservoir.of(device);
    }

    /**
     * Time multiplexing: each frame of data becomes one input value for each virtual node, by a random matrix of plus and
     * minus ones, and each value is held for a slot (Appeltant et al., Nat. Commun. 2, 468, 2011). Setters: {@code every}
     * (the slot, default 100 ns), {@code drive} (the amplitude, default the device's own), {@code clipAt} (default 2
     * standard deviations). Example: {@code mask(400).every(ns(100))}.
     *
     * @param nodes the number of virtual nodes, at least 1
     */
    public static Mask mask(int nodes) {
        return new Mask(nodes);
    }

    /** Reads the amplitude of an oscillation at the end of each slot. */
    public static Reading amplitude() {
        return new Reading(Measures.AMPLITUDE);
    }

    /** Reads the power of an oscillation at the end of each slot. */
    public static Reading power() {
        return new Reading(Measures.POWER);
    }

    /** Reads the frequency of an oscillation at the end of each slot. */
    public static Reading frequency() {
        return new Reading(Measures.FREQUENCY);
    }

    /** Reads the resistance of a junction at the end of each slot. */
    public static Reading resistance() {
        return new Reading(Measures.RESISTANCE);
    }

    /**
     * Ridge regression of one-hot targets with a given penalty; {@code ridge()} chooses it on the training data.
     *
     * @param penalty the weight of small weights against small errors, 0 or more, for example 1e-6
     */
    public static Ridge ridge(double penalty) {
        return new Ridge(penalty);
    }

    /** Ridge regression whose penalty is chosen by cross-validation on the training data. */
    public static Ridge ridge() {
        return new Ridge(Double.NaN);
    }

    /** Evenly spaced values, both ends included. */
    public static double[] linspace(double from, double to, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("linspace(count = " + count + "): at least 2 values are needed");
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + (to - from) * i / (count - 1);
        }
        return values;
    }

    /**
     * A constant input; {@code .then(value, duration)} goes on. Example: {@code constant(mA(4), ns(500)).then(mA(8), ns(500))}.
     *
     * @param value in the unit of the device's input, amperes for an oscillator
     * @param duration in seconds
     */
    public static Steps constant(double value, double duration) {
        return new Steps(new double[] {value}, new double[] {duration});
    }

    /**
     * An input that oscillates: offset + amplitude · sin(2π f t). Example: {@code tone(0, mT(2), GHz(8), ns(5))}.
     *
     * @param offset in the unit of the device's input
     * @param amplitude in the same unit
     * @param frequency in hertz
     * @param duration in seconds
     */
    public static Tone tone(double offset, double amplitude, double frequency, double duration) {
        return new Tone(offset, amplitude, frequency, duration);
    }

    /** An input that goes evenly from one value to another. Example: {@code ramp(mT(-400), mT(400), us(1))}. */
    public static Ramp ramp(double from, double to, double duration) {
        return new Ramp(from, to, duration);
    }

    /** Runs a device under a drive and reads everything that it offers over time. */
    public static Trace run(Device device, Drive drive) {
        return Trace.run(device, drive);
    }

    /** Computes a number for each value of a parameter, spread over the cores. */
    public static Sweep sweep(Parameter parameter, double[] values, String result, DoubleUnaryOperator compute) {
        return Sweep.over(result, parameter.quantity(), values, Quantity.of(result), compute);
    }

    /** Scores a machine for each value of a parameter, spread over the cores: accuracy in percent. */
    public static Sweep sweepScores(Parameter parameter, double[] values, DoubleFunction<Score> compute) {
        return Sweep.scores("accuracy", parameter.quantity(), values, compute);
    }

    /** Computes a number for each pair of values of two parameters, spread over the cores. */
    public static SweepMap sweep(Parameter x, double[] xs, Parameter y, double[] ys, Quantity result,
            DoubleBinaryOperator compute) {
        return SweepMap.over(x.quantity(), xs, y.quantity(), ys, result, compute);
    }

    /** The task of telling sine periods from square ones: 160 periods, the first half trains. */
    public static SequenceTask sineSquare() {
        return SineSquare.task((int) SineSquare.PERIODS.standard());
    }

    /** The same with some number of periods. */
    public static SequenceTask sineSquare(int periods) {
        return SineSquare.task(periods);
    }

    /** What an axis shows: a pure number. */
    public static Quantity quantity(String name) {
        return Quantity.of(name);
    }

    /** What an axis shows: a number in a unit, held in SI. */
    public static Quantity quantity(String name, Unit unit) {
        return Quantity.of(name, unit);
    }

    /** Compares published numbers with those computed here; add rows with {@code .row(..)}. */
    public static Comparison paperVsHere(String source) {
        return Comparison.paperVsHere(source);
    }
}
