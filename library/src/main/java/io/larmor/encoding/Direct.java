package io.larmor.encoding;

import io.larmor.core.Device;
import io.larmor.core.Encoding;
import io.larmor.core.Seed;

/** The frame as it is, one channel after another: the control that a readout of the raw input is. */
public record Direct() implements Encoding {

    @Override
    public int nodes(int channels) {
        return channels;
    }

    @Override
    public double slot() {
        return 0;
    }

    @Override
    public Encoding atUsualSwing() {
        return this;
    }

    @Override
    public Fit fit(Iterable<double[][]> training, int channels, Device device, Seed seed) {
        return (frame, into) -> System.arraycopy(frame, 0, into, 0, frame.length);
    }

    @Override
    public String toString() {
        return "the frames as they are";
    }
}
