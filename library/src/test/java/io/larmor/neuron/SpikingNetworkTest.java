package io.larmor.neuron;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.device.DwNeuron;
import io.larmor.device.VoltageNeuron;
import io.larmor.physics.LeakyFiring;
import io.larmor.task.VectorTask;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpikingNetworkTest {

    /** Which of two groups of four inputs is brighter, up to a parity that no line parts. */
    private static VectorTask toy() {
        var random = new Philox(11);
        int n = 600;
        float[] values = new float[8 * n];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            float x = random.nextInt(2);
            float y = random.nextInt(2);
            labels[i] = x == y ? 0 : 1;
            for (int k = 0; k < 8; k++) {
                values[8 * i + k] = (k < 4 ? x : y) + (float) (0.15 * random.nextGaussian());
            }
        }
        return new VectorTask("toy", "made here", List.of("same", "other"), new int[] {8}, values, labels, IntStream.range(0, 400).toArray(),
                IntStream.range(400, 500).toArray(), IntStream.range(500, 600).toArray());
    }

    private static List<Firing> kinds() {
        return List.of(Firing.Leaky.ideal(0.9), Firing.Leaky.of(DwNeuron.standard(), 2e-9), Firing.Chance.binary(),
                Firing.Chance.of(VoltageNeuron.standard()), Firing.Chance.software());
    }

    private static void refused(Supplier<?> action, String words) {
        var error = assertThrows(IllegalArgumentException.class, action::get);
        assertTrue(error.getMessage().contains(words), error.getMessage());
    }

    @Test
    void everyKindOfNeuronLearnsWhatNoLineParts() {
        for (Firing firing : kinds()) {
            var fitted = SpikingNetwork.of(24).neurons(firing).epochs(60).batch(20).rate(0.02).fit(toy());
            assertTrue(fitted.score(toy()).accuracy() > 0.93, firing.label() + ": " + fitted.score(toy()) + ", session seed " + Seed.sessionNumber());
        }
        var few = SpikingNetwork.of(24).levels(5).epochs(60).batch(20).rate(0.02).fit(toy());
        assertTrue(few.score(toy()).accuracy() > 0.9, few.score(toy()).toString());
    }

    @Test
    void gradientsAreThoseOfTheExpectation() {
        var network = SpikingNetwork.of(6).neurons(Firing.Chance.software());
        float[][] parameters = SpikingLayers.initial(network, 5, 3, Seed.root(4));
        var layers = new SpikingLayers(network, 5, 3, parameters, 4);
        var random = new Philox(8);
        float[] x = new float[20];
        float[] wanted = new float[12];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = (float) random.nextGaussian();
        }
        System.arraycopy(x, 0, layers.x, 0, x.length);
        layers.forward(4, true, random, null);
        float[][] gradients = {new float[30], new float[6], new float[18], new float[3]};
        layers.backward(4, wanted, gradients, new float[24]);
        for (int p = 0; p < 4; p++) {
            for (int i = 0; i < parameters[p].length; i++) {
                float kept = parameters[p][i];
                double step = 1e-2;
                parameters[p][i] = (float) (kept + step);
                double above = sum(layers, wanted);
                parameters[p][i] = (float) (kept - step);
                double below = sum(layers, wanted);
                parameters[p][i] = kept;
                assertEquals((above - below) / (2 * step), gradients[p][i], 2e-3 * Math.max(1, Math.abs(gradients[p][i])), p + " " + i);
            }
        }
    }

    private static double sum(SpikingLayers layers, float[] wanted) {
        layers.forward(4, true, null, null);
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            sum += (double) wanted[i] * layers.outputs[i];
        }
        return sum;
    }

    @Test
    void leakyNeuronsFireAtTheRateOfTheClosedForm() {
        // In fine steps the discrete neuron is the continuous one: u' = β u + (1 - β) drive.
        float beta = 0.999f;
        float[] inputs = {0.9f, 1.2f, 2f, 5f};
        float[] scaled = new float[4];
        for (int i = 0; i < 4; i++) {
            scaled[i] = (1 - beta) * inputs[i];
        }
        float[] rates = new float[4];
        LeakyFiring.rates(scaled, 4, 100_000, beta, 0, false, 0, rates, null);
        for (int i = 0; i < 4; i++) {
            double interval = LeakyFiring.interval(-1 / Math.log(beta), inputs[i]);
            assertEquals(Double.isInfinite(interval) ? 0 : 1 / interval, rates[i], 0.005 * rates[i] + 1.01e-5);
        }
    }

    @Test
    void surrogateSlopesAreCarriedAlongTheSteps() {
        float[] slope = new float[1];
        float[] rate = new float[1];
        LeakyFiring.rates(new float[] {0.3f}, 1, 2, 0.5f, 0, false, 0, rate, slope);
        double first = 1 / Math.pow(1 + 4 * 0.7, 2);
        double second = 1.5 / Math.pow(1 + 4 * 0.55, 2);
        assertEquals((first + second) / 2, slope[0], 1e-6);
        assertEquals(0, rate[0]);
        LeakyFiring.rates(new float[] {1.5f}, 1, 4, 0.5f, 0, false, 1, rate, slope);
        assertEquals(0.5, rate[0], "it rests every other step");
        LeakyFiring.rates(new float[] {0.3f}, 1, 50, 0.9f, 0.4f, true, 0, rate, slope);
        assertEquals(0, slope[0], "a pinned wall does not feel small changes");
    }

    @Test
    void sharesOfSpikesHaveTheirMeanAndVariance() {
        int n = 20_000;
        float[] inputs = new float[n];
        java.util.Arrays.fill(inputs, 0.8f);
        float[] rates = new float[n];
        Firing.Chance.binary().rates(inputs, n, 25, false, new Philox(3), null, rates, null);
        double p = 1 / (1 + Math.exp(-0.8));
        double sum = 0;
        double squares = 0;
        for (float rate : rates) {
            sum += rate;
            squares += (rate - p) * (rate - p);
        }
        double variance = p * (1 - p) / 25;
        assertEquals(p, sum / n, 4.5 * Math.sqrt(variance / n), "seed 3");
        assertEquals(variance, squares / n, 4.5 * variance * Math.sqrt(2.0 / n), "seed 3");
    }

    @Test
    void sizesActAsTheDeviceSays() {
        var neuron = VoltageNeuron.standard();
        float[] rates = new float[1];
        // the law trained for, in units of the width; one neuron 4 % too thick and 3 % too narrow
        double ratio = neuron.threshold() / neuron.spread();
        float[][] size = {{(float) (ratio * 0.04), (float) (0.97 * 0.97)}};
        new Firing.Chance("", ratio, true, true).rates(new float[] {0.5f}, 1, 1, false, null, size, rates, null);
        double voltage = neuron.half() + 0.5 * neuron.width();
        assertEquals(neuron.sized(0.04, -0.03).probability(voltage), rates[0], 1e-6);
        var fitted = SpikingNetwork.of(12).neurons(neuron).epochs(30).batch(20).rate(0.02).fit(toy());
        double right = fitted.score(toy()).accuracy();
        assertTrue(fitted.sizeErrors(0.5, 0.5).score(toy()).accuracy() < right, "errors of half the size must hurt");
        assertEquals(fitted.spikes(toy()) * 27.66e-18, fitted.energy(toy()), 1e-24);
    }

    @Test
    void threadsHaveNoSayAndSeedsRepeat() {
        var network = SpikingNetwork.of(8).neurons(Firing.Chance.binary()).epochs(3).repeats(3);
        double[] many = network.fit(toy()).noisy(0.5).score(toy()).repeatMeans();
        int before = Parallel.threads();
        try {
            Parallel.threadsWhateverTheCores(1);
            assertArrayEquals(many, network.fit(toy()).noisy(0.5).score(toy()).repeatMeans(), 0);
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void levelsAreEvenlySpacedAndFew() {
        float[] weights = {-3, -1, -0.2f, 0, 0.4f, 1, 2};
        float[] rounded = SpikingLayers.rounded(weights, 5);
        assertTrue(IntStream.range(0, 7).mapToObj(i -> rounded[i]).distinct().count() <= 5);
        assertEquals(0, rounded[3]);
    }

    @Test
    void badSettingsAreRefused() {
        refused(() -> SpikingNetwork.of(10).levels(4), "odd number");
        refused(() -> SpikingNetwork.of(0), "spikingNetwork.hidden = 0");
        refused(() -> Firing.Leaky.ideal(1.5), "beta = 1.5");
        refused(() -> Firing.Leaky.of(DwNeuron.standard(), 1), "below the time of the leak");
        var fitted = SpikingNetwork.of(4).epochs(1).fit(toy());
        refused(() -> fitted.sizeErrors(0.1, 0.1), "neurons that a voltage switches");
        refused(() -> fitted.noisy(-1), "fitted.noisy = -1");
    }
}
