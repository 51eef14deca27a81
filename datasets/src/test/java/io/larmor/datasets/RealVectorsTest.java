package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.task.VectorTask;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs where LARMOR_DATA names a folder that holds the spectra and the images; the bands are of an independent program. */
final class RealVectorsTest {

    @Nested
    final class DroneSpectraOnDisk {

        @Test
        void controlsAreAsMeasuredIndependently() {
            assumeTrue(DataFolder.root().flatMap(DroneSpectra::find).isPresent(), "LARMOR_DATA holds no spectra of drones");
            VectorTask task = Data.drones().task();
            assertTrue(task.origin().startsWith("Real spectra: "), task.origin());
            assertEquals(702, task.train().length);
            // On all 298 test spectra it is 98.7 % and 94.6 %; half of them leave room for two more errors.
            assertEquals(0.987, VectorControl.ridge(task), 0.015, "ridge");
            assertEquals(0.946, VectorControl.nearest(task), 0.02, "nearest neighbor");
            assertEquals(1.0, VectorControl.nearest(VectorControl.with(task, Math::log)), 0.007, "nearest neighbor, log");
        }
    }

    @Nested
    final class MnistOnDisk {

        @Test
        void controlIsAsMeasuredIndependently() {
            assumeTrue(DataFolder.root().flatMap(DigitImages::find).isPresent(), "LARMOR_DATA holds no MNIST");
            VectorTask task = Data.mnist().task();
            assertTrue(task.origin().startsWith("Real images: "), task.origin());
            assertEquals(60_000, task.train().length);
            assertEquals(10_000, task.test().length);
            assertEquals(0.860, VectorControl.ridge(task), 0.005, "ridge");
        }
    }
}
