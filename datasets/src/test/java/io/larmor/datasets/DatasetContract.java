package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.card.Verification;
import io.larmor.task.SequenceTask;
import io.larmor.task.Split;
import io.larmor.task.VectorTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** What every data set promises: a complete card, checksums that work, and a twin that needs no data. */
interface DatasetContract {

    /** What the contract asks of a task, of whatever kind it is: its origin, its samples with their classes, its splits. */
    record Offline(String origin, List<String> classes, List<double[]> samples, IntUnaryOperator label, List<Split> splits) {

        static Offline of(SequenceTask task) {
            var samples = new ArrayList<double[]>();
            for (var sequence : task.sequences()) {
                samples.add(Arrays.stream(sequence.frames()).flatMapToDouble(Arrays::stream).toArray());
            }
            return new Offline(task.origin(), task.classes(), samples, i -> task.sequences().get(i).label(), task.splits());
        }

        static Offline of(VectorTask task) {
            var samples = new ArrayList<double[]>();
            for (int i = 0; i < task.samples(); i++) {
                double[] sample = new double[task.width()];
                for (int k = 0; k < sample.length; k++) {
                    sample[k] = task.values()[i * sample.length + k];
                }
                samples.add(sample);
            }
            return new Offline(task.origin(), task.classes(), samples, i -> task.labels()[i], List.of(new Split(task.train(), task.test())));
        }
    }

    DatasetCard card();

    /** The task on generated data that stands in for the set. */
    Offline offlineTwin();

    /** How many samples and how many splits that has. */
    int[] samplesAndSplits();

    /** The outcome of verifying data that are as published. */
    Verification verification() throws Exception;

    @Test
    default void cardIsComplete() {
        card().facts().forEach((fact, text) -> assertTrue(text.length() > 3, fact + " of " + card().id() + ": " + text));
        assertTrue(card().bibtex().matches("(?s)@\\w+\\{\\w+,.*title.*}"), card().bibtex());
        assertTrue(card().toString().contains(card().licence()));
        assertTrue(card().mimeBundle().get("text/html").toString().contains("<table"));
    }

    @Test
    default void setIsListedUnderItsName() {
        assertTrue(Data.datasets().stringColumn("set").asList().contains(card().id()));
        assertEquals(card().name(), Data.dataset(card().id()).name());
    }

    @Test
    default void publishedDataPassTheChecksums() throws Exception {
        Verification verification = verification();
        assertTrue(verification.ok(), verification.toString());
        assertTrue(verification.toString().contains("the data are the published ones"), verification.toString());
    }

    @Test
    default void twinIsThereAndSaysThatItIsGenerated() {
        Offline twin = offlineTwin();
        assertTrue(twin.origin().startsWith("Generated twin, no "), twin.origin());
        assertEquals(samplesAndSplits()[0], twin.samples().size());
        assertEquals(samplesAndSplits()[1], twin.splits().size());
        int[] counts = new int[twin.classes().size()];
        for (int i = 0; i < twin.samples().size(); i++) {
            counts[twin.label().applyAsInt(i)]++;
            assertFalse(Arrays.stream(twin.samples().get(i)).anyMatch(x -> Double.isNaN(x) || Double.isInfinite(x)), "sample " + i);
        }
        Arrays.stream(counts).forEach(count -> assertEquals(samplesAndSplits()[0] / counts.length, count));
    }

    @Test
    default void noSampleOfTheTwinIsTrainedAndTestedOn() {
        Offline twin = offlineTwin();
        for (Split split : twin.splits()) {
            var trained = new HashSet<String>();
            Arrays.stream(split.train()).forEach(i -> trained.add(Arrays.toString(twin.samples().get(i))));
            assertEquals(split.train().length, trained.size(), "samples that are there twice");
            for (int i : split.test()) {
                assertFalse(trained.contains(Arrays.toString(twin.samples().get(i))), "sample " + i);
            }
        }
    }
}
