package io.larmor.population;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.device.SuperparamagneticMtj;
import io.larmor.physics.Telegraph;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Junctions with tuning curves side by side: junction k feels the stimulus less a current c_k of its own and flips there and
 * back most often at I = c_k, {@code r_k(I) = r_max / cosh(Δ (I − c_k) / I_c)}. It is read by counting for a time. The features
 * are the rates over the largest rate that a junction has by design. The closed forms are used up to any current: beyond its
 * critical one a junction hardly flips, with or without them. Immutable; setters return a changed copy.
 *
 * @param junction what all are like; default a barrier of 12 k_B T and I_c = 20 µA: curves 4.4 µA wide, 3 000 cycles a second at
 *        most
 * @param size how many
 * @param range the currents c_k lie evenly from minus this to this, in amperes
 * @param time how long flips are counted, in seconds
 * @param variability how much junctions differ: the standard deviation of the largest rate and of the width as a part of
 *        themselves, and of c_k as a part of the distance between two neighbors
 * @param label tells two populations of the same kind apart, which are then other pieces of hardware
 */
public record Population(SuperparamagneticMtj junction, int size, double range, double time, double variability, String label) implements Features {

    public static final Parameter SIZE = new Parameter("population", Quantity.of("junctions"), 2, 10_000, 9, "the number of junctions");
    public static final Parameter RANGE = new Parameter("range", new Quantity("largest stimulus", "", Unit.AMPERE), 1e-12, 5e-3, 8e-6,
            "the largest current through the population, whose junctions are spread up to it");
    public static final Parameter TIME = new Parameter("time", new Quantity("read time", "T", Unit.SECOND), 1e-9, 1e4, 0.1, "how long flips are counted");
    public static final Parameter VARIABILITY = new Parameter("variability", Quantity.of("variability"), 0, 0.5, 0,
            "the standard deviation of rates, widths and centers of the tuning curves");

    private static final double BARRIER = 12;
    /** The smallest rate or width that a junction is left with, as a part of the mean. */
    private static final double LEAST = 0.2;
    private static final Quantity RATE = new Quantity("rate", "r", Unit.HERTZ);
    private static final int POINTS = 161;

    public Population {
        SIZE.check("population", size);
        RANGE.check("population", range);
        TIME.check("population", time);
        VARIABILITY.check("population", variability);
    }

    /** So many junctions of the standard kind, over −8 to 8 µA, read for 100 ms. */
    public static Population of(int size) {
        return new Population(SuperparamagneticMtj.standard().stability(BARRIER), size, RANGE.standard(), TIME.standard(), 0, "");
    }

    /** The same of other junctions. */
    public Population junction(SuperparamagneticMtj junction) {
        return new Population(junction, size, range, time, variability, label);
    }

    /** The same over other stimuli, from minus to plus a current in amperes. */
    public Population range(double range) {
        return new Population(junction, size, range, time, variability, label);
    }

    /** The same read for another time, in seconds. */
    public Population time(double time) {
        return new Population(junction, size, range, time, variability, label);
    }

    /** The same with junctions that differ: 0.1 for 10 %. */
    public Population variability(double sd) {
        return new Population(junction, size, range, time, sd, label);
    }

    /** Another piece of hardware of the same kind. */
    public Population piece(String label) {
        return new Population(junction, size, range, time, variability, label);
    }

    /** One junction of this piece of hardware: its largest rate, the current at which it is reached, the width I_c / Δ. */
    private record Curve(double most, double center, double width) {
    }

    private List<Curve> curves() {
        Seed seed = Seed.root().child("population").child(label);
        double most = Telegraph.cycleRate(junction.attempt(), junction.stability(), 0);
        return IntStream.range(0, size).mapToObj(k -> {
            Philox random = seed.child(k).generator();
            double rate = Math.max(LEAST, 1 + variability * random.nextGaussian());
            double width = Math.max(LEAST, 1 + variability * random.nextGaussian());
            double center = center(k) + variability * 2 * range / (size - 1) * random.nextGaussian();
            return new Curve(most * rate, center, junction.critical() / junction.stability() * width);
        }).toList();
    }

    private double center(int k) {
        return -range + 2 * range * k / (size - 1);
    }

    /** The largest rate by design, in 1/s. */
    public double mostRate() {
        return Telegraph.cycleRate(junction.attempt(), junction.stability(), 0);
    }

    /** The rates of all junctions at a stimulus by the closed form, in 1/s. */
    public double[] rates(double stimulus) {
        return curves().stream().mapToDouble(curve -> rate(curve, stimulus)).toArray();
    }

    private static double rate(Curve curve, double stimulus) {
        return curve.most / Math.cosh((stimulus - curve.center) / curve.width);
    }

    @Override
    public String name() {
        return size + " junctions read for " + Unit.SECOND.format(time) + (variability > 0 ? ", " + Unit.PERCENT.format(100 * variability) + " apart" : "");
    }

    /** Counts every junction's cycles by exact waiting times: the rates over the largest one by design. */
    @Override
    public double[] read(double stimulus, Philox random) {
        Citations.use(Papers.MIZRAHI_2018, "population");
        double unit = mostRate() * time;
        return curves().stream().mapToDouble(curve -> {
            // r_max = r_flip / 2 where both rates are the same; a current makes one larger and the other smaller.
            double tilt = Math.exp((stimulus - curve.center) / curve.width);
            return Telegraph.cycles(2 * curve.most * tilt, 2 * curve.most / tilt, time, random) / unit;
        }).toArray();
    }

    @Override
    public double[] expected(double stimulus) {
        double unit = mostRate();
        return Arrays.stream(rates(stimulus)).map(rate -> rate / unit).toArray();
    }

    /** Of rates from counts of flips that take exponential times: the mean count over T² times the Fano factor. */
    @Override
    public double[] variances(double stimulus) {
        double unit = mostRate();
        return curves().stream().mapToDouble(curve -> rate(curve, stimulus) * Telegraph.fanoFactor(1, (stimulus - curve.center) / curve.width)
                / (time * unit * unit)).toArray();
    }

    /**
     * The weights for functions of the stimulus by ridge regression on measured rates.
     *
     * @param stimuli in amperes, each measured once
     * @param targets one array a function, with what is due at each stimulus
     */
    public PopulationFunction fit(double[] stimuli, double[]... targets) {
        return Learning.ridge(this, stimuli, targets);
    }

    /** The same by the local rule, by trial and error. */
    public PopulationFunction learn(LocalRule rule, double[] stimuli, double[]... targets) {
        return Learning.local(this, rule, stimuli, targets);
    }

    /** The tuning curves by the closed form, and one measurement at some stimuli. */
    public Plot plot() {
        double[] xs = new double[POINTS];
        Arrays.setAll(xs, i -> -range + 2 * range * i / (POINTS - 1));
        double[][] ys = Arrays.stream(xs).mapToObj(this::rates).toArray(double[][]::new);
        var current = new Quantity("current", "I", Unit.AMPERE);
        Plot plot = null;
        for (int k = 0; k < size; k++) {
            int junction = k;
            double[] curve = Arrays.stream(ys).mapToDouble(row -> row[junction]).toArray();
            plot = plot == null ? Plot.line(current, xs, RATE, curve) : plot.series("", xs, curve);
        }
        double[] at = new double[4 * size + 1];
        Arrays.setAll(at, i -> -range + 2 * range * i / (at.length - 1));
        double[] middle = new double[at.length];
        Seed seed = Seed.root().child("population").child("plot");
        for (int i = 0; i < at.length; i++) {
            middle[i] = mostRate() * read(at[i], seed.child(i).generator())[size / 2];
        }
        return plot.points("counted for " + Unit.SECOND.format(time), at, middle).title("tuning curves");
    }

    /** What a notebook shows: a line and the tuning curves. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return name() + ", " + Unit.HERTZ.format(mostRate()) + " at most, over " + Unit.AMPERE.format(-range) + " to " + Unit.AMPERE.format(range);
    }
}
