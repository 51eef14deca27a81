package io.larmor.encoding;

import io.larmor.core.Device;
import io.larmor.core.Encoding;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.device.Nanorings;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;

/**
 * Turns data into the amplitude of a turning field, after Vidamour et al., Commun. Phys. 6, 230 (2023): every value is held for
 * some whole turns, and the device is read several times in each. Without a mask a frame's channels follow one another, each
 * scaled so that the least and the largest value of the training frames lie at the ends of the swing; with {@code mask} a random
 * matrix of plus and minus ones (see {@link Mask}) makes other values of them.
 *
 * @param mask the values that a mask makes of a frame; 0 for its channels as they are
 * @param turns the turns of the field for which a value is held
 * @param samples the readings in a turn
 * @param frequency the turns a second, which must be those of the device, in hertz
 * @param swing the largest change of the amplitude around the device's, in teslas; NaN for the device's usual one
 * @param clipAt at how many standard deviations a masked value is clipped
 */
public record RotatingField(int mask, int turns, int samples, double frequency, double swing, double clipAt) implements Encoding {

    public static final Parameter MASK = new Parameter("mask", Quantity.of("values of a mask"), 0, 100_000, 0,
            "the values that a random mask makes of a frame, 0 for none");
    public static final Parameter TURNS = new Parameter("turns", Quantity.of("turns a value"), 1, 10_000, 1,
            "the turns of the field for which a value is held");
    public static final Parameter SAMPLES = new Parameter("samples", Quantity.of("readings a turn"), 1, 96, 32,
            "the readings in a turn, at most one a tick");
    public static final Parameter SWING = new Parameter("swing", new Quantity("swing of the field", "ΔB", Unit.TESLA), 1e-6, 20e-3,
            0.6e-3, "the largest change of the amplitude around the device's; 1 Oe is 0.1 mT");

    public RotatingField {
        MASK.check("rotatingField", mask);
        TURNS.check("rotatingField", turns);
        SAMPLES.check("rotatingField", samples);
        Nanorings.FREQUENCY.check("rotatingField", frequency);
        Mask.CLIP_AT.check("rotatingField", clipAt);
        if (!Double.isNaN(swing)) {
            SWING.check("rotatingField", swing);
        }
    }

    /** One turn a value, 32 readings a turn, at 37 Hz, with the device's usual swing. */
    public static RotatingField standard() {
        return new RotatingField(0, 1, (int) SAMPLES.standard(), Nanorings.FREQUENCY.standard(), Double.NaN, Mask.CLIP_AT.standard());
    }

    /** The same with a mask that makes so many values of a frame. */
    public RotatingField mask(int mask) {
        return new RotatingField(mask, turns, samples, frequency, swing, clipAt);
    }

    /** The same with another number of turns a value. */
    public RotatingField turns(int turns) {
        return new RotatingField(mask, turns, samples, frequency, swing, clipAt);
    }

    /** The same with another number of readings a turn. */
    public RotatingField samples(int samples) {
        return new RotatingField(mask, turns, samples, frequency, swing, clipAt);
    }

    /** The same for a device whose field turns at another frequency, in hertz. */
    public RotatingField frequency(double frequency) {
        return new RotatingField(mask, turns, samples, frequency, swing, clipAt);
    }

    /** The same with another swing, in teslas. */
    public RotatingField swing(double swing) {
        return new RotatingField(mask, turns, samples, frequency, swing, clipAt);
    }

    /** The same with masked values clipped at another number of standard deviations, a plain number. */
    public RotatingField clipAt(double deviations) {
        return new RotatingField(mask, turns, samples, frequency, swing, deviations);
    }

    private int values(int channels) {
        return mask == 0 ? channels : mask;
    }

    @Override
    public int nodes(int channels) {
        return values(channels) * turns * samples;
    }

    @Override
    public double slot() {
        return 1 / (frequency * samples);
    }

    @Override
    public Encoding atUsualSwing() {
        return new RotatingField(mask, turns, samples, frequency, Double.NaN, clipAt);
    }

    @Override
    public Fit fit(Iterable<double[][]> training, int channels, Device device, Seed seed) {
        if (device instanceof Nanorings rings) {
            check(rings);
        }
        double reach = Double.isNaN(swing) ? device.swing() : swing;
        Fit values = mask == 0 ? scaled(training, channels, device, reach)
                : new Mask(mask).clipAt(clipAt).drive(reach).fit(training, channels, device, seed);
        double[] of = new double[values(channels)];
        int times = turns * samples;
        return (frame, into) -> {
            // One buffer a call: fits are shared by threads.
            double[] own = of.clone();
            values.encode(frame, own);
            for (int i = 0; i < own.length; i++) {
                Arrays.fill(into, i * times, (i + 1) * times, own[i]);
            }
        };
    }

    private void check(Nanorings rings) {
        if (frequency != rings.frequency()) {
            throw new IllegalArgumentException("rotatingField.frequency = " + Unit.HERTZ.format(frequency) + ", but nanorings.frequency = "
                    + Unit.HERTZ.format(rings.frequency()) + ": a value would be held for " + Unit.digits(turns * rings.frequency() / frequency)
                    + " turns. Use rotatingField().frequency(" + Unit.digits(rings.frequency()) + ").");
        }
        if (rings.ticks() % samples != 0) {
            throw new IllegalArgumentException("rotatingField.samples = " + samples + " does not divide the " + rings.ticks()
                    + " ticks of a turn, which cannot resolve such readings. Use a divisor, for example 32.");
        }
    }

    private static Fit scaled(Iterable<double[][]> training, int channels, Device device, double reach) {
        double[] least = new double[channels];
        double[] most = new double[channels];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (double[][] sequence : training) {
            for (double[] frame : sequence) {
                for (int c = 0; c < channels; c++) {
                    least[c] = Math.min(least[c], frame[c]);
                    most[c] = Math.max(most[c], frame[c]);
                }
            }
        }
        var input = device.input();
        double bias = device.bias();
        if (bias - reach < input.min() || bias + reach > input.max()) {
            throw new IllegalArgumentException("rotatingField.swing = " + Unit.TESLA.format(reach) + " around " + device.name() + "."
                    + input.key() + " = " + Unit.TESLA.format(bias) + " leaves " + input.range() + ". Use a smaller swing.");
        }
        return (frame, into) -> {
            for (int c = 0; c < channels; c++) {
                double span = most[c] - least[c];
                double x = span > 0 ? 2 * (frame[c] - least[c]) / span - 1 : 0;
                into[c] = bias + reach * Math.max(-1, Math.min(1, x));
            }
        };
    }

    @Override
    public String toString() {
        return "turning field" + (mask == 0 ? "" : ", mask of " + mask) + ", " + turns + (turns == 1 ? " turn" : " turns")
                + " a value, " + samples + " readings a turn, swing "
                + (Double.isNaN(swing) ? "as usual for the device" : Unit.TESLA.format(swing));
    }
}
