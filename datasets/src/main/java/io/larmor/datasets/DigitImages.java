package io.larmor.datasets;

import io.larmor.core.Parallel;
import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.datasets.format.Idx;
import io.larmor.datasets.twin.DigitTwin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where images of digits are from: four IDX files, or the generator. */
interface DigitImages extends Source<byte[]> {

    int CLASSES = 10;
    String EXPECTED = "mnist/train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and"
            + " t10k-labels-idx1-ubyte.gz (or the same without .gz)";

    /** Looks in the set's own folder, then in the folder itself. */
    static Optional<DigitImages> find(Path root) {
        for (String place : List.of("mnist", "")) {
            Path folder = root.resolve(place);
            var files = new ArrayList<Path>();
            boolean any = false;
            for (String name : List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
                    "t10k-labels-idx1-ubyte")) {
                Optional<Path> file = DataFolder.packed(folder, name);
                any |= file.isPresent();
                // One that is missing among others will be named when it is read.
                files.add(file.orElse(folder.resolve(name + ".gz")));
            }
            if (any) {
                return Optional.of(new InIdx(folder, files));
            }
        }
        return Optional.empty();
    }

    /** The published files: training images and labels, test images and labels. */
    record InIdx(Path folder, List<Path> files) implements DigitImages {

        @Override
        public Samples<byte[]> read() {
            Idx train = images(0);
            byte[] trainLabels = labels(1, train);
            Idx test = images(2);
            byte[] testLabels = labels(3, test);
            int[] size = Arrays.copyOfRange(train.dimensions(), 1, 3);
            if (!Arrays.equals(size, Arrays.copyOfRange(test.dimensions(), 1, 3))) {
                throw new BrokenFileException(files.get(2), "has images of " + test.dimensions()[1] + " x " + test.dimensions()[2]
                        + " pixels, the training images have " + size[0] + " x " + size[1], "check that both are of one set");
            }
            byte[] pixels = Arrays.copyOf(train.values(), train.values().length + test.values().length);
            System.arraycopy(test.values(), 0, pixels, train.values().length, test.values().length);
            int[] labels = new int[trainLabels.length + testLabels.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = i < trainLabels.length ? trainLabels[i] : testLabels[i - trainLabels.length];
            }
            return new Samples<>(pixels, size, labels, trainLabels.length);
        }

        private Idx images(int file) {
            return Idx.read(files.get(file), 3);
        }

        private byte[] labels(int file, Idx images) {
            byte[] labels = Idx.read(files.get(file), 1).values();
            if (labels.length != images.dimensions()[0]) {
                throw new BrokenFileException(files.get(file), "has " + labels.length + " labels for the " + images.dimensions()[0]
                        + " images in " + files.get(file - 1).getFileName(), "take both files from one set");
            }
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] < 0 || labels[i] >= CLASSES) {
                    throw new BrokenFileException(files.get(file), "has the label " + (labels[i] & 0xff) + " at image " + i
                            + ", the digits are 0 .. 9", "fetch it again");
                }
            }
            return labels;
        }

        @Override
        public String headline() {
            return "Real images: MNIST in " + DataFolder.shown(folder);
        }

        @Override
        public DatasetCard card() {
            return Cards.mnist().at(folder);
        }
    }

    /** The generated stand-in. An image does not depend on how many there are. */
    record Generated(int training, int testing, String reason) implements DigitImages {

        @Override
        public Samples<byte[]> read() {
            var twin = new DigitTwin();
            int size = DigitTwin.SIDE * DigitTwin.SIDE;
            byte[] pixels = new byte[(training + testing) * size];
            int[] labels = new int[training + testing];
            Parallel.forEach("drawing digits", labels.length, i -> {
                boolean train = i < training;
                int own = train ? i : i - training;
                labels[i] = own % CLASSES;
                byte[] image = twin.image(train ? "train" : "test", labels[i], own / CLASSES);
                System.arraycopy(image, 0, pixels, i * size, size);
            });
            return new Samples<>(pixels, new int[] {DigitTwin.SIDE, DigitTwin.SIDE}, labels, training);
        }

        @Override
        public String headline() {
            return "Generated twin, no handwriting (" + reason + ")";
        }

        @Override
        public DatasetCard card() {
            return Cards.mnistTwin();
        }

        @Override
        public List<Path> files() {
            return List.of();
        }
    }
}
