package io.larmor.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import org.junit.jupiter.api.Test;

class OrLayerTest {

    private static final int INPUTS = 9;
    private static final int OUTPUTS = 7;
    private static final int SAMPLES = 5;
    private static final OrLayer LAYER = OrLayer.of(INPUTS, OUTPUTS);

    private static float[] probabilities(int count, long key) {
        var random = new Philox(key);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i % 4 == 3 ? 0 : (float) (0.9 * random.nextDouble());
        }
        return values;
    }

    @Test
    void aNeuronIsOneUnlessEveryProductIsZero() {
        float[] x = probabilities(SAMPLES * INPUTS, 1);
        float[] w = probabilities(INPUTS * OUTPUTS, 2);
        float[] p = new float[SAMPLES * OUTPUTS];
        LAYER.forward(x, w, p, SAMPLES);
        for (int s = 0; s < SAMPLES; s++) {
            for (int j = 0; j < OUTPUTS; j++) {
                double zero = 1;
                for (int i = 0; i < INPUTS; i++) {
                    zero *= 1 - (double) w[i * OUTPUTS + j] * x[s * INPUTS + i];
                }
                assertEquals(1 - zero, p[s * OUTPUTS + j], 1e-6);
            }
        }
    }

    @Test
    void theGradientIsThatOfDifferences() {
        float[] x = probabilities(SAMPLES * INPUTS, 3);
        float[] w = probabilities(INPUTS * OUTPUTS, 4);
        float[] dp = probabilities(SAMPLES * OUTPUTS, 5);
        float[] p = new float[SAMPLES * OUTPUTS];
        float[] dw = new float[w.length];
        float[] dx = new float[x.length];
        LAYER.forward(x, w, p, SAMPLES);
        LAYER.backward(x, w, p, dp, dw, dx, SAMPLES);
        for (int k = 0; k < w.length; k++) {
            assertEquals(difference(x, w, dp, w, k), dw[k], 2e-3, "weight " + k);
        }
        for (int k = 0; k < x.length; k++) {
            assertEquals(difference(x, w, dp, x, k), dx[k], 2e-3, "input " + k);
        }
        float[] alone = new float[w.length];
        LAYER.backward(x, w, p, dp, alone, null, SAMPLES);
        assertArrayEquals(dw, alone, "the weights' gradient does not need the inputs'");
    }

    private static double difference(float[] x, float[] w, float[] dp, float[] changed, int k) {
        float kept = changed[k];
        float step = 0x1p-7f;
        changed[k] = kept + step;
        double up = loss(x, w, dp);
        changed[k] = kept - step;
        double down = loss(x, w, dp);
        changed[k] = kept;
        return (up - down) / (2 * step);
    }

    private static double loss(float[] x, float[] w, float[] dp) {
        float[] p = new float[dp.length];
        LAYER.forward(x, w, p, SAMPLES);
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += p[k] * dp[k];
        }
        return sum;
    }

    @Test
    void certaintyStaysFinite() {
        var layer = OrLayer.of(2, 1);
        float[] x = {1, 1};
        float[] w = {1, 1};
        float[] p = new float[1];
        float[] dw = new float[2];
        layer.forward(x, w, p, 1);
        layer.backward(x, w, p, new float[] {1}, dw, new float[2], 1);
        assertEquals(1, p[0], 1e-6);
        assertTrue(Float.isFinite(dw[0]));
    }

    @Test
    void threadsHaveNoSay() {
        var layer = OrLayer.of(64, 96);
        float[] x = probabilities(200 * 64, 6);
        float[] w = probabilities(64 * 96, 7);
        float[] dp = probabilities(200 * 96, 8);
        float[][] once = both(layer, x, w, dp, 1);
        float[][] again = both(layer, x, w, dp, 3);
        for (int i = 0; i < once.length; i++) {
            assertArrayEquals(once[i], again[i]);
        }
    }

    private static float[][] both(OrLayer layer, float[] x, float[] w, float[] dp, int threads) {
        int before = Parallel.threads();
        Parallel.threadsWhateverTheCores(threads);
        try {
            float[] p = new float[dp.length];
            float[] dw = new float[w.length];
            float[] dx = new float[x.length];
            layer.forward(x, w, p, 200);
            layer.backward(x, w, p, dp, dw, dx, 200);
            return new float[][] {p, dw, dx};
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void signedWeightsTakeTwoTrees() {
        float[] positive = new float[3];
        float[] negative = new float[3];
        OrLayer.split(new float[] {0.5f, -0.25f, 0}, positive, negative);
        assertArrayEquals(new float[] {0.5f, 0, 0}, positive);
        assertArrayEquals(new float[] {0, 0.25f, 0}, negative);
    }

    @Test
    void arraysThatAreTooShortAreRefused() {
        var error = assertThrows(IllegalArgumentException.class,
                () -> LAYER.forward(new float[3], new float[INPUTS * OUTPUTS], new float[OUTPUTS], 1));
        assertTrue(error.getMessage().contains("needs 9"), error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> OrLayer.of(0, 3));
    }
}
