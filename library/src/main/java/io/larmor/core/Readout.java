package io.larmor.core;

import java.util.List;

/** What is trained: a map from the states of a machine to classes, or to the values of a series. */
public interface Readout {

    /**
     * Fits to training data; nothing else is looked at.
     *
     * @param training the states of the training sequences
     * @param labels the class of each sequence, which all of its frames are taught
     * @param groups the group of each sequence; what is chosen by validation never splits a group
     * @param classes the number of classes
     */
    Trained fit(States training, int[] labels, int[] groups, int classes);

    /**
     * Fits real-valued targets of every frame; nothing else is looked at. What is chosen by validation holds out whole
     * stretches of frames.
     *
     * @param training the states of the training sequences
     * @param targets for each sequence its frames x outputs, flat and row by row
     * @param outputs the values of a target
     */
    Trained fit(States training, List<double[]> targets, int outputs);

    /** One line for people: {@code ridge, penalty 1e-6}. */
    String description();

    /** A readout whose weights are known. */
    interface Trained {

        /**
         * The outputs for one frame, added up.
         *
         * @param row holds the frame's features from {@code offset} on
         * @param sums one value a class or output, to which the outputs are added
         */
        void accumulate(double[] row, int offset, double[] sums);

        /** One line for people, with what was chosen on the training data. */
        String description();
    }
}
