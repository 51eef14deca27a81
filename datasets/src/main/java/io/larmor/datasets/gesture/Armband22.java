package io.larmor.datasets.gesture;

import io.larmor.datasets.DataFolder;
import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.Zipped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * 22 motions under an armband on several days: eight channels at 200 Hz, 1.5 s a trial, four trials a motion and day, one zip
 * file a person and day. The armband is turned a little from day to day.
 */
record Armband22(Path folder, List<Path> files) implements GestureSource {

    static final String EXPECTED = "emg_armband22/sub1_day1.zip ...";
    static final int CHANNELS = 8;

    private static final Pattern NAME = Pattern.compile("sub(\\d+)_day(\\d+)\\.zip");
    private static final int TRIALS = 4;
    private static final List<String> NAMED = List.of("rest", "wrist flexion", "wrist extension", "radial deviation",
            "ulnar deviation", "pronation", "supination", "hand close");

    static Optional<GestureSource> find(Path root) {
        for (String place : List.of("emg_armband22", "")) {
            var files = DataFolder.list(root.resolve(place)).stream().filter(f -> NAME.matcher(f.getFileName().toString()).matches())
                    .toList();
            if (!files.isEmpty()) {
                return Optional.of(new Armband22(root.resolve(place), files));
            }
        }
        return Optional.empty();
    }

    @Override
    public String headline() {
        return "Real signals: armband, 22 motions, in " + DataFolder.shown(folder);
    }

    @Override
    public List<String> classes() {
        return IntStream.rangeClosed(1, 22).mapToObj(m -> m <= NAMED.size() ? NAMED.get(m - 1) : "M" + m).toList();
    }

    @Override
    public List<String> subjects() {
        return files.stream().map(file -> group(file, 1)).distinct().toList();
    }

    private static String group(Path file, int group) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? name.group(group) : "";
    }

    @Override
    public int windows() {
        return 5;
    }

    @Override
    public List<Integer> training() {
        return null;
    }

    @Override
    public int folds() {
        return TRIALS;
    }

    @Override
    public List<Segment> read(String subject) {
        var segments = new ArrayList<Segment>();
        for (Path file : files) {
            if (!group(file, 1).equals(subject)) {
                continue;
            }
            int day = Integer.parseInt(group(file, 2));
            var zipped = Zipped.read(file);
            for (int m = 1; m <= 22; m++) {
                for (int t = 1; t <= TRIALS; t++) {
                    double[][] rows = zipped.rows("D" + day + "M" + m + "T" + t + ".csv", CHANNELS);
                    float[] signal = new float[rows.length * CHANNELS];
                    for (int k = 0; k < signal.length; k++) {
                        signal[k] = (float) rows[k / CHANNELS][k % CHANNELS];
                    }
                    segments.add(new Segment(subject, day, m - 1, t, CHANNELS, Gestures.centered(signal, CHANNELS)));
                }
            }
        }
        return segments;
    }

    @Override
    public DatasetCard card() {
        return Cards.armband22().at(folder);
    }
}
