package io.larmor.datasets.twin;

import io.larmor.core.Philox;
import io.larmor.core.Seed;

/**
 * Spoken digits that nobody spoke: a formant synthesizer of the cascade kind (Klatt 1980) says "zero" .. "nine" in as many
 * voices and takes as are asked for. Voices differ in pitch, length of the vocal tract, tempo, accent, breath and
 * microphone; takes of a voice differ in tempo, melody, stress and in how closely each sound is reached; noise is added.
 * It has the shape of the recordings (8 kHz, 16 bit, trimmed, about half a second a word), not their value: accuracies
 * measured on it say whether a notebook works, not how well a device hears people.
 *
 * <p>A word depends on nothing but (seed, digit, voice, take): the same bits on every machine and in every session.
 *
 * @param seed number of the whole set; default {@link #STANDARD}
 */
public record SpokenTwin(long seed) {

    /** The seed of the twin that notebooks use. */
    public static final long STANDARD = 46;
    /** Samples per second, Hz. */
    public static final double RATE = 8000;

    /** Samples between two settings of the tract: 2 ms. */
    private static final int CONTROL = 16;
    private static final double FOURTH_FORMANT = 3500;
    private static final double HIGHEST_FORMANT = 3800;
    private static final double[] WIDTHS = {70, 100, 160, 250};
    /** Share of a period in which the glottis is open. */
    private static final double OPEN = 0.6;
    private static final double JITTER = 0.012;
    private static final double SHIMMER = 0.06;
    private static final double FULL_SCALE = 32768;

    /** The standard twin. */
    public SpokenTwin() {
        this(STANDARD);
    }

    /** The name of a voice, as in the word's id: {@code v1} for 0. */
    public static String name(int voice) {
        return "v" + (voice + 1);
    }

    /**
     * One word.
     *
     * @param digit 0 .. 9
     * @param voice 0 or more; odd ones are high, even ones low
     * @param take 0 or more
     * @return samples at {@link #RATE}, -1 .. 1, in steps of 1/32768
     */
    public double[] word(int digit, int voice, int take) {
        if (digit < 0 || digit > 9 || voice < 0 || take < 0) {
            throw new IllegalArgumentException("twin.word(" + digit + ", " + voice + ", " + take
                    + "): the digit is 0 .. 9, voice and take are 0 or more");
        }
        Seed root = Seed.root(seed).child("spoken digits");
        Voice speaker = Voice.of(root.child("voice").child(voice), voice % 2 == 1);
        Seed place = root.child("word").child(digit).child(voice).child(take);
        var utterance = new Utterance(digit, speaker, place.child("intent").generator());
        double[] sound = speak(utterance, speaker, place.child("sound").generator());
        return capture(sound, speaker, place.child("microphone").generator());
    }

    private static double[] speak(Utterance utterance, Voice speaker, Philox random) {
        double[] sound = new double[(int) (utterance.seconds() * RATE)];
        var tract = new Resonator[WIDTHS.length];
        for (int f = 0; f < tract.length; f++) {
            tract[f] = new Resonator(RATE);
        }
        var narrow = new Resonator(RATE);
        double phase = 0;
        double period = RATE / utterance.pitch(0);
        double strength = 1;
        double dark = 0;
        double lastNoise = 0;
        for (int i = 0; i < sound.length; i++) {
            if (i % CONTROL == 0) {
                utterance.at(i / RATE);
                tune(tract, narrow, utterance, speaker);
            }
            phase += 1;
            if (phase >= period) {
                phase -= period;
                period = RATE / utterance.pitch(i / RATE) * (1 + JITTER * random.nextGaussian());
                strength = 1 + SHIMMER * random.nextGaussian();
            }
            double noise = random.nextGaussian();
            // The flow's derivative while the glottis is open, 2u - 3u^2, ends in the closure that excites the tract.
            double u = phase / (OPEN * period);
            double pulse = u < 1 ? strength * (2 * u - 3 * u * u) : 0;
            double breath = u < 1 ? speaker.breath() * noise : 0;
            dark += (1 - speaker.tilt()) * (utterance.voice * (pulse + breath) - dark);
            double wave = dark + utterance.breath * noise;
            for (Resonator resonator : tract) {
                wave = resonator.pass(wave);
            }
            // Lips radiate the change of a noise; that also keeps the narrow place's resonance from humming at 0 Hz.
            sound[i] = wave + narrow.pass(utterance.friction * (noise - lastNoise));
            lastNoise = noise;
        }
        return sound;
    }

    private static void tune(Resonator[] tract, Resonator narrow, Utterance utterance, Voice speaker) {
        for (int f = 0; f < tract.length; f++) {
            double formant = f < 3 ? utterance.formant[f] : FOURTH_FORMANT * speaker.tract();
            tract[f].tune(Math.min(HIGHEST_FORMANT, formant), WIDTHS[f]);
        }
        narrow.tune(Math.min(HIGHEST_FORMANT, utterance.center), utterance.width);
    }

    /** Sets the level, adds the room's noise and rounds to 16 bits. */
    private static double[] capture(double[] sound, Voice speaker, Philox random) {
        double peak = 1e-9;
        for (double x : sound) {
            peak = Math.max(peak, Math.abs(x));
        }
        double level = 0.5 * Math.exp(0.3 * Math.max(-2, Math.min(2, random.nextGaussian())));
        double noise = level * speaker.noise() * Math.exp(0.5 * random.nextGaussian());
        double[] recorded = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            double x = sound[i] * level / peak + noise * random.nextGaussian();
            recorded[i] = Math.rint(Math.max(-1, Math.min(1 - 1 / FULL_SCALE, x)) * FULL_SCALE) / FULL_SCALE;
        }
        return recorded;
    }
}
