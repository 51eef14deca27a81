package io.larmor.datasets.gesture;

/**
 * One hold of one gesture, cut out of a recording.
 *
 * @param subject who, as the files name them
 * @param session the day; 1 where there is one
 * @param gesture 0 to classes-1
 * @param repetition which hold of this gesture in this session, from 1
 * @param channels electrodes
 * @param signal samples x channels, row by row
 */
public record Segment(String subject, int session, int gesture, int repetition, int channels, float[] signal) {

    /** The samples. */
    public int samples() {
        return signal.length / channels;
    }

    /** One line for errors. */
    String id() {
        return "subject " + subject + " day " + session + " gesture " + gesture + " repetition " + repetition;
    }
}
