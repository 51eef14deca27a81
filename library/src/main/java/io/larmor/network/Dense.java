package io.larmor.network;

import io.larmor.core.Parameter;
import io.larmor.network.engine.DenseWeights;
import io.larmor.network.engine.LinearStage;
import io.larmor.network.engine.ReluStage;
import io.larmor.network.engine.Stage;
import io.larmor.units.Quantity;
import java.util.List;

/**
 * Sums of all inputs with weights that are trained themselves, in software; then the rectifier max(0, x), except in the last
 * layer.
 *
 * @param units how many sums
 */
public record Dense(int units) implements Layer {

    public static final Parameter UNITS = new Parameter("units", Quantity.of("units"), 1, 1e6, 128, "how many sums the layer has");

    public Dense {
        UNITS.check("dense", units);
    }

    @Override
    public int[] shape(int[] in) {
        return new int[] {units};
    }

    @Override
    public List<Stage> stages(int[] in, int index, boolean last) {
        var sums = new LinearStage(new DenseWeights(units, Layer.width(in)), null);
        return last ? List.of(sums) : List.of(sums, new ReluStage(units));
    }

    @Override
    public Layer software() {
        return this;
    }

    @Override
    public long synapses(int[] in) {
        return (long) units * Layer.width(in);
    }

    @Override
    public boolean physical() {
        return false;
    }

    @Override
    public String toString() {
        return "dense(" + units + ")";
    }
}
