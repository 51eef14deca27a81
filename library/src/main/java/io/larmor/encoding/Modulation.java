package io.larmor.encoding;

import io.larmor.core.Device;
import io.larmor.core.Encoding;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;

/**
 * Time multiplexing without centering: the input of node i is bias + drive · J_i with J_i = Σ_c M_ic u_c, M of random plus and
 * minus ones, divided by the largest |J| of the training frames and clipped to -1 .. 1. For one channel this is how
 * Ababei et al., Sci. Rep. 11, 15587 (2021), modulate a field; they add 0.001 to the data, so that it is never zero.
 * Where {@link Mask} makes the mean input the working point, here zero data is.
 *
 * @param count the number of virtual nodes
 * @param every the slot, in seconds
 * @param drive the amplitude around the device's bias in the unit of its input; NaN for the device's usual one
 * @param offset what is added to the data of every channel
 * @param draw which of the random masks; a setting like others, to be chosen on validation data
 */
public record Modulation(int count, double every, double drive, double offset, int draw) implements Encoding {

    public static final Parameter DRIVE = new Parameter("drive", Quantity.of("drive amplitude"), Double.MIN_VALUE,
            Double.MAX_VALUE, Double.NaN, "the amplitude around the device's bias, in the unit of its input");
    public static final double OFFSET = 0.001;

    public Modulation {
        Mask.NODES.check("modulation", count);
        Mask.EVERY.check("modulation", every);
        if (drive <= 0) {
            throw new IllegalArgumentException("modulation.drive = " + Unit.digits(drive)
                    + " must be positive, in the unit of the device's input, for example drive(amperesPerMeter(950))");
        }
    }

    /** The same with another slot, in seconds. */
    public Modulation every(double slot) {
        return new Modulation(count, slot, drive, offset, draw);
    }

    /** The same with another amplitude, in the unit of the device's input (default: the device's usual one). */
    public Modulation drive(double amplitude) {
        return new Modulation(count, every, amplitude, offset, draw);
    }

    /** The same with another random mask, 0 (the default), 1, ... */
    public Modulation draw(int draw) {
        return new Modulation(count, every, drive, offset, draw);
    }

    @Override
    public int nodes(int channels) {
        return count;
    }

    @Override
    public double slot() {
        return every;
    }

    @Override
    public Encoding atUsualSwing() {
        return new Modulation(count, every, Double.NaN, offset, draw);
    }

    @Override
    public Fit fit(Iterable<double[][]> training, int channels, Device device, Seed seed) {
        double amplitude = Double.isNaN(drive) ? device.swing() : drive;
        var input = device.input();
        if (device.bias() - amplitude < input.min() - 1e-12 * amplitude || device.bias() + amplitude > input.max()) {
            var unit = input.quantity().unit();
            throw new IllegalArgumentException("modulation.drive = " + unit.format(amplitude) + " around " + device.name() + "."
                    + input.key() + " = " + unit.format(device.bias()) + " leaves " + input.range()
                    + ". Use a smaller drive or another bias.");
        }
        var random = seed.child("modulation").child(draw).generator();
        double[] signs = new double[channels * count];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = (random.nextInt() & 1) == 0 ? 1 : -1;
        }
        double largest = 0;
        double[] sums = new double[count];
        for (double[][] sequence : training) {
            for (double[] frame : sequence) {
                mix(signs, frame, offset, sums);
                for (double sum : sums) {
                    largest = Math.max(largest, Math.abs(sum));
                }
            }
        }
        return new Modulated(signs, count, offset, largest > 0 ? 1 / largest : 0, device.bias(), amplitude, input.min());
    }

    private static void mix(double[] signs, double[] frame, double offset, double[] into) {
        Arrays.fill(into, 0);
        for (int c = 0; c < frame.length; c++) {
            double value = frame[c] + offset;
            for (int i = 0; i < into.length; i++) {
                into[i] += signs[c * into.length + i] * value;
            }
        }
    }

    @Override
    public String toString() {
        return "modulation of " + count + " nodes, " + Unit.SECOND.format(every) + " each, drive "
                + (Double.isNaN(drive) ? "as usual for the device" : Unit.digits(drive)) + (draw == 0 ? "" : ", mask " + draw);
    }

    /** Signs are channels x nodes. */
    private record Modulated(double[] signs, int count, double offset, double scale, double bias, double amplitude, double least) implements Fit {

        @Override
        public void encode(double[] frame, double[] into) {
            mix(signs, frame, offset, into);
            for (int i = 0; i < count; i++) {
                // At the full drive rounding must not carry it out of the range.
                into[i] = Math.max(least, bias + amplitude * Math.max(-1, Math.min(1, scale * into[i])));
            }
        }
    }
}
