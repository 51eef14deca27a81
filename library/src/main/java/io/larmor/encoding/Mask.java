package io.larmor.encoding;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Device;
import io.larmor.core.Encoding;
import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;

/**
 * Time multiplexing (Appeltant et al., Nat. Commun. 2, 468, 2011): one device plays many virtual nodes, one after another.
 * Each frame u is multiplied by a fixed random matrix of plus and minus ones into one value a node,
 * J_i = Σ_c M_ic u_c, and each value is held for one slot. J is centered for each node, divided by {@code clipAt} times
 * its standard deviation over all nodes (both from training frames only), clipped to -1 .. 1, and multiplied by the drive.
 *
 * @param count the number of virtual nodes
 * @param every the slot, in seconds
 * @param drive the amplitude around the device's bias in the unit of its input; NaN for the device's usual one
 * @param clipAt at how many standard deviations the drive is clipped
 */
public record Mask(int count, double every, double drive, double clipAt) implements Encoding {

    public static final Parameter NODES = new Parameter("nodes", Quantity.of("virtual nodes"), 1, 100_000, 400,
            "the number of virtual nodes, at least one");
    public static final Parameter EVERY = new Parameter("every", new Quantity("slot", "θ", Unit.SECOND),
            1e-12, 1, 100e-9, "the time for which each node's value is held");
    public static final Parameter DRIVE = new Parameter("drive", Quantity.of("drive amplitude"), Double.MIN_VALUE,
            Double.MAX_VALUE, Double.NaN, "the amplitude around the device's bias, in the unit of its input");
    public static final Parameter CLIP_AT = new Parameter("clipAt", Quantity.of("clipping, standard deviations"),
            0.1, 100, 2, "at how many standard deviations the drive is clipped");

    public Mask {
        NODES.check("mask", count);
        EVERY.check("mask", every);
        CLIP_AT.check("mask", clipAt);
        if (drive <= 0) {
            throw new IllegalArgumentException("mask.drive = " + Unit.digits(drive)
                    + " must be positive, in the unit of the device's input, for example drive(mA(3))");
        }
    }

    /** A mask of some nodes with every other default: 100 ns slots, the device's usual drive, clipping at 2 deviations. */
    public Mask(int count) {
        this(count, EVERY.standard(), Double.NaN, CLIP_AT.standard());
    }

    /** The same with another slot, in seconds. */
    public Mask every(double slot) {
        return new Mask(count, slot, drive, clipAt);
    }

    /** The same with another amplitude, in the unit of the device's input (default: the bias of an oscillator). */
    public Mask drive(double amplitude) {
        return new Mask(count, every, amplitude, clipAt);
    }

    /** The same, clipped at another number of standard deviations. */
    public Mask clipAt(double deviations) {
        return new Mask(count, every, drive, deviations);
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
        return new Mask(count, every, Double.NaN, clipAt);
    }

    @Override
    public Fit fit(Iterable<double[][]> training, int channels, Device device, Seed seed) {
        double amplitude = Double.isNaN(drive) ? device.swing() : drive;
        Parameter input = device.input();
        Unit unit = input.quantity().unit();
        if (device.bias() - amplitude < input.min() || device.bias() + amplitude > input.max()) {
            throw new IllegalArgumentException("mask.drive = " + unit.format(amplitude) + " around " + device.name() + "."
                    + input.key() + " = " + unit.format(device.bias()) + " leaves " + input.range()
                    + ". Use a smaller drive or another bias.");
        }
        Citations.use(Papers.APPELTANT_2011, "mask");
        double[] signs = signs(channels, seed.child("mask").generator());
        var moments = new Moments(training, channels);
        double[] means = new double[count];
        double variance = 0;
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < count; i++) {
                means[i] += signs[c * count + i] * moments.mean[c];
            }
        }
        for (int i = 0; i < count; i++) {
            variance += moments.varianceAlong(signs, count, i) / count;
        }
        double scale = variance > 0 ? 1 / (clipAt * Math.sqrt(variance)) : 0;
        return new Masked(signs, means, scale, device.bias(), amplitude);
    }

    @Override
    public String toString() {
        return "mask of " + count + " nodes, " + Unit.SECOND.format(every) + " each, drive "
                + (Double.isNaN(drive) ? "as usual for the device" : Unit.digits(drive)) + ", clipped at "
                + Unit.digits(clipAt) + " standard deviations";
    }

    /** Channels x nodes, so that the encoding's inner loop runs over neighbors. */
    private double[] signs(int channels, Philox random) {
        double[] signs = new double[channels * count];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = (random.nextInt() & 1) == 0 ? 1 : -1;
        }
        return signs;
    }

    /** Mean and covariance of the training frames: what mean and variance of every node follow from. */
    private static final class Moments {
        private final int channels;
        private final double[] mean;
        private final double[] covariance;

        Moments(Iterable<double[][]> training, int channels) {
            this.channels = channels;
            this.mean = new double[channels];
            this.covariance = new double[channels * channels];
            long frames = 0;
            for (double[][] sequence : training) {
                for (double[] frame : sequence) {
                    frames++;
                    for (int c = 0; c < channels; c++) {
                        mean[c] += frame[c];
                    }
                }
            }
            if (frames == 0) {
                throw new IllegalArgumentException("mask: there is no data to train on. "
                        + "Check that the task has sequences and that its split leaves some for training.");
            }
            for (int c = 0; c < channels; c++) {
                mean[c] /= frames;
            }
            double[] centered = new double[channels];
            for (double[][] sequence : training) {
                for (double[] frame : sequence) {
                    for (int c = 0; c < channels; c++) {
                        centered[c] = (frame[c] - mean[c]);
                    }
                    for (int c = 0; c < channels; c++) {
                        for (int d = 0; d < channels; d++) {
                            covariance[c * channels + d] += centered[c] * centered[d] / frames;
                        }
                    }
                }
            }
        }

        double varianceAlong(double[] signs, int stride, int node) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                double row = 0;
                for (int d = 0; d < channels; d++) {
                    row += covariance[c * channels + d] * signs[d * stride + node];
                }
                sum += signs[c * stride + node] * row;
            }
            return sum;
        }
    }

    private record Masked(double[] signs, double[] means, double scale, double bias, double amplitude) implements Fit {

        @Override
        public void encode(double[] frame, double[] into) {
            int nodes = means.length;
            Arrays.fill(into, 0);
            for (int c = 0; c < frame.length; c++) {
                double u = frame[c];
                int at = c * nodes;
                for (int i = 0; i < nodes; i++) {
                    into[i] += u * signs[at + i];
                }
            }
            for (int i = 0; i < nodes; i++) {
                double j = (into[i] - means[i]) * scale;
                into[i] = bias + amplitude * Math.max(-1, Math.min(1, j));
            }
        }
    }
}
