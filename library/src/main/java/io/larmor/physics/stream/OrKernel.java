package io.larmor.physics.stream;

/** The two sums of a layer of OR gates in single precision. Both forms give the same bits: every operation has its order. */
interface OrKernel {

    /**
     * The chance of a zero of every output of one sample, Π (1 − w x).
     *
     * @param values x of the inputs that are not zero
     * @param rows where their weights begin
     * @param used how many
     * @param zero overwritten
     */
    void zeros(float[] values, int[] rows, int used, float[] w, float[] zero, int outputs);

    /**
     * The loss by the weights of one input, Σ x g/(1 − w x) over samples.
     *
     * @param values x in the samples where it is not zero
     * @param rows where their g begin
     * @param used how many
     * @param row where the weights begin, and the sums in {@code dw}, which are overwritten
     */
    void gradient(float[] values, int[] rows, int used, float[] g, float[] w, int row, float[] dw, int outputs);

    /**
     * One over 1 − w x, without dividing by zero: a synapse of weight 1 on an input of 1 forces its neuron to 1, and g is zero
     * then.
     */
    float BELOW_ONE = 1 - 0x1p-20f;
}
