package io.larmor.datasets.twin;

import io.larmor.core.Philox;
import io.larmor.core.Seed;

/**
 * Muscles' signals that nobody gave, in the shape of Ninapro DB1: envelopes of ten channels at 100 Hz of 17 gestures, ten
 * repetitions each. A gesture is a pattern of activity over the channels; people differ in their patterns, in the places of
 * the electrodes and in their gain, repetitions in strength and in how the hold begins and wavers; an envelope's noise is gamma
 * distributed. It shows that a notebook works, not how well a device tells gestures apart.
 *
 * <p>A hold depends on nothing but (seed, person, gesture, repetition): the same values on every machine and in every session.
 *
 * @param seed number of the whole set; default {@link #STANDARD}
 */
public record EmgTwin(long seed) {

    /** The seed of the twin that notebooks use. */
    public static final long STANDARD = 17;
    public static final int CHANNELS = 10;
    public static final int GESTURES = 17;
    public static final int REPETITIONS = 10;
    /** People at most; the standard number is that of DB1. */
    public static final int MOST_PEOPLE = 100;
    public static final int PEOPLE = 27;
    /** Samples of a hold: two seconds. */
    public static final int SAMPLES = 200;

    /** Values are multiples of its inverse, coarser than what mathematical functions differ by between machines. */
    private static final double STEPS = 1 << 20;
    private static final double PATTERN_SPREAD = 0.5;
    private static final double PERSON_SPREAD = 0.4;
    private static final double GAIN_SPREAD = 0.5;
    private static final double STRENGTH_SPREAD = 0.35;
    private static final double HOLD_SPREAD = 0.4;
    private static final double FLOOR = 0.004;
    private static final double LEVEL = 0.05;
    /** The gamma noise's shape: the mean of so many squares. */
    private static final int SQUARES = 12;

    /** The standard twin. */
    public EmgTwin() {
        this(STANDARD);
    }

    /**
     * One hold.
     *
     * @param person 0 or more
     * @param gesture 0 .. 16
     * @param repetition 0 .. 9
     * @return {@link #SAMPLES} x {@link #CHANNELS} values in volts, row by row
     */
    public float[] hold(int person, int gesture, int repetition) {
        if (person < 0 || person >= MOST_PEOPLE || gesture < 0 || gesture >= GESTURES || repetition < 0 || repetition >= REPETITIONS) {
            throw new IllegalArgumentException("twin.hold(" + person + ", " + gesture + ", " + repetition + "): people are 0 .. "
                    + (MOST_PEOPLE - 1) + ", gestures 0 .. " + (GESTURES - 1) + ", repetitions 0 .. " + (REPETITIONS - 1));
        }
        Seed root = Seed.root(seed).child("emg");
        Philox common = root.child("gesture").child(gesture).generator();
        Seed own = root.child("person").child(person);
        Philox gains = own.child("gain").generator();
        Philox habit = own.child("gesture").child(gesture).generator();
        Philox hold = own.child("hold").child(gesture).child(repetition).generator();
        // The electrodes' ring sits a little turned: neighbors mix.
        double turned = 0.5 * (own.child("turn").generator().nextDouble() - 0.5);
        double gain = StrictMath.exp(GAIN_SPREAD * gains.nextGaussian());
        double strength = StrictMath.exp(STRENGTH_SPREAD * hold.nextGaussian());
        double[] pattern = new double[CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            pattern[c] = PATTERN_SPREAD * common.nextGaussian() + PERSON_SPREAD * habit.nextGaussian();
        }
        double[] level = new double[CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            double side = pattern[(c + (turned > 0 ? 1 : CHANNELS - 1)) % CHANNELS];
            double mixed = (1 - Math.abs(turned)) * pattern[c] + Math.abs(turned) * side + HOLD_SPREAD * hold.nextGaussian();
            level[c] = LEVEL * gain * strength * StrictMath.exp(mixed);
        }
        return envelope(level, hold);
    }

    /** Rises within some tenths of a second, wavers slowly, and carries the noise of an envelope. */
    private static float[] envelope(double[] level, Philox random) {
        float[] values = new float[SAMPLES * CHANNELS];
        double rise = 5 + 25 * random.nextDouble();
        double waver = 0;
        for (int i = 0; i < SAMPLES; i++) {
            waver = 0.97 * waver + 0.03 * random.nextGaussian();
            double share = (1 - StrictMath.exp(-(i + 1) / rise)) * (1 + waver);
            for (int c = 0; c < CHANNELS; c++) {
                double squares = 0;
                for (int k = 0; k < SQUARES; k++) {
                    double x = random.nextGaussian();
                    squares += x * x;
                }
                double value = (FLOOR + level[c] * Math.max(0, share)) * squares / SQUARES;
                values[i * CHANNELS + c] = (float) (Math.rint(STEPS * value) / STEPS);
            }
        }
        return values;
    }
}
