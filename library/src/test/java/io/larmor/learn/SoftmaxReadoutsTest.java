package io.larmor.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Philox;
import io.larmor.core.Readout;
import io.larmor.core.States;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoftmaxReadoutsTest {

    private static final int WIDTH = 5;
    private static final int CLASSES = 3;

    /** Sequences of 2 to 4 frames about the corner of their class, one feature constant. */
    private static States sequences(int count, long seed) {
        var random = new Philox(seed);
        var rows = new ArrayList<double[]>();
        for (int n = 0; n < count; n++) {
            double[] row = new double[(2 + n % 3) * WIDTH];
            for (int i = 0; i < row.length; i++) {
                int feature = i % WIDTH;
                row[i] = feature == 4 ? 7 : 3 + (feature == n % CLASSES ? 1.5 : 0) + 0.8 * random.nextGaussian();
            }
            rows.add(row);
        }
        return new States(WIDTH, rows);
    }

    private static int[] labels(int count) {
        int[] labels = new int[count];
        Arrays.setAll(labels, n -> n % CLASSES);
        return labels;
    }

    @Test
    void theGradientIsTheDerivative() {
        var words = new SoftmaxWords(sequences(12, 1), labels(12), CLASSES, "test");
        var random = new Philox(2);
        double[] weights = new double[words.weights()];
        Arrays.setAll(weights, i -> 0.5 * random.nextGaussian());
        double[] gradient = new double[weights.length];
        double[] unused = new double[weights.length];
        words.loss(weights, 0.3, gradient);
        double step = 1e-5;
        for (int i = 0; i < weights.length; i++) {
            double[] up = weights.clone();
            double[] down = weights.clone();
            up[i] += step;
            down[i] -= step;
            double slope = (words.loss(up, 0.3, unused) - words.loss(down, 0.3, unused)) / (2 * step);
            assertEquals(slope, gradient[i], 1e-8, "weight " + i);
        }
    }

    @Test
    void logisticEndsWhereTheGradientIsZero() {
        var states = sequences(60, 3);
        var words = new SoftmaxWords(states, labels(60), CLASSES, "test");
        var trained = (SoftmaxWords.Flat) new Logistic(0.1, 2000).fit(states, labels(60), new int[60], CLASSES);
        // in scaled features the gradient of the loss must vanish: any small change makes it worse
        double[] gradient = new double[words.weights()];
        double least = words.loss(words.scaled(trained.weights()), 0.1, gradient);
        for (double part : gradient) {
            assertEquals(0, part, 1e-6);
        }
        assertTrue(least < Math.log(CLASSES));
    }

    @Test
    void bothLearnAToy() {
        for (Readout readout : new Readout[] {Logistic.standard(), Online.standard()}) {
            var trained = readout.fit(sequences(150, 4), labels(150), new int[150], CLASSES);
            var test = sequences(90, 5);
            int right = 0;
            for (int n = 0; n < 90; n++) {
                double[] sums = new double[CLASSES];
                double[] row = test.rows().get(n);
                for (int at = 0; at < row.length; at += WIDTH) {
                    trained.accumulate(row, at, sums);
                }
                int best = 0;
                for (int k = 1; k < CLASSES; k++) {
                    best = sums[k] > sums[best] ? k : best;
                }
                right += best == n % CLASSES ? 1 : 0;
            }
            assertTrue(right >= 78, readout.description() + ": " + right + " of 90");
        }
    }

    @Test
    void onlineFollowsALinearSeries() {
        var random = new Philox(6);
        double[] row = new double[2000 * 2];
        double[] targets = new double[2000];
        for (int t = 0; t < 2000; t++) {
            row[2 * t] = random.nextGaussian();
            row[2 * t + 1] = 5 + 2 * random.nextGaussian();
            targets[t] = 3 * row[2 * t] - 0.5 * row[2 * t + 1] + 1;
        }
        var trained = Online.standard().rate(0.5).fit(new States(2, List.of(row)), List.of(targets), 1);
        double[] out = new double[1];
        trained.accumulate(new double[] {1, 2}, 0, out);
        assertEquals(3, out[0], 1e-6);
    }

    @Test
    void whatTheyCannotDoIsRefused() {
        var states = sequences(3, 1);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Logistic.standard().fit(states, List.of(new double[2]), 1))
                .getMessage().contains("ridge()"));
        assertThrows(IllegalArgumentException.class, () -> Online.standard().rate(0));
        assertThrows(IllegalArgumentException.class, () -> Logistic.standard().penalty(-1));
        var none = new States(WIDTH, List.of());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Online.standard().fit(none, new int[0], new int[0], CLASSES))
                .getMessage().contains("no data to train on"));
    }
}
