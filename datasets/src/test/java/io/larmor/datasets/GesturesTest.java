package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.datasets.gesture.Feature;
import io.larmor.datasets.gesture.Gestures;
import io.larmor.datasets.gesture.Segment;
import io.larmor.device.Wire;
import io.larmor.learn.Lda;
import io.larmor.machine.Reservoir;
import io.larmor.task.SequenceTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

@ExtendWith(DataFolderExtension.class)
final class GesturesTest {

    private static final int RUN = 40;

    @TempDir
    Path folder;

    private static Reservoir discriminant() {
        return Reservoir.of(new Wire()).rawInput().readout(new Lda(Double.NaN));
    }

    @Test
    void withoutDataTheTwinIsTakenAndSaysSoFirst() {
        assertEquals("Generated twin, no recorded muscles (LARMOR_DATA is not set), 27 of 27 people, 17 gestures", Data.gestures().origin());
        assertEquals("gestures_twin", Data.gestures().card().id());
        assertTrue(Data.gestures().twin(2).toString().startsWith("Generated twin, no recorded muscles (as asked for), 2 of 2"));
    }

    @Test
    void withinAPersonRepetitionsTwoFiveAndSevenTest() {
        var tasks = Data.gestures().twin(2).within();
        assertEquals(2, tasks.size());
        var task = tasks.get(1);
        assertEquals(170, task.sequences().size());
        assertEquals(17, task.classes().size());
        assertArrayEquals(new int[] {2, 5, 7}, groups(task, task.splits().get(0).test()));
        assertArrayEquals(new int[] {1, 3, 4, 6, 8, 9, 10}, groups(task, task.splits().get(0).train()));
    }

    @Test
    void unseenPeopleTakeNoPartInTraining() {
        var task = Data.gestures().twin(4).across(2);
        assertArrayEquals(new int[] {0, 2}, groups(task, task.splits().get(0).test()));
        assertArrayEquals(new int[] {1, 3}, groups(task, task.splits().get(0).train()));
    }

    private static int[] groups(SequenceTask task, int[] sequences) {
        return Arrays.stream(sequences).map(i -> task.sequences().get(i).group()).distinct().sorted().toArray();
    }

    @Test
    void theTwinIsHarderForUnseenPeopleThanWithinAPerson() {
        var twin = Data.gestures().twin(4);
        double within = twin.scoreWithin(task -> discriminant().score(task)).accuracy();
        double across = discriminant().score(twin.across(4)).accuracy();
        assertTrue(within > across + 0.05, within + " within, " + across + " across");
        assertTrue(across > 3.0 / 17, "unseen people: " + across);
        assertTrue(within < 0.99, "too easy to tell anything: " + within);
    }

    @Test
    void featuresAreTheirDefinitions() {
        // One channel that takes turns between 1 and -1, one that rises by 1 a sample.
        var task = shaped(i -> new double[] {i % 2 == 0 ? 1 : -1, i}, Feature.MAV, Feature.RMS, Feature.WAVEFORM_LENGTH,
                Feature.ZERO_CROSSINGS, Feature.SLOPE_CHANGES, Feature.LOG_RMS);
        double[] frame = task.sequences().get(0).frames()[0];
        assertEquals(12, frame.length / 5);
        assertEquals(1, frame[0], 1e-12);
        assertEquals(1, frame[10], 1e-12);
        assertEquals(2 * (RUN - 1.0) / RUN, frame[20], 1e-12);
        assertEquals((RUN - 1.0) / RUN, frame[30], 1e-12);
        assertEquals((RUN - 2.0) / RUN, frame[40], 1e-12);
        assertEquals(0, frame[50], 2e-6);
        assertEquals((RUN - 1.0) / RUN, frame[21], 1e-12);
        assertEquals(0, frame[41], 0);
    }

    private SequenceTask shaped(IntFunction<double[]> samples, Feature... features) {
        write("S1_A1_E2.mat", mat(17, 10, i -> samples.apply(i % RUN), 0));
        return Data.gestures().from(folder).windows(1).features(features).within().get(0);
    }

    @Test
    void windowsInTimeAreTheSameNumbersAsInOneVector() {
        var twin = Data.gestures().twin(1).windows(4);
        double[] vector = twin.within().get(0).sequences().get(7).frames()[0];
        double[][] frames = twin.inTime().within().get(0).sequences().get(7).frames();
        assertEquals(4, frames.length);
        assertArrayEquals(vector, Arrays.stream(frames).flatMapToDouble(Arrays::stream).toArray());
    }

    @Test
    void standardizingUsesEachPersonAlone() {
        var task = Data.gestures().twin(2).standardized().across(2);
        for (int person = 0; person < 2; person++) {
            int own = person;
            double[] first = task.sequences().stream().filter(s -> s.group() == own).mapToDouble(s -> s.frames()[0][0]).toArray();
            assertEquals(0, Arrays.stream(first).average().orElse(1), 1e-9);
            assertEquals(1, Arrays.stream(first).map(x -> x * x).average().orElse(0), 1e-9);
        }
    }

    @Test
    void aFileInTheLayoutOfNinaproIsCutIntoItsHolds() {
        write("S3_A1_E2.mat", mat(17, 10, i -> new double[] {i, 1}, 3));
        var gestures = Data.gestures().from(folder);
        assertEquals(List.of("S3"), gestures.subjects());
        var holds = gestures.holds();
        assertEquals(170, holds.size());
        Segment hold = holds.get(13);
        assertEquals(1, hold.gesture());
        assertEquals(4, hold.repetition());
        assertEquals(RUN, hold.samples());
        // Gesture 2 repetition 4 is the fourteenth run, each one followed by as much rest.
        assertEquals(13 * 2 * RUN, hold.signal()[0]);
        assertTrue(gestures.origin().startsWith("Real signals: Ninapro DB1 exercise B in "), gestures.origin());
    }

    @Test
    void badMatFilesAreNamedWithTheVariable() throws IOException {
        Path file = folder.resolve("S1_A1_E2.mat");
        var gestures = Data.gestures().from(folder);
        write(file, without("restimulus"));
        Fault.of(file, "has no variable restimulus, it has emg, rerepetition: ", gestures::holds);
        write(file, without("emg"));
        Fault.of(file, "has no variable emg", gestures::holds);
        write(file, mat(17, 10, i -> new double[] {i == 900 ? Double.NaN : 1}, 0));
        Fault.of(file, "emg row 901 column 1 is NaN", gestures::holds);
        write(file, mat(16, 10, i -> new double[] {1}, 0));
        Fault.of(file, "restimulus never shows gesture 17 of 1 .. 17: ", gestures::holds);
        write(file, mat(18, 10, i -> new double[] {1}, 0));
        Fault.of(file, "restimulus row ", gestures::holds);
        // A few rows may lack, a tenth of them may not.
        write(file, mat(17, 10, i -> new double[] {1}, 50));
        assertEquals(170, gestures.holds().size());
        write(file, mat(17, 10, i -> new double[] {1}, 2000));
        Fault.of(file, "has 11600 rows of emg, 13600 of restimulus and 13600 of rerepetition: one of them is cut off", gestures::holds);
        var wide = mat(17, 10, i -> new double[] {1}, 0);
        wide.addArray("emg", Mat5.newMatrix(100, 8));
        write(file, wide);
        Fault.of(file, "emg has the shape 100 x 8, rows x 10 is needed", gestures::holds);
    }

    @Test
    void truncatedAndForeignFilesAreNamed() throws IOException {
        Path file = folder.resolve("S1_A1_E2.mat");
        write(file, mat(17, 10, i -> new double[] {i}, 0));
        byte[] whole = Files.readAllBytes(file);
        var gestures = Data.gestures().from(folder);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Fault.of(file, "", gestures::holds);
        Files.write(file, new byte[0]);
        Fault.of(file, "is empty", gestures::holds);
        Files.writeString(file, "nothing of the kind, but long enough to be looked at");
        Fault.of(file, "is no MATLAB level 5 file", gestures::holds);
    }

    private static MatFile without(String variable) {
        var mat = Mat5.newMatFile();
        for (var entry : mat(17, 10, i -> new double[] {1}, 0).getEntries()) {
            if (!entry.getName().equals(variable)) {
                mat.addArray(entry.getName(), entry.getValue());
            }
        }
        return mat;
    }

    /** Runs of each gesture and repetition with as much rest behind each. */
    private static MatFile mat(int gestures, int repetitions, IntFunction<double[]> samples, int lacking) {
        int rows = gestures * repetitions * 2 * RUN;
        Matrix emg = Mat5.newMatrix(rows - lacking, 10);
        Matrix gesture = Mat5.newMatrix(rows, 1);
        Matrix repetition = Mat5.newMatrix(rows, 1);
        for (int i = 0; i < rows; i++) {
            double[] sample = i < rows - lacking ? samples.apply(i) : new double[0];
            for (int c = 0; c < sample.length; c++) {
                emg.setDouble(i, c, sample[c]);
            }
            int run = i / RUN;
            gesture.setDouble(i, 0, run % 2 == 0 ? run / 2 / repetitions + 1 : 0);
            repetition.setDouble(i, 0, run % 2 == 0 ? run / 2 % repetitions + 1 : 0);
        }
        return Mat5.newMatFile().addArray("emg", emg).addArray("restimulus", gesture).addArray("rerepetition", repetition);
    }

    private void write(String name, MatFile mat) {
        write(folder.resolve(name), mat);
    }

    private static void write(Path file, MatFile mat) {
        try {
            Mat5.writeToFile(mat, file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void zippedTextIsReadAndFaultsAreNamed() throws IOException {
        Path file = folder.resolve("12345-1.zip");
        zip(file, g -> myo(g, 12_000));
        var gestures = Data.gestures().myo8().from(folder);
        assertEquals(List.of("12345"), gestures.subjects());
        assertEquals(48, gestures.holds().size());
        assertEquals(3, gestures.within().get(0).splits().size());
        zip(file, g -> g == 5 ? null : myo(g, 12_000));
        Fault.of(file, "has no 5.txt, it has 0.txt", gestures::holds);
        zip(file, g -> g == 2 ? myo(g, 12_000).replaceFirst("\n1,", "\none,") : myo(g, 12_000));
        Fault.of(file, "2.txt line 2 column 1 is \"one\", a number is needed", gestures::holds);
        zip(file, g -> g == 3 ? myo(g, 5000) : myo(g, 12_000));
        Fault.of(file, "3.txt has 2 holds of gesture 3, 5 are needed: ", gestures::holds);
        zip(file, g -> myo(g == 4 ? 6 : g, 12_000));
        Fault.of(file, "4.txt line 1001 has the label 6.0, 0 or 4 is needed", gestures::holds);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 3000));
        Fault.of(file, "is cut off or damaged", gestures::holds);
    }

    private static String myo(int gesture, int lines) {
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(i % 7).append(",2,3,4,5,6,7,8,").append(i / 1000 % 2 == 1 ? gesture : 0).append('\n');
        }
        return text.toString();
    }

    private static void zip(Path file, IntFunction<String> content) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int g = 0; g < 8; g++) {
                String text = content.apply(g);
                if (text != null) {
                    out.putNextEntry(new ZipEntry(g + ".txt"));
                    out.write(text.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }

    @Test
    void wrongWordsAreRefusedWithWhatThereIs() {
        assertTrue(message(() -> Data.gestures().twin(2).only("S9").subjects()).contains("there are twin1, twin2"));
        assertTrue(message(() -> Data.gestures().windows(0)).contains("1 .. 100"));
        assertTrue(message(() -> Data.gestures().twin(0)).contains("1 .. 100 people"));
        assertTrue(message(() -> Data.gestures().twin(1).windows(60).within()).contains("take fewer windows"));
        assertTrue(message(() -> Data.gestures().features()).contains("LOG_RMS"));
        assertTrue(message(() -> Data.gestures().myo8().from(folder).holds()).contains("expected emg_myo8"));
    }

    private static String message(Runnable work) {
        return assertThrows(IllegalArgumentException.class, work::run).getMessage();
    }

    @Test
    void theFormatSampleIsReadAndSaysThatItIsNotNinapro() {
        var found = sharedFolder();
        var sample = Data.gestures().from(found.resolve("ninapro_shaped"));
        assertTrue(sample.origin().startsWith("Format sample in the layout of Ninapro DB1, not Ninapro"), sample.origin());
        assertEquals(2 * 7 * 6, sample.holds().size());
        assertEquals(7, sample.within().get(0).classes().size());
    }

    @Test
    void theDiscriminantIsAsGoodWithinAPersonAsMeasuredIndependently() {
        var shared = sharedFolder();
        Gestures armband = Data.gestures().armband22().from(shared.resolve("emg_armband22"));
        // 94.9 % over five people elsewhere, of whom four are here.
        assertEquals(0.949, armband.scoreWithin(task -> discriminant().score(task)).accuracy(), 0.02);
        Gestures myo = Data.gestures().myo8().from(shared.resolve("emg_myo8")).first(9);
        assertEquals(0.977, myo.scoreWithin(task -> discriminant().score(task)).accuracy(), 0.02);
    }

    private static Path sharedFolder() {
        String named = System.getenv("LARMOR_DATA");
        assumeTrue(named != null && Files.isDirectory(Path.of(named, "ninapro_shaped")),
                "LARMOR_DATA holds no gestures");
        return Path.of(named);
    }
}
