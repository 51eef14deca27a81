package io.larmor.datasets.gesture;

import io.larmor.datasets.DataFolder;
import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.datasets.format.Mat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Exercise B (17 hand configurations and wrist movements) of Ninapro DB1, one MATLAB file a person: envelopes of ten channels at
 * 100 Hz. A hold is a run of equal {@code restimulus} and {@code rerepetition}; rest is left out.
 */
record Ninapro(Path folder, List<Path> files) implements GestureSource {

    static final String EXPECTED = "ninapro_db1/S1_A1_E2.mat ... S27_A1_E2.mat";
    static final int CHANNELS = 10;
    static final int GESTURES = 17;
    /** The split of Atzori et al. (2016). */
    static final List<Integer> TRAINING = List.of(1, 3, 4, 6, 8, 9, 10);

    private static final Pattern NAME = Pattern.compile("S(\\d+)_A\\d_E2\\.mat");
    /** Labels and signal may differ by a few rows in the published files; more is a file that was cut off. */
    private static final double RAGGED = 0.01;

    static Optional<GestureSource> find(Path root) {
        for (String place : List.of("ninapro_db1", "ninapro", "ninapro_shaped", "")) {
            var files = DataFolder.list(root.resolve(place)).stream().filter(f -> NAME.matcher(f.getFileName().toString()).matches())
                    .sorted((a, b) -> Integer.compare(number(a), number(b))).toList();
            if (!files.isEmpty()) {
                return Optional.of(new Ninapro(root.resolve(place), files));
            }
        }
        return Optional.empty();
    }

    private static int number(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private boolean sample() {
        return folder.getFileName() != null && folder.getFileName().toString().contains("shaped");
    }

    @Override
    public String headline() {
        return (sample() ? "Format sample in the layout of Ninapro DB1, not Ninapro (signals of another armband), in "
                : "Real signals: Ninapro DB1 exercise B in ") + DataFolder.shown(folder);
    }

    @Override
    public List<String> classes() {
        return IntStream.rangeClosed(1, gestures()).mapToObj(Integer::toString).toList();
    }

    /** The published files have 17; a sample of the format may have fewer. */
    private int gestures() {
        return sample() ? labels(files.get(0)).stream().max(Integer::compare).orElse(GESTURES) : GESTURES;
    }

    private static TreeSet<Integer> labels(Path file) {
        var labels = new TreeSet<Integer>();
        Arrays.stream(Mat.read(file).matrix("restimulus", 1)).filter(g -> g > 0).forEach(g -> labels.add((int) g));
        return labels;
    }

    @Override
    public List<String> subjects() {
        return files.stream().map(file -> "S" + number(file)).toList();
    }

    @Override
    public int windows() {
        return 3;
    }

    @Override
    public List<Integer> training() {
        return TRAINING;
    }

    @Override
    public int folds() {
        return 0;
    }

    @Override
    public List<Segment> read(String subject) {
        Path file = files.get(subjects().indexOf(subject));
        var mat = Mat.read(file);
        double[] emg = mat.matrix("emg", CHANNELS);
        double[] gesture = mat.matrix("restimulus", 1);
        double[] repetition = mat.matrix("rerepetition", 1);
        int rows = Math.min(emg.length / CHANNELS, Math.min(gesture.length, repetition.length));
        int most = Math.max(emg.length / CHANNELS, Math.max(gesture.length, repetition.length));
        if (most - rows > RAGGED * most) {
            throw new BrokenFileException(file, "has " + emg.length / CHANNELS + " rows of emg, " + gesture.length + " of restimulus and "
                    + repetition.length + " of rerepetition: one of them is cut off", "fetch it again");
        }
        int gestures = gestures();
        var segments = new ArrayList<Segment>();
        int from = 0;
        for (int i = 1; i <= rows; i++) {
            if (i == rows || gesture[i] != gesture[from] || repetition[i] != repetition[from]) {
                if (gesture[from] > 0 && repetition[from] > 0) {
                    if (gesture[from] > gestures) {
                        throw new BrokenFileException(file, "restimulus row " + (from + 1) + " is " + gesture[from] + ", gestures are 1 .. "
                                + gestures, "check that it is exercise B, E2");
                    }
                    segments.add(segment(subject, (int) gesture[from], (int) repetition[from], emg, from, i));
                }
                from = i;
            }
        }
        return complete(file, segments, gestures);
    }

    private static Segment segment(String subject, int gesture, int repetition, double[] emg, int from, int to) {
        float[] signal = new float[(to - from) * CHANNELS];
        for (int k = 0; k < signal.length; k++) {
            signal[k] = (float) emg[from * CHANNELS + k];
        }
        return new Segment(subject, 1, gesture - 1, repetition, CHANNELS, signal);
    }

    /** Keeps the longest run of each gesture and repetition, and refuses a person who lacks a gesture. */
    private static List<Segment> complete(Path file, List<Segment> runs, int gestures) {
        var kept = new ArrayList<Segment>();
        for (int g = 0; g < gestures; g++) {
            int own = g;
            var of = runs.stream().filter(s -> s.gesture() == own).toList();
            if (of.isEmpty()) {
                throw new BrokenFileException(file, "restimulus never shows gesture " + (g + 1) + " of 1 .. " + gestures,
                        "leave this person out with subjects(...)");
            }
            of.stream().mapToInt(Segment::repetition).distinct().sorted().forEach(r -> kept.add(of.stream()
                    .filter(s -> s.repetition() == r).max((a, b) -> Integer.compare(a.samples(), b.samples())).orElseThrow()));
        }
        return kept;
    }

    @Override
    public DatasetCard card() {
        return (sample() ? Cards.ninaproShaped() : Cards.ninapro()).at(folder);
    }
}
