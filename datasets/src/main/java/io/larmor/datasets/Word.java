package io.larmor.datasets;

import io.larmor.datasets.format.Wav;
import io.larmor.plot.Page;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * One spoken digit. In a notebook it can be listened to.
 *
 * @param samples full scale is -1 .. 1
 * @param rate samples per second, Hz
 * @param digit 0 .. 9
 * @param speaker the speaker's name in the data set
 * @param take which of the speaker's repetitions
 * @param source the file, or the generator
 */
public record Word(double[] samples, double rate, int digit, String speaker, int take, String source) {

    /** Names the word in its data set: {@code 3_george_7}. */
    public String id() {
        return digit + "_" + speaker + "_" + take;
    }

    /** Length in seconds. */
    public double seconds() {
        return samples.length / rate;
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
