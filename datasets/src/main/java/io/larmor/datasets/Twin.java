package io.larmor.datasets;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.Sound;
import io.larmor.datasets.twin.SpokenTwin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The generated stand-in for the recordings; it has 100 takes of each word. */
record Twin(int voices, String reason) implements Corpus {

    private static final int TAKES = 100;

    @Override
    public List<Entry> entries() {
        var twin = new SpokenTwin();
        var entries = new ArrayList<Entry>();
        for (int t = 0; t < TAKES; t++) {
            for (int v = 0; v < voices; v++) {
                for (int d = 0; d < 10; d++) {
                    int take = t;
                    int voice = v;
                    int digit = d;
                    entries.add(new Entry(d, SpokenTwin.name(v), t, "formant synthesizer, seed " + twin.seed(),
                            () -> new Sound(twin.word(digit, voice, take), SpokenTwin.RATE)));
                }
            }
        }
        entries.sort(Entry.ORDER);
        return entries;
    }

    @Override
    public List<Path> files() {
        return List.of();
    }

    @Override
    public String headline() {
        return "Generated twin, no human voice (" + reason + ")";
    }

    @Override
    public double rate() {
        return SpokenTwin.RATE;
    }

    @Override
    public DatasetCard card() {
        return Cards.twin();
    }
}
