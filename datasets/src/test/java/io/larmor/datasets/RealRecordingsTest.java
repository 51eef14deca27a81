package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.task.Cochleagram;
import io.larmor.task.FrontEnd;
import io.larmor.task.LabelledSequence;
import io.larmor.task.SequenceTask;
import io.larmor.task.Spectrogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs where LARMOR_DATA names a folder that holds the recordings. */
final class RealRecordingsTest {

    @Nested
    final class FsddRecordings {

        @BeforeEach
        void recordingsAreThere() {
            assumeTrue(DataFolder.root().flatMap(Fsdd::find).isPresent(), "LARMOR_DATA holds no FSDD");
        }

        @Test
        void allRecordingsLoad() {
            var words = Data.spokenDigits().speakers("george", "jackson", "lucas", "nicolas", "theo").takes(0, 39).words();
            assertEquals(2000, words.size());
            assertTrue(words.stream().allMatch(word -> word.seconds() > 0.1 && word.seconds() < 3));
        }

        @Test
        void defaultIsThePapersProtocol() {
            var task = Data.spokenDigits().speakers("george", "jackson", "lucas", "nicolas", "theo").cochleagram(78);
            assertEquals(500, task.sequences().size());
            assertEquals(10, task.splits().size());
            assertEquals(78, task.channels());
            assertTrue(task.origin().startsWith("Real recordings: FSDD in "), task.origin());
        }

        /**
         * On takes that no notebook tests on, and as loud as they were recorded: the bands are those of an independent
         * implementation, 80.4 % and 66.4 %.
         */
        @Test
        void linearControlIsAsMeasuredIndependently() {
            assertEquals(0.804, LinearControl.accuracy(asRecorded(new Cochleagram(78))), 0.006);
            assertEquals(0.664, LinearControl.accuracy(asRecorded(new Spectrogram(65))), 0.006);
        }

        @Test
        void equalLoudnessHelpsTheLinearControl() {
            assertTrue(LinearControl.accuracy(takes().spectrogram(65)) > 0.664 + 0.03);
        }

        private SpokenDigits takes() {
            return Data.spokenDigits().speakers("george", "jackson", "lucas", "nicolas", "theo").takes(10, 19);
        }

        private SequenceTask asRecorded(FrontEnd ear) {
            var sequences = takes().words().stream().map(word -> new LabelledSequence(
                    ear.frames(word.samples(), word.rate()), word.digit(), word.take(), word.id())).toList();
            return SequenceTask.of(ear.name(), "as recorded", SpokenDigits.DIGITS, sequences);
        }
    }

    @Nested
    final class SphereFilesOnDisk {

        @Test
        void everyFileLoads() {
            assumeTrue(DataFolder.root().flatMap(Ti46::find).isPresent(), "LARMOR_DATA holds no TI-46");
            var digits = Data.spokenDigits().ti46();
            assertTrue(digits.words().size() >= 100, digits.origin());
            assertEquals(12500, digits.words().get(0).rate());
            assertTrue(digits.cochleagram(78).sequences().size() >= 100);
        }
    }
}
