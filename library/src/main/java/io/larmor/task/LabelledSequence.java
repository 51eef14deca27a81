package io.larmor.task;

/**
 * One sequence with its class: a spoken word, a period of a wave.
 *
 * @param frames time x channels
 * @param label the class, of 0 to classes-1
 * @param group what is held out together: the take of a word
 * @param id names the sequence among all of its task: {@code 3_george_7}; its random numbers hang on it
 */
public record LabelledSequence(double[][] frames, int label, int group, String id) {

    public int length() {
        return frames.length;
    }

    public int channels() {
        return frames.length == 0 ? 0 : frames[0].length;
    }
}
