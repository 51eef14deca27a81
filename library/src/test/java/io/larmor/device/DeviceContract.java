package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Device;
import io.larmor.core.Dynamics;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every device promises. A device's test extends this and names the device. */
abstract class DeviceContract {

    private static final Seed SEED = Seed.root(99).child("contract");
    private static final int SLOTS = 200;

    /** The device under test, with its randomness switched on if it has any. */
    abstract Device device();

    /** A time over which its input is held, in seconds. */
    abstract double slot();

    @Test
    void theSameSeedGivesTheSameTrace() {
        assertArrayEquals(trace(List.of(SEED))[0], trace(List.of(SEED))[0], 0);
    }

    @Test
    void aLaneDoesNotDependOnItsNeighbors() {
        var seeds = IntStream.range(0, 11).mapToObj(SEED::child).toList();
        double[][] together = trace(seeds);
        for (int lane = 0; lane < seeds.size(); lane++) {
            assertArrayEquals(trace(List.of(seeds.get(lane)))[0], together[lane], 0, "lane " + lane);
        }
    }

    @Test
    void aCopyBesideAnotherOneIsTheSame() {
        var both = device().start(List.of(SEED.child(0))).beside(device().start(List.of(SEED.child(1), SEED.child(2))));
        double[][] together = trace(both);
        assertEquals(3, together.length);
        for (int lane = 0; lane < 3; lane++) {
            assertArrayEquals(trace(List.of(SEED.child(lane)))[0], together[lane], 0, "lane " + lane);
        }
    }

    @Test
    void everythingReadIsFiniteOverTheDeclaredRange() {
        var input = device().input();
        for (double value : new double[] {input.min(), input.standard(), (input.min() + input.max()) / 2, input.max()}) {
            Dynamics dynamics = device().start(List.of(SEED));
            double[] read = new double[1];
            for (int i = 0; i < 50; i++) {
                dynamics.advance(new double[] {value}, slot());
                for (var observable : device().observables()) {
                    dynamics.read(observable, read);
                    assertTrue(Double.isFinite(read[0]), observable.key() + " at input " + value);
                }
            }
        }
    }

    @Test
    void settingsLieInTheirRangesAndExplainThemselves() {
        device().settings().forEach((parameter, value) -> {
            assertEquals(value, parameter.check(device().name(), value));
            assertFalse(parameter.meaning().isBlank(), parameter.key());
        });
        assertTrue(device().bias() >= device().input().min() && device().bias() <= device().input().max());
        assertFalse(device().observables().isEmpty());
        assertTrue(device().mimeBundle().get("text/plain").toString().contains(device().name()));
    }

    @Test
    void anInputOutOfRangeIsRefused() {
        if (device().settings().isEmpty()) {
            return;
        }
        Dynamics dynamics = device().start(List.of(SEED));
        double[] tooMuch = {device().input().max() * 10 + 1};
        var error = assertThrows(IllegalArgumentException.class, () -> dynamics.advance(tooMuch, slot()));
        assertTrue(error.getMessage().startsWith(device().name() + "." + device().input().key()), error.getMessage());
    }

    /** Lanes x slots of the first observable under a fixed random drive around the bias. */
    private double[][] trace(List<Seed> seeds) {
        return trace(device().start(seeds));
    }

    private double[][] trace(Dynamics dynamics) {
        int lanes = dynamics.lanes();
        var drive = new Philox(3);
        double[][] values = new double[lanes][SLOTS];
        double[] input = new double[lanes];
        double[] read = new double[lanes];
        for (int i = 0; i < SLOTS; i++) {
            Arrays.fill(input, device().bias() + device().swing() * (2 * drive.nextDouble() - 1));
            dynamics.advance(input, slot());
            dynamics.read(device().observables().get(0), read);
            for (int lane = 0; lane < read.length; lane++) {
                values[lane][i] = read[lane];
            }
        }
        return values;
    }
}
