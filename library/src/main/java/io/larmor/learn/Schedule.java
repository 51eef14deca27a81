package io.larmor.learn;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;

/** How the learning rate changes from epoch to epoch. */
public sealed interface Schedule {

    /**
     * What the rate is multiplied by.
     *
     * @param epoch of 0 to epochs-1
     * @param epochs all that there will be
     */
    double factor(int epoch, int epochs);

    /** Whether the factor depends on how many epochs there will be, so that a training cannot be prolonged. */
    default boolean endsWithTraining() {
        return false;
    }

    /** The same rate throughout. */
    record Constant() implements Schedule {
        @Override
        public double factor(int epoch, int epochs) {
            return 1;
        }

        @Override
        public String toString() {
            return "constant rate";
        }
    }

    /**
     * Half the rate after every so many epochs.
     *
     * @param every epochs, at least 1
     */
    record Halving(int every) implements Schedule {

        public static final Parameter EVERY = new Parameter("every", Quantity.of("epochs to half the rate"), 1, 1e6, 20,
            "after how many epochs the learning rate is halved, again and again");

        public Halving {
            EVERY.check("halving", every);
        }

        @Override
        public double factor(int epoch, int epochs) {
            return Math.pow(0.5, epoch / every);
        }

        @Override
        public String toString() {
            return "halved every " + every + " epochs";
        }
    }

    /** From the full rate down to nothing along half a cosine (Loshchilov and Hutter, ICLR 2017, without restarts). */
    record Cosine() implements Schedule {
        @Override
        public double factor(int epoch, int epochs) {
            return 0.5 * (1 + Math.cos(Math.PI * epoch / epochs));
        }

        @Override
        public boolean endsWithTraining() {
            return true;
        }

        @Override
        public String toString() {
            return "cosine";
        }
    }
}
