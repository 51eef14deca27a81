package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.card.Verification;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetContractTest {

    @Nested
    final class Twin implements DatasetContract {

        @Override
        public DatasetCard card() {
            return Cards.twin();
        }

        @Override
        public Offline offlineTwin() {
            return Offline.of(Data.spokenDigits().twin().cochleagram(78));
        }

        @Override
        public int[] samplesAndSplits() {
            return new int[] {500, 10};
        }

        @Override
        public Verification verification() {
            return card().verify();
        }
    }

    @Nested
    final class Fsdd implements DatasetContract {

        @Override
        public DatasetCard card() {
            return Cards.fsdd();
        }

        @Override
        public Offline offlineTwin() {
            return Offline.of(Data.spokenDigits().twin().spectrogram(65));
        }

        @Override
        public int[] samplesAndSplits() {
            return new int[] {500, 10};
        }

        @Override
        public Verification verification() {
            var found = DataFolder.root().flatMap(io.larmor.datasets.Fsdd::find);
            assumeTrue(found.isPresent(), "LARMOR_DATA holds no FSDD");
            return found.get().card().verify();
        }

        @Test
        void wrongFilesAndMissingFilesAreTold(@TempDir Path folder) throws IOException {
            for (int digit = 0; digit < 10; digit++) {
                for (int take = 0; take < 10; take++) {
                    Files.writeString(folder.resolve(digit + "_theo_" + take + ".wav"), "not the recording");
                }
            }
            Files.writeString(folder.resolve("0_lucas_11.wav"), "alone");
            Verification verification = card().at(folder).verify();
            assertFalse(verification.ok());
            String text = verification.toString();
            assertTrue(text.matches("(?s).*theo, takes 0-9 +different.*"), text);
            assertTrue(text.matches("(?s).*lucas, takes 10-19 +incomplete +1 of 100 files are here.*"), text);
        }

        @Test
        void verifyingNeedsAFolder() {
            String message = assertThrows(IllegalStateException.class, () -> card().verify()).getMessage();
            assertTrue(message.contains("from(folder).card().verify()"), message);
        }
    }

    @Nested
    final class Ti46 implements DatasetContract {

        @TempDir
        Path folder;

        @Override
        public DatasetCard card() {
            return Cards.ti46();
        }

        @Override
        public Offline offlineTwin() {
            return Offline.of(Data.spokenDigits().twin().cochleagram(78));
        }

        @Override
        public int[] samplesAndSplits() {
            return new int[] {500, 10};
        }

        @Override
        public Verification verification() throws Exception {
            Path words = Files.createDirectories(folder.resolve("ti20/train"));
            byte[] word = SphereFiles.of(new double[100], 12500, ByteOrder.LITTLE_ENDIAN, 1024);
            Files.write(words.resolve("00f1set0.wav"), word);
            String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(word));
            Files.writeString(folder.resolve("SHA256SUMS"), hash + "  ti20/train/00f1set0.wav\n");
            return card().at(words).verify();
        }

        @Test
        void changedFileIsTold() throws Exception {
            verification();
            Path words = folder.resolve("ti20/train");
            Files.writeString(words.resolve("00f1set0.wav"), "something else");
            Verification verification = card().at(words).verify();
            assertFalse(verification.ok());
            assertEquals(Verification.State.DIFFERENT, verification.parts().get(0).state());
        }
    }

    @Nested
    final class Drones implements DatasetContract {

        @Override
        public DatasetCard card() {
            return Cards.drones();
        }

        @Override
        public Offline offlineTwin() {
            return Offline.of(Data.drones().twin().task());
        }

        @Override
        public int[] samplesAndSplits() {
            return new int[] {1000, 1};
        }

        @Override
        public Verification verification() {
            var found = DataFolder.root().flatMap(DroneSpectra::find);
            assumeTrue(found.isPresent(), "LARMOR_DATA holds no spectra of drones");
            return found.get().card().verify();
        }

        @Test
        void wrongFilesAndMissingFilesAreTold(@TempDir Path folder) throws IOException {
            Files.writeString(folder.resolve("train.csv"), "label,p0");
            String text = card().at(folder).verify().toString();
            assertTrue(text.contains("SOME DATA DIFFER"), text);
            assertTrue(text.matches("(?s).*train.csv +different.*") && text.matches("(?s).*test_a.csv +incomplete +is not here.*"), text);
        }

        @Test
        void verifyingNeedsAFolder() {
            String message = assertThrows(IllegalStateException.class, () -> card().verify()).getMessage();
            assertTrue(message.contains("drones().from(folder).card().verify()"), message);
        }
    }

    @Nested
    final class DronesTwin implements DatasetContract {

        @Override
        public DatasetCard card() {
            return Cards.dronesTwin();
        }

        @Override
        public Offline offlineTwin() {
            return Offline.of(Data.drones().twin().task());
        }

        @Override
        public int[] samplesAndSplits() {
            return new int[] {1000, 1};
        }

        @Override
        public Verification verification() {
            return card().verify();
        }
    }

    @Nested
    final class Mnist implements DatasetContract {

        @Override
        public DatasetCard card() {
            return Cards.mnist();
        }

        @Override
        public Offline offlineTwin() {
            return Offline.of(Data.mnist().twin(500, 100).downsampled(8).task());
        }

        @Override
        public int[] samplesAndSplits() {
            return new int[] {600, 1};
        }

        @Override
        public Verification verification() {
            var found = DataFolder.root().flatMap(DigitImages::find);
            assumeTrue(found.isPresent(), "LARMOR_DATA holds no MNIST");
            return found.get().card().verify();
        }
    }

    @Nested
    final class MnistTwin implements DatasetContract {

        @Override
        public DatasetCard card() {
            return Cards.mnistTwin();
        }

        @Override
        public Offline offlineTwin() {
            return Offline.of(Data.mnist().twin().task());
        }

        @Override
        public int[] samplesAndSplits() {
            return new int[] {7000, 1};
        }

        @Override
        public Verification verification() {
            return card().verify();
        }
    }
}
