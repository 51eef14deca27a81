package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.datasets.format.Idx;
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
final class MnistTest {

    private static final String IMAGES = "train-images-idx3-ubyte.gz";
    private static final String LABELS = "train-labels-idx1-ubyte.gz";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";

    @TempDir
    Path folder;

    @Test
    void withoutDataTheTwinIsTakenAndSaysSoFirst() {
        var digits = Data.mnist();
        String first = digits.mimeBundle().get("text/plain").toString().lines().findFirst().orElse("");
        assertEquals("Generated twin, no handwriting (LARMOR_DATA is not set), 7000 images of 28 x 28 pixels, 10 digits:"
                + " 6000 training, 1000 test", first);
        assertEquals(first, digits.task().origin());
        assertEquals("mnist_twin", digits.card().id());
    }

    @Test
    void taskHasThePublishedShapeAndCanBeMadeSmaller() {
        VectorTask task = Data.mnist().twin().task();
        assertArrayEquals(new int[] {28, 28}, task.shape());
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), task.classes());
        VectorTask few = task.atMost(100, 50).validateOn(0.2);
        assertEquals(80, few.train().length);
        assertEquals(20, few.validation().length);
        assertEquals(50, few.test().length);
        for (float value : task.values()) {
            assertTrue(value >= 0 && value <= 1, "value " + value);
        }
    }

    @Test
    void filesAreReadPackedOrNotFromTheDataFolderAndFromTheirOwn() throws IOException {
        write(folder.resolve("mnist"), 20, 10);
        Path plain = folder.resolve("mnist/t10k-labels-idx1-ubyte");
        Files.write(plain, labels(10).encode());
        Files.delete(folder.resolve("mnist").resolve(TEST_LABELS));
        System.setProperty(DataFolder.PROPERTY, folder.toString());
        for (Mnist digits : List.of(Data.mnist(), Data.mnist().from(folder), Data.mnist().from(folder.resolve("mnist").toString()))) {
            assertEquals("Real images: MNIST in " + Path.of("LARMOR_DATA", "mnist") + ", 30 images of 28 x 28 pixels, 10 digits:"
                    + " 20 training, 10 test", digits.origin());
            VectorTask task = digits.task();
            assertEquals(3, task.labels()[23]);
            assertEquals(pixel(3, 100) / 255f, task.sample(23)[100]);
            assertEquals(pixel(19, 783) / 255f, task.sample(19)[783]);
            assertEquals("mnist", digits.card().id());
        }
        assertTrue(Data.mnist().twin(20, 10).origin().startsWith("Generated twin, no handwriting (as asked for), 30 images"));
    }

    /** Means by area, computed here the long way: each pixel cut into 8 x 8 parts, 3.5 x 3.5 pixels a mean. */
    @Test
    void downsamplingIsTheMeanOfTheAreaCovered() {
        VectorTask whole = Data.mnist().twin(20, 10).task();
        VectorTask small = Data.mnist().twin(20, 10).downsampled(8).task();
        assertArrayEquals(new int[] {8, 8}, small.shape());
        assertTrue(small.origin().contains("images of 8 x 8 pixels (means of 28 x 28)"), small.origin());
        for (int i = 0; i < whole.samples(); i++) {
            float[] fine = whole.sample(i);
            float[] coarse = small.sample(i);
            for (int cell = 0; cell < 64; cell++) {
                double sum = 0;
                for (int part = 0; part < 28 * 28; part++) {
                    int row = (cell / 8 * 28 + part / 28) / 8;
                    int column = (cell % 8 * 28 + part % 28) / 8;
                    sum += fine[row * 28 + column];
                }
                assertEquals(sum / (28 * 28), coarse[cell], 1e-6, "image " + i + ", cell " + cell);
            }
        }
        assertArrayEquals(whole.values(), Data.mnist().twin(20, 10).downsampled(28).task().values());
        assertMessage("1 .. 28", () -> Data.mnist().downsampled(0));
        assertMessage("can only be made smaller", () -> Data.mnist().twin(20, 10).downsampled(29).task());
    }

    @Test
    void twinImagesDoNotDependOnTheirNumber() {
        VectorTask few = Data.mnist().twin(100, 20).task();
        VectorTask more = Data.mnist().twin(300, 40).task();
        assertArrayEquals(few.sample(99), more.sample(99));
        assertArrayEquals(few.sample(100), more.sample(300));
        assertNotEquals(0, Arrays.compare(few.sample(0), few.sample(100)), "training and test images are others");
        assertMessage("mnist().twin(9, 10): 10 .. 60000 training", () -> Data.mnist().twin(9, 10));
        assertMessage("10 .. 10000 test images", () -> Data.mnist().twin(10, 10_001));
    }

    @Test
    void numbersOfImagesAndLabelsMustAgree() throws IOException {
        write(folder, 20, 10);
        Files.write(folder.resolve(TEST_LABELS), Fault.gzip(labels(9).encode()));
        assertFault(TEST_LABELS, "has 9 labels for the 10 images in " + TEST_IMAGES + ": ");
        write(folder, 20, 10);
        Files.write(folder.resolve(TEST_IMAGES), Fault.gzip(new Idx(new int[] {10, 8, 8}, new byte[640]).encode()));
        assertFault(TEST_IMAGES, "has images of 8 x 8 pixels, the training images have 28 x 28: ");
    }

    @Test
    void brokenFilesRefuseAllUntilTheyAreReplaced() throws IOException {
        write(folder, 20, 10);
        byte[] whole = Files.readAllBytes(folder.resolve(IMAGES));
        Files.write(folder.resolve(IMAGES), Arrays.copyOf(whole, whole.length / 2));
        assertFault(IMAGES, "is cut off: its gzip stream ends early: ");
        Files.write(folder.resolve(IMAGES), whole);
        byte[] labels = labels(20).values();
        labels[7] = (byte) 200;
        Files.write(folder.resolve(LABELS), Fault.gzip(new Idx(new int[] {20}, labels).encode()));
        assertFault(LABELS, "has the label 200 at image 7, the digits are 0 .. 9: ");
        String shown = Data.mnist().from(folder).mimeBundle().get("text/plain").toString();
        assertTrue(shown.contains("has the label 200 at image 7"), shown);
        Files.write(folder.resolve(LABELS), whole);
        assertFault(LABELS, "begins with the magic number 2051, 2049 is needed");
        Files.delete(folder.resolve(LABELS));
        assertFault(LABELS, "does not exist: ");
        write(folder, 20, 10);
        assertEquals(30, Data.mnist().from(folder).task().samples());
    }

    @Test
    void foldersWithoutImagesAreRefused() {
        assertMessage("mnist().from(" + folder + ") does not hold this set: expected mnist/train-images-idx3-ubyte.gz",
                () -> Data.mnist().from(folder).task());
        System.setProperty(DataFolder.PROPERTY, folder.toString());
        assertTrue(Data.mnist().origin().startsWith("Generated twin, no handwriting (LARMOR_DATA does not hold mnist/"));
    }

    @Test
    void pageShowsSomeImagesOfEachDigit() {
        var digits = Data.mnist().twin(200, 100);
        String html = digits.mimeBundle().get("text/html").toString();
        assertTrue(html.contains("<table") && html.contains("data:image/png;base64,") && html.contains("licence, citation ..."), html);
        assertEquals("120 images, handwritten digits, 28 x 28 pixels, one row for each class", digits.plot().text());
        assertTrue(digits.plot().svg().contains("<svg"));
        assertEquals(digits.plot().height(), digits.downsampled(8).plot().height());
    }

    /** A task for a network: neither lost nor done by a linear readout. */
    @Test
    void twinIsNoTrivialTask() {
        assertEquals(0.79, VectorControl.ridge(Data.mnist().twin().task()), 0.03, "ridge");
        VectorTask small = Data.mnist().twin().downsampled(8).task();
        assertEquals(0.80, VectorControl.ridge(small), 0.03, "ridge, 8 x 8");
        assertEquals(0.95, VectorControl.nearest(small), 0.02, "nearest neighbor, 8 x 8");
    }

    private void assertFault(String file, String expected) {
        Fault.of(folder.resolve(file), expected, () -> Data.mnist().from(folder).task());
    }

    private static void assertMessage(String part, Runnable work) {
        String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
        assertTrue(message.contains(part), message);
    }

    private static int pixel(int image, int place) {
        return (image * 31 + place) % 256;
    }

    private static Idx images(int count) {
        byte[] pixels = new byte[count * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) pixel(i / 784, i % 784);
        }
        return new Idx(new int[] {count, 28, 28}, pixels);
    }

    private static Idx labels(int count) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return new Idx(new int[] {count}, labels);
    }

    private static void write(Path folder, int training, int testing) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(IMAGES), Fault.gzip(images(training).encode()));
        Files.write(folder.resolve(LABELS), Fault.gzip(labels(training).encode()));
        Files.write(folder.resolve(TEST_IMAGES), Fault.gzip(images(testing).encode()));
        Files.write(folder.resolve(TEST_LABELS), Fault.gzip(labels(testing).encode()));
    }
}
