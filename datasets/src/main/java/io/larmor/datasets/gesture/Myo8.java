package io.larmor.datasets.gesture;

import io.larmor.datasets.DataFolder;
import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.datasets.format.Zipped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Eight gestures under a Myo armband: eight channels at about 200 Hz, one zip file a person with a text file a gesture, in
 * which five seconds of small movements and five of the gesture take turns. A hold is 1 to 4 s after a gesture's beginning; of
 * the small movements themselves the same times are taken.
 */
record Myo8(Path folder, List<Path> files) implements GestureSource {

    static final String EXPECTED = "emg_myo8/10000-1.zip ...";
    static final int CHANNELS = 8;
    static final List<String> CLASSES = List.of("small movements", "flexion", "extension", "radial deviation", "ulnar deviation",
            "pronation", "supination", "fist");

    private static final int RATE = 200;
    private static final int PERIOD = 10 * RATE;
    private static final int HOLDS = 6;

    static Optional<GestureSource> find(Path root) {
        for (String place : List.of("emg_myo8", "")) {
            var files = DataFolder.list(root.resolve(place)).stream()
                    .filter(f -> f.getFileName().toString().matches("\\d{5}-1\\.zip")).toList();
            if (!files.isEmpty()) {
                return Optional.of(new Myo8(root.resolve(place), files));
            }
        }
        return Optional.empty();
    }

    @Override
    public String headline() {
        return "Real signals: Myo armband, eight gestures, in " + DataFolder.shown(folder);
    }

    @Override
    public List<String> classes() {
        return CLASSES;
    }

    @Override
    public List<String> subjects() {
        return files.stream().map(file -> file.getFileName().toString().substring(0, 5)).toList();
    }

    @Override
    public int windows() {
        return 3;
    }

    @Override
    public List<Integer> training() {
        return null;
    }

    @Override
    public int folds() {
        return 3;
    }

    @Override
    public List<Segment> read(String subject) {
        Path file = files.get(subjects().indexOf(subject));
        var zipped = Zipped.read(file);
        var segments = new ArrayList<Segment>();
        for (int g = 0; g < CLASSES.size(); g++) {
            double[][] rows = zipped.rows(g + ".txt", CHANNELS + 1);
            var onsets = new ArrayList<Integer>();
            for (int i = 0; i < rows.length; i++) {
                double label = rows[i][CHANNELS];
                if (label != 0 && label != g) {
                    throw new BrokenFileException(file, g + ".txt line " + (i + 1) + " has the label " + label + ", 0 or " + g
                            + " is needed", "leave this person out with subjects(...)");
                }
                boolean begins = g == 0 ? i % PERIOD == PERIOD / 2 : label == g && (i == 0 || rows[i - 1][CHANNELS] == 0);
                if (begins && i + 4 * RATE <= rows.length) {
                    onsets.add(i);
                }
            }
            // A hold cut off by the end of the recording is none; a sixth one there often is.
            if (onsets.size() < HOLDS - 1) {
                throw new BrokenFileException(file, g + ".txt has " + onsets.size() + " holds of gesture " + g + ", "
                        + (HOLDS - 1) + " are needed", "leave this person out with subjects(...)");
            }
            for (int r = 0; r < Math.min(HOLDS, onsets.size()); r++) {
                segments.add(new Segment(subject, 1, g, r + 1, CHANNELS, cut(rows, onsets.get(r) + RATE, onsets.get(r) + 4 * RATE)));
            }
        }
        return segments;
    }

    private static float[] cut(double[][] rows, int from, int to) {
        float[] signal = new float[(to - from) * CHANNELS];
        for (int i = from; i < to; i++) {
            for (int c = 0; c < CHANNELS; c++) {
                signal[(i - from) * CHANNELS + c] = (float) rows[i][c];
            }
        }
        return Gestures.centered(signal, CHANNELS);
    }

    @Override
    public DatasetCard card() {
        return Cards.myo8().at(folder);
    }
}
