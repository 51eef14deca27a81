package io.larmor.task;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * What the inner ear reports of a sound: the compressed energy in bands whose widths follow human hearing. A frame holds,
 * for channels whose centers are evenly spaced on the ERB-rate scale between 60 Hz and 3700 Hz (or 0.4625 of the sampling
 * rate, where that is lower),
 * <pre>  u_c = (sum over f of P(f) w_c(f))^0.2,   w_c(f) = (1 + ((f - f_c) / b_c)^2)^-4,   b_c = 1.019 ERB(f_c)</pre>
 * where P is the power spectrum under a Hann window of 64 ms that moves in steps of 20 ms, of which every second one is
 * kept, and ERB(f) = 24.7 Hz (1 + 4.37 f / kHz) is the width of an auditory filter (Glasberg and Moore 1990). w is the
 * power response of a gammatone filter of fourth order (Patterson and others 1992). The exponent 0.2 is the loudness
 * compression: ten times the energy is 1.58 times the value.
 *
 * <p>Against Lyon's passive ear model (Lyon 1982), which the papers on spoken digits use, this is simpler: the filters
 * act on spectra and not on the wave, so there is no cascade and no travelling wave along the cochlea; there is no outer
 * ear, no half-wave rectification and no automatic gain control, so that a channel does not adapt to a steady sound and
 * does not suppress its neighbors. The compression stands in for the gain control. A linear readout tells the digits
 * apart less well from this than from Lyon's model.
 *
 * @param channels the number of bands, 1 .. 1000; the papers use 78
 * @param every of the frames 20 ms apart every how many-th is kept, 1 .. 50; default 2
 */
public record Cochleagram(int channels, int every) implements FrontEnd {

    private static final Parameter CHANNELS = new Parameter("channels", new Quantity("channels", "n", Unit.NONE),
            1, 1000, 78, "the number of bands of a frame");
    private static final Parameter EVERY = new Parameter("every", new Quantity("frame step", "k", Unit.NONE),
            1, 50, 2, "of the frames 20 ms apart every how many-th is kept");
    private static final double LOWEST = 60;
    private static final double HIGHEST = 3700;
    private static final double HIGHEST_SHARE = 0.4625;
    private static final double COMPRESSION = 0.2;

    public Cochleagram {
        CHANNELS.check("cochleagram", channels);
        EVERY.check("cochleagram", every);
    }

    /** Every second frame. */
    public Cochleagram(int channels) {
        this(channels, 2);
    }

    @Override
    public String name() {
        return "cochleagram of " + channels + " channels";
    }

    @Override
    public String description() {
        return "energy^0.2 in " + channels + " gammatone-shaped bands, 60 Hz .. 3.7 kHz on the ERB scale, under a Hann"
                + " window of 64 ms every " + 20 * every + " ms";
    }

    @Override
    public double[] centers(double rate) {
        double low = erbRate(LOWEST);
        double high = erbRate(Math.min(HIGHEST, HIGHEST_SHARE * rate));
        double[] centers = new double[channels];
        for (int c = 0; c < channels; c++) {
            // A single band sits in the middle of the scale.
            double share = channels == 1 ? 0.5 : (double) c / (channels - 1);
            centers[c] = (Math.pow(10, (low + share * (high - low)) / 21.4) - 1) / 4.37e-3;
        }
        return centers;
    }

    @Override
    public Framing at(double rate) {
        Citations.use(Papers.GLASBERG_1990, "cochleagram");
        var spectrum = new ShortTimeSpectrum(name(), rate, every);
        double[][] weights = weights(spectrum, centers(rate));
        return samples -> spectrum.frames(samples, channels, (power, frame) -> {
            for (int c = 0; c < channels; c++) {
                double[] weight = weights[c];
                double energy = 0;
                for (int b = 0; b < power.length; b++) {
                    energy += power[b] * weight[b];
                }
                frame[c] = Math.pow(energy, COMPRESSION);
            }
        });
    }

    private static double[][] weights(ShortTimeSpectrum spectrum, double[] centers) {
        double[][] weights = new double[centers.length][spectrum.bins()];
        for (int c = 0; c < centers.length; c++) {
            double width = 1.019 * 24.7 * (1 + 4.37e-3 * centers[c]);
            for (int b = 0; b < weights[c].length; b++) {
                double detuning = (spectrum.frequency(b) - centers[c]) / width;
                weights[c][b] = Math.pow(1 + detuning * detuning, -4);
            }
        }
        return weights;
    }

    /** The number of auditory filter widths below a frequency (Glasberg and Moore 1990). */
    private static double erbRate(double frequency) {
        return 21.4 * Math.log10(1 + 4.37e-3 * frequency);
    }
}
