package io.larmor.device;

import io.larmor.core.Device;
import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.measure.Measures;
import io.larmor.units.Quantity;
import java.util.List;
import java.util.Map;

/**
 * No device at all: what goes in comes out, at once. Put in a device's place it shows what mask, clipping and readout do
 * by themselves.
 */
public record Wire() implements Device {

    public static final Parameter INPUT = new Parameter("input", Quantity.of("input"), -1, 1, 0, "the drive itself");

    @Override
    public String name() {
        return "wire";
    }

    @Override
    public Parameter input() {
        return INPUT;
    }

    @Override
    public double bias() {
        return 0;
    }

    @Override
    public double swing() {
        return 1;
    }

    @Override
    public double memory() {
        return 0;
    }

    @Override
    public List<Observable> observables() {
        return List.of(Measures.INPUT);
    }

    @Override
    public Map<Parameter, Double> settings() {
        return Map.of();
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        return new Through(new double[lanes.size()]);
    }

    @Override
    public String toString() {
        return "no device";
    }

    private record Through(double[] last) implements Dynamics {

        @Override
        public int lanes() {
            return last.length;
        }

        @Override
        public void advance(double[] input, double duration) {
            System.arraycopy(input, 0, last, 0, last.length);
        }

        @Override
        public void read(Observable what, double[] into) {
            System.arraycopy(last, 0, into, 0, last.length);
        }
    }
}
