package io.larmor.datasets;

import io.larmor.cite.Citations;
import io.larmor.datasets.Selection.Kind;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.plot.Page;
import io.larmor.task.Cochleagram;
import io.larmor.task.FrontEnd;
import io.larmor.task.SequenceTask;
import io.larmor.task.Spectrogram;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The ten digits as people say them: the description of a set, immutable; setters return changed copies. Nothing is read
 * until words or frames are asked for; what was read is kept while memory allows.
 *
 * <p>Recordings are taken from the folder that the environment variable LARMOR_DATA names (FSDD in
 * {@code fsdd/recordings}, or {@code ti46} with {@link #ti46}). Without the variable the words come from a synthesizer.
 * {@link #origin} always says which.
 *
 * <p>By default all speakers and their first ten complete takes are used.
 */
public final class SpokenDigits {

    static final List<String> NAMES =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    static final int VOICES = 5;
    private static final int MOST_VOICES = 40;
    private static final int LAST_TAKE = 999_999;

    /** What was asked for, and which files that meant then. */
    private record Key(String headline, List<String> sources, Selection selection) {
    }

    private static final Map<Key, SoftReference<Words>> READ = new ConcurrentHashMap<>();

    private final Selection selection;

    SpokenDigits(Selection selection) {
        this.selection = selection;
    }

    /** Only these speakers; none means all. Names are those of the files ({@code george}, {@code f1}). */
    public SpokenDigits speakers(String... names) {
        return new SpokenDigits(new Selection(selection.source(), selection.folder(), List.of(names), selection.first(),
                selection.last(), selection.skipBroken(), selection.voices()));
    }

    /**
     * Only the takes of this range, both ends included. Default: the first ten that all speakers have of all digits.
     *
     * @throws IllegalArgumentException if first is negative or greater than last
     */
    public SpokenDigits takes(int first, int last) {
        if (first < 0 || last < first || last > LAST_TAKE) {
            throw new IllegalArgumentException("spokenDigits().takes(" + first + ", " + last
                    + "): the range is first .. last, both included and from 0; ten takes are takes(0, 9)");
        }
        return new SpokenDigits(new Selection(selection.source(), selection.folder(), selection.speakers(), first, last,
                selection.skipBroken(), selection.voices()));
    }

    /** The recordings in this folder instead of the one that LARMOR_DATA names: FSDD or, if there is none, TI-46. */
    public SpokenDigits from(Path folder) {
        Kind source = selection.source() == Kind.TWIN ? Kind.ANY : selection.source();
        return new SpokenDigits(new Selection(source, folder, selection.speakers(), selection.first(),
                selection.last(), selection.skipBroken(), selection.voices()));
    }

    /** As {@link #from(Path)}. */
    public SpokenDigits from(String folder) {
        return from(Path.of(folder));
    }

    /** TI-46 (licensed) instead of FSDD. Takes 0-9 are the training session, 10-25 the test sessions. */
    public SpokenDigits ti46() {
        return with(Kind.TI46, selection.voices());
    }

    /** The generated twin, even where there are recordings: the same words on every machine. */
    public SpokenDigits twin() {
        return with(Kind.TWIN, selection.voices());
    }

    /**
     * The generated twin with a number of voices, default 5. A voice does not depend on how many there are.
     *
     * @throws IllegalArgumentException unless count is 1 .. 40
     */
    public SpokenDigits twinSpeakers(int count) {
        if (count < 1 || count > MOST_VOICES) {
            throw new IllegalArgumentException("spokenDigits().twinSpeakers(" + count + "): 1 .. " + MOST_VOICES
                    + " voices are possible");
        }
        return with(Kind.TWIN, count);
    }

    /** Leaves out files that cannot be read instead of refusing them all; {@link #skipped} says which. */
    public SpokenDigits skipBroken() {
        return new SpokenDigits(new Selection(selection.source(), selection.folder(), selection.speakers(),
                selection.first(), selection.last(), true, selection.voices()));
    }

    private SpokenDigits with(Kind source, int voices) {
        return new SpokenDigits(new Selection(source, selection.folder(), selection.speakers(), selection.first(),
                selection.last(), selection.skipBroken(), voices));
    }

    /**
     * The words, round by round: by take, speaker, digit.
     *
     * @throws IllegalArgumentException if the folder, a speaker or the takes are not there
     * @throws BrokenFileException naming a file that cannot be read, what is wrong with it and what to do
     */
    public List<Word> words() {
        return read().words();
    }

    /** The files that were left out, with what is wrong with each; see {@link #skipBroken}. */
    public List<String> skipped() {
        return read().skipped();
    }

    /** What the words are and where they are from, in one line; it begins with Real, SYNTHETIC or Generated. */
    public String origin() {
        return read().origin();
    }

    /** Source, licence, citation, shape and checksums of the set that is used. */
    public DatasetCard card() {
        return selection.corpus().card();
    }

    /** The words as {@link Cochleagram}s: telling ten digits apart, one take at a time held out. */
    public SequenceTask cochleagram(int channels) {
        return through(new Cochleagram(channels));
    }

    /** The words as {@link Spectrogram}s: telling ten digits apart, one take at a time held out. */
    public SequenceTask spectrogram(int channels) {
        return through(new Spectrogram(channels));
    }

    /**
     * The words, all brought to the same loudness, through any front end; label is the digit, group the take, id
     * {@code 3_george_7}.
     */
    public SequenceTask through(FrontEnd ear) {
        return read().task(ear);
    }

    private Words read() {
        Corpus corpus = selection.corpus();
        DatasetCard card = corpus.card();
        Citations.use(card.id(), card.citation(), card.bibtex(), "data set " + card.id());
        List<Entry> entries = selection.choose(corpus.entries());
        var key = new Key(corpus.headline(), entries.stream().map(Entry::source).toList(), selection);
        var kept = READ.get(key);
        Words words = kept == null ? null : kept.get();
        if (words == null) {
            words = Words.read(corpus, entries, selection.skipBroken());
            // A broken file is likely to be replaced; the next reading should see that.
            if (words.skipped().isEmpty()) {
                READ.put(key, new SoftReference<>(words));
            }
        }
        return words;
    }

    /** One line a speaker: takes, words, mean and longest duration. */
    public Table table() {
        var table = Table.create("", StringColumn.create("speaker"), StringColumn.create("takes"),
                IntColumn.create("words"), DoubleColumn.create("mean duration (s)"), DoubleColumn.create("longest (s)"));
        var speakers = words().stream().collect(Collectors.groupingBy(Word::speaker, TreeMap::new, Collectors.toList()));
        speakers.forEach((speaker, own) -> {
            var takes = new ArrayList<>(own.stream().map(Word::take).distinct().sorted().toList());
            table.stringColumn(0).append(speaker);
            table.stringColumn(1).append(Words.ranges(takes).replaceFirst("takes? ", ""));
            table.intColumn(2).append(own.size());
            var seconds = own.stream().mapToDouble(Word::seconds).summaryStatistics();
            table.doubleColumn(3).append(seconds.getAverage());
            table.doubleColumn(4).append(seconds.getMax());
        });
        return table;
    }

    /** What a notebook shows: the origin, a table of the speakers, and the card. */
    public Map<String, Object> mimeBundle() {
        return page().mimeBundle();
    }

    @Override
    public String toString() {
        return page().text();
    }

    private Page page() {
        try {
            return card().under(Page.of(origin()).table(table()));
        } catch (IllegalArgumentException | BrokenFileException e) {
            // A description that cannot be read is still a value that is shown.
            return Page.of(e.getMessage());
        }
    }
}
