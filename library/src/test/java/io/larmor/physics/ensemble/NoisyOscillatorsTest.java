package io.larmor.physics.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.larmor.core.Seed;
import io.larmor.physics.SlavinTiberkevich;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernels")
class NoisyOscillatorsTest {

    private static final double DAMPING = 2 * Math.PI * 0.9e6;
    private static final double Q = 2;

    private static List<Seed> seeds(int count) {
        return IntStream.range(0, count).mapToObj(Seed.root(21).child("oscillator")::child).toList();
    }

    private static double[] all(int count, double zeta) {
        double[] values = new double[count];
        Arrays.fill(values, zeta);
        return values;
    }

    /** One alone, a few, and more than are drawn at once; in slots of lengths that do not fit the noise's groups. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 300})
    void oneDoesNotSeeWhatRunsBesideIt(int count) throws InterruptedException {
        var together = new NoisyOscillators(seeds(count), 0.2);
        double[] alone = new double[count];
        int[] slots = {10, 3, 1, 250, 7};
        for (int slot : slots) {
            together.advance(all(count, 1.5), DAMPING, Q, 1e-5, 1e-9, slot);
        }
        // The same bits with the fast noise in place.
        Kernels.settled();
        for (int i = 0; i < count; i++) {
            var one = new NoisyOscillators(seeds(count).subList(i, i + 1), 0.2);
            for (int slot : slots) {
                one.advance(all(1, 1.5), DAMPING, Q, 1e-5, 1e-9, slot);
            }
            alone[i] = one.power()[0];
        }
        assertArrayEquals(alone, together.power());
    }

    @Test
    void withoutHeatItIsEulersMethod() {
        var oscillators = new NoisyOscillators(seeds(3), 0.01);
        oscillators.advance(new double[] {0.8, 1.5, 2.5}, DAMPING, Q, 0, 1e-9, 400);
        assertEquals(SlavinTiberkevich.euler(0.01, 0.8, DAMPING, Q, 1e-9, 400), oscillators.power()[0], 1e-15);
        assertEquals(SlavinTiberkevich.euler(0.01, 2.5, DAMPING, Q, 1e-9, 400), oscillators.power()[2], 1e-14);
    }

    @Test
    void heatGivesTheThermalPowerBelowThreshold() {
        double thermal = 1e-4;
        double zeta = 2.0 / 3;
        var oscillators = new NoisyOscillators(seeds(500), thermal);
        double[] zetas = all(500, zeta);
        oscillators.advance(zetas, DAMPING, Q, thermal, 1e-9, 1000);
        double sum = 0;
        int looks = 20;
        for (int i = 0; i < looks; i++) {
            oscillators.advance(zetas, DAMPING, Q, thermal, 1e-9, 200);
            sum += Arrays.stream(oscillators.power()).average().orElseThrow() / looks;
        }
        double expected = SlavinTiberkevich.thermalPower(zeta, thermal);
        assertEquals(expected, sum, 0.3 * expected, "seed 21; reflection biases the mean upward");
    }

    @Test
    void powerFluctuatesAboveThresholdAsLinearTheorySays() {
        double thermal = 1e-5;
        double zeta = 2;
        double stationary = SlavinTiberkevich.stationaryPower(zeta, Q);
        var oscillators = new NoisyOscillators(seeds(4000), stationary);
        oscillators.advance(all(4000, zeta), DAMPING, Q, thermal, 1e-9, 1000);
        double mean = Arrays.stream(oscillators.power()).average().orElseThrow();
        double variance = Arrays.stream(oscillators.power()).map(p -> (p - mean) * (p - mean)).average().orElseThrow();
        assertEquals(stationary, mean, 0.01 * stationary, "seed 21");
        assertEquals(thermal * stationary / (zeta - 1), variance, 0.12 * thermal * stationary, "seed 21");
    }
}
