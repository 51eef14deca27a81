package io.larmor.datasets;

import io.larmor.core.Parallel;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.datasets.format.Sound;
import io.larmor.task.FrontEnd;
import io.larmor.task.LabelledSequence;
import io.larmor.task.SequenceTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words of a selection, read.
 *
 * @param origin what they are and where they are from, one line
 * @param rate samples per second of all of them, Hz
 * @param words in {@link Entry#ORDER}
 * @param skipped files that were left out, with what is wrong with them
 * @param tasks the tasks that were made of them
 */
record Words(String origin, double rate, List<Word> words, List<String> skipped, Map<FrontEnd, SequenceTask> tasks) {

    private static final int NAMED = 3;

    /** A word or what is wrong with its file. */
    private record Reading(Word word, BrokenFileException fault) {
    }

    /**
     * Reads the words.
     *
     * @throws BrokenFileException naming the first file that cannot be read, if they are not to be skipped
     */
    static Words read(Corpus corpus, List<Entry> entries, boolean skipBroken) {
        List<Reading> readings =
                Parallel.map("reading words", entries.size(), i -> read(entries.get(i), corpus.rate()));
        var faults = readings.stream().map(Reading::fault).filter(fault -> fault != null).toList();
        var words = readings.stream().map(Reading::word).filter(word -> word != null).toList();
        if (!faults.isEmpty() && (!skipBroken || words.isEmpty())) {
            var first = faults.get(0);
            String others = faults.size() == 1 ? "" : " (" + (faults.size() - 1) + " more files are broken)";
            throw new BrokenFileException(first.file(), first.fault(), first.remedy()
                    + (words.isEmpty() ? "" : ", or load the others with spokenDigits().skipBroken()") + others);
        }
        var skipped = faults.stream().map(fault -> fault.file().getFileName() + " " + fault.fault()).toList();
        return new Words(origin(corpus.headline(), words, skipped), corpus.rate(), words, skipped,
                new ConcurrentHashMap<>());
    }

    private static Reading read(Entry entry, double rate) {
        try {
            Sound sound = entry.sound().get();
            if (sound.rate() != rate) {
                throw new BrokenFileException(Path.of(entry.source()), "is sampled at " + sound.rate()
                        + " Hz, this set at " + rate + " Hz", "resample it");
            }
            return new Reading(new Word(sound.samples(), rate, entry.digit(), entry.speaker(), entry.take(),
                    entry.source()), null);
        } catch (BrokenFileException e) {
            return new Reading(null, e);
        }
    }

    private static String origin(String headline, List<Word> words, List<String> skipped) {
        var speakers = words.stream().map(Word::speaker).collect(Collectors.toCollection(TreeSet::new));
        var takes = words.stream().map(Word::take).collect(Collectors.toCollection(TreeSet::new));
        var digits = words.stream().map(Word::digit).distinct().count();
        String origin = headline + ", " + words.size() + " words: " + speakers.size() + " speakers x " + digits
                + " digits x " + ranges(new ArrayList<>(takes));
        long missing = (long) speakers.size() * digits * takes.size() - words.size();
        if (missing > 0) {
            origin += ", " + missing + " of them missing";
        }
        if (!skipped.isEmpty()) {
            origin += "; " + skipped.size() + " broken files skipped: "
                    + String.join(", ", skipped.subList(0, Math.min(NAMED, skipped.size())))
                    + (skipped.size() > NAMED ? " ..." : "");
        }
        return origin;
    }

    /** {@code takes 0-9}, or {@code takes 0-3, 5}. */
    static String ranges(List<Integer> takes) {
        var text = new StringBuilder(takes.size() == 1 ? "take " : "takes ");
        for (int i = 0; i < takes.size(); i++) {
            int first = takes.get(i);
            while (i + 1 < takes.size() && takes.get(i + 1) == takes.get(i) + 1) {
                i++;
            }
            text.append(text.charAt(text.length() - 1) == ' ' ? "" : ", ").append(first)
                    .append(takes.get(i) == first ? "" : "-" + takes.get(i));
        }
        return text.toString();
    }

    /** The words as frames of a front end; made once. */
    SequenceTask task(FrontEnd ear) {
        return tasks.computeIfAbsent(ear, this::make);
    }

    private SequenceTask make(FrontEnd ear) {
        var framing = ear.at(rate);
        List<LabelledSequence> sequences = Parallel.map(ear.name(), words.size(), i -> {
            Word word = words.get(i);
            return new LabelledSequence(framing.frames(word.leveled()), word.digit(), word.take(), word.id());
        });
        if (sequences.stream().mapToInt(LabelledSequence::group).distinct().count() < 2) {
            throw new IllegalArgumentException("spokenDigits(): there is one take only, two are needed to train on one and"
                    + " test on the other. Choose more with .takes(0, 9)");
        }
        return SequenceTask.of("spoken digits, " + ear.name(), origin, SpokenDigits.DIGITS, sequences);
    }
}
