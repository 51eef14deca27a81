package io.larmor.task;

/**
 * How a sound becomes a sequence of frames for a machine: a description of an ear or of an analyzer. It is the same for
 * every sampling rate; {@link #at} prepares windows and weights for one rate.
 */
public interface FrontEnd {

    /** For titles: {@code cochleagram of 78 channels}. */
    String name();

    /** What a channel means, in one sentence. */
    String description();

    /** The numbers in a frame. */
    int channels();

    /**
     * The frequency that each channel stands for, rising.
     *
     * @param rate samples per second, Hz
     * @return {@link #channels()} frequencies, Hz
     */
    double[] centers(double rate);

    /**
     * The transform for one sampling rate; safe to use from many threads.
     *
     * @param rate samples per second, Hz
     * @throws IllegalArgumentException if the channels do not fit the rate
     */
    Framing at(double rate);

    /**
     * The frames of one sound. For many sounds of one rate keep the transform of {@link #at}.
     *
     * @param samples the sound, full scale is -1 .. 1; shorter than a window it is padded with silence
     * @param rate samples per second, Hz
     * @return time x channels
     */
    default double[][] frames(double[] samples, double rate) {
        return at(rate).frames(samples);
    }

    /** A front end prepared for one sampling rate. */
    @FunctionalInterface
    interface Framing {

        /** The frames of one sound: time x channels. */
        double[][] frames(double[] samples);
    }
}
