package io.larmor.datasets;

import io.larmor.cite.Citations;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.task.VectorTask;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Labeled vectors, read: the training samples first, then the test samples.
 *
 * @param values samples x width, row by row
 * @param shape the shape of one sample
 * @param labels the class of each sample
 * @param training how many of them are for training
 * @param <V> {@code float[]} or {@code byte[]}
 */
record Samples<V>(V values, int[] shape, int[] labels, int training) {

    /** A source as it was when it was read: a file that has changed since is another one. */
    private record Key(Source<?> source, List<String> files) {

        static Key of(Source<?> source) {
            return new Key(source, source.files().stream().map(Key::state).toList());
        }

        private static String state(Path file) {
            return file + " " + file.toFile().length() + " " + file.toFile().lastModified();
        }
    }

    private static final Map<Key, SoftReference<Samples<?>>> READ = new ConcurrentHashMap<>();

    /** The samples of a source, from memory if they are still there; to use them is to cite them. */
    @SuppressWarnings("unchecked")
    static <V> Samples<V> of(Source<V> source) {
        DatasetCard card = source.card();
        Citations.use(card.id(), card.citation(), card.bibtex(), "data set " + card.id());
        var key = Key.of(source);
        var kept = READ.get(key);
        Samples<?> samples = kept == null ? null : kept.get();
        if (samples == null) {
            samples = source.read();
            READ.put(key, new SoftReference<>(samples));
        }
        // Sources are records: one that is equal reads the same.
        return (Samples<V>) samples;
    }

    int testing() {
        return labels.length - training;
    }

    /** The numbers of a sample. */
    int width() {
        return IntStream.of(shape).reduce(1, (a, b) -> a * b);
    }

    /** A task on these samples with values of any width, split as they were published. */
    VectorTask task(String name, String origin, List<String> classes, int[] shape, float[] values) {
        return new VectorTask(name, origin, classes, shape, values, labels.clone(), IntStream.range(0, training).toArray(),
                new int[0], IntStream.range(training, labels.length).toArray());
    }

    /** One line a class: its number, its name, its training and its test samples. */
    Table table(List<String> classes) {
        int[][] counts = new int[2][classes.size()];
        for (int i = 0; i < labels.length; i++) {
            counts[i < training ? 0 : 1][labels[i]]++;
        }
        return Table.create("", IntColumn.create("label", IntStream.range(0, classes.size()).toArray()),
                StringColumn.create("class", classes), IntColumn.create("training", counts[0]), IntColumn.create("test", counts[1]));
    }
}
