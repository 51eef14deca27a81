package io.larmor.dsl;

import io.larmor.core.Comparison;
import io.larmor.core.Device;
import io.larmor.core.Drive;
import io.larmor.core.Parallel;
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
import io.larmor.device.SuperparamagneticEnsemble;
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
import java.util.Arrays;
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

    /** Seeds everything random from here on; the same seed gives the same numbers again. Example: {@code seed(2017)}. */
    public static void seed(long number) {
        Seed.session(number);
    }

    /** Shares work over so many threads from here on; at the beginning over all of the machine's cores. Example: {@code threads(1)}. */
    public static void threads(int count) {
        Parallel.threads(count);
    }

    /**
     * A spin-torque nano-oscillator: a magnetic tunnel junction that a direct current sets into steady oscillation (Slavin
     * and Tiberkevich, IEEE Trans. Magn. 45, 1875, 2009). Without noise unless it is set. Example:
     * {@code stno().current(mA(6)).noise(1e-5)}.
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

    /**
     * A few spins that feel each other, by exchange and by dipole fields. Example:
     * {@code spins(macrospin(), macrospin()).exchange(0, 1, 1e-20).modes()}.
     *
     * @param spins the spins, numbered from 0 in what follows
     */
    public static SpinSet spins(Macrospin... spins) {
        return SpinSet.of(spins);
    }

    /**
     * A direction in space, by a vector of any length but 0. Example: {@code direction(0, 0, 1)}.
     *
     * @param x the part along x, a plain number
     * @param y the part along y, a plain number
     * @param z the part along z, a plain number
     */
    public static Direction direction(double x, double y, double z) {
        return Direction.of(x, y, z);
    }

    /**
     * A magnetic tunnel junction: a free layer like {@code macrospin()} that a current turns, and a resistance that shows where
     * it points. By default perpendicular, 5 kΩ to 10 kΩ, P = 0.6, cold; {@code Mtj.ikeda2010()} and {@code Mtj.sankey2008()}
     * follow papers. Setters: {@code free}, {@code reference}, {@code current}, {@code voltage}, {@code field},
     * {@code temperature} and more; {@code threshold}, {@code switchingProbability} and {@code spinDiode} compute. Example:
     * {@code mtj().temperature(300).step(ps(0.5)).switchingProbability(linspace(uA(20), uA(120), 3), ns(2), 20)}.
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

    /**
     * Simulates spins without heat in fixed steps of fourth order. Example:
     * {@code macrospin().integrator(rungeKutta(ps(0.5))).evolve(ns(1))}.
     *
     * @param step in seconds, usually {@code ps(1)}
     */
    public static Integrator rungeKutta(double step) {
        return Integrator.rungeKutta(step);
    }

    /**
     * Simulates spins with heat, by Heun's stochastic method. Example:
     * {@code macrospin().temperature(300).integrator(heun(ps(0.5))).evolve(ns(1))}.
     *
     * @param step in seconds, usually {@code ps(0.1)}
     */
    public static Integrator heun(double step) {
        return Integrator.heun(step);
    }

    /**
     * Simulates spins without heat by the method of Dormand and Prince, whose steps follow the motion. Example:
     * {@code macrospin().integrator(dormandPrince()).evolve(ns(1))}.
     */
    public static Integrator dormandPrince() {
        return Integrator.dormandPrince();
    }

    /**
     * No device: what goes in comes out. The control in a device's place. Example:
     * {@code reservoir(wire()).encode(mask(400)).readout(ridge())}.
     */
    public static Wire wire() {
        return new Wire();
    }

    /**
     * A reservoir computer around a device: data is encoded into its drive, its response is read, only a linear readout is
     * trained. By default a mask of 400 nodes, the device's first observable, and a ridge whose penalty is chosen on the
     * training data. It does {@code .score(task)}, {@code .scoreWithControls(task)}, {@code .fit(task)} and
     * {@code .states(task)}. Example:
     * {@code reservoir(stno()).encode(mask(400).every(ns(100))).measure(amplitude()).readout(ridge())}.
     *
     * @param device the hardware, for example {@code stno()}
     */
    public static Reservoir reservoir(Device device) {
        return Reservoir.of(device);
    }

    /**
     * Time multiplexing: each frame of data becomes one input value for each virtual node, by a random matrix of plus and
     * minus ones, and each value is held for a slot (Appeltant et al., Nat. Commun. 2, 468, 2011). Example:
     * {@code mask(400).every(ns(100))}.
     *
     * @param nodes {@link Mask#NODES}
     */
    public static Mask mask(int nodes) {
        return new Mask(nodes);
    }

    /**
     * Reads the amplitude of an oscillation at the end of each slot; {@code averaged(n)} averages over it. Example:
     * {@code reservoir(stno()).measure(amplitude())}.
     */
    public static Reading amplitude() {
        return new Reading(Measures.AMPLITUDE);
    }

    /**
     * Reads the power of an oscillation at the end of each slot; {@code averaged(n)} averages over it. Example:
     * {@code reservoir(stno()).measure(power())}.
     */
    public static Reading power() {
        return new Reading(Measures.POWER);
    }

    /**
     * Reads the frequency of an oscillation at the end of each slot; {@code averaged(n)} averages over it. Example:
     * {@code reservoir(stno()).measure(frequency())}.
     */
    public static Reading frequency() {
        return new Reading(Measures.FREQUENCY);
    }

    /**
     * Reads the resistance of a junction at the end of each slot. Example:
     * {@code reservoir(superparamagneticMtj()).measure(resistance())}.
     */
    public static Reading resistance() {
        return new Reading(Measures.RESISTANCE);
    }

    /**
     * Ridge regression of one-hot targets with a given penalty; {@code ridge()} chooses it on the training data. Example:
     * {@code reservoir(stno()).readout(ridge(1e-6))}.
     *
     * @param penalty the weight of small weights against small errors, a plain number of 0 or more
     */
    public static Ridge ridge(double penalty) {
        return new Ridge(penalty);
    }

    /**
     * Ridge regression whose penalty is chosen by cross-validation on the training data. Example:
     * {@code reservoir(stno()).readout(ridge())}.
     */
    public static Ridge ridge() {
        return new Ridge(Double.NaN);
    }

    /**
     * Evenly spaced values, both ends included. Example: {@code linspace(mA(3), mA(8), 11)}.
     *
     * @param from the first value, a plain number or one with a unit
     * @param to the last value, a plain number or one with a unit
     * @param count how many values, at least 2
     */
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
     * @param amplitude in the unit of the device's input
     * @param frequency in hertz
     * @param duration in seconds
     */
    public static Tone tone(double offset, double amplitude, double frequency, double duration) {
        return new Tone(offset, amplitude, frequency, duration);
    }

    /**
     * An input that goes evenly from one value to another and stays there. Example: {@code ramp(mT(-400), mT(400), ns(20))}.
     *
     * @param from in the unit of the device's input
     * @param to in the unit of the device's input
     * @param duration in seconds
     */
    public static Ramp ramp(double from, double to, double duration) {
        return new Ramp(from, to, duration);
    }

    /**
     * Runs a device under a drive and reads everything that it offers over time. Example:
     * {@code run(stno(), constant(mA(4), ns(500)).then(mA(8), ns(500)))}.
     *
     * @param device the hardware, for example {@code stno()}
     * @param drive the input over time, for example {@code constant(mA(6), us(1))}
     */
    public static Trace run(Device device, Drive drive) {
        return Trace.run(device, drive);
    }

    /**
     * Computes a number for each value of a parameter, spread over the cores. Example:
     * {@code sweep(Stno.CURRENT, linspace(mA(3), mA(8), 11), "power", i -> stno().current(i).stationaryPower())}.
     *
     * @param parameter what is varied
     * @param values its values, in SI
     * @param result what is computed, for the axis
     * @param compute the result for one value
     */
    public static Sweep sweep(Parameter parameter, double[] values, String result, DoubleUnaryOperator compute) {
        return Sweep.over(result, parameter.quantity(), values, Quantity.of(result), compute);
    }

    /**
     * Scores a machine for each value of a parameter, spread over the cores: accuracy in percent. Example:
     * {@code sweepScores(Stno.CURRENT, linspace(mA(4), mA(7), 2),
     * i -> reservoir(stno().current(i)).encode(mask(24)).score(sineSquare(40)))}.
     *
     * @param values of the parameter, in SI
     * @param compute the score for one value
     */
    public static Sweep sweepScores(Parameter parameter, double[] values, DoubleFunction<Score> compute) {
        return Sweep.scores("accuracy", parameter.quantity(), values, compute);
    }

    /**
     * The same for machines on one task, side by side, at less cost where a task is one long sequence. Example:
     * {@code sweepScores(Stno.CURRENT, linspace(mA(4), mA(7), 3), i -> reservoir(stno().current(i)).encode(mask(24)), sineSquare(40))}.
     *
     * @param values of the parameter, in SI
     */
    public static Sweep sweepScores(Parameter parameter, double[] values, DoubleFunction<Reservoir> machine, SequenceTask task) {
        return Sweep.ofScores("accuracy", parameter.quantity(), values,
                Reservoir.scores(Arrays.stream(values).mapToObj(machine).toList(), task));
    }

    /**
     * Computes a number for each pair of values of two parameters, spread over the cores. Example:
     * {@code sweep(Stno.CURRENT, linspace(mA(3), mA(8), 11), Stno.THRESHOLD, linspace(mA(2), mA(4), 5), quantity("power"),
     * (i, th) -> stno().current(i).threshold(th).stationaryPower())}.
     *
     * @param x what is varied along the columns
     * @param xs its values, in SI
     * @param y what is varied along the rows
     * @param ys its values, in SI
     * @param result what is computed, for the color bar
     * @param compute the result for one pair
     */
    public static SweepMap sweep(Parameter x, double[] xs, Parameter y, double[] ys, Quantity result,
            DoubleBinaryOperator compute) {
        return SweepMap.over(x.quantity(), xs, y.quantity(), ys, result, compute);
    }

    /**
     * The task of telling sine periods from square ones: 160 periods, the first half trains (Torrejon et al., Nature 547,
     * 428, 2017). Example: {@code reservoir(stno()).encode(mask(24)).score(sineSquare())}.
     */
    public static SequenceTask sineSquare() {
        return SineSquare.task((int) SineSquare.PERIODS.standard());
    }

    /**
     * The task of telling sine periods from square ones with another number of periods, half of which train. Example:
     * {@code reservoir(stno()).encode(mask(24)).score(sineSquare(80))}.
     *
     * @param periods {@link SineSquare#PERIODS}
     */
    public static SequenceTask sineSquare(int periods) {
        return SineSquare.task(periods);
    }

    /** What an axis shows: a pure number. Example: {@code quantity("accuracy")}. */
    public static Quantity quantity(String name) {
        return Quantity.of(name);
    }

    /** What an axis shows: a number in a unit, held in SI. Example: {@code quantity("voltage", Unit.VOLT)}. */
    public static Quantity quantity(String name, Unit unit) {
        return Quantity.of(name, unit);
    }

    /**
     * Compares published numbers with those computed here; add rows with {@code .row(..)}. Example:
     * {@code paperVsHere("Torrejon et al., Nature 547, 428 (2017)").row("accuracy", Unit.PERCENT, 99.6, 99.2, 0.3, 98, 100,
     * "ten folds")}.
     */
    public static Comparison paperVsHere(String source) {
        return Comparison.paperVsHere(source);
    }

    /**
     * Many thermally flipping dots under a common strain, read by their mean magnetization (Welbourne et al., Appl. Phys. Lett.
     * 118, 202402, 2021). Setters: {@code strain} (at rest, default 0), {@code field} (0.4 of the anisotropy field),
     * {@code barrier} (20 k_B T), {@code attempts} (1e9 1/s), {@code feedback} (none), {@code dots} (infinitely many). Example:
     * {@code superparamagneticEnsemble().strain(0.03).feedback(0.12, 401)} with {@code mask(400)}.
     */
    public static SuperparamagneticEnsemble superparamagneticEnsemble() {
        return SuperparamagneticEnsemble.standard();
    }

    /**
     * Reads the mean magnetization along the easy axis at the end of each slot. Example:
     * {@code reservoir(superparamagneticEnsemble()).measure(magnetization())}.
     */
    public static Reading magnetization() {
        return new Reading(SuperparamagneticEnsemble.MAGNETIZATION);
    }
}
