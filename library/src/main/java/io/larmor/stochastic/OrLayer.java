package io.larmor.stochastic;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.physics.stream.OrProducts;
import io.larmor.units.Quantity;

/**
 * Synapses of AND gates and neurons of OR gates in closed form, p_j = 1 − Π_i (1 − w_ij x_i), with its gradient: what a
 * layer of stochastic logic gives on average if its streams are independent. Weights and inputs are probabilities; weights of
 * both signs take two such trees ({@link #split}), a positive and a negative one (Daniels et al., Phys. Rev. Applied 13,
 * 034016, 2020). It also serves a convolution, whose patches are its samples.
 *
 * @param inputs of each neuron
 * @param outputs how many neurons
 */
public record OrLayer(int inputs, int outputs) {

    public static final Parameter SIZE = new Parameter("size", Quantity.of("size"), 1, 1 << 20, 128,
            "how many inputs or neurons a layer has, at least 1");

    public OrLayer {
        SIZE.check("orLayer", inputs);
        SIZE.check("orLayer", outputs);
    }

    /** A layer of so many neurons with so many inputs each. */
    public static OrLayer of(int inputs, int outputs) {
        Citations.use(Papers.DANIELS_2020, "OR layer");
        return new OrLayer(inputs, outputs);
    }

    /** The weights of a layer: inputs times outputs. */
    public int weights() {
        return Math.multiplyExact(inputs, outputs);
    }

    /**
     * The probabilities of the outputs.
     *
     * @param x samples × inputs, probabilities
     * @param w inputs × outputs, probabilities
     * @param p samples × outputs, overwritten
     * @param samples how many; the arrays may be longer
     */
    public void forward(float[] x, float[] w, float[] p, int samples) {
        OrProducts.forward(x, w, p, samples, inputs, outputs);
    }

    /**
     * The gradient of a loss.
     *
     * @param p what {@link #forward} gave
     * @param dp the loss by the outputs, samples × outputs
     * @param dw the loss by the weights, inputs × outputs, overwritten
     * @param dx the loss by the inputs, samples × inputs, overwritten; null where it is not needed
     */
    public void backward(float[] x, float[] w, float[] p, float[] dp, float[] dw, float[] dx, int samples) {
        OrProducts.backward(x, w, p, dp, dw, dx, samples, inputs, outputs);
    }

    /**
     * The positive and the negative part of signed weights: w = w₊ − w₋, of which one is always zero.
     *
     * @param signed weights of −1 to 1
     * @param positive overwritten
     * @param negative overwritten
     */
    public static void split(float[] signed, float[] positive, float[] negative) {
        for (int k = 0; k < signed.length; k++) {
            positive[k] = Math.max(signed[k], 0);
            negative[k] = Math.max(-signed[k], 0);
        }
    }
}
