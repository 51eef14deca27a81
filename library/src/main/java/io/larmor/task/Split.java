package io.larmor.task;

/**
 * Which sequences train and which test, by their index in the task.
 *
 * @param train indices to fit on
 * @param test indices to score on; none of them is in {@code train}
 */
public record Split(int[] train, int[] test) {
}
