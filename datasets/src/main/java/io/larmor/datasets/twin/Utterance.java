package io.larmor.datasets.twin;

import io.larmor.core.Philox;
import java.util.Arrays;

/**
 * How one take of a word is meant to be spoken: the targets, when each one is reached, and the melody. Targets blend into
 * each other by smooth steps that add up to 1 at every instant, so a short vowel between two consonants never quite
 * reaches its target, as in speech.
 */
final class Utterance {

    private static final double FORMANT_SPREAD = 0.035;
    private static final double DURATION_SPREAD = 0.14;
    private static final double TEMPO_SPREAD = 0.10;
    private static final double PITCH_SPREAD = 0.07;
    /** Time constants of the steps: the tongue is slower than the opening of the lips and of the glottis. */
    private static final double TONGUE = 0.013;
    private static final double VALVE = 0.004;
    private static final double EDGE = 0.03;

    private final Phoneme[] phonemes;
    private final double[][] formants;
    private final double[] ends;
    private final double pitch;
    private final double fall;
    private final double[] share;

    /** State of the tract at the instant last asked for. */
    final double[] formant = new double[3];
    double voice;
    double breath;
    double friction;
    double center;
    double width;

    Utterance(int digit, Voice speaker, Philox random) {
        phonemes = Phoneme.digit(digit);
        formants = new double[phonemes.length][3];
        ends = new double[phonemes.length];
        share = new double[phonemes.length];
        double tempo = speaker.tempo() * Math.exp(TEMPO_SPREAD * random.nextGaussian());
        double time = EDGE * random.nextDouble();
        for (int p = 0; p < phonemes.length; p++) {
            time += phonemes[p].seconds * tempo * Math.exp(DURATION_SPREAD * random.nextGaussian());
            ends[p] = time;
            for (int f = 0; f < 3; f++) {
                formants[p][f] = phonemes[p].formants[f] * speaker.tract()
                        * speaker.accent()[phonemes[p].ordinal()][f] * Math.exp(FORMANT_SPREAD * random.nextGaussian());
            }
        }
        pitch = speaker.pitch() * Math.exp(PITCH_SPREAD * random.nextGaussian());
        fall = 0.25 + 0.12 * random.nextGaussian();
    }

    double seconds() {
        return ends[ends.length - 1] + EDGE;
    }

    /** The voice's frequency: it falls towards the end of a word. */
    double pitch(double time) {
        return pitch * (1 + fall * (0.5 - time / seconds()));
    }

    /** Sets the state of the tract at an instant. */
    void at(double time) {
        blend(time, TONGUE);
        Arrays.fill(formant, 0);
        center = 0;
        width = 0;
        for (int p = 0; p < phonemes.length; p++) {
            for (int f = 0; f < 3; f++) {
                formant[f] += share[p] * formants[p][f];
            }
            center += share[p] * phonemes[p].center;
            width += share[p] * phonemes[p].width;
        }
        blend(time, VALVE);
        // Before the first target and after the last one the valves are shut.
        double open = step(time / VALVE) * (1 - step((time - ends[ends.length - 1]) / VALVE));
        voice = 0;
        breath = 0;
        friction = 0;
        for (int p = 0; p < phonemes.length; p++) {
            voice += open * share[p] * phonemes[p].voice;
            breath += open * share[p] * phonemes[p].breath;
            friction += open * share[p] * phonemes[p].friction;
        }
    }

    private void blend(double time, double constant) {
        double reached = 1;
        for (int p = 0; p < phonemes.length; p++) {
            double left = p == phonemes.length - 1 ? 0 : step((time - ends[p]) / constant);
            share[p] = reached - left;
            reached = left;
        }
    }

    private static double step(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
