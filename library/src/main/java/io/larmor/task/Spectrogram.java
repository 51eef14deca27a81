package io.larmor.task;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * The plain amplitude spectrum of a sound over time. The bands lie evenly between 0 and half the sampling rate, the first
 * and the last one being half as wide; a frame holds each band's amplitude, the root of the mean of its power bins
 * <pre>  u_c = sqrt(mean over f in band c of P(f))</pre>
 * where P is the power spectrum under a Hann window of 64 ms that moves in steps of 20 ms, of which every second one is
 * kept. Nothing is compressed, and the low bands, where speech has most of its structure, are no narrower than the others:
 * this is the harder one of the two front ends, as in the papers.
 *
 * @param channels the number of bands, 2 .. 1000 and no more than the spectrum has bins; the papers use 65
 * @param every of the frames 20 ms apart every how many-th is kept, 1 .. 50; default 2
 */
public record Spectrogram(int channels, int every) implements FrontEnd {

    private static final Parameter CHANNELS = new Parameter("channels", new Quantity("channels", "n", Unit.NONE),
            2, 1000, 65, "the number of bands of a frame");
    private static final Parameter EVERY = new Parameter("every", new Quantity("frame step", "k", Unit.NONE),
            1, 50, 2, "of the frames 20 ms apart every how many-th is kept");

    public Spectrogram {
        CHANNELS.check("spectrogram", channels);
        EVERY.check("spectrogram", every);
    }

    /** Every second frame. */
    public Spectrogram(int channels) {
        this(channels, 2);
    }

    @Override
    public String name() {
        return "spectrogram of " + channels + " channels";
    }

    @Override
    public String description() {
        return "amplitude in " + channels + " equal bands from 0 to half the sampling rate, under a Hann window of 64 ms"
                + " every " + 20 * every + " ms";
    }

    @Override
    public double[] centers(double rate) {
        double[] centers = new double[channels];
        for (int c = 0; c < channels; c++) {
            centers[c] = c * rate / 2 / (channels - 1);
        }
        return centers;
    }

    @Override
    public Framing at(double rate) {
        var spectrum = new ShortTimeSpectrum(name(), rate, every);
        int bins = spectrum.bins();
        if (channels > bins) {
            throw new IllegalArgumentException("spectrogram: channels = " + channels + " is more than the " + bins
                    + " bins that a window of 64 ms has at " + rate + " Hz");
        }
        int[] first = new int[channels + 1];
        first[channels] = bins;
        for (int c = 1; c < channels; c++) {
            first[c] = (int) Math.ceil((c - 0.5) * (bins - 1) / (channels - 1));
        }
        return samples -> spectrum.frames(samples, channels, (power, frame) -> {
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                for (int b = first[c]; b < first[c + 1]; b++) {
                    sum += power[b];
                }
                frame[c] = Math.sqrt(sum / (first[c + 1] - first[c]));
            }
        });
    }
}
