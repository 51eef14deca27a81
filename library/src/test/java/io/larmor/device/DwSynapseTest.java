package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Device;
import io.larmor.core.Seed;
import io.larmor.physics.PassingSigmoid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DwSynapseTest extends DeviceContract {

    private static final DwSynapse SYNAPSE = DwSynapse.standard();

    @Override
    Device device() {
        return SYNAPSE;
    }

    @Override
    double slot() {
        return SYNAPSE.pulse();
    }

    private static double[] fields(int count, double from, double to) {
        return IntStream.range(0, count).mapToDouble(i -> from + (to - from) * i / (count - 1)).toArray();
    }

    @Test
    void theSigmoidHasItsHalfAndItsWidth() {
        assertEquals(0.5, SYNAPSE.probability(5e-3), 1e-12);
        assertEquals((1 + Math.tanh(1)) / 2, SYNAPSE.probability(5.5e-3), 1e-12);
    }

    @Test
    void activatedDepinningMatchesTheSigmoidInValueAndSlope() {
        double step = 1e-7;
        for (double pulse : new double[] {1e-7, 1e-6, 1e-3}) {
            var synapse = SYNAPSE.pulse(pulse).thermal();
            assertEquals(0.5, synapse.probability(5e-3), 1e-9);
            double slope = (synapse.probability(5e-3 + step) - synapse.probability(5e-3 - step)) / (2 * step);
            assertEquals(1 / (2 * 0.5e-3), slope, 1e-3 / (2 * 0.5e-3));
        }
    }

    @Test
    void aLongerPulseAtTheSameBarrierPassesMore() {
        var law = SYNAPSE.depinning();
        assertTrue(law.probability(5e-3, 2e-6) > 0.7);
        assertEquals(1 - 0.25, law.probability(5e-3, 2e-6), 1e-9, "two chances of one half each");
        assertEquals(1e9, law.rate(0.1), 1e-3, "beyond the depinning field nothing holds the wall");
    }

    @Test
    void theSigmoidFittedToActivatedDepinningIsCloseToIt() {
        double[] fields = fields(81, 2e-3, 9e-3);
        var thermal = SYNAPSE.thermal();
        var fitted = SYNAPSE.fitted(fields, thermal.passing(fields).ys());
        assertEquals(5e-3, fitted.half(), 0.1e-3);
        assertEquals(0.5e-3, fitted.width(), 0.1e-3);
        for (double field : fields) {
            assertEquals(thermal.probability(field), fitted.probability(field), 0.06);
        }
    }

    @Test
    void aSigmoidIsFoundBackFromItsOwnPoints() {
        double[] fields = fields(15, 3e-3, 8e-3);
        double[] shares = Arrays.stream(fields).map(f -> PassingSigmoid.probability(f, 5.3e-3, 0.7e-3)).toArray();
        double[] found = PassingSigmoid.fit(fields, shares);
        assertEquals(5.3e-3, found[0], 1e-9);
        assertEquals(0.7e-3, found[1], 1e-9);
    }

    @Test
    void theFieldForAProbabilityIsItsInverse() {
        for (double p : new double[] {1e-3, 0.1, 0.5, 0.87, 0.999}) {
            assertEquals(PassingSigmoid.field(p, 5e-3, 0.5e-3), SYNAPSE.fieldFor(p), 1e-12);
            assertEquals(p, SYNAPSE.biasedTo(p).probability(), 1e-9);
            assertEquals(p, SYNAPSE.thermal().biasedTo(p).probability(), 1e-9);
        }
    }

    @Test
    void theVarianceOfRepeatedReadsIsThatOfACoin() {
        var synapse = SYNAPSE.biasedTo(0.3);
        int reads = 64;
        int groups = 2000;
        int[] all = synapse.reads(reads * groups);
        double[] shares = IntStream.range(0, groups)
                .mapToDouble(g -> Arrays.stream(all, g * reads, (g + 1) * reads).sum() / (double) reads).toArray();
        double mean = Arrays.stream(shares).average().orElseThrow();
        double variance = Arrays.stream(shares).map(s -> (s - mean) * (s - mean)).sum() / (groups - 1);
        double expected = 0.3 * 0.7 / reads;
        assertEquals(0.3, mean, 4 * Math.sqrt(expected / groups));
        assertEquals(expected, variance, 4 * expected * Math.sqrt(2.0 / groups));
    }

    @Test
    void readsDoNotDependOnHowTheDriveIsCut() {
        var seeds = List.of(Seed.root(5));
        var coarse = SYNAPSE.start(seeds);
        var fine = SYNAPSE.start(seeds);
        double[] field = {5.1e-3};
        double[] a = new double[1];
        double[] b = new double[1];
        for (int read = 0; read < 100; read++) {
            coarse.advance(field, 1e-6);
            for (int part = 0; part < 7; part++) {
                fine.advance(field, 1e-6 / 7);
            }
            coarse.read(DwSynapse.PASSED, a);
            fine.read(DwSynapse.PASSED, b);
            assertArrayEquals(a, b, "read " + read);
        }
    }

    @Test
    void whatAReadGivesOffIsTheWorkOfTheField() {
        assertEquals(2 * 860e3 * 5e-3 * 4e-21, SYNAPSE.energy(), 1e-25);
    }

    @Test
    void badInputIsNamed() {
        assertTrue(message(() -> SYNAPSE.field(5)).contains("Did you mean field(mT(5))?"));
        assertTrue(message(() -> SYNAPSE.fieldFor(1.2)).contains("between 0 and 1"));
        assertTrue(message(() -> SYNAPSE.fieldFor(1)).contains("between 0 and 1"));
        assertTrue(message(() -> SYNAPSE.reads(-3)).contains("-3 times"));
        assertTrue(message(() -> SYNAPSE.pulse(1e-9).thermal()).contains("attempts"));
        assertTrue(message(() -> SYNAPSE.fitted(new double[] {1e-3, 2e-3}, new double[] {0.1, 0.2})).contains("one half"));
    }

    private static String message(Runnable bad) {
        return assertThrows(IllegalArgumentException.class, bad::run).getMessage();
    }
}
