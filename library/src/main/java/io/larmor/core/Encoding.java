package io.larmor.core;

/** Turns frames of data into the device's input over time. */
public interface Encoding {

    /** The values that one frame becomes, held one after another: the number of virtual nodes. */
    int nodes(int channels);

    /** How long each value is held, in seconds. */
    double slot();

    /** The same with the amplitude that the device names itself. */
    Encoding atUsualSwing();

    /**
     * Settles whatever depends on data (means, scales) on training frames only.
     *
     * @param training the frames, each one of {@code channels} values
     * @param device whose working point and range the drive must respect
     * @param seed where random choices such as a mask hang
     */
    Fit fit(Iterable<double[][]> training, int channels, Device device, Seed seed);

    /** An encoding with nothing left open. */
    interface Fit {

        /**
         * The device's input for one frame.
         *
         * @param frame the data, {@code channels} values
         * @param into receives {@code nodes} values in the device's input unit
         */
        void encode(double[] frame, double[] into);
    }
}
