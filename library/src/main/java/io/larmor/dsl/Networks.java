package io.larmor.dsl;

import io.larmor.learn.Adam;
import io.larmor.learn.Schedule;
import io.larmor.learn.Sgd;
import io.larmor.network.Checkpoint;
import io.larmor.network.Convolution;
import io.larmor.network.Dense;
import io.larmor.network.Network;
import io.larmor.network.Pool;
import io.larmor.network.RfConvolution;
import io.larmor.network.RfMtjs;
import io.larmor.network.hardware.Imperfection;
import io.larmor.network.hardware.Platforms;
import io.larmor.task.PowerPairs;
import io.larmor.task.VectorTask;
import java.nio.file.Path;

/** The words for layered networks of junctions, their training, and what real hardware does to them. */
public final class Networks {

    private Networks() {
    }

    /**
     * A layered network for samples of a shape, trained by backpropagation. Add layers, then {@code .fit(task)},
     * {@code .score(task)}, {@code .scoreWithControls(task)}, {@code .software()} or {@code .energy()}. Many bright inputs, such as pixels, want
     * {@code .inputPower(uW(0.05))} and {@code rfMtjs(128).alongPixels(28, 28)}. Example:
     * {@code network(256).layer(rfMtjs(128)).layer(rfMtjs(10)).optimizer(adam(6.6e-6)).batch(256).epochs(100)}.
     *
     * @param shape inputs of a vector; or rows and columns of an image, and its channels
     */
    public static Network network(int... shape) {
        return Network.of(shape);
    }

    /**
     * The network of nine junctions with two tones, two oscillators and one output (Ross et al., Nat. Nanotechnol. 18, 1273,
     * 2023). Example: {@code nineJunctions().epochs(2).fitBest(xorPowers())}.
     */
    public static Network nineJunctions() {
        return Network.nineJunctions();
    }

    /**
     * A layer of chains of magnetic tunnel junctions that weigh radio-frequency powers, each driving an oscillator; the last
     * layer is read as voltages (Ross et al., Nat. Nanotechnol. 18, 1273, 2023). Example:
     * {@code network(64).layer(rfMtjs(32)).layer(rfMtjs(4))}.
     *
     * @param chains {@link RfMtjs#CHAINS}
     */
    public static RfMtjs rfMtjs(int chains) {
        return RfMtjs.of(chains);
    }

    /**
     * A convolution by chains of junctions with the same resonance shifts for every patch of an image. Example:
     * {@code network(28, 28).layer(rfConvolution(8, 5)).layer(pool(2)).layer(rfMtjs(10))}.
     *
     * @param filters {@link Convolution#FILTERS}
     * @param size {@link Convolution#SIZE}
     */
    public static RfConvolution rfConvolution(int filters, int size) {
        return RfConvolution.of(filters, size);
    }

    /**
     * A layer of weighted sums with rectifiers in software; the last layer is read without. Example:
     * {@code network(784).layer(dense(128)).layer(dense(10)).optimizer(adam(1e-3))}.
     *
     * @param units {@link Dense#UNITS}
     */
    public static Dense dense(int units) {
        return new Dense(units);
    }

    /**
     * A convolution with rectifiers in software, patches one pixel apart unless {@code stride} says otherwise. Example:
     * {@code network(28, 28).layer(convolution(8, 5)).layer(pool(2)).layer(dense(10))}.
     *
     * @param filters {@link Convolution#FILTERS}
     * @param size {@link Convolution#SIZE}
     */
    public static Convolution convolution(int filters, int size) {
        return Convolution.of(filters, size);
    }

    /**
     * The largest value of every square of an image. Example: {@code network(8, 8).layer(pool(2)).layer(rfMtjs(2))}.
     *
     * @param size {@link Pool#SIZE}
     */
    public static Pool pool(int size) {
        return new Pool(size, true);
    }

    /**
     * The mean of every square of an image. Example: {@code network(8, 8).layer(averagePool(2)).layer(rfMtjs(2))}.
     *
     * @param size {@link Pool#SIZE}
     */
    public static Pool averagePool(int size) {
        return new Pool(size, false);
    }

    /**
     * Training by Adam (Kingma and Ba, ICLR 2015). Junctions learn with about 6.6e-6, software with about 1e-3. Example:
     * {@code network(8).layer(rfMtjs(2)).optimizer(adam(6.6e-6))}.
     *
     * @param rate {@link Adam#RATE}
     */
    public static Adam adam(double rate) {
        return Adam.of(rate);
    }

    /**
     * Training by gradient descent; {@code .momentum(0.9)} adds momentum. Example:
     * {@code network(8).layer(dense(2)).optimizer(sgd(0.01).momentum(0.9))}.
     *
     * @param rate {@link Sgd#RATE}
     */
    public static Sgd sgd(double rate) {
        return new Sgd(rate, 0);
    }

    /** The same learning rate in every epoch. Example: {@code network(8).layer(dense(2)).schedule(constantRate())}. */
    public static Schedule constantRate() {
        return new Schedule.Constant();
    }

    /**
     * Half the learning rate after every so many epochs. Example: {@code network(8).layer(dense(2)).schedule(halving(20))}.
     *
     * @param every {@link Schedule.Halving#EVERY}
     */
    public static Schedule halving(int every) {
        return new Schedule.Halving(every);
    }

    /** A learning rate that falls to nothing along half a cosine. Example: {@code network(8).layer(dense(2)).schedule(cosine())}. */
    public static Schedule cosine() {
        return new Schedule.Cosine();
    }

    /**
     * A file that training goes on from after an interruption, to the same bits; {@code .every(5)} writes it every five epochs.
     * Example: {@code checkpoint("drones.net").every(5)} for {@code fit(task, ..)}.
     *
     * @param path of the file
     */
    public static Checkpoint checkpoint(String path) {
        return Checkpoint.of(Path.of(path));
    }

    /**
     * Devices that differ: every resonance and every oscillator's power is off by a part of itself. Example:
     * {@code nineJunctions().inTheLoop(spread(0.01))}.
     *
     * @param sd {@link Imperfection.Spread#SD}, the standard deviation, a plain number
     */
    public static Imperfection spread(double sd) {
        return new Imperfection.Spread(sd);
    }

    /** Devices that differ by 1 %; also names the kind for {@code robustness}. Example: {@code nineJunctions().inTheLoop(spread())}. */
    public static Imperfection spread() {
        return new Imperfection.Spread(Imperfection.Spread.SD.standard());
    }

    /**
     * Shifts that are written with an error. Example: {@code nineJunctions().inTheLoop(programmingError(0.1))}.
     *
     * @param sd the standard deviation in half linewidths, a plain number
     */
    public static Imperfection programmingError(double sd) {
        return new Imperfection.ProgrammingError(sd);
    }

    /**
     * Noise on every voltage that is read. Example: {@code nineJunctions().inTheLoop(readNoise(uV(100)))}.
     *
     * @param sd the standard deviation in volts
     */
    public static Imperfection readNoise(double sd) {
        return new Imperfection.ReadNoise(sd);
    }

    /**
     * Noise on every radio-frequency power. Example: {@code nineJunctions().inTheLoop(powerNoise(0.02))}.
     *
     * @param sd the standard deviation as a part of the power, a plain number
     */
    public static Imperfection powerNoise(double sd) {
        return new Imperfection.PowerNoise(sd);
    }

    /**
     * The thermal noise of the chains, V² = 4 k T R Δf with 1 kΩ a junction and 5 MHz. Example:
     * {@code nineJunctions().inTheLoop(temperature(300))}.
     *
     * @param kelvins the temperature, in kelvin
     */
    public static Imperfection temperature(double kelvins) {
        return new Imperfection.Temperature(kelvins);
    }

    /**
     * Devices that cannot be tuned: their shift stays zero. Example: {@code nineJunctions().inTheLoop(stuck(0.01))}.
     *
     * @param part of the devices, a plain number of 0 to 1
     */
    public static Imperfection stuck(double part) {
        return new Imperfection.Stuck(part);
    }

    /**
     * Shifts that can only be set to so many values. Example: {@code nineJunctions().inTheLoop(tuningSteps(16))}.
     *
     * @param levels at least 2
     */
    public static Imperfection tuningSteps(int levels) {
        return new Imperfection.TuningSteps(levels);
    }

    /** Binary synapses: a vortex's polarity makes the shift plus or minus one size. Example: {@code nineJunctions().inTheLoop(vortexPolarity())}. */
    public static Imperfection vortexPolarity() {
        return new Imperfection.VortexPolarity(Imperfection.VortexPolarity.SIZE.standard());
    }

    /** What other hardware takes to classify digits, with the power derived. Example: {@code platforms()}. */
    public static Platforms platforms() {
        return Platforms.standard();
    }

    /** Two powers of which exactly one is high, or not: 1000 points, half of which train. Example: {@code xorPowers()}. */
    public static VectorTask xorPowers() {
        return PowerPairs.xor((int) PowerPairs.POINTS.standard());
    }

    /** Two powers on a ring or off it: 1000 points, half of which train. Example: {@code ringPowers()}. */
    public static VectorTask ringPowers() {
        return PowerPairs.ring((int) PowerPairs.POINTS.standard());
    }
}
