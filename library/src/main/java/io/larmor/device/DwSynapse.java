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
import io.larmor.physics.Depinning;
import io.larmor.physics.PassingSigmoid;
import io.larmor.physics.spin.Magnet;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stochastic synapse: a nanowire with a notch, where a domain wall passes or stays pinned, with a chance that a bias field
 * sets (Ellis et al., arXiv:2303.01886). Every pulse is one read, a 1 or a 0 that owes nothing to the reads before; the weight
 * is the share of ones. The law is the sigmoid P = (1 + tanh((B − B₅₀)/w))/2, or, with {@link #thermal}, the activated
 * depinning that has the same B₅₀ and slope there. Read n of a seed is the same however the drive is cut into slots.
 *
 * <p>The defaults are our choice: B₅₀ = 5 mT, w = 0.5 mT, pulses of 1 µs, 1 GHz of attempts, and a wire of Permalloy
 * (860 kA/m) of which 1 µm × 400 nm × 10 nm are reversed.
 *
 * @param field the bias field at rest, in tesla
 * @param half the field B₅₀ at which half of all walls pass, in tesla
 * @param width the width w of the sigmoid, in tesla
 * @param activated whether the law is the thermally activated one
 * @param attempt the rate of attempts f₀ of the activated law, in 1/s
 * @param pulse how long a read takes, in seconds
 * @param saturation the saturation magnetization, in A/m
 * @param volume what a passing wall reverses, in m³
 */
public record DwSynapse(double field, double half, double width, boolean activated, double attempt, double pulse,
        double saturation, double volume) implements Device {

    public static final Parameter FIELD = new Parameter("field", new Quantity("bias field", "B", Unit.TESLA), -0.2, 0.2, 5e-3,
            "the field that drives walls past the notch; against it none passes");
    public static final Parameter HALF = new Parameter("half", new Quantity("field of an even chance", "B₅₀", Unit.TESLA), 1e-4, 0.1,
            5e-3, "the field at which half of all walls pass");
    public static final Parameter WIDTH = new Parameter("width", new Quantity("width of the sigmoid", "w", Unit.TESLA), 1e-6, 0.05,
            0.5e-3, "how far from B₅₀ the sigmoid has reached (1 ± tanh 1)/2");
    public static final Parameter ATTEMPT = new Parameter("attempt", new Quantity("rate of attempts", "f₀", Unit.PER_SECOND), 1e7,
            1e12, 1e9, "the rate of depinning without a barrier");
    public static final Parameter PULSE = new Parameter("pulse", new Quantity("time of a read", "t", Unit.SECOND), 1e-9, 10, 1e-6,
            "how long the field drives a wall, once a read");
    public static final Parameter SATURATION = Magnet.SATURATION;
    public static final Parameter VOLUME = new Parameter("volume", new Quantity("reversed volume", "V", new Unit("m³", false)), 1e-25,
            1e-15, 4e-21, "the part of the wire that a passing wall reverses");

    /** Whether the wall passed in the last read: 1, or 0, which it is before the first. */
    public static final Observable PASSED = new Observable("passed", Quantity.of("wall passed"));

    private static final Quantity PROBABILITY = new Quantity("probability to pass", "P", Unit.NONE);
    private static final Quantity READS = Quantity.of("reads");
    private static final Quantity WEIGHT = Quantity.of("share of passes");
    private static final int HALVINGS = 200;

    public DwSynapse {
        FIELD.check("dwSynapse", field);
        HALF.check("dwSynapse", half);
        WIDTH.check("dwSynapse", width);
        ATTEMPT.check("dwSynapse", attempt);
        PULSE.check("dwSynapse", pulse);
        SATURATION.check("dwSynapse", saturation);
        VOLUME.check("dwSynapse", volume);
        if (activated && attempt * pulse < 2) {
            throw new IllegalArgumentException("dwSynapse.pulse = " + Unit.SECOND.format(pulse) + " leaves time for "
                    + Unit.digits(attempt * pulse) + " attempts; the thermally activated law needs 2 at least. Did you mean pulse(us("
                    + Unit.digits(pulse) + "))?");
        }
    }

    /** The synapse with every default, biased to an even chance. */
    public static DwSynapse standard() {
        return new DwSynapse(FIELD.standard(), HALF.standard(), WIDTH.standard(), false, ATTEMPT.standard(), PULSE.standard(), 860e3,
                VOLUME.standard());
    }

    /** The same at another bias field, in tesla. */
    public DwSynapse field(double field) {
        return new DwSynapse(field, half, width, activated, attempt, pulse, saturation, volume);
    }

    /** The same with another field of an even chance, in tesla. */
    public DwSynapse half(double half) {
        return new DwSynapse(field, half, width, activated, attempt, pulse, saturation, volume);
    }

    /** The same with another width of the sigmoid, in tesla. */
    public DwSynapse width(double width) {
        return new DwSynapse(field, half, width, activated, attempt, pulse, saturation, volume);
    }

    /** The same by the thermally activated law that matches the sigmoid at an even chance. */
    public DwSynapse thermal() {
        return new DwSynapse(field, half, width, true, attempt, pulse, saturation, volume);
    }

    /** The same by the sigmoid. */
    public DwSynapse sigmoid() {
        return new DwSynapse(field, half, width, false, attempt, pulse, saturation, volume);
    }

    /** The same with another rate of attempts, in 1/s; the activated law is matched anew. */
    public DwSynapse attempt(double attempt) {
        return new DwSynapse(field, half, width, activated, attempt, pulse, saturation, volume);
    }

    /** The same with another time of a read, in seconds; the activated law is matched anew. */
    public DwSynapse pulse(double pulse) {
        return new DwSynapse(field, half, width, activated, attempt, pulse, saturation, volume);
    }

    /**
     * The same with another wire.
     *
     * @param saturation {@link #SATURATION}, in A/m
     * @param volume {@link #VOLUME}: what a passing wall reverses, in m³
     */
    public DwSynapse wire(double saturation, double volume) {
        return new DwSynapse(field, half, width, activated, attempt, pulse, saturation, volume);
    }

    /** The activated law that passes half of all walls at B₅₀, as steeply as the sigmoid. */
    public Depinning depinning() {
        return Depinning.matching(half, width, attempt, pulse);
    }

    /**
     * The sigmoid that is nearest, by least squares, to shares of passes measured at some fields.
     *
     * @param fields in tesla
     * @param shares plain numbers of 0 to 1, one a field
     */
    public DwSynapse fitted(double[] fields, double[] shares) {
        double[] found = PassingSigmoid.fit(fields, shares);
        return new DwSynapse(field, found[0], found[1], false, attempt, pulse, saturation, volume);
    }

    /** The probability to pass at the bias. */
    public double probability() {
        return probability(field);
    }

    /** The probability to pass at a field, in tesla. */
    public double probability(double field) {
        double checked = FIELD.check(name(), field);
        return activated ? depinning().probability(checked, pulse) : PassingSigmoid.probability(checked, half, width);
    }

    /**
     * The field of a wanted probability, by halving intervals, whichever the law.
     *
     * @param probability between 0 and 1
     * @return tesla
     * @throws IllegalArgumentException if the field would be out of range; 0 and 1 themselves need an infinite one
     */
    public double fieldFor(double probability) {
        double low = FIELD.min();
        double high = FIELD.max();
        if (!(probability > 0 && probability < 1) || probability < probability(low) || probability > probability(high)) {
            throw new IllegalArgumentException("dwSynapse.fieldFor(" + Unit.digits(probability) + "): a probability between 0 and 1 is "
                    + "needed, neither of them included, which some field of " + FIELD.range() + " reaches");
        }
        for (int i = 0; i < HALVINGS && Math.nextUp(low) < high; i++) {
            double middle = 0.5 * (low + high);
            if (probability(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The same, biased to a probability, a plain number between 0 and 1. */
    public DwSynapse biasedTo(double probability) {
        return field(fieldFor(probability));
    }

    /** What a read gives off if the wall passes: 2 M_s B V, in joules, without what the coil takes. */
    public double energy() {
        return 2 * saturation * Math.abs(field) * volume;
    }

    /** The probability to pass against the field, by the law. */
    public Sweep passing(double[] fields) {
        return Sweep.over(activated ? "thermally activated" : "sigmoid", FIELD.quantity(), fields, PROBABILITY, this::probability);
    }

    /** The share of passes in so many reads at each field, with its standard deviation √(P (1 − P)/R). */
    public Sweep measured(double[] fields, int reads) {
        checkReads(reads);
        double[] shares = new double[fields.length];
        double[] spreads = new double[fields.length];
        for (int i = 0; i < fields.length; i++) {
            double p = probability(fields[i]);
            shares[i] = Arrays.stream(reads(fields[i], reads, Seed.root().child(name()).child("measured").child(i))).sum() / (double) reads;
            spreads[i] = Math.sqrt(p * (1 - p) / reads);
        }
        return new Sweep(reads + " reads", FIELD.quantity(), fields.clone(), WEIGHT, shares, spreads);
    }

    /** So many reads at the bias, each 0 or 1, of the synapse with the number 0. */
    public int[] reads(int count) {
        return reads(count, 0);
    }

    /**
     * So many reads at the bias, each 0 or 1.
     *
     * @param number of the synapse, from 0 on: each has its own chance, whatever its bias
     */
    public int[] reads(int count, int number) {
        if (number < 0) {
            throw new IllegalArgumentException("dwSynapse.number = " + number + ": synapses are numbered from 0 on");
        }
        return reads(field, checkReads(count), Seed.root().child(name()).child("reads").child(number));
    }

    /**
     * The weight as reads go on, the share of passes in the first R, with the standard deviation that is expected of it.
     *
     * @param number of the synapse, from 0 on
     */
    public Sweep weight(int reads, int number) {
        int[] passed = reads(reads, number);
        double[] xs = new double[reads];
        double[] ys = new double[reads];
        double[] spreads = new double[reads];
        double p = probability();
        int sum = 0;
        for (int r = 0; r < reads; r++) {
            sum += passed[r];
            xs[r] = r + 1;
            ys[r] = sum / xs[r];
            spreads[r] = Math.sqrt(p * (1 - p) / xs[r]);
        }
        return new Sweep("reads at " + Unit.TESLA.format(field), READS, xs, WEIGHT, ys, spreads);
    }

    private static int checkReads(int reads) {
        if (reads < 1) {
            throw new IllegalArgumentException("dwSynapse was to be read " + reads + " times; once at least is needed");
        }
        return reads;
    }

    private int[] reads(double field, int count, Seed seed) {
        double p = probability(field);
        int[] passed = new int[count];
        int[] words = new int[4];
        for (int r = 0; r < count; r++) {
            passed[r] = passes(p, seed, r, words);
        }
        return passed;
    }

    /** Read n of a seed: a block of the generator to itself. */
    private static int passes(double probability, Seed seed, long read, int[] words) {
        Philox.block((int) read, (int) (read >>> 32), 0, 0, (int) seed.key(), (int) (seed.key() >>> 32), words);
        double uniform = ((words[0] & 0xFFFFFFFFL) << 21 ^ (words[1] & 0xFFFFFFFFL) >>> 11) * 0x1p-53;
        return uniform < probability ? 1 : 0;
    }

    @Override
    public String name() {
        return "dwSynapse";
    }

    @Override
    public Parameter input() {
        return FIELD;
    }

    @Override
    public double bias() {
        return field;
    }

    /** Twice the width, or what is left of the range. */
    @Override
    public double swing() {
        return Math.min(2 * width, FIELD.max() - Math.abs(field));
    }

    /** None: a new wall is made for every read. */
    @Override
    public double memory() {
        return 0;
    }

    @Override
    public List<Observable> observables() {
        return List.of(PASSED);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(FIELD, field);
        settings.put(HALF, half);
        settings.put(WIDTH, width);
        settings.put(PULSE, pulse);
        if (activated) {
            settings.put(ATTEMPT, attempt);
        }
        settings.put(SATURATION, saturation);
        settings.put(VOLUME, volume);
        return settings;
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        Citations.use(Papers.ELLIS_2023, "dwSynapse");
        return new InMotion(this, List.copyOf(lanes));
    }

    @Override
    public String toString() {
        return "stochastic synapse at " + Unit.TESLA.format(field) + ", where " + Unit.digits(100 * probability())
                + " % of all walls pass" + (activated ? ", thermally activated" : "");
    }

    /** Synapses being read, one a lane: a read ends with every pulse, at the field that is held then. */
    private static final class InMotion implements Dynamics {

        /** So that a slot of one pulse, in which rounding may lose a hair, still holds one. */
        private static final double HAIR = 1e-6;

        private final DwSynapse synapse;
        private final List<Seed> seeds;
        private final double[] passed;
        private final int[] words = new int[4];
        private double pulses;

        InMotion(DwSynapse synapse, List<Seed> seeds) {
            this.synapse = synapse;
            this.seeds = seeds;
            this.passed = new double[seeds.size()];
        }

        @Override
        public int lanes() {
            return passed.length;
        }

        @Override
        public void advance(double[] fields, double duration) {
            for (int i = 0; i < passed.length; i++) {
                FIELD.check(synapse.name(), fields[i]);
            }
            long before = (long) (pulses + HAIR);
            pulses += duration / synapse.pulse;
            long after = (long) (pulses + HAIR);
            if (after > before) {
                for (int i = 0; i < passed.length; i++) {
                    passed[i] = passes(synapse.probability(fields[i]), seeds.get(i), after - 1, words);
                }
            }
        }

        @Override
        public void read(Observable what, double[] into) {
            if (!what.equals(PASSED)) {
                throw new IllegalArgumentException(synapse.name() + " cannot be read for " + what.key() + "; it can for passed");
            }
            System.arraycopy(passed, 0, into, 0, passed.length);
        }
    }
}
