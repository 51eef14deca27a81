package io.larmor.network;

import io.larmor.network.engine.LinearStage;
import io.larmor.network.engine.NeuronStage;
import io.larmor.network.engine.Patches;
import io.larmor.network.engine.Stage;
import java.util.List;

/**
 * Chains of junctions with the same shifts for every patch of an image, each driving an oscillator. A pixel of a patch is the
 * power of one tone. Leroux et al. 2022 proposed such convolutions.
 *
 * @param filters chains for every patch
 * @param size the side of a patch, in pixels
 * @param made how the chains are made
 */
public record RfConvolution(int filters, int size, Chains made) implements Layer {

    public RfConvolution {
        Convolution.FILTERS.check("rfConvolution", filters);
        Convolution.SIZE.check("rfConvolution", size);
    }

    /** Chains as Ross et al. made them. */
    public static RfConvolution of(int filters, int size) {
        return new RfConvolution(filters, size, Chains.standard());
    }

    /**
     * The same in another band.
     *
     * @param low {@link Chains#LOW}
     * @param high {@link Chains#HIGH}
     */
    public RfConvolution band(double low, double high) {
        return new RfConvolution(filters, size, made.band(low, high));
    }

    /**
     * The same with another damping.
     *
     * @param damping {@link Chains#DAMPING}
     */
    public RfConvolution damping(double damping) {
        return new RfConvolution(filters, size, made.damping(damping));
    }

    /**
     * The same with another drive of the oscillators.
     *
     * @param offset in volts
     * @param transconductance in milliamperes per volt, a plain number
     */
    public RfConvolution neurons(double offset, double transconductance) {
        return new RfConvolution(filters, size, made.neurons(offset, transconductance));
    }

    /**
     * The same with another spread of the parameters before training.
     *
     * @param shifts {@link Chains#SHIFT_SPREAD}
     * @param biases {@link Chains#BIAS_SPREAD}
     */
    public RfConvolution initial(double shifts, double biases) {
        return new RfConvolution(filters, size, made.spreads(shifts, biases));
    }

    private Patches patches(int[] in) {
        return Convolution.patches("rfConvolution", in, size, (int) Convolution.STRIDE.standard());
    }

    @Override
    public int[] shape(int[] in) {
        return Convolution.shape(patches(in), filters);
    }

    @Override
    public List<Stage> stages(int[] in, int index, boolean last) {
        var patches = patches(in);
        var sums = new LinearStage(made.weights("rfConvolution(" + filters + ", " + size + ")", filters, patches.width(), index == 0, last), patches);
        return last ? List.of(sums) : List.of(sums, new NeuronStage(sums.outputs(), made.neuron()));
    }

    @Override
    public Layer software() {
        return Convolution.of(filters, size);
    }

    @Override
    public long synapses(int[] in) {
        var patches = patches(in);
        return (long) patches.places() * filters * made.resonators(patches.width());
    }

    @Override
    public boolean physical() {
        return true;
    }

    @Override
    public String toString() {
        return "rfConvolution(" + filters + ", " + size + ")" + made.named();
    }
}
