package io.larmor.datasets;

import io.larmor.core.Parallel;
import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.Csv;
import io.larmor.datasets.format.Hdf5;
import io.larmor.datasets.format.Rows;
import io.larmor.datasets.twin.RadioTwin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the spectra of drones are from: a file in HDF5, two in CSV, or the generator. */
interface DroneSpectra extends Source<float[]> {

    /** Bins of a spectrum. */
    int BINS = RadioTwin.BINS;
    /** The published split. */
    int TRAINING = 702;
    int TESTING = 298;
    List<String> CLASSES = List.of("dx4e", "dx6i", "MTx", "Nineeg", "Parrot", "q205", "S500", "tello", "WiFi", "wltoys");
    String EXPECTED = "drone_rf/RadioSpin_D62_RF_fingerprinting.h5 (or train.csv.gz and test_a.csv.gz)";

    /** How many training and test spectra, for the origin line. */
    String split(int training, int testing);

    /** Looks in the set's own folder, then in the folder itself; HDF5, which is complete, goes before CSV. */
    static Optional<DroneSpectra> find(Path root) {
        for (String place : List.of("drone_rf", "")) {
            Path folder = root.resolve(place);
            Path hdf5 = folder.resolve("RadioSpin_D62_RF_fingerprinting.h5");
            if (Files.isRegularFile(hdf5)) {
                return Optional.of(new InHdf5(folder, hdf5));
            }
            Optional<Path> train = DataFolder.packed(folder, "train.csv");
            Optional<Path> test = DataFolder.packed(folder, "test_a.csv");
            // One of the two alone is a set with a file missing; reading it will say which.
            if (train.isPresent() && test.isPresent() || !place.isEmpty() && (train.isPresent() || test.isPresent())) {
                return Optional.of(new InCsv(folder, train.orElse(folder.resolve("train.csv.gz")),
                        test.orElse(folder.resolve("test_a.csv.gz"))));
            }
        }
        return Optional.empty();
    }

    private static Samples<float[]> join(Rows train, Rows test) {
        float[] values = new float[(train.count() + test.count()) * BINS];
        int[] labels = new int[train.count() + test.count()];
        int at = 0;
        for (Rows rows : List.of(train, test)) {
            System.arraycopy(rows.labels(), 0, labels, at, rows.count());
            for (int i = 0; i < rows.values().length; i++) {
                values[at * BINS + i] = (float) rows.values()[i];
            }
            at += rows.count();
        }
        return new Samples<>(values, new int[] {BINS}, labels, train.count());
    }

    /** The published file. */
    record InHdf5(Path folder, Path file) implements DroneSpectra {

        @Override
        public Samples<float[]> read() {
            return join(Hdf5.read(file, "X_train", "Y_train", BINS, CLASSES.size()),
                    Hdf5.read(file, "X_test", "Y_test", BINS, CLASSES.size()));
        }

        @Override
        public String headline() {
            return "Real spectra: drones of Ross et al. 2023 (HDF5) in " + DataFolder.shown(folder);
        }

        @Override
        public String split(int training, int testing) {
            return training + " training, " + testing + " test";
        }

        @Override
        public DatasetCard card() {
            return Cards.drones().at(folder);
        }

        @Override
        public List<Path> files() {
            return List.of(file);
        }
    }

    /** Text, with a part of the test spectra. */
    record InCsv(Path folder, Path train, Path test) implements DroneSpectra {

        @Override
        public Samples<float[]> read() {
            return join(Csv.read(train, BINS, CLASSES.size()), Csv.read(test, BINS, CLASSES.size()));
        }

        @Override
        public String headline() {
            return "Real spectra: drones of Ross et al. 2023 (CSV) in " + DataFolder.shown(folder);
        }

        @Override
        public String split(int training, int testing) {
            return (training < TRAINING ? training + " of the " + TRAINING : training) + " training, "
                    + (testing < TESTING ? testing + " of the " + TESTING : testing) + " test";
        }

        @Override
        public DatasetCard card() {
            return Cards.drones().at(folder);
        }

        @Override
        public List<Path> files() {
            return List.of(train, test);
        }
    }

    /** The generated stand-in, with the published numbers of spectra. */
    record Generated(String reason) implements DroneSpectra {

        @Override
        public Samples<float[]> read() {
            var twin = new RadioTwin();
            int count = TRAINING + TESTING;
            float[] values = new float[count * BINS];
            int[] labels = new int[count];
            Parallel.forEach("generating spectra", count, i -> {
                labels[i] = i % RadioTwin.KINDS;
                double[] spectrum = twin.spectrum(labels[i], i / RadioTwin.KINDS);
                for (int b = 0; b < BINS; b++) {
                    values[i * BINS + b] = (float) spectrum[b];
                }
            });
            return new Samples<>(values, new int[] {BINS}, labels, TRAINING);
        }

        @Override
        public String headline() {
            return "Generated twin, no received radio (" + reason + ")";
        }

        @Override
        public String split(int training, int testing) {
            return training + " training, " + testing + " test";
        }

        @Override
        public DatasetCard card() {
            return Cards.dronesTwin();
        }

        @Override
        public List<Path> files() {
            return List.of();
        }
    }
}
