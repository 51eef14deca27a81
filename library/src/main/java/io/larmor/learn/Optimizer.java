package io.larmor.learn;

/**
 * How parameters follow their gradient. A description; {@link #start} gives what remembers the steps before.
 */
public sealed interface Optimizer permits Adam, Sgd {

    /** The learning rate, before a {@link Schedule} has its say; in the unit of the parameters where the optimizer is scale-free. */
    double rate();

    /** The same with another learning rate. */
    Optimizer rate(double rate);

    /** The memory for so many parameters, empty. */
    Steps start(int parameters);

    /** What an optimizer remembers of one training; all of it is in {@link #memory} and {@link #count}. */
    interface Steps {

        /**
         * Moves parameters down their gradient.
         *
         * @param parameters changed in place
         * @param gradient of the loss, one number a parameter
         * @param rate the learning rate of this step
         */
        void step(float[] parameters, float[] gradient, double rate);

        /** The numbers remembered, shared: a checkpoint writes them, and resuming fills them in. */
        float[][] memory();

        /** The steps taken. */
        long count();

        /** Sets the number of steps taken, when resuming. */
        void count(long steps);
    }
}
