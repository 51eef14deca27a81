package io.larmor.machine;

import io.larmor.core.Parameter;
import io.larmor.core.Readout;
import io.larmor.core.Seed;
import io.larmor.core.States;
import io.larmor.learn.Ridge;
import io.larmor.units.Quantity;
import java.util.List;

/**
 * A shift register: its states are the last inputs as they came, newest first. It has all the memory that its length allows
 * and no nonlinearity: the linear control for everything that claims to compute.
 *
 * @param length the steps that it holds
 * @param readout what is trained
 */
public record DelayLine(int length, Readout readout) implements StateMachine {

    public static final Parameter LENGTH = new Parameter("length", Quantity.of("steps held"), 1, 100_000, 20,
            "the number of inputs that it holds");

    public DelayLine {
        LENGTH.check("delayLine", length);
    }

    /** A delay line whose ridge penalty is chosen on the training data. */
    public static DelayLine of(int length) {
        return new DelayLine(length, new Ridge(Double.NaN));
    }

    /** The same with another readout. */
    public DelayLine readout(Readout readout) {
        return new DelayLine(length, readout);
    }

    @Override
    public String name() {
        return "delay line of " + length;
    }

    @Override
    public States respond(List<double[][]> sequences, List<double[][]> training, Seed seed) {
        int channels = sequences.get(0)[0].length;
        int width = length * channels;
        return new States(width, sequences.stream().map(inputs -> {
            double[] rows = new double[inputs.length * width];
            for (int t = 0; t < inputs.length; t++) {
                System.arraycopy(inputs[t], 0, rows, t * width, channels);
                if (t > 0) {
                    System.arraycopy(rows, (t - 1) * width, rows, t * width + channels, width - channels);
                }
            }
            return rows;
        }).toList());
    }

    @Override
    public String toString() {
        return "shift register of " + length + " inputs, " + readout.description();
    }
}
