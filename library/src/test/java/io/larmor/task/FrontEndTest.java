package io.larmor.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontEndTest {

    private static final double RATE = 8000;

    @ParameterizedTest
    @ValueSource(doubles = {180, 440, 1000, 1710, 3000})
    void toneExcitesTheBandsThatAreTunedToIt(double frequency) {
        for (FrontEnd ear : new FrontEnd[] {new Cochleagram(78), new Spectrogram(65)}) {
            for (double rate : new double[] {8000, 12500}) {
                double[] centers = ear.centers(rate);
                double[] frame = ear.frames(tone(frequency, 0.5, rate, 0.3), rate)[2];
                int loudest = 0;
                int nearest = 0;
                for (int c = 0; c < centers.length; c++) {
                    loudest = frame[c] > frame[loudest] ? c : loudest;
                    nearest = Math.abs(centers[c] - frequency) < Math.abs(centers[nearest] - frequency) ? c : nearest;
                }
                assertEquals(nearest, loudest, ear.name() + " at " + rate + " Hz for a tone of " + frequency + " Hz");
            }
        }
    }

    @Test
    void doublingTheAmplitudeFollowsEachCompression() {
        double[] soft = noise(4000, 1);
        double[] loud = Arrays.stream(soft).map(x -> 2 * x).toArray();
        assertRatio(new Cochleagram(78), soft, loud, Math.pow(2, 0.4));
        assertRatio(new Spectrogram(65), soft, loud, 2);
    }

    private static void assertRatio(FrontEnd ear, double[] soft, double[] loud, double expected) {
        double[][] quiet = ear.frames(soft, RATE);
        double[][] strong = ear.frames(loud, RATE);
        for (int k = 0; k < quiet.length; k++) {
            for (int c = 0; c < ear.channels(); c++) {
                assertEquals(expected, strong[k][c] / quiet[k][c], 1e-9, ear.name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 12500, 44100})
    void whiteNoiseFillsTheSpectrumWithHalfItsPowerAtEveryRate(double rate) {
        var spectrum = new ShortTimeSpectrum("test", rate, 1);
        double[] sound = noise((int) (4 * rate), 2);
        double[] total = {0};
        double[][] frames = spectrum.frames(sound, 1, (power, frame) -> total[0] += Arrays.stream(power).sum());
        assertEquals(0.5, total[0] / frames.length, 0.03, "seed 2");
    }

    @Test
    void framesFollowTheClockAndNotTheRate() {
        assertEquals(1 + (8000 - 512) / 320, new Cochleagram(5).frames(noise(8000, 3), 8000).length);
        assertEquals(1 + (12500 - 800) / 500, new Cochleagram(5).frames(noise(12500, 3), 12500).length);
        assertEquals(1 + (8000 - 512) / 160, new Spectrogram(65, 1).frames(noise(8000, 3), 8000).length);
    }

    @Test
    void laterFramesHearOnlyLaterSound() {
        double[] late = new double[4000];
        System.arraycopy(tone(500, 1, RATE, 0.25), 0, late, 2000, 2000);
        double[][] frames = new Cochleagram(20).frames(late, RATE);
        assertArrayEquals(new double[20], frames[0]);
        assertArrayEquals(new double[20], frames[4]);
        assertTrue(Arrays.stream(frames[5]).sum() > 0);
    }

    @Test
    void shortSoundIsPaddedWithSilence() {
        double[] word = noise(100, 4);
        double[][] frames = new Cochleagram(78).frames(word, RATE);
        assertEquals(1, frames.length);
        assertArrayEquals(new Cochleagram(78).frames(Arrays.copyOf(word, 512), RATE)[0], frames[0]);
        assertArrayEquals(new double[65], new Spectrogram(65).frames(new double[0], RATE)[0]);
    }

    @Test
    void soundIsLeftAsItWasAndTheResultRepeats() {
        double[] word = noise(3000, 5);
        double[] before = word.clone();
        var framing = new Spectrogram(65).at(RATE);
        double[][] once = framing.frames(word);
        double[][] again = framing.frames(word);
        assertArrayEquals(before, word);
        assertTrue(Arrays.deepEquals(once, again));
    }

    @Test
    void wideBandsOfTheEarAreTheHighOnes() {
        double[] centers = new Cochleagram(78).centers(RATE);
        assertEquals(60, centers[0], 1e-9);
        assertEquals(3700, centers[77], 1e-9);
        assertTrue(centers[77] - centers[76] > 8 * (centers[1] - centers[0]));
        assertEquals(0.4625 * 6000, new Cochleagram(78).centers(6000)[77], 1e-9);
    }

    @Test
    void impossibleChannelsAndRatesAreRefused() {
        assertMessage("cochleagram.channels = 0", () -> new Cochleagram(0));
        assertMessage("spectrogram.channels = 1", () -> new Spectrogram(1));
        assertMessage("cochleagram.every = 0", () -> new Cochleagram(78, 0));
        assertMessage("257 bins", () -> new Spectrogram(300).at(RATE));
        assertMessage("given in kHz", () -> new Cochleagram(78).at(8));
        assertMessage("NaN Hz", () -> new Cochleagram(78).at(Double.NaN));
    }

    private static void assertMessage(String part, Runnable work) {
        String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
        assertTrue(message.contains(part), message);
    }

    private static double[] tone(double frequency, double amplitude, double rate, double seconds) {
        double[] sound = new double[(int) (rate * seconds)];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = amplitude * Math.sin(2 * Math.PI * frequency * i / rate);
        }
        return sound;
    }

    private static double[] noise(int n, long seed) {
        var random = Seed.root(seed).child("noise").generator();
        double[] sound = new double[n];
        for (int i = 0; i < n; i++) {
            sound[i] = random.nextGaussian();
        }
        return sound;
    }
}
