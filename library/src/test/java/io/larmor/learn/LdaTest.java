package io.larmor.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Philox;
import io.larmor.core.Readout;
import io.larmor.core.States;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LdaTest {

    /** Two classes along (1, 1) whose noise lies along (1, -1) mostly, and a feature that is always 3. */
    private static States correlated(int[] labels, int perFrame) {
        var random = new Philox(5);
        var rows = new ArrayList<double[]>();
        for (int label : labels) {
            double[] row = new double[3 * perFrame];
            for (int f = 0; f < perFrame; f++) {
                double along = (label == 0 ? -1 : 1) + 0.5 * random.nextGaussian();
                double across = 10 * random.nextGaussian();
                row[3 * f] = along + across;
                row[3 * f + 1] = 1e-3 * (along - across);
                row[3 * f + 2] = 3;
            }
            rows.add(row);
        }
        return new States(3, rows);
    }

    private static int[] labels(int count) {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
        }
        return labels;
    }

    private static double accuracy(Readout.Trained trained, States states, int[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] sums = new double[2];
            for (int f = 0; f < states.frames(i); f++) {
                trained.accumulate(states.rows().get(i), f * states.width(), sums);
            }
            right += (sums[1] > sums[0] ? 1 : 0) == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    @Test
    void itSeesThroughCorrelatedNoiseOfAnyScale() {
        int[] labels = labels(400);
        var states = correlated(labels, 1);
        // The best possible is Φ(1/0.5) = 97.7 %; without the covariance there is hardly more than chance.
        assertEquals(0.977, accuracy(new Lda(0).fit(states, labels, labels, 2), states, labels), 0.02);
        assertTrue(accuracy(new Lda(1).fit(states, labels, labels, 2), states, labels) < 0.7);
    }

    @Test
    void theShrinkageIsChosenOnTrainingGroups() {
        int[] labels = labels(400);
        int[] groups = new int[400];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i / 40;
        }
        var trained = new Lda(Double.NaN).fit(correlated(labels, 1), labels, groups, 2);
        assertTrue(trained.description().matches("lda, shrinkage (0.0001|0.001|0.003|1e-4|1e-3|3e-3|0.01)"), trained.description());
    }

    @Test
    void theOutputsAreLogarithmsOfLikelihoodsUpToAConstant() {
        // One feature, means ±1 and unit variance: log p1 − log p0 = 2 x.
        var rows = new ArrayList<double[]>();
        int[] labels = {0, 0, 1, 1};
        for (double x : new double[] {-1 - Math.sqrt(0.5), -1 + Math.sqrt(0.5), 1 - Math.sqrt(0.5), 1 + Math.sqrt(0.5)}) {
            rows.add(new double[] {x});
        }
        var states = new States(1, rows);
        // The sum of squares 2 over 4 − 2 degrees of freedom makes the variance 1.
        var trained = new Lda(0).fit(states, labels, new int[] {0, 1, 0, 1}, 2);
        for (double x : new double[] {-2, 0, 0.3}) {
            double[] sums = new double[2];
            trained.accumulate(new double[] {x}, 0, sums);
            assertEquals(2 * x, sums[1] - sums[0], 1e-9);
        }
    }

    @Test
    void framesAddUp() {
        int[] labels = labels(200);
        var one = correlated(labels, 1);
        var many = correlated(labels, 4);
        assertTrue(accuracy(new Lda(0).fit(many, labels, labels, 2), many, labels)
                > accuracy(new Lda(0).fit(one, labels, labels, 2), one, labels));
    }

    @Test
    void aClassThatIsNotTrainedIsNeverAnswered() {
        int[] labels = labels(100);
        double[] sums = new double[3];
        new Lda(0.1).fit(correlated(labels, 1), labels, labels, 3).accumulate(new double[3], 0, sums);
        assertEquals(Double.NEGATIVE_INFINITY, sums[2], 0);
    }

    @Test
    void whatItCannotDoIsRefused() {
        var states = correlated(labels(4), 1);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Lda(2)).getMessage().contains("lda.shrinkage = 2"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Lda(0).fit(states, List.<double[]>of(), 1)).getMessage()
                .contains("ridge()"));
        assertThrows(IllegalArgumentException.class, () -> new Lda(0).fit(new States(3, List.of()), new int[0], new int[0], 2));
    }
}
