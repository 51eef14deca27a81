package io.larmor.datasets;

import io.larmor.datasets.format.Wav;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.task.FrontEnd;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * One spoken digit. In a notebook it can be listened to.
 *
 * @param samples full scale is -1 .. 1; shared by all users of the set, not to be changed
 * @param rate samples per second, Hz
 * @param digit 0 .. 9
 * @param speaker the speaker's name in the data set
 * @param take which of the speaker's repetitions
 * @param source the file, or the generator
 */
public record Word(double[] samples, double rate, int digit, String speaker, int take, String source) {

    private static final Quantity TIME = new Quantity("time", "t", Unit.SECOND);

    /** Names the word in its data set: {@code 3_george_7}. */
    public String id() {
        return digit + "_" + speaker + "_" + take;
    }

    /** Length in seconds. */
    public double seconds() {
        return samples.length / rate;
    }

    /**
     * The samples at a mean square of 1. Speakers sat at different distances from different microphones; how loud a word is
     * says nothing about which digit it is, so every front end hears all words equally loud.
     */
    public double[] leveled() {
        double power = Arrays.stream(samples).map(x -> x * x).average().orElse(0);
        double gain = power > 0 ? 1 / Math.sqrt(power) : 0;
        return Arrays.stream(samples).map(x -> gain * x).toArray();
    }

    /** The sound wave. */
    public Plot plot() {
        double[] times = new double[samples.length];
        Arrays.setAll(times, i -> i / rate);
        return Plot.line(TIME, times, Quantity.of("sound pressure (full scale = 1)"), samples).title(toString());
    }

    /** What a front end makes of it, frame by frame: a color for each channel. */
    public Plot plot(FrontEnd ear) {
        double[][] frames = ear.frames(leveled(), rate);
        double[][] rows = new double[ear.channels()][frames.length];
        for (int t = 0; t < frames.length; t++) {
            for (int c = 0; c < rows.length; c++) {
                rows[c][t] = frames[t][c];
            }
        }
        double[] times = new double[frames.length];
        Arrays.setAll(times, t -> (t + 0.5) * seconds() / frames.length);
        double[] channels = new double[rows.length];
        Arrays.setAll(channels, c -> c + 1);
        return Plot.heatMap(TIME, times, Quantity.of("channel"), channels, Quantity.of("value"), rows)
                .title(SpokenDigits.NAMES.get(digit) + ", " + ear.name());
    }

    /** What a notebook shows: a line of text and a player. */
    public Map<String, Object> mimeBundle() {
        String sound = Base64.getEncoder().encodeToString(Wav.encode(samples, rate));
        return Page.of(toString())
                .block("<audio controls src=\"data:audio/wav;base64," + sound + "\"></audio>", "from " + source)
                .mimeBundle();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "\"%s\" by %s, take %d: %.2f s at %.0f Hz",
                SpokenDigits.NAMES.get(digit), speaker, take, seconds(), rate);
    }
}
