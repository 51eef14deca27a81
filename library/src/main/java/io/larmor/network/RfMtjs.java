package io.larmor.network;

import io.larmor.core.Parameter;
import io.larmor.network.engine.LinearStage;
import io.larmor.network.engine.NeuronStage;
import io.larmor.network.engine.Stage;
import io.larmor.physics.rf.PixelCurve;
import io.larmor.units.Quantity;
import java.util.Arrays;
import java.util.List;

/**
 * Chains of magnetic tunnel junctions that rectify radio-frequency power, V_j = Σ_i P_i Σ_k s_k G(f_i, f_jk) + b_j, each driving
 * an oscillator whose power goes on to the next layer. The last layer of a network is read as voltages, in millivolts.
 * Trained are the resonance shifts (in gigahertz) and the biases (in volts). Ross et al., Nat. Nanotechnol. 18, 1273 (2023).
 *
 * @param chains how many chains, and so outputs
 * @param made how they are made
 */
public record RfMtjs(int chains, Chains made) implements Layer {

    public static final Parameter CHAINS = new Parameter("chains", Quantity.of("chains"), 1, 100_000, 128,
            "how many chains of junctions, each with one output");

    public RfMtjs {
        CHAINS.check("rfMtjs", chains);
    }

    /** Chains as Ross et al. made them. */
    public static RfMtjs of(int chains) {
        return new RfMtjs(chains, Chains.standard());
    }

    /**
     * The same in another band.
     *
     * @param low {@link Chains#LOW}
     * @param high {@link Chains#HIGH}
     */
    public RfMtjs band(double low, double high) {
        return new RfMtjs(chains, made.band(low, high));
    }

    /**
     * The same with another damping.
     *
     * @param damping {@link Chains#DAMPING}
     */
    public RfMtjs damping(double damping) {
        return new RfMtjs(chains, made.damping(damping));
    }

    /**
     * The same with another spread of the parameters before training.
     *
     * @param shifts {@link Chains#SHIFT_SPREAD}
     * @param biases {@link Chains#BIAS_SPREAD}
     */
    public RfMtjs initial(double shifts, double biases) {
        return new RfMtjs(chains, made.spreads(shifts, biases));
    }

    /**
     * The same with another drive of the oscillators.
     *
     * @param offset {@link io.larmor.physics.rf.OscillatorNeuron#OFFSET}, in volts
     * @param transconductance in milliamperes per volt, a plain number
     */
    public RfMtjs neurons(double offset, double transconductance) {
        return new RfMtjs(chains, made.neurons(offset, transconductance));
    }

    /**
     * The same for tones of given frequencies.
     *
     * @param hertz one frequency for each power that comes in, in hertz
     */
    public RfMtjs tones(double... hertz) {
        return new RfMtjs(chains, made.frequencies(Arrays.stream(hertz).boxed().toList(), made.resonances()));
    }

    /**
     * The same with resonators of given frequencies in every chain.
     *
     * @param hertz in hertz, before any shift
     */
    public RfMtjs resonances(double... hertz) {
        return new RfMtjs(chains, made.frequencies(made.tones(), Arrays.stream(hertz).boxed().toList()));
    }

    /**
     * The same for the pixels of an image: tones spread evenly over the band, whose order follows {@link PixelCurve Hilbert's
     * curve}, so that lines that overlap join pixels that are neighbors in both directions. Say {@code band(..)} first.
     *
     * @param rows of the image
     * @param columns of the image
     */
    public RfMtjs alongPixels(int rows, int columns) {
        int[] places = PixelCurve.places(rows, columns);
        double[] grid = made.evenly(places.length);
        return tones(Arrays.stream(places).mapToDouble(place -> grid[place]).toArray()).resonances(grid);
    }

    @Override
    public int[] shape(int[] in) {
        return new int[] {chains};
    }

    @Override
    public List<Stage> stages(int[] in, int index, boolean last) {
        var sums = new LinearStage(made.weights("rfMtjs(" + chains + ")", chains, Layer.width(in), index == 0, last), null);
        return last ? List.of(sums) : List.of(sums, new NeuronStage(chains, made.neuron()));
    }

    @Override
    public Layer software() {
        return new Dense(chains);
    }

    @Override
    public long synapses(int[] in) {
        return (long) chains * made.resonators(Layer.width(in));
    }

    @Override
    public boolean physical() {
        return true;
    }

    @Override
    public String toString() {
        return "rfMtjs(" + chains + ")" + made.named();
    }
}
