package io.larmor.stochastic;

import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.physics.stream.BitSource;
import io.larmor.physics.stream.Streams;
import io.larmor.plot.Page;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A number of 0 to 1 as a stream of random bits, the share of ones, packed 64 to a word: AND multiplies, NOT is 1 − p, OR is
 * p + q − p q, and the error of n bits is √(p (1 − p)/n). That holds for streams that are independent. A stream belongs to a
 * source, numbered from 0, which is its generator of random numbers: streams of one source take the same numbers, so that
 * their AND is the smaller of the two and their OR the larger; {@link #toString} says where that happened. Immutable.
 */
public final class BitStream {

    public static final Parameter LENGTH = new Parameter("bits", Quantity.of("bits"), 1, 1 << 30, 1024, "how many bits a stream has");
    public static final Parameter PROBABILITY = new Parameter("p", new Quantity("probability of a one", "p", Unit.NONE), 0, 1, 0.5,
            "a probability, which is a number of 0 to 1");

    private static final int FULL = 32;
    private static final Quantity BITS = Quantity.of("bits");
    private static final Quantity MEAN = Quantity.of("share of ones");

    private final long[] words;
    private final int length;
    private final Set<Integer> sources;
    private final boolean shared;

    private BitStream(long[] words, int length, Set<Integer> sources, boolean shared) {
        this.words = words;
        this.length = length;
        this.sources = sources;
        this.shared = shared;
        if ((length & 63) != 0) {
            words[words.length - 1] &= (1L << length) - 1;
        }
    }

    /**
     * A stream of a source with probabilities of 32 bits.
     *
     * @param p {@link #PROBABILITY}
     * @param bits {@link #LENGTH}
     * @param source its generator's number, from 0 on
     */
    public static BitStream of(double p, int bits, int source) {
        return of(p, bits, source, FULL);
    }

    /** The same with probabilities rounded to 8, 16 or 32 bits, the resolution of a generator in hardware. */
    public static BitStream of(double p, int bits, int source, int resolution) {
        PROBABILITY.check("stream", p);
        LENGTH.check("stream", bits);
        if (source < 0) {
            throw new IllegalArgumentException("stream.source = " + source + ": sources are numbered from 0 on");
        }
        long[] words = new long[(bits + 63) / 64];
        new BitSource(Seed.root().child("stream").child(source), resolution).fill(p, words, 0, words.length);
        return new BitStream(words, bits, Set.of(source), false);
    }

    /** Independent streams of one length, of the sources 0, 1, 2 ... */
    public static List<BitStream> independent(int bits, double... probabilities) {
        var streams = new ArrayList<BitStream>();
        for (double p : probabilities) {
            streams.add(of(p, bits, streams.size()));
        }
        return List.copyOf(streams);
    }

    /** A stream of measured bits, each 0 or 1: the reads of a device; it is taken to be a source of its own. */
    public static BitStream ofBits(int[] bits, int source) {
        LENGTH.check("stream", bits.length);
        long[] words = new long[(bits.length + 63) / 64];
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] != 0 && bits[i] != 1) {
                throw new IllegalArgumentException("bit " + i + " of a stream is " + bits[i] + "; it must be 0 or 1");
            }
            words[i >> 6] |= (long) bits[i] << i;
        }
        return new BitStream(words, bits.length, Set.of(source), false);
    }

    /** How many bits. */
    public int length() {
        return length;
    }

    /** The bit at a place, of 0 to length − 1. */
    public boolean bit(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("bit " + index + " of a stream of " + length);
        }
        return (words[index >> 6] >>> index & 1) != 0;
    }

    /** How many ones. */
    public long ones() {
        return Streams.count(words, words.length);
    }

    /** The number that it stands for: the share of ones. */
    public double mean() {
        return ones() / (double) length;
    }

    /** How far the share is expected to be off, √(m (1 − m)/n). */
    public double error() {
        double mean = mean();
        return Math.sqrt(mean * (1 - mean) / length);
    }

    /** Whether streams of one source have met in a gate on the way to this one. */
    public boolean shared() {
        return shared;
    }

    /** 1 − p: a one where there was a zero. */
    public BitStream not() {
        long[] out = new long[words.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = ~words[i];
        }
        return new BitStream(out, length, sources, shared);
    }

    /** p q, if they are independent. */
    public BitStream and(BitStream other) {
        long[] out = joined(other);
        for (int i = 0; i < out.length; i++) {
            out[i] = words[i] & other.words[i];
        }
        return with(out, other);
    }

    /** p + q − p q, if they are independent. */
    public BitStream or(BitStream other) {
        long[] out = joined(other);
        for (int i = 0; i < out.length; i++) {
            out[i] = words[i] | other.words[i];
        }
        return with(out, other);
    }

    /** p q + (1 − p)(1 − q): the product of the two numbers 2 p − 1 of −1 to 1, if they are independent. */
    public BitStream xnor(BitStream other) {
        long[] out = joined(other);
        for (int i = 0; i < out.length; i++) {
            out[i] = ~(words[i] ^ other.words[i]);
        }
        return with(out, other);
    }

    /** A multiplexer that this stream controls, s a + (1 − s) b: the sum of two streams without saturation. */
    public BitStream choose(BitStream whereOne, BitStream whereZero) {
        long[] out = joined(whereOne);
        joined(whereZero);
        for (int i = 0; i < out.length; i++) {
            out[i] = words[i] & whereOne.words[i] | ~words[i] & whereZero.words[i];
        }
        var both = with(out, whereOne);
        // The two data streams never meet in one bit, so that only the control has to be independent of both.
        boolean met = both.shared || whereZero.shared || sources.stream().anyMatch(whereZero.sources::contains);
        var all = new TreeSet<>(both.sources);
        all.addAll(whereZero.sources);
        return new BitStream(out, length, all, met);
    }

    /**
     * The same some bits later, what falls out at the end coming in at the beginning: what a delay line makes of a stream in
     * the long run. Bits of different times are independent, so that a delay takes the place of a source.
     */
    public BitStream delayed(int bits) {
        if (bits < 0) {
            throw new IllegalArgumentException("stream.delayed(" + bits + "): a delay is 0 or more bits");
        }
        long[] out = new long[words.length];
        for (int i = 0; i < length; i++) {
            int to = (int) ((i + (long) bits) % length);
            out[to >> 6] |= (words[i >> 6] >>> i & 1) << to;
        }
        return new BitStream(out, length, bits % length == 0 ? sources : Set.of(), shared);
    }

    /**
     * The correlation of two streams after Alaghi and Hayes, ICCAD 2013: 0 if they are independent, 1 if their ones overlap as
     * much as they can, −1 as little; NaN if one of them is constant.
     */
    public double correlation(BitStream other) {
        joined(other);
        double a = mean();
        double b = other.mean();
        if (a * (1 - a) * b * (1 - b) == 0) {
            return Double.NaN;
        }
        double off = Streams.andCount(words, other.words, words.length) / (double) length - a * b;
        double most = off > 0 ? Math.min(a, b) - a * b : a * b - Math.max(a + b - 1, 0);
        return off / most;
    }

    /** The share of ones as the bits come in, at up to 200 places. */
    public Sweep running() {
        int places = Math.min(length, 200);
        double[] xs = new double[places];
        double[] ys = new double[places];
        long ones = 0;
        for (int i = 0, k = 0; i < length; i++) {
            ones += words[i >> 6] >>> i & 1;
            if (i + 1 == (int) ((k + 1L) * length / places)) {
                xs[k] = i + 1;
                ys[k++] = ones / (i + 1.0);
            }
        }
        return new Sweep("stream", BITS, xs, MEAN, ys, new double[places]);
    }

    private long[] joined(BitStream other) {
        if (other.length != length) {
            throw new IllegalArgumentException("a stream of " + length + " bits met one of " + other.length
                    + ": the streams of a gate must be equally long; make both with " + Math.min(length, other.length) + " bits");
        }
        return new long[words.length];
    }

    private BitStream with(long[] out, BitStream other) {
        boolean met = shared || other.shared || sources.stream().anyMatch(other.sources::contains);
        var all = new TreeSet<>(sources);
        all.addAll(other.sources);
        return new BitStream(out, length, all, met);
    }

    /** What a notebook shows: the line of {@link #toString} and how the share settles. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(running().plot().yRange(0, 1)).mimeBundle();
    }

    @Override
    public String toString() {
        return "stream of " + length + " bits, " + Unit.NONE.format(mean(), error()) + " of them ones"
                + (shared ? "; streams of one source have met on the way, so that the sums for independent ones do not hold" : "");
    }
}
