package io.larmor.core;

import java.util.Arrays;
import java.util.List;

/**
 * What a machine answered to sequences: for each sequence its frames, for each frame the values that the readout sees.
 *
 * @param width the values of a frame: virtual nodes
 * @param rows for each sequence its frames x width, flat and row by row
 */
public record States(int width, List<double[]> rows) {

    public States {
        rows = List.copyOf(rows);
    }

    /** The number of sequences. */
    public int size() {
        return rows.size();
    }

    /** The frames of one sequence. */
    public int frames(int sequence) {
        return rows.get(sequence).length / width;
    }

    /** The frames of all sequences. */
    public int frames() {
        return rows.stream().mapToInt(row -> row.length / width).sum();
    }

    /** One frame of one sequence, copied. */
    public double[] frame(int sequence, int frame) {
        double[] copy = new double[width];
        System.arraycopy(rows.get(sequence), frame * width, copy, 0, width);
        return copy;
    }

    /** One sequence as frames x width, copied. */
    public double[][] sequence(int sequence) {
        double[][] copy = new double[frames(sequence)][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = frame(sequence, i);
        }
        return copy;
    }

    /** The states of some of the sequences, in the order of the indices. */
    public States of(int[] indices) {
        return new States(width, Arrays.stream(indices).mapToObj(rows::get).toList());
    }
}
