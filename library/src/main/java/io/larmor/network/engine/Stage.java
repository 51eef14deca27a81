package io.larmor.network.engine;

import io.larmor.core.Seed;

/**
 * One step of a network: sums, neurons, or pooling. Arrays are flat, sample after sample; the fast form is in float and
 * works on minibatches, the plain form in double is the reference that it is tested with.
 */
public interface Stage {

    /** The numbers that a sample brings. */
    int inputs();

    /** The numbers that a sample leaves with. */
    int outputs();

    /** The trainable numbers; 0 for most stages. */
    default int parameters() {
        return 0;
    }

    /** Draws initial parameters. */
    default void initialize(Seed seed, float[] into, int at) {
    }

    /** What device spread, stuck devices and the like act on; null for a stage without parameters. */
    default Tunable tunable() {
        return null;
    }

    /** Whether outputs are radio-frequency powers of oscillators, whose power may be spread. */
    default boolean emits() {
        return false;
    }

    /** Buffers for minibatches of up to so many samples. */
    Pass start(int samples);

    /** The plain form: outputs of some samples. */
    double[] reference(double[] parameters, int at, double[] input, int samples);

    /**
     * The plain form, backwards.
     *
     * @param outputGradient the loss's derivatives by the outputs
     * @param gradient gets the derivatives by this stage's parameters added, from {@code at} on
     * @return the derivatives by the inputs
     */
    double[] referenceGradient(double[] parameters, int at, double[] input, double[] outputGradient, int samples,
            double[] gradient);

    /** Buffers of one stage in use; not for several threads. */
    interface Pass {

        /**
         * Takes over parameters.
         *
         * @param parameters those that gradients are taken at
         * @param twin the hardware that the forward direction goes through; null for the ideal one
         * @param stage this stage's index, for what the twin keeps by stage
         */
        default void load(float[] parameters, int at, Twin twin, int stage) {
        }

        /**
         * The outputs of some samples.
         *
         * @param first the number of the first sample among all that this hardware sees, which noise depends on
         */
        void forward(float[] input, int samples, float[] output, long first);

        /**
         * Derivatives by inputs and parameters.
         *
         * @param inputGradient filled; null where nobody needs it
         * @param gradient of all parameters, of which this stage fills its own from {@code at} on
         */
        void backward(float[] input, float[] outputGradient, int samples, float[] inputGradient, float[] gradient, int at);
    }
}
