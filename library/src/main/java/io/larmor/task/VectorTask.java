package io.larmor.task;

import io.larmor.core.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Telling vectors apart: spectra, images. One sample is one row of numbers with one class.
 *
 * @param name for titles: {@code drones, 256 tones}
 * @param origin where the data is from: real or generated, the folder, what is in it; one line
 * @param classes the classes' names
 * @param shape the shape of a sample: {256} for a spectrum, {28, 28} for an image of rows x columns
 * @param values samples x width, row by row; the width is the product of the shape. Shared, not copied: do not write to it
 * @param labels the class of each sample, of 0 to classes-1
 * @param train samples to fit on
 * @param validation samples to choose settings on; may be empty
 * @param test samples to score on, looked at last
 */
public record VectorTask(String name, String origin, List<String> classes, int[] shape, float[] values, int[] labels,
        int[] train, int[] validation, int[] test) {

    public VectorTask {
        classes = List.copyOf(classes);
        int width = width(shape);
        if (width < 1 || values.length != (long) width * labels.length) {
            throw new IllegalArgumentException(name + ": " + values.length + " values do not fill " + labels.length
                    + " samples of the shape " + Arrays.toString(shape));
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes.size()) {
                throw new IllegalArgumentException(name + ": sample " + i + " has the label " + labels[i] + ", there are "
                        + classes.size() + " classes, 0 .. " + (classes.size() - 1));
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(name + ": sample " + i / width + " has " + values[i] + " at place " + i % width
                        + "; every value must be a finite number");
            }
        }
        var seen = new HashSet<Integer>();
        for (int[] part : List.of(train, validation, test)) {
            for (int i : part) {
                if (i < 0 || i >= labels.length || !seen.add(i)) {
                    throw new IllegalArgumentException(name + ": sample " + i + (i < 0 || i >= labels.length ? " does not exist"
                            : " is in two of the training, validation and test sets, or twice in one"));
                }
            }
        }
    }

    private static int width(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** The numbers of a sample. */
    public int width() {
        return width(shape);
    }

    /** The samples, in all sets. */
    public int samples() {
        return labels.length;
    }

    /** The share of right answers by chance: one over the number of classes. */
    public double chance() {
        return 1.0 / classes.size();
    }

    /** One sample, copied. */
    public float[] sample(int index) {
        int width = width();
        return Arrays.copyOfRange(values, index * width, (index + 1) * width);
    }

    /**
     * The same with a part of every class of the training set held out to choose settings on, in place of the validation set
     * that it had, which goes back to the training set.
     *
     * @param part of 0 (included) to 1, a plain number
     */
    public VectorTask validateOn(double part) {
        if (!(part >= 0 && part < 1)) {
            throw new IllegalArgumentException(name + ".validateOn(" + part + "): a part of 0 .. 1 of the training set is needed, "
                    + "for example validateOn(0.1)");
        }
        int[] all = IntStream.concat(Arrays.stream(train), Arrays.stream(validation)).sorted().toArray();
        shuffle(all, Seed.root(samples()).child("validation"));
        var held = new ArrayList<Integer>();
        var kept = new ArrayList<Integer>();
        int[] counts = new int[classes.size()];
        Arrays.stream(all).forEach(i -> counts[labels[i]]++);
        int[] taken = new int[classes.size()];
        for (int i : all) {
            boolean hold = taken[labels[i]] < Math.round(part * counts[labels[i]]);
            taken[labels[i]]++;
            (hold ? held : kept).add(i);
        }
        return with(kept.stream().mapToInt(i -> i).sorted().toArray(), held.stream().mapToInt(i -> i).sorted().toArray(), test);
    }

    /**
     * The same images column by column: each one a sequence of as many frames as it has columns, of as many channels as it has
     * rows. Training and validation samples train, in ten groups for validation.
     *
     * @throws IllegalArgumentException unless samples have rows and columns
     */
    public SequenceTask columns() {
        if (shape.length != 2) {
            throw new IllegalArgumentException(name + ".columns(): samples of the shape " + Arrays.toString(shape)
                    + " have no columns; images of rows x columns are needed");
        }
        int[] training = IntStream.concat(Arrays.stream(train), Arrays.stream(validation)).sorted().toArray();
        int[] used = IntStream.concat(Arrays.stream(training), Arrays.stream(test)).toArray();
        var sequences = new ArrayList<LabelledSequence>();
        for (int i = 0; i < used.length; i++) {
            double[][] frames = new double[shape[1]][shape[0]];
            for (int r = 0; r < shape[0]; r++) {
                for (int c = 0; c < shape[1]; c++) {
                    frames[c][r] = values[used[i] * width() + r * shape[1] + c];
                }
            }
            sequences.add(new LabelledSequence(frames, labels[used[i]], i % 10, "sample " + used[i]));
        }
        return new SequenceTask(name + ", column by column", origin, classes, sequences, List.of(new Split(
                IntStream.range(0, training.length).toArray(), IntStream.range(training.length, used.length).toArray())), false);
    }

    /** At most so many samples of each set, evenly spread over it, for a quick look. */
    public VectorTask atMost(int training, int testing) {
        if (training < 1 || testing < 1) {
            throw new IllegalArgumentException(name + ".atMost(" + training + ", " + testing + "): at least one sample each is needed");
        }
        return with(thinned(train, training), thinned(validation, training), thinned(test, testing));
    }

    /** The same task with the labels of its training and validation samples dealt anew: what is learned then is chance. */
    public VectorTask shuffledLabels(Seed seed) {
        int[] own = IntStream.concat(Arrays.stream(train), Arrays.stream(validation)).toArray();
        int[] from = own.clone();
        shuffle(from, seed);
        int[] dealt = labels.clone();
        for (int i = 0; i < own.length; i++) {
            dealt[own[i]] = labels[from[i]];
        }
        return new VectorTask(name, origin + ", labels shuffled", classes, shape, values, dealt, train, validation, test);
    }

    private VectorTask with(int[] training, int[] validating, int[] testing) {
        return new VectorTask(name, origin, classes, shape, values, labels, training, validating, testing);
    }

    private static int[] thinned(int[] all, int most) {
        return all.length <= most ? all : IntStream.range(0, most).map(i -> all[(int) ((long) i * all.length / most)]).toArray();
    }

    private static void shuffle(int[] indices, Seed seed) {
        var random = seed.generator();
        for (int i = indices.length - 1; i > 0; i--) {
            int j = (int) (random.nextDouble() * (i + 1));
            int held = indices[i];
            indices[i] = indices[j];
            indices[j] = held;
        }
    }

    @Override
    public String toString() {
        return name + ": " + train.length + " training, " + validation.length + " validation, " + test.length + " test samples of "
                + width() + " values, " + classes.size() + " classes. " + origin;
    }
}
