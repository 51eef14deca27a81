package io.larmor.task;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Power spectra of a sound under a Hann window that moves along it. The spectra are scaled so that white noise of mean
 * square 1 has, whatever the rate, a total of 1/2 over the bins of one frame (its other half lies at negative
 * frequencies).
 */
final class ShortTimeSpectrum {

    /** The window's length: fine enough for the pitch of a voice, short enough for a syllable. */
    static final double WINDOW_SECONDS = 0.064;
    /** The step of the analysis; front ends keep every n-th frame. */
    static final double HOP_SECONDS = 0.020;
    /** Below this a window holds too few samples for a spectrum of speech. */
    private static final double LOWEST_RATE = 1000;

    private final double rate;
    private final double[] window;
    private final int hop;
    private final int length;
    private final DoubleFFT_1D transform;

    ShortTimeSpectrum(String owner, double rate, int every) {
        if (!(rate >= LOWEST_RATE) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(owner + ": the sampling rate is " + rate + " Hz, at least "
                    + LOWEST_RATE + " Hz is needed; is it given in kHz?");
        }
        this.rate = rate;
        window = new double[(int) Math.round(WINDOW_SECONDS * rate)];
        hop = (int) Math.round(HOP_SECONDS * rate) * every;
        length = window.length <= 2 ? 2 : Integer.highestOneBit(window.length - 1) << 1;
        double energy = 0;
        for (int i = 0; i < window.length; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / window.length);
            energy += window[i] * window[i];
        }
        double scale = 1 / Math.sqrt(energy * length);
        for (int i = 0; i < window.length; i++) {
            window[i] *= scale;
        }
        transform = new DoubleFFT_1D(length);
    }

    /** The bins of a spectrum, from 0 to half the sampling rate. */
    int bins() {
        return length / 2 + 1;
    }

    double frequency(int bin) {
        return bin * rate / length;
    }

    /** Makes the frames of a sound: each power spectrum is handed over together with the frame to fill. */
    double[][] frames(double[] samples, int channels, BiConsumer<double[], double[]> fill) {
        int count = 1 + Math.max(0, samples.length - window.length) / hop;
        double[][] frames = new double[count][channels];
        double[] work = new double[length];
        double[] power = new double[bins()];
        for (int k = 0; k < count; k++) {
            int begin = k * hop;
            int heard = Math.min(window.length, samples.length - begin);
            for (int i = 0; i < heard; i++) {
                work[i] = samples[begin + i] * window[i];
            }
            Arrays.fill(work, heard, length, 0);
            transform.realForward(work);
            power[0] = work[0] * work[0];
            power[length / 2] = work[1] * work[1];
            for (int b = 1; b < length / 2; b++) {
                power[b] = work[2 * b] * work[2 * b] + work[2 * b + 1] * work[2 * b + 1];
            }
            fill.accept(power, frames[k]);
        }
        return frames;
    }
}
