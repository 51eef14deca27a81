package io.larmor.datasets.gesture;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.twin.EmgTwin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The generated stand-in, in the shape of Ninapro DB1. */
record GeneratedGestures(String reason, int people) implements GestureSource {

    @Override
    public String headline() {
        return "Generated twin, no recorded muscles (" + reason + ")";
    }

    @Override
    public List<String> classes() {
        return IntStream.rangeClosed(1, EmgTwin.GESTURES).mapToObj(Integer::toString).toList();
    }

    @Override
    public List<String> subjects() {
        return IntStream.rangeClosed(1, people).mapToObj(p -> "twin" + p).toList();
    }

    @Override
    public int windows() {
        return 3;
    }

    @Override
    public List<Integer> training() {
        return Ninapro.TRAINING;
    }

    @Override
    public int folds() {
        return 0;
    }

    @Override
    public List<Segment> read(String subject) {
        var twin = new EmgTwin();
        int person = subjects().indexOf(subject);
        var segments = new ArrayList<Segment>();
        for (int g = 0; g < EmgTwin.GESTURES; g++) {
            for (int r = 0; r < EmgTwin.REPETITIONS; r++) {
                segments.add(new Segment(subject, 1, g, r + 1, EmgTwin.CHANNELS, twin.hold(person, g, r)));
            }
        }
        return segments;
    }

    @Override
    public DatasetCard card() {
        return Cards.gesturesTwin();
    }

    @Override
    public List<Path> files() {
        return List.of();
    }
}
