package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.larmor.core.Seed;
import io.larmor.task.VectorTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DataFolderExtension.class)
final class DronesTest {

    private static final String HDF5 = "RadioSpin_D62_RF_fingerprinting.h5";

    @TempDir
    Path folder;

    @Test
    void withoutDataTheTwinIsTakenAndSaysSoFirst() {
        var drones = Data.drones();
        String first = drones.mimeBundle().get("text/plain").toString().lines().findFirst().orElse("");
        assertEquals("Generated twin, no received radio (LARMOR_DATA is not set), 1000 spectra of 256 bins, 10 classes:"
                + " 702 training, 298 test", first);
        assertEquals(first, drones.task().origin());
        assertEquals("drones_twin", drones.card().id());
    }

    @Test
    void taskHasThePublishedShapeAndSplit() {
        VectorTask task = Data.drones().twin().task();
        assertArrayEquals(new int[] {256}, task.shape());
        assertEquals(List.of("dx4e", "dx6i", "MTx", "Nineeg", "Parrot", "q205", "S500", "tello", "WiFi", "wltoys"), task.classes());
        assertEquals(702, task.train().length);
        assertEquals(298, task.test().length);
        assertEquals(0, task.validation().length);
        VectorTask held = task.validateOn(0.1);
        assertEquals(70, held.validation().length);
        assertEquals(632, held.train().length);
        assertArrayEquals(task.test(), held.test());
    }

    @Test
    void publishedFileIsReadFromTheDataFolderAndFromItsOwn() throws IOException {
        hdf5(folder.resolve("drone_rf"), 20, 10);
        System.setProperty(DataFolder.PROPERTY, folder.toString());
        for (Drones drones : List.of(Data.drones(), Data.drones().from(folder), Data.drones().from(folder.resolve("drone_rf").toString()))) {
            assertEquals("Real spectra: drones of Ross et al. 2023 (HDF5) in " + Path.of("LARMOR_DATA", "drone_rf")
                    + ", 30 spectra of 256 bins, 10 classes: 20 training, 10 test", drones.origin());
            VectorTask task = drones.task();
            assertEquals(value(3, 7), task.sample(3)[7]);
            // Test samples follow the training samples.
            assertEquals(value(4, 255), task.sample(24)[255]);
            assertEquals(4, task.labels()[24]);
            assertEquals("drones", drones.card().id());
        }
        assertTrue(Data.drones().twin().origin().startsWith("Generated twin, no received radio (as asked for)"));
        assertEquals("yes", here());
    }

    @Test
    void textIsReadWhereThePublishedFileIsNotAndTellsWhatIsMissing() throws IOException {
        Path own = Files.createDirectories(folder.resolve("drone_rf"));
        Files.write(own.resolve("train.csv.gz"), Fault.gzip(csv(702)));
        Files.write(own.resolve("test_a.csv"), csv(151));
        var drones = Data.drones().from(folder);
        assertTrue(drones.origin().endsWith("(CSV) in " + own + ", 853 spectra of 256 bins, 10 classes: 702 training,"
                + " 151 of the 298 test"), drones.origin());
        assertEquals(value(12, 3), drones.task().sample(12)[3]);
        hdf5(own, 20, 10);
        assertTrue(drones.origin().contains("(HDF5)"), drones.origin());
    }

    @Test
    void oneBrokenValueRefusesAllUntilTheFileIsReplaced() throws IOException {
        Files.write(folder.resolve("train.csv.gz"), Fault.gzip(csv(30)));
        Path test = folder.resolve("test_a.csv");
        String text = new String(csv(20));
        Files.writeString(test, text.replaceFirst("\n9,", "\n10,"));
        var drones = Data.drones().from(folder);
        Fault.of(test, "line 11 has the label 10, the classes are 0 .. 9: ", drones::task);
        assertTrue(drones.mimeBundle().get("text/plain").toString().startsWith(test + " line 11 has the label 10"));
        Files.writeString(test, text);
        assertEquals(50, drones.task().samples());
        // What was read is not what is there any more: it is read again.
        Files.writeString(test, text.substring(0, text.indexOf("\n9,") + 1));
        assertEquals(39, drones.task().samples());
    }

    @Test
    void halfOfASetIsNamed() throws IOException {
        Path own = Files.createDirectories(folder.resolve("drone_rf"));
        Files.write(own.resolve("train.csv.gz"), Fault.gzip(csv(20)));
        Fault.of(own.resolve("test_a.csv.gz"), "does not exist: ", () -> Data.drones().from(folder).task());
        try (WritableHdfFile hdf = HdfFile.write(own.resolve(HDF5))) {
            hdf.putDataset("X_train", values(20));
            hdf.putDataset("Y_train", labels(20));
            hdf.putDataset("X_test", values(10));
        }
        Fault.of(own.resolve(HDF5), "has no variable Y_test, it has X_test, X_train, Y_train: ", () -> Data.drones().from(folder).task());
    }

    @Test
    void foldersWithoutSpectraAreToldApartFromADataFolderWithOtherSets() throws IOException {
        assertMessage("drones().from(" + folder + ") does not hold this set: expected drone_rf/" + HDF5, Data.drones().from(folder)::task);
        assertMessage("drones().twin()", Data.drones().from(folder)::task);
        assertMessage("none) is not there", Data.drones().from(folder.resolve("none"))::task);
        System.setProperty(DataFolder.PROPERTY, folder.resolve("none").toString());
        assertMessage("LARMOR_DATA = " + folder.resolve("none") + " is not there", Data.drones()::task);
        System.setProperty(DataFolder.PROPERTY, folder.toString());
        String origin = Data.drones().origin();
        assertTrue(origin.startsWith("Generated twin, no received radio (LARMOR_DATA does not hold drone_rf/"), origin);
        assertEquals("no", here());
    }

    @Test
    void pageShowsTheClassesTheirMeanSpectraAndTheCard() {
        String html = Data.drones().twin().mimeBundle().get("text/html").toString();
        assertTrue(html.contains("<table") && html.contains("data:image/png;base64,") && html.contains("licence, citation ..."), html);
        assertEquals(702, Data.drones().twin().table().intColumn("training").sum());
        String plot = Data.drones().twin().plot("tello", "WiFi").text();
        assertTrue(plot.contains("tello: 256 points") && plot.contains("WiFi: 256 points"), plot);
        assertMessage("there is no such class, there are dx4e", () -> Data.drones().twin().plot("phantom"));
    }

    /** A task for a network: neither lost nor done by a linear readout or by the nearest neighbor. */
    @Test
    void twinIsNoTrivialTask() {
        VectorTask task = Data.drones().twin().task();
        double ridge = VectorControl.ridge(task);
        double nearest = VectorControl.nearest(task);
        assertEquals(0.87, ridge, 0.03, "ridge");
        assertEquals(0.90, nearest, 0.03, "nearest neighbor");
        double shuffled = VectorControl.ridge(task.shuffledLabels(Seed.root(1)));
        assertTrue(shuffled < 0.2, "with shuffled labels (seed 1): " + shuffled);
    }

    private static String here() {
        var table = Data.datasets();
        return table.stringColumn("here").get(table.stringColumn("set").indexOf("drones"));
    }

    private static void assertMessage(String part, Runnable work) {
        String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
        assertTrue(message.contains(part), message);
    }

    /** What the files of the tests hold: row i has the label i % 10. */
    private static float value(int row, int bin) {
        return (float) ((row * 256 + bin) % 1000 / 1000.0);
    }

    private static double[][] values(int rows) {
        var values = new double[rows][256];
        for (int i = 0; i < rows; i++) {
            for (int b = 0; b < 256; b++) {
                values[i][b] = (i * 256 + b) % 1000 / 1000.0;
            }
        }
        return values;
    }

    private static long[] labels(int rows) {
        var labels = new long[rows];
        Arrays.setAll(labels, i -> i % 10);
        return labels;
    }

    private static void hdf5(Path folder, int training, int testing) throws IOException {
        Files.createDirectories(folder);
        try (WritableHdfFile hdf = HdfFile.write(folder.resolve(HDF5))) {
            hdf.putDataset("X_train", values(training));
            hdf.putDataset("Y_train", labels(training));
            hdf.putDataset("X_test", values(testing));
            hdf.putDataset("Y_test", labels(testing));
        }
    }

    private static byte[] csv(int rows) {
        var text = new StringBuilder("label");
        for (int b = 0; b < 256; b++) {
            text.append(",p").append(b);
        }
        double[][] values = values(rows);
        for (int i = 0; i < rows; i++) {
            text.append('\n').append(i % 10);
            for (double value : values[i]) {
                text.append(',').append(value);
            }
        }
        return text.append('\n').toString().getBytes();
    }
}
