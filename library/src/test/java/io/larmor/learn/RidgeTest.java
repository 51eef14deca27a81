package io.larmor.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Philox;
import io.larmor.core.Readout;
import io.larmor.core.States;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeTest {

    private static final int WIDTH = 6;
    private static final int CLASSES = 3;

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-3, 1, 100})
    void weightsAreThoseOfTheAugmentedLeastSquaresProblem(double penalty) {
        var data = new Sample(17, 40);
        double[] given = outputs(new Ridge(penalty).fit(data.states, data.labels, data.groups, CLASSES), data);
        // Independent: least squares by QR on [S; sqrt(penalty) I] and [Y; 0].
        int frames = data.states.frames();
        double[][] a = new double[frames + WIDTH + 1][WIDTH + 1];
        double[][] b = new double[frames + WIDTH + 1][CLASSES];
        int row = 0;
        for (int i = 0; i < data.labels.length; i++) {
            for (double[] frame : data.states.sequence(i)) {
                System.arraycopy(frame, 0, a[row], 0, WIDTH);
                a[row][WIDTH] = 1;
                b[row++][data.labels[i]] = 1;
            }
        }
        for (int i = 0; i <= WIDTH; i++) {
            a[frames + i][i] = Math.sqrt(penalty);
        }
        double[][] weights = new QRDecomposition(new Array2DRowRealMatrix(a)).getSolver()
                .solve(new Array2DRowRealMatrix(b)).getData();
        double[] expected = new double[given.length];
        double[] frame = data.states.frame(0, 0);
        for (int k = 0; k < CLASSES; k++) {
            for (int i = 0; i < WIDTH; i++) {
                expected[k] += weights[i][k] * frame[i];
            }
            expected[k] += weights[WIDTH][k];
        }
        assertArrayEquals(expected, given, 1e-9);
    }

    @Test
    void withoutPenaltyASingularProblemGetsTheSmallestSolution() {
        var data = new Sample(18, 40);
        // Two equal features: the normal equations are singular.
        var rows = data.states.rows().stream().map(r -> {
            double[] copy = r.clone();
            for (int at = 0; at < copy.length; at += WIDTH) {
                copy[at + 1] = copy[at];
            }
            return copy;
        }).toList();
        var twins = new States(WIDTH, rows);
        var free = new Ridge(0).fit(twins, data.labels, data.groups, CLASSES);
        var tiny = new Ridge(1e-9).fit(twins, data.labels, data.groups, CLASSES);
        double[] a = new double[CLASSES];
        double[] b = new double[CLASSES];
        free.accumulate(rows.get(0), 0, a);
        tiny.accumulate(rows.get(0), 0, b);
        assertArrayEquals(b, a, 1e-5);
    }

    @Test
    void thePenaltyIsChosenOnTheTrainingData() {
        var data = new Sample(19, 60);
        var chosen = new Ridge(Double.NaN).fit(data.states, data.labels, data.groups, CLASSES);
        assertTrue(chosen.description().matches("ridge, penalty \\S+"), chosen.description());
        var oneGroup = new Ridge(Double.NaN).fit(data.states, data.labels, new int[data.labels.length], CLASSES);
        assertTrue(oneGroup.description().matches("ridge, penalty \\S+"), oneGroup.description());
        var alone = assertThrows(IllegalArgumentException.class, () -> new Ridge(Double.NaN)
                .fit(data.states.of(new int[] {0}), new int[] {0}, new int[] {0}, CLASSES));
        assertTrue(alone.getMessage().contains("ridge(1e-6)"), alone.getMessage());
    }

    @Test
    void errorFromSumsIsTheErrorFromSamples() {
        var data = new Sample(20, 30);
        var gram = new Gram(WIDTH, CLASSES);
        IntStream.range(0, data.labels.length).forEach(i -> gram.add(data.states.rows().get(i), 0, data.states.frames(i),
                (sample, into, at) -> into[at + data.labels[i]] = 1));
        var random = new Philox(4);
        double[][] weights = new double[WIDTH + 1][CLASSES];
        Arrays.stream(weights).forEach(row -> Arrays.setAll(row, k -> random.nextGaussian()));
        double sum = 0;
        for (int i = 0; i < data.labels.length; i++) {
            for (double[] frame : data.states.sequence(i)) {
                for (int k = 0; k < CLASSES; k++) {
                    double output = weights[WIDTH][k];
                    for (int j = 0; j < WIDTH; j++) {
                        output += weights[j][k] * frame[j];
                    }
                    double target = k == data.labels[i] ? 1 : 0;
                    sum += (output - target) * (output - target);
                }
            }
        }
        assertEquals(sum / data.states.frames(), gram.error(weights), 1e-9);
    }

    @Test
    void aSeriesIsFittedAsTheClassesAreWithTheSameTargets() {
        var data = new Sample(23, 40);
        var targets = new ArrayList<double[]>();
        for (int i = 0; i < data.labels.length; i++) {
            double[] due = new double[data.states.frames(i) * CLASSES];
            for (int t = 0; t < data.states.frames(i); t++) {
                due[t * CLASSES + data.labels[i]] = 1;
            }
            targets.add(due);
        }
        assertArrayEquals(outputs(new Ridge(1e-3).fit(data.states, data.labels, data.groups, CLASSES), data),
                outputs(new Ridge(1e-3).fit(data.states, targets, CLASSES), data), 1e-12);
    }

    @Test
    void badPenaltiesAndNoDataAreRefused() {
        assertEquals("ridge.penalty = -1 is outside 0 .. 1e12. It is the weight of small weights against small errors.",
                assertThrows(IllegalArgumentException.class, () -> new Ridge(-1)).getMessage());
        var none = assertThrows(IllegalArgumentException.class,
                () -> new Ridge(1).fit(new States(3, List.of()), new int[0], new int[0], 2));
        assertTrue(none.getMessage().contains("no data to train on"), none.getMessage());
    }

    private static double[] outputs(Readout.Trained trained, Sample data) {
        double[] sums = new double[CLASSES];
        trained.accumulate(data.states.rows().get(0), 0, sums);
        return sums;
    }

    /** Sequences of a few frames, whose first features lean to their class. */
    private static final class Sample {
        final States states;
        final int[] labels;
        final int[] groups;

        Sample(long seed, int count) {
            var random = new Philox(seed);
            var rows = new ArrayList<double[]>();
            labels = new int[count];
            groups = new int[count];
            for (int i = 0; i < count; i++) {
                labels[i] = i % CLASSES;
                groups[i] = i % 4;
                double[] row = new double[(1 + random.nextInt(6)) * WIDTH];
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextGaussian() + (j % WIDTH == labels[i] ? 1 : 0);
                }
                rows.add(row);
            }
            states = new States(WIDTH, rows);
        }
    }
}
