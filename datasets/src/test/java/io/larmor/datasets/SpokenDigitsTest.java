package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.datasets.format.Wav;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpokenDigitsTest {

    @TempDir
    Path folder;
    private String before;

    @BeforeEach
    void noDataFolder() {
        before = System.getProperty(DataFolder.PROPERTY);
        System.setProperty(DataFolder.PROPERTY, "");
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(DataFolder.PROPERTY);
        } else {
            System.setProperty(DataFolder.PROPERTY, before);
        }
    }

    @Test
    void withoutDataTheTwinSpeaksAndSaysSoFirst() {
        var digits = Data.spokenDigits();
        assertEquals(500, digits.words().size());
        String first = digits.mimeBundle().get("text/plain").toString().lines().findFirst().orElse("");
        assertEquals("Generated twin, no human voice (LARMOR_DATA is not set), 500 words: 5 speakers x 10 digits x takes 0-9",
                first);
        assertEquals(first, digits.cochleagram(78).origin());
        assertTrue(digits.mimeBundle().get("text/html").toString().contains("Generated twin"));
    }

    @Test
    void dataFolderIsFoundAtEachLevel() throws IOException {
        fsdd(folder.resolve("fsdd/recordings"), "anna", "bert");
        for (String level : new String[] {"", "fsdd", "fsdd/recordings"}) {
            System.setProperty(DataFolder.PROPERTY, folder.resolve(level).toString());
            var digits = Data.spokenDigits();
            assertEquals(2 * 10 * 10, digits.words().size(), level);
            // Results name the folder by the variable: a saved notebook tells nothing about its machine.
            Path inside = Path.of("LARMOR_DATA").resolve(folder.resolve(level).relativize(folder.resolve("fsdd/recordings")));
            assertEquals("Real recordings: FSDD in " + inside + ", 200 words: 2 speakers x 10 digits x takes 0-9",
                    digits.origin());
        }
    }

    @Test
    void speakersAndTakesChoose() throws IOException {
        fsdd(folder, "anna", "bert");
        var words = Data.spokenDigits().from(folder).speakers("bert").takes(3, 4).words();
        assertEquals(20, words.size());
        assertTrue(words.stream().allMatch(word -> word.speaker().equals("bert") && (word.take() == 3 || word.take() == 4)));
        assertEquals("0_bert_3", words.get(0).id());
        assertMessage("there is no such speaker, there are anna, bert",
                () -> Data.spokenDigits().from(folder).speakers("carl").words());
        assertMessage("the last one is 11", () -> Data.spokenDigits().from(folder).takes(20, 29).words());
        assertMessage("first .. last", () -> Data.spokenDigits().takes(9, 0));
        assertMessage("two are needed", () -> Data.spokenDigits().twin().takes(3, 3).cochleagram(78));
    }

    @Test
    void defaultIsTheFirstTenTakesThatAreComplete() throws IOException {
        fsdd(folder, "anna", "bert");
        Files.delete(folder.resolve("4_bert_0.wav"));
        assertTrue(Data.spokenDigits().from(folder).origin().endsWith("200 words: 2 speakers x 10 digits x takes 1-10"));
        assertTrue(Data.spokenDigits().from(folder).speakers("anna").origin().endsWith("takes 0-9"));
        String origin = Data.spokenDigits().from(folder).takes(0, 1).origin();
        assertTrue(origin.endsWith("39 words: 2 speakers x 10 digits x takes 0-1, 1 of them missing"), origin);
    }

    @Test
    void oneBrokenFileIsNamedAndCanBeSkipped() throws IOException {
        fsdd(folder, "anna");
        Files.write(folder.resolve("7_anna_2.wav"), new byte[0]);
        Files.write(folder.resolve("8_anna_3.wav"), Wav.encode(new double[600], 16000));
        var digits = Data.spokenDigits().from(folder);
        String message = assertThrows(BrokenFileException.class, digits::words).getMessage();
        assertTrue(message.contains("7_anna_2.wav is empty: fetch it again, or load the others with"
                + " spokenDigits().skipBroken() (1 more files are broken)"), message);
        assertTrue(digits.mimeBundle().get("text/plain").toString().contains("7_anna_2.wav is empty"));

        var others = digits.skipBroken();
        assertEquals(98, others.words().size());
        assertEquals(List.of("7_anna_2.wav is empty",
                "8_anna_3.wav is sampled at 16000.0 Hz, this set at 8000.0 Hz"), others.skipped());
        assertTrue(others.origin().contains("2 broken files skipped: 7_anna_2.wav is empty"), others.origin());

        Files.copy(folder.resolve("7_anna_1.wav"), folder.resolve("7_anna_2.wav"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals(99, others.words().size());
    }

    @Test
    void foldersWithoutDigitsAreRefusedWithTheWayOut() throws IOException {
        System.setProperty(DataFolder.PROPERTY, folder.toString());
        assertMessage("LARMOR_DATA = " + folder + " holds no spoken digits: expected fsdd/recordings/", "spokenDigits().twin()",
                () -> Data.spokenDigits().words());
        assertMessage("expected files like ti46/", () -> Data.spokenDigits().ti46().words());
        assertMessage("none) is not there", () -> Data.spokenDigits().from(folder.resolve("none")).words());
        Path file = Files.writeString(folder.resolve("file"), "");
        assertMessage("is not a folder", () -> Data.spokenDigits().from(file).words());
        assertTrue(Data.spokenDigits().twin().origin().startsWith("Generated twin, no human voice (as asked for)"));
        System.setProperty(DataFolder.PROPERTY, "");
        assertMessage("LARMOR_DATA is not set", () -> Data.spokenDigits().ti46().words());
    }

    @Test
    void ti46IsReadFromAnyFoldersAndTestSessionsFollowTheTraining() throws IOException {
        ti46(folder.resolve("ti46/ti20/train"), "set", 10, "TI46");
        ti46(folder.resolve("ti46/other"), "s1t", 2, "TI46");
        ti46(folder.resolve("ti46/other"), "s8t", 2, "TI46");
        System.setProperty(DataFolder.PROPERTY, folder.toString());
        assertMessage("select it with spokenDigits().ti46()", () -> Data.spokenDigits().words());
        var digits = Data.spokenDigits().ti46();
        assertTrue(digits.origin().startsWith("Real recordings: TI-46 in "), digits.origin());
        assertTrue(digits.origin().endsWith("200 words: 2 speakers x 10 digits x takes 0-9"), digits.origin());
        assertEquals(12500, digits.words().get(0).rate());
        assertTrue(digits.takes(10, 25).origin().endsWith("80 words: 2 speakers x 10 digits x takes 10-11, 24-25"));
        assertEquals(digits.words().size(), Data.spokenDigits().from(folder).words().size());
    }

    @Test
    void syntheticSpeechIsNamedEvenWhenItsFolderIsRenamed() throws IOException {
        ti46(folder.resolve("ti46"), "set", 2, "SYN46");
        String origin = Data.spokenDigits().from(folder).ti46().origin();
        assertTrue(origin.startsWith("SYNTHETIC speech in the layout of TI-46 (no human voice)"), origin);
        ti46(folder.resolve("ti46_real"), "set", 2, "TI46");
        origin = Data.spokenDigits().from(folder).ti46().origin();
        assertTrue(origin.startsWith("Real recordings: TI-46 in " + folder.resolve("ti46_real")), origin);
    }

    @Test
    void readWordsAndMadeTasksAreKept() throws IOException {
        var digits = Data.spokenDigits().twin();
        assertSame(digits.words(), Data.spokenDigits().twin().words());
        assertSame(digits.cochleagram(20), digits.cochleagram(20));
        assertNotSame(digits.cochleagram(20), digits.cochleagram(21));
    }

    @Test
    void twinVoicesDoNotDependOnTheirNumber() {
        var many = Data.spokenDigits().twinSpeakers(12).takes(0, 1);
        assertEquals(240, many.words().size());
        var same = Data.spokenDigits().twin().speakers("v3").takes(1, 1).words();
        var own = many.speakers("v3").takes(1, 1).words();
        for (int i = 0; i < 10; i++) {
            assertArrayEquals(same.get(i).samples(), own.get(i).samples());
        }
        assertMessage("1 .. 40", () -> Data.spokenDigits().twinSpeakers(0));
    }

    /** The device must have something to do: the linear control on the twin is neither lost nor done. */
    @Test
    void twinIsAboutAsHardAsTheRecordings() {
        double cochleagram = LinearControl.accuracy(Data.spokenDigits().twin().cochleagram(78));
        double spectrogram = LinearControl.accuracy(Data.spokenDigits().twin().spectrogram(65));
        assertEquals(0.77, cochleagram, 0.03);
        assertEquals(0.72, spectrogram, 0.03);
    }

    @Test
    void wordCanBeListenedTo() {
        var word = Data.spokenDigits().twin().words().get(7);
        assertEquals("7_v1_0", word.id());
        assertTrue(word.toString().startsWith("\"seven\" by v1, take 0: 0."), word.toString());
        assertTrue(word.mimeBundle().get("text/html").toString().contains("data:audio/wav;base64,UklGR"));
    }

    @Test
    void tableOfDataSetsSaysWhatIsHere() throws IOException {
        fsdd(folder.resolve("fsdd/recordings"), "anna");
        System.setProperty(DataFolder.PROPERTY, folder.toString());
        var table = Data.datasets();
        assertEquals(Cards.all().stream().map(DatasetCard::id).toList(), table.stringColumn("set").asList());
        assertEquals(List.of("fsdd", "ti46", "ti46_synth", "twin"), table.stringColumn("set").asList().subList(0, 4));
        assertEquals(List.of("yes", "no", "no", "always"), table.stringColumn("here").asList().subList(0, 4));
        assertEquals("recordings", table.stringColumn("kind").get(0));
        assertEquals("120 files, 0.2 MB", table.stringColumn("size").get(0));
        assertTrue(table.stringColumn("licence").get(1).contains("LDC") && table.stringColumn("source").get(1).contains("ti46"));
        assertTrue(Data.dataset("fsdd").place().endsWith("recordings"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Data.dataset("fsd")).getMessage().contains("ti46_synth"));
    }

    private static void fsdd(Path folder, String... speakers) throws IOException {
        Files.createDirectories(folder);
        for (String speaker : speakers) {
            for (int digit = 0; digit < 10; digit++) {
                for (int take = 0; take < 12; take++) {
                    Files.write(folder.resolve(digit + "_" + speaker + "_" + take + ".wav"),
                            Wav.encode(new double[600 + digit], 8000));
                }
            }
        }
    }

    private static void ti46(Path folder, String session, int tokens, String database) throws IOException {
        Files.createDirectories(folder);
        for (String speaker : new String[] {"f1", "M2"}) {
            for (int digit = 0; digit < 10; digit++) {
                for (int token = 0; token < tokens; token++) {
                    Files.write(folder.resolve("0" + digit + speaker + session + token + ".wav"), SphereFiles.of(
                            new double[900], 12500, ByteOrder.BIG_ENDIAN, 1024, "database_id -s5 " + database));
                }
            }
        }
    }

    private static void assertMessage(String part, Runnable work) {
        assertMessage(part, part, work);
    }

    private static void assertMessage(String part, String other, Runnable work) {
        String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
        assertTrue(message.contains(part) && message.contains(other), message);
    }
}
