package io.larmor.datasets.twin;

import io.larmor.core.Philox;
import io.larmor.core.Seed;

/**
 * One artificial speaker.
 *
 * @param pitch mean frequency of the voice, Hz
 * @param tract factor on all formants: 1 for a long vocal tract, about 1.17 for a short one
 * @param tempo factor on all durations
 * @param breath share of breath noise in the voice
 * @param tilt how dark the voice and its microphone are, 0 .. 1
 * @param noise background noise against the loudest part of a word, amplitude
 * @param accent factor on each formant of each phoneme: phoneme x 3
 */
record Voice(double pitch, double tract, double tempo, double breath, double tilt, double noise, double[][] accent) {

    private static final double ACCENT_SPREAD = 0.04;

    /** The voice of a seed, low (men) or high (women). */
    static Voice of(Seed seed, boolean high) {
        Philox random = seed.generator();
        double[][] accent = new double[Phoneme.values().length][3];
        double pitch = (high ? 200 : 115) * Math.exp(0.12 * random.nextGaussian());
        double tract = (high ? 1.13 : 1.0) * Math.exp(0.03 * random.nextGaussian());
        double tempo = 1.12 * Math.exp(0.12 * random.nextGaussian());
        double breath = 0.02 + 0.06 * random.nextDouble();
        double tilt = 0.15 + 0.45 * random.nextDouble();
        double noise = 0.002 * Math.exp(2.0 * random.nextDouble());
        for (double[] factors : accent) {
            for (int f = 0; f < factors.length; f++) {
                factors[f] = Math.exp(ACCENT_SPREAD * random.nextGaussian());
            }
        }
        return new Voice(pitch, tract, tempo, breath, tilt, noise, accent);
    }
}
