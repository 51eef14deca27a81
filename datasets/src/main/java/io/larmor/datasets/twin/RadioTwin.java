package io.larmor.datasets.twin;

import io.larmor.core.Philox;
import io.larmor.core.Seed;

/**
 * Radio spectra that nobody received: ten kinds of transmitters (hopping over channels, spread over a band, or both) are
 * heard through a fading channel with noise, at a distance that differs from spectrum to spectrum. It has the shape of the
 * spectra of drones (256 bins, values of 0 to 1), not their value: accuracies measured on it say whether a notebook works,
 * not how well a device tells drones apart.
 *
 * <p>A spectrum depends on nothing but (seed, kind, index): the same values on every machine and in every session.
 *
 * @param seed number of the whole set; default {@link #STANDARD}
 */
public record RadioTwin(long seed) {

    /** The seed of the twin that notebooks use. */
    public static final long STANDARD = 256;
    /** Bins of a spectrum. */
    public static final int BINS = 256;
    /** The kinds of transmitters. */
    public static final int KINDS = Emitter.KINDS.size();

    /** Values are multiples of its inverse, coarser than what mathematical functions differ by between machines. */
    private static final double STEPS = 1 << 20;
    /** Spectra are means of so many periodograms. */
    private static final int AVERAGED = 12;
    private static final double FLOOR = 0.012;
    private static final double FLOOR_SPREAD = 0.5;
    private static final double GAIN = 0.35;
    private static final double GAIN_SPREAD = 0.45;
    private static final double HOP_SPREAD = 0.35;
    /** How far oscillators are off, in bins. */
    private static final double OFFSET = 0.8;

    /** The standard twin. */
    public RadioTwin() {
        this(STANDARD);
    }

    /**
     * One spectrum.
     *
     * @param kind 0 .. 9
     * @param index 0 or more: which of the spectra of the kind
     * @return the power in {@link #BINS} bins as a share of the receiver's full scale, 0 .. 1
     */
    public double[] spectrum(int kind, int index) {
        if (kind < 0 || kind >= KINDS || index < 0) {
            throw new IllegalArgumentException("twin.spectrum(" + kind + ", " + index + "): the kind is 0 .. " + (KINDS - 1)
                    + ", the index is 0 or more");
        }
        Seed place = Seed.root(seed).child("radio").child(kind).child(index);
        double[] sent = sent(Emitter.KINDS.get(kind), place.child("transmitter").generator());
        return received(sent, place.child("channel").generator(), place.child("receiver").generator());
    }

    private static double[] sent(Emitter emitter, Philox random) {
        double[] power = new double[BINS];
        double offset = OFFSET * random.nextGaussian();
        int hops = emitter.most() == 0 ? 0 : emitter.fewest() + random.nextInt(emitter.most() - emitter.fewest() + 1);
        int[] order = random.permutation(Math.max(1, emitter.channels()));
        for (int h = 0; h < hops; h++) {
            double middle = emitter.first() + emitter.spacing() * order[h] + offset;
            double level = StrictMath.exp(HOP_SPREAD * random.nextGaussian());
            for (int b = 0; b < BINS; b++) {
                power[b] += level * emitter.hop(b - middle);
            }
        }
        if (emitter.spread() > 0) {
            double middle = emitter.bands()[random.nextInt(emitter.bands().length)] + offset;
            for (int b = 0; b < BINS; b++) {
                power[b] += emitter.band(b - middle);
            }
        }
        return power;
    }

    /** An echo makes ripples over the band; distance sets the gain; noise and the receiver's saturation end it. */
    private static double[] received(double[] sent, Philox channel, Philox receiver) {
        double gain = GAIN * StrictMath.exp(GAIN_SPREAD * channel.nextGaussian());
        double echo = 0.6 * channel.nextDouble();
        double delay = 2 * Math.PI * (0.5 + 5 * channel.nextDouble()) / BINS;
        double phase = 2 * Math.PI * channel.nextDouble();
        double floor = FLOOR * StrictMath.exp(FLOOR_SPREAD * channel.nextGaussian());
        double[] values = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            double fading = 1 + echo * echo + 2 * echo * StrictMath.cos(delay * b + phase);
            double power = (floor + gain * fading * sent[b]) * Math.max(0.05, 1 + receiver.nextGaussian() / Math.sqrt(AVERAGED));
            values[b] = Math.rint(STEPS * (1 - StrictMath.exp(-power))) / STEPS;
        }
        return values;
    }
}
