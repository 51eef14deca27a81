package io.larmor.datasets.gesture;

import io.larmor.datasets.card.DatasetCard;
import io.larmor.cite.Citations;
import io.larmor.core.Parallel;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The holds of people, read once and kept while memory allows. */
final class Holds {

    /** A person of a source as it was when it was read: a file that has changed since is another one. */
    private record Key(GestureSource source, String subject, List<String> files) {

        static Key of(GestureSource source, String subject) {
            return new Key(source, subject, source.files().stream().map(Key::state).toList());
        }

        private static String state(Path file) {
            return file.toFile().length() + " " + file.toFile().lastModified();
        }
    }

    private static final Map<Key, SoftReference<List<Segment>>> READ = new ConcurrentHashMap<>();

    private Holds() {
    }

    /** The holds of one person; to use them is to cite the set. */
    static List<Segment> of(GestureSource source, String subject) {
        DatasetCard card = source.card();
        Citations.use(card.id(), card.citation(), card.bibtex(), "data set " + card.id());
        var key = Key.of(source, subject);
        var kept = READ.get(key);
        List<Segment> holds = kept == null ? null : kept.get();
        if (holds == null) {
            holds = source.read(subject);
            READ.put(key, new SoftReference<>(holds));
        }
        return holds;
    }

    /** The holds of some people, read side by side. */
    static List<Segment> of(GestureSource source, List<String> subjects) {
        return Parallel.map("gestures", subjects.size(), i -> of(source, subjects.get(i))).stream().flatMap(List::stream).toList();
    }
}
