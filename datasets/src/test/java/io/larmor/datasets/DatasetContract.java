package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.card.Verification;
import io.larmor.task.SequenceTask;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every data set promises: a complete card, checksums that work, and a twin that needs no data. */
interface DatasetContract {

    DatasetCard card();

    /** The task on generated data that stands in for the set. */
    SequenceTask offlineTwin();

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
    default void publishedDataPassTheChecksums() throws Exception {
        Verification verification = verification();
        assertTrue(verification.ok(), verification.toString());
        assertTrue(verification.toString().contains("the data are the published ones"), verification.toString());
    }

    @Test
    default void twinIsThereAndSaysThatItIsGenerated() {
        SequenceTask twin = offlineTwin();
        assertTrue(twin.origin().startsWith("Generated twin, no human voice"), twin.origin());
        assertEquals(500, twin.sequences().size());
        assertEquals(10, twin.classes().size());
        assertEquals(10, twin.splits().size());
        for (var sequence : twin.sequences()) {
            for (double[] frame : sequence.frames()) {
                assertFalse(Arrays.stream(frame).anyMatch(x -> Double.isNaN(x) || Double.isInfinite(x)), sequence.id());
            }
        }
    }
}
