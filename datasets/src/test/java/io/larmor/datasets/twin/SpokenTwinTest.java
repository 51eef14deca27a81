package io.larmor.datasets.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Seed;
import io.larmor.task.Spectrogram;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SpokenTwinTest {

    private final SpokenTwin twin = new SpokenTwin();
    private final long session = Seed.sessionNumber();

    @AfterEach
    void restore() {
        Seed.session(session);
    }

    @Test
    void wordDependsOnNothingButItsPlace() {
        double[] word = twin.word(3, 1, 4);
        Seed.session(99);
        twin.word(8, 2, 2);
        assertArrayEquals(word, new SpokenTwin().word(3, 1, 4));
    }

    @Test
    void seedDigitVoiceAndTakeEachChangeTheWord() {
        double[] word = twin.word(3, 1, 4);
        assertFalse(Arrays.equals(word, new SpokenTwin(47).word(3, 1, 4)));
        assertFalse(Arrays.equals(word, twin.word(4, 1, 4)));
        assertFalse(Arrays.equals(word, twin.word(3, 2, 4)));
        assertFalse(Arrays.equals(word, twin.word(3, 1, 5)));
    }

    @Test
    void wordsAreFiniteSixteenBitSpeechOfNaturalLength() {
        for (int digit = 0; digit < 10; digit++) {
            for (int voice = 0; voice < 10; voice++) {
                double[] word = twin.word(digit, voice, 0);
                String id = digit + "_" + SpokenTwin.name(voice);
                double seconds = word.length / SpokenTwin.RATE;
                assertTrue(seconds > 0.15 && seconds < 1.2, id + " lasts " + seconds + " s");
                double peak = Arrays.stream(word).map(Math::abs).max().orElse(0);
                assertTrue(peak > 0.2 && peak <= 1, id + " has the peak " + peak);
                assertTrue(Arrays.stream(word).allMatch(x -> x * 32768 == Math.rint(x * 32768)), id);
            }
        }
    }

    /** "six" begins and ends with hiss (strong above 3 kHz), "one" never hisses. */
    @Test
    void soundsAreWhereSpeechHasThem() {
        double[] six = highShare(twin.word(6, 0, 0));
        double[] one = highShare(twin.word(1, 0, 0));
        assertTrue(six[0] > 0.5, "six starts with " + six[0]);
        assertTrue(Arrays.stream(six).min().orElse(1) < 0.2, "the vowel of six");
        assertTrue(Arrays.stream(one).skip(1).limit(one.length - 2).max().orElse(1) < 0.1, "one");
    }

    /** The period of a vowel, by autocorrelation, is the voice's own but for the melody of the take. */
    @Test
    void voicesDifferInPitch() {
        Seed voices = Seed.root(SpokenTwin.STANDARD).child("spoken digits").child("voice");
        for (int voice = 0; voice < 6; voice++) {
            double expected = Voice.of(voices.child(voice), voice % 2 == 1).pitch();
            assertEquals(expected, pitch(twin.word(1, voice, 0)), 0.25 * expected, SpokenTwin.name(voice));
        }
    }

    @Test
    void placesThatDoNotExistAreRefused() {
        for (int[] place : new int[][] {{10, 0, 0}, {-1, 0, 0}, {0, -1, 0}, {0, 0, -1}}) {
            String message = assertThrows(IllegalArgumentException.class,
                    () -> twin.word(place[0], place[1], place[2])).getMessage();
            assertTrue(message.contains("the digit is 0 .. 9"), message);
        }
    }

    /** The share of the power of each frame that is above 3 kHz. */
    private static double[] highShare(double[] word) {
        return Arrays.stream(new Spectrogram(65, 1).frames(word, SpokenTwin.RATE)).mapToDouble(frame -> {
            double all = Arrays.stream(frame).map(x -> x * x).sum();
            return Arrays.stream(frame, 48, 65).map(x -> x * x).sum() / all;
        }).toArray();
    }

    private static double pitch(double[] word) {
        int begin = word.length / 2 - 400;
        int best = 0;
        double most = 0;
        for (int lag = 25; lag < 120; lag++) {
            double sum = 0;
            for (int i = begin; i < begin + 600; i++) {
                sum += word[i] * word[i + lag];
            }
            // A small preference for short lags: two periods match as well as one.
            sum *= 1 - 0.002 * lag;
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return SpokenTwin.RATE / best;
    }
}
