package io.larmor.datasets.gesture;

import io.larmor.core.Score;
import io.larmor.core.Seed;
import io.larmor.datasets.Place;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.datasets.twin.EmgTwin;
import io.larmor.plot.Page;
import io.larmor.task.LabelledSequence;
import io.larmor.task.SequenceTask;
import io.larmor.task.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Gestures of the hand as electric signals of the forearm's muscles: the description of a set, immutable; setters return
 * changed copies. By default Ninapro DB1 exercise B (17 gestures, 27 people), from {@code ninapro_db1} in the folder that
 * LARMOR_DATA names, else a generated twin; {@link #myo8} and {@link #armband22} are two open sets. {@link #origin} always
 * says which.
 *
 * <p>A hold is cut into windows of equal length, and features are computed of every channel in every window. They make either
 * one vector a hold (the default) or, {@link #inTime}, one frame a window. Nothing is normalized here: what depends on data is
 * settled on training data by what learns.
 */
public final class Gestures {

    private static final String WORD = "gestures()";
    private static final int MOST_WINDOWS = 100;

    /** What is computed of the holds. */
    private record View(int windows, boolean inTime, boolean standardized, List<Feature> features) {
    }

    private enum Kind { NINAPRO, MYO8, ARMBAND22 }

    private final Place place;
    private final Kind kind;
    private final int people;
    private final List<String> chosen;
    private final View view;

    private Gestures(Place place, Kind kind, int people, List<String> chosen, View view) {
        this.place = place;
        this.kind = kind;
        this.people = people;
        this.chosen = List.copyOf(chosen);
        this.view = view;
    }

    /** The standard description. */
    public static Gestures standard() {
        return new Gestures(Place.STANDARD, Kind.NINAPRO, EmgTwin.PEOPLE, List.of(),
                new View(0, false, false, List.of(Feature.LOG_RMS, Feature.LOG_LENGTH)));
    }

    /** The eight gestures under a Myo armband of 27 people, from {@code emg_myo8}. */
    public Gestures myo8() {
        return new Gestures(place, Kind.MYO8, people, chosen, view);
    }

    /** The 22 motions under an armband of four people on three days, from {@code emg_armband22}. */
    public Gestures armband22() {
        return new Gestures(place, Kind.ARMBAND22, people, chosen, view);
    }

    /** The generated twin, even where there are recordings: 27 people. */
    public Gestures twin() {
        return twin(EmgTwin.PEOPLE);
    }

    /**
     * The generated twin of so many people. A person does not depend on how many there are.
     *
     * @throws IllegalArgumentException unless there are 1 .. 100
     */
    public Gestures twin(int people) {
        if (people < 1 || people > EmgTwin.MOST_PEOPLE) {
            throw new IllegalArgumentException("gestures().twin(" + people + "): 1 .. " + EmgTwin.MOST_PEOPLE + " people are possible");
        }
        return new Gestures(new Place(place.folder(), true), Kind.NINAPRO, people, chosen, view);
    }

    /** The recordings in this folder, or in the set's own folder in it, instead of the one that LARMOR_DATA names. */
    public Gestures from(Path folder) {
        return new Gestures(new Place(folder, false), kind, people, chosen, view);
    }

    /** As {@link #from(Path)}. */
    public Gestures from(String folder) {
        return from(Path.of(folder));
    }

    /** Only these people, as {@link #subjects()} names them. */
    public Gestures only(String... subjects) {
        return new Gestures(place, kind, people, List.of(subjects), view);
    }

    /** Only the first people, for a quick look. */
    public Gestures first(int count) {
        var all = subjects();
        return only(all.subList(0, Math.max(1, Math.min(count, all.size()))).toArray(String[]::new));
    }

    /** The same with a hold cut into another number of windows (default 3, of {@link #armband22} 5). */
    public Gestures windows(int windows) {
        if (windows < 1 || windows > MOST_WINDOWS) {
            throw new IllegalArgumentException("gestures().windows(" + windows + "): 1 .. " + MOST_WINDOWS + " windows of a hold are possible");
        }
        return new Gestures(place, kind, people, chosen, new View(windows, view.inTime, view.standardized, view.features));
    }

    /** The same with a frame for every window, one after another: for machines with a memory. */
    public Gestures inTime() {
        return new Gestures(place, kind, people, chosen, new View(view.windows, true, view.standardized, view.features));
    }

    /** The same with other features (default LOG_RMS and LOG_LENGTH). */
    public Gestures features(Feature... features) {
        if (features.length == 0) {
            throw new IllegalArgumentException("gestures().features(): at least one is needed, there are " + Arrays.toString(Feature.values()));
        }
        return new Gestures(place, kind, people, chosen, new View(view.windows, view.inTime, view.standardized, List.of(features)));
    }

    /**
     * The same with each person's features on each day brought to mean 0 and standard deviation 1 over all of that day's holds.
     * No label is used, but holds that are tested on take part: for people whose signals can be looked at before they are asked.
     */
    public Gestures standardized() {
        return new Gestures(place, kind, people, chosen, new View(view.windows, view.inTime, true, view.features));
    }

    private GestureSource source() {
        return switch (kind) {
            case NINAPRO -> find(Ninapro.EXPECTED, Ninapro::find);
            case MYO8 -> find(Myo8.EXPECTED, Myo8::find);
            case ARMBAND22 -> find(Armband22.EXPECTED, Armband22::find);
        };
    }

    private GestureSource find(String expected, Function<Path, Optional<GestureSource>> finder) {
        return place.find(WORD, expected, finder, reason -> new GeneratedGestures(reason, people));
    }

    /** Where Ninapro is looked for, for the list of all sets. */
    public static Optional<GestureSource> findNinapro(Path root) {
        return Ninapro.find(root).filter(found -> found.card().id().equals("ninapro_db1"));
    }

    /** Where the format sample is looked for, for the list of all sets. */
    public static Optional<GestureSource> findShaped(Path root) {
        return Ninapro.find(root).filter(found -> found.card().id().equals("ninapro_shaped"));
    }

    /** Where the set of eight gestures is looked for, for the list of all sets. */
    public static Optional<GestureSource> findMyo8(Path root) {
        return Myo8.find(root);
    }

    /** Where the set of 22 motions is looked for, for the list of all sets. */
    public static Optional<GestureSource> findArmband22(Path root) {
        return Armband22.find(root);
    }

    /** The people that are used. */
    public List<String> subjects() {
        var all = source().subjects();
        for (String name : chosen) {
            if (!all.contains(name)) {
                throw new IllegalArgumentException("gestures().only(\"" + name + "\"): there is no such person, there are " + String.join(", ", all));
            }
        }
        return chosen.isEmpty() ? all : chosen;
    }

    /** What the signals are and where they are from, in one line; it begins with Real, Format sample or Generated. */
    public String origin() {
        var source = source();
        return source.headline() + ", " + subjects().size() + " of " + source.subjects().size() + " people, "
                + source.classes().size() + (kind == Kind.NINAPRO && source.classes().size() < Ninapro.GESTURES ? " of the "
                + Ninapro.GESTURES : "") + " gestures";
    }

    /** Source, licence, citation, shape and checksums of the set that is used. */
    public DatasetCard card() {
        return source().card();
    }

    /**
     * The holds of the people, as they were cut out.
     *
     * @throws BrokenFileException naming a file, the place in it and what to do
     */
    public List<Segment> holds() {
        return Holds.of(source(), subjects());
    }

    /**
     * Telling gestures apart within each person and day: a task each. Ninapro and its twin train on repetitions 1, 3, 4, 6, 8, 9 and
     * 10 and test on the others; the open sets hold out a third (a quarter) of the repetitions after another.
     */
    public List<SequenceTask> within() {
        var source = source();
        var tasks = new ArrayList<SequenceTask>();
        var origin = origin();
        for (String subject : subjects()) {
            var holds = Holds.of(source, subject);
            for (int day : holds.stream().mapToInt(Segment::session).distinct().sorted().toArray()) {
                var own = holds.stream().filter(h -> h.session() == day).toList();
                var sequences = sequences(own, Segment::repetition);
                var task = SequenceTask.of(name() + ", within " + subject + (day > 1 ? " day " + day : ""), origin, source.classes(),
                        sequences);
                tasks.add(source.training() == null ? task.folds(source.folds()) : published(task, source.training()));
            }
        }
        return tasks;
    }

    private static SequenceTask published(SequenceTask task, List<Integer> training) {
        int count = task.sequences().size();
        var split = new Split(IntStream.range(0, count).filter(i -> training.contains(task.sequences().get(i).group())).toArray(),
                IntStream.range(0, count).filter(i -> !training.contains(task.sequences().get(i).group())).toArray());
        return new SequenceTask(task.name(), task.origin(), task.classes(), task.sequences(), List.of(split), false);
    }

    /**
     * The score over all tasks of {@link #within}: the mean over people and days, its spread, and the confusion of all.
     *
     * @param machine scores one task: {@code task -> machine.score(task)}
     */
    public Score scoreWithin(Function<SequenceTask, Score> machine) {
        var scores = within().stream().map(machine).toList();
        int classes = source().classes().size();
        long[][] confusion = new long[classes][classes];
        double[] accuracies = new double[scores.size()];
        for (int k = 0; k < accuracies.length; k++) {
            accuracies[k] = scores.get(k).accuracy();
            for (int a = 0; a < classes; a++) {
                for (int b = 0; b < classes; b++) {
                    confusion[a][b] += scores.get(k).confusion()[a][b];
                }
            }
        }
        var readouts = scores.stream().map(Score::readout).distinct().toList();
        return new Score(name() + ", within a person", origin(), source().classes(), new double[][] {accuracies}, confusion,
                readouts.size() == 1 ? readouts.get(0) : readouts.get(0) + " and others, chosen for each",
                scores.stream().mapToDouble(Score::seconds).sum(), Seed.sessionNumber());
    }

    /**
     * Telling gestures of unseen people apart: each fold tests on every k-th person and trains on all others.
     *
     * @param folds 2 to the number of people, which leaves one out at a time
     */
    public SequenceTask across(int folds) {
        var source = source();
        var names = subjects();
        return SequenceTask.of(name() + ", unseen people", origin(), source.classes(),
                sequences(Holds.of(source, names), hold -> names.indexOf(hold.subject()))).folds(folds);
    }

    private String name() {
        return source().classes().size() + " gestures";
    }

    private List<LabelledSequence> sequences(List<Segment> holds, Function<Segment, Integer> group) {
        var frames = new ArrayList<double[][]>();
        for (Segment hold : holds) {
            frames.add(frames(hold));
        }
        if (view.standardized) {
            standardize(holds, frames);
        }
        var sequences = new ArrayList<LabelledSequence>();
        for (int i = 0; i < holds.size(); i++) {
            var hold = holds.get(i);
            sequences.add(new LabelledSequence(frames.get(i), hold.gesture(), group.apply(hold), hold.id()));
        }
        return sequences;
    }

    private double[][] frames(Segment hold) {
        int windows = view.windows > 0 ? view.windows : source().windows();
        int channels = hold.channels();
        if (hold.samples() < 4 * windows) {
            throw new IllegalArgumentException("gestures().windows(" + windows + "): " + hold.id() + " has " + hold.samples()
                    + " samples only; take fewer windows");
        }
        int width = view.features.size() * channels;
        double[][] frames = new double[windows][width];
        for (int w = 0; w < windows; w++) {
            int from = w * hold.samples() / windows * channels;
            int to = (w + 1) * hold.samples() / windows * channels;
            for (int f = 0; f < view.features.size(); f++) {
                for (int c = 0; c < channels; c++) {
                    frames[w][f * channels + c] = view.features.get(f).of(hold.signal(), from + c, to + c, channels);
                }
            }
        }
        return view.inTime ? frames : new double[][] {Arrays.stream(frames).flatMapToDouble(Arrays::stream).toArray()};
    }

    private static void standardize(List<Segment> holds, List<double[][]> frames) {
        var keys = holds.stream().map(h -> h.subject() + " " + h.session()).toList();
        for (String key : keys.stream().distinct().toList()) {
            int[] own = IntStream.range(0, keys.size()).filter(i -> keys.get(i).equals(key)).toArray();
            for (int k = 0; k < frames.get(0)[0].length; k++) {
                int column = k;
                double mean = Arrays.stream(own).mapToObj(frames::get).flatMap(Arrays::stream).mapToDouble(f -> f[column]).average().orElse(0);
                double square = Arrays.stream(own).mapToObj(frames::get).flatMap(Arrays::stream)
                        .mapToDouble(f -> (f[column] - mean) * (f[column] - mean)).average().orElse(0);
                double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
                for (int i : own) {
                    for (double[] frame : frames.get(i)) {
                        frame[column] = scale * (frame[column] - mean);
                    }
                }
            }
        }
    }

    /** A signal with each channel's mean taken off, in place. */
    static float[] centered(float[] signal, int channels) {
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int i = c; i < signal.length; i += channels) {
                sum += signal[i];
            }
            float mean = (float) (sum * channels / signal.length);
            for (int i = c; i < signal.length; i += channels) {
                signal[i] -= mean;
            }
        }
        return signal;
    }

    /** One line a person: days, holds, gestures. */
    public Table table() {
        var table = Table.create("", StringColumn.create("person"), IntColumn.create("days"), IntColumn.create("gestures"),
                IntColumn.create("holds"));
        for (String subject : subjects()) {
            var holds = Holds.of(source(), subject);
            table.stringColumn(0).append(subject);
            table.intColumn(1).append((int) holds.stream().mapToInt(Segment::session).distinct().count());
            table.intColumn(2).append((int) holds.stream().mapToInt(Segment::gesture).distinct().count());
            table.intColumn(3).append(holds.size());
        }
        return table;
    }

    /** What a notebook shows: the origin and the card. */
    public Map<String, Object> mimeBundle() {
        return page().mimeBundle();
    }

    @Override
    public String toString() {
        return page().text();
    }

    private Page page() {
        try {
            return card().under(Page.of(origin()));
        } catch (IllegalArgumentException | BrokenFileException e) {
            // A description that cannot be read is still a value that is shown.
            return Page.of(e.getMessage());
        }
    }
}
