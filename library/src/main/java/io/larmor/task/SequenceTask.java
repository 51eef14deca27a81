package io.larmor.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Telling sequences apart: the data, how it is split, and how it is scored. Each frame of a sequence is a sample for the
 * readout; the sequence's answer is the class whose output, summed over its frames, is largest.
 *
 * @param name for titles: {@code spoken digits, cochleagram of 78 channels}
 * @param origin where the data is from: real or generated, the folder, what is in it; one line
 * @param classes the classes' names
 * @param sequences the data; all have the same channels
 * @param splits how training and test sets are formed
 * @param continuous whether the sequences are played one after another to one device that keeps its state, in their
 *     order, or each one from rest
 */
public record SequenceTask(String name, String origin, List<String> classes, List<LabelledSequence> sequences,
        List<Split> splits, boolean continuous) {

    public SequenceTask {
        classes = List.copyOf(classes);
        sequences = List.copyOf(sequences);
        splits = List.copyOf(splits);
        int channels = sequences.isEmpty() ? 0 : sequences.get(0).channels();
        for (var sequence : sequences) {
            if (sequence.channels() != channels) {
                throw new IllegalArgumentException(name + ": sequence " + sequence.id() + " has " + sequence.channels()
                        + " channels, the first one " + channels);
            }
            if (sequence.label() < 0 || sequence.label() >= classes.size()) {
                throw new IllegalArgumentException(name + ": sequence " + sequence.id() + " has the label "
                        + sequence.label() + ", there are " + classes.size() + " classes");
            }
        }
    }

    /** A task of separate sequences, split by {@link #folds} as many times as there are groups. */
    public static SequenceTask of(String name, String origin, List<String> classes, List<LabelledSequence> sequences) {
        var task = new SequenceTask(name, origin, classes, sequences, List.of(), false);
        return sequences.isEmpty() ? task : task.folds(task.groups().length);
    }

    /** The channels of a frame. */
    public int channels() {
        return sequences.isEmpty() ? 0 : sequences.get(0).channels();
    }

    /** The groups that there are, in rising order. */
    public int[] groups() {
        return sequences.stream().mapToInt(LabelledSequence::group).distinct().sorted().toArray();
    }

    /** The share of right answers by chance: one over the number of classes. */
    public double chance() {
        return 1.0 / classes.size();
    }

    /**
     * Cross-validation in k folds by group: fold j tests on every k-th group and trains on all others.
     *
     * @throws IllegalArgumentException for fewer than 2 folds or more than there are groups
     */
    public SequenceTask folds(int k) {
        int[] groups = groups();
        if (k < 2 || k > groups.length) {
            throw new IllegalArgumentException(name + ".folds(" + k + "): 2 .. " + groups.length
                    + " folds are possible, one group (take) is never split");
        }
        var splits = new ArrayList<Split>();
        for (int j = 0; j < k; j++) {
            int fold = j;
            splits.add(split(rank -> rank % k != fold));
        }
        return with(splits);
    }

    /**
     * Training on only n of the groups and testing on all others, once for each of the rotations of the groups: the
     * learning curve's protocol. Each group trains equally often.
     */
    public SequenceTask trainOn(int n) {
        int count = groups().length;
        if (n < 1 || n >= count) {
            throw new IllegalArgumentException(name + ".trainOn(" + n + "): 1 .. " + (count - 1)
                    + " of the " + count + " groups (takes) can train, at least one must be left to test on");
        }
        var splits = new ArrayList<Split>();
        for (int j = 0; j < count; j++) {
            int first = j;
            splits.add(split(rank -> Math.floorMod(rank - first, count) < n));
        }
        return with(splits);
    }

    /**
     * The same for choosing settings: each split trains without the last part of its training groups and tests on those, so that
     * its test set is not looked at.
     *
     * @param part of the training groups, a plain number between 0 and 1
     */
    public SequenceTask validateOn(double part) {
        var choosing = new ArrayList<Split>();
        for (Split split : splits) {
            int[] groups = Arrays.stream(split.train()).map(i -> sequences.get(i).group()).distinct().sorted().toArray();
            int held = (int) Math.max(1, Math.round(part * groups.length));
            if (!(part > 0 && part < 1) || held >= groups.length) {
                throw new IllegalArgumentException(name + ".validateOn(" + part + "): a part between 0 and 1 of the " + groups.length
                        + " training groups is needed that leaves at least one to train on, for example validateOn(0.3)");
            }
            int first = groups[groups.length - held];
            choosing.add(new Split(Arrays.stream(split.train()).filter(i -> sequences.get(i).group() < first).toArray(),
                    Arrays.stream(split.train()).filter(i -> sequences.get(i).group() >= first).toArray()));
        }
        return with(choosing);
    }

    /** The first n splits only, for a quick look. */
    public SequenceTask firstSplits(int n) {
        return with(splits.subList(0, Math.min(n, splits.size())));
    }

    /** The same task with its labels dealt anew, by a permutation of the sequences: what is learned then is chance. */
    public SequenceTask relabelled(int[] permutation) {
        var shuffled = new ArrayList<LabelledSequence>();
        for (int i = 0; i < sequences.size(); i++) {
            var own = sequences.get(i);
            shuffled.add(new LabelledSequence(own.frames(), sequences.get(permutation[i]).label(), own.group(), own.id()));
        }
        return new SequenceTask(name, origin + ", labels shuffled", classes, shuffled, splits, continuous);
    }

    private Split split(IntPredicate trains) {
        int[] groups = groups();
        boolean[] training = new boolean[sequences.size()];
        for (int i = 0; i < training.length; i++) {
            training[i] = trains.test(Arrays.binarySearch(groups, sequences.get(i).group()));
        }
        return new Split(IntStream.range(0, training.length).filter(i -> training[i]).toArray(),
                IntStream.range(0, training.length).filter(i -> !training[i]).toArray());
    }

    private SequenceTask with(List<Split> others) {
        return new SequenceTask(name, origin, classes, sequences, others, continuous);
    }
}
