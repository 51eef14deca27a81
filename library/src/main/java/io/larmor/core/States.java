package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    /** Some consecutive frames of one sequence, as the only sequence, copied. */
    public States between(int sequence, int from, int to) {
        return new States(width, List.of(Arrays.copyOfRange(rows.get(sequence), from * width, to * width)));
    }

    /** One sequence as a map: frames to the right, nodes upward. */
    public Plot plot(int sequence) {
        int frames = frames(sequence);
        double[][] rows = new double[width][frames];
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < width; i++) {
                rows[i][t] = this.rows.get(sequence)[t * width + i];
            }
        }
        return Plot.heatMap(Quantity.of("frame"), counted(frames), Quantity.of("virtual node"), counted(width),
                Quantity.of("state"), rows).title("states of sequence " + sequence);
    }

    /** What was read, value after value, over some consecutive sequences: the signal that an oscilloscope would show. */
    public Plot signal(int from, int to) {
        if (from < 0 || to <= from || to > size()) {
            throw new IllegalArgumentException("states.signal(" + from + ", " + to + "): there are sequences 0 .. "
                    + size() + ", and the second number is one past the last");
        }
        double[] values = IntStream.range(from, to).mapToObj(rows::get).flatMapToDouble(Arrays::stream).toArray();
        return Plot.line(Quantity.of("virtual node, counted on"), counted(values.length), Quantity.of("state"), values)
                .title("sequences " + from + " to " + (to - 1));
    }

    /** What a notebook shows: how much there is, and the first sequence. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot(0)).mimeBundle();
    }

    @Override
    public String toString() {
        return size() + " sequences, " + frames() + " frames of " + width + " values";
    }

    private static double[] counted(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }
}
