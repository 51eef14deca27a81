package io.larmor.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.physics.Telegraph;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    private static final double RANGE = Population.RANGE.standard();
    private static final double[] TRAINING = grid(160, 1);
    private static final double[] TEST = grid(301, 0.98);
    private static final DoubleUnaryOperator SINE = i -> Math.sin(Math.PI * i / RANGE);

    private static double[] grid(int n, double part) {
        double[] xs = new double[n];
        Arrays.setAll(xs, i -> part * RANGE * (2.0 * i / (n - 1) - 1));
        return xs;
    }

    private static double[] of(DoubleUnaryOperator f, double[] xs) {
        return Arrays.stream(xs).map(f).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1.2})
    void cyclesHaveTheMeanAndTheVarianceOfRenewals(double tilt) {
        var random = new Philox(4);
        double up = 1000 * Math.exp(tilt);
        double down = 1000 * Math.exp(-tilt);
        double time = 0.2;
        int trials = 4000;
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < trials; k++) {
            double count = Telegraph.cycles(up, down, time, random);
            sum += count;
            squares += count * count;
        }
        double mean = sum / trials;
        double expected = time / (1 / up + 1 / down);
        double variance = squares / trials - mean * mean;
        double fano = Telegraph.fanoFactor(1, tilt);
        assertEquals(expected, mean, 4 * Math.sqrt(expected * fano / trials));
        // The variance of a finite count has a constant beside the slope, below a quarter.
        assertEquals(expected * fano, variance, 4 * expected * fano * Math.sqrt(2.0 / trials) + 0.25);
    }

    @Test
    void tuningCurvesAreThoseOfTheJunction() {
        var population = Population.of(9);
        double[] rates = population.rates(3e-6);
        for (int k = 0; k < 9; k++) {
            double center = -RANGE + k * RANGE / 4;
            double expected = population.junction().rates(new double[] {3e-6 - center}).ys()[0];
            assertEquals(expected, rates[k], 1e-9 * expected);
        }
    }

    @Test
    void readingsHaveTheMeanAndTheVarianceThatTheySay() {
        var population = Population.of(5).time(0.05).variability(0.2);
        double stimulus = 1e-6;
        int trials = 3000;
        double[] sum = new double[5];
        double[] squares = new double[5];
        for (int t = 0; t < trials; t++) {
            double[] r = population.read(stimulus, Seed.root(3).child(t).generator());
            for (int k = 0; k < 5; k++) {
                sum[k] += r[k];
                squares[k] += r[k] * r[k];
            }
        }
        double[] expected = population.expected(stimulus);
        double[] variances = population.variances(stimulus);
        double count = 1 / (population.mostRate() * population.time());
        for (int k = 0; k < 5; k++) {
            double mean = sum[k] / trials;
            assertEquals(expected[k], mean, 4 * Math.sqrt(variances[k] / trials) + 1e-12);
            assertEquals(variances[k], squares[k] / trials - mean * mean, 0.15 * variances[k] + 0.25 * count * count);
        }
    }

    @Test
    void aSineIsLearnedByRidgeAndByTheLocalRuleButNotFromTheRawStimulus() {
        var population = Population.of(9);
        double[] due = of(SINE, TRAINING);
        double ridge = population.fit(TRAINING, due).error(TEST, of(SINE, TEST));
        double local = population.learn(new LocalRule(0.5, 4000), TRAINING, due).error(TEST, of(SINE, TEST));
        double raw = SoftwareFeatures.raw(RANGE).fit(TRAINING, due).error(TEST, of(SINE, TEST));
        assertTrue(ridge < 0.08, "ridge " + ridge);
        assertTrue(local < 0.1, "local " + local);
        assertTrue(raw > 0.3, "raw " + raw);
    }

    @Test
    void noiseFallsWithTheRootOfTheTimeAsPredicted() {
        var function = Population.of(9).fit(TRAINING, of(SINE, TRAINING));
        double before = 0;
        for (double time : new double[] {0.02, 0.08, 0.32}) {
            var timed = function.on(Population.of(9).time(time));
            double predicted = timed.predictedNoise(TEST);
            assertEquals(1, timed.noise(TEST) / predicted, 0.2);
            assertTrue(before == 0 || Math.abs(before / predicted - 2) < 1e-9);
            before = predicted;
        }
    }

    @Test
    void aStepOfTheLocalRuleTakesTheStatedPartOfTheError() {
        double[] weights = {0.1, -0.2, 0.3, 0};
        double[] r = {0.5, 1, 0.25};
        double off = 2 - (0.05 - 0.2 + 0.075);
        assertEquals(off * off, Learning.step(weights, r, 2, 0.25), 1e-12);
        double after = 2 - (weights[0] * 0.5 + weights[1] + weights[2] * 0.25);
        assertEquals(0.75 * off, after, 1e-12);
    }

    @Test
    void aRelayOfTwoPopulationsKeepsAFunction() {
        var first = Population.of(9).variability(0.2).piece("first").time(1);
        var second = Population.of(9).variability(0.2).piece("second").time(1);
        DoubleUnaryOperator square = i -> 2 * i * i / RANGE - RANGE;
        var relay = first.fit(TRAINING, of(square, TRAINING)).into(second.fit(TRAINING, TRAINING));
        double error = relay.error(TEST, of(square, TEST));
        assertTrue(error < 0.06 * 2 * RANGE, "error " + error);
    }

    @Test
    void piecesOfHardwareDifferAndRepeatThemselves() {
        var population = Population.of(9).variability(0.1);
        assertArrayEquals(population.rates(0), population.rates(0));
        assertNotEquals(population.rates(0)[4], population.piece("other").rates(0)[4]);
    }

    @Test
    void lettersBeginAndEndInTheirSupportPoints() {
        var e = Cursive.of('e', 50);
        assertEquals(-0.1, e.x()[0], 1e-12);
        assertEquals(0.15, e.y()[0], 1e-12);
        assertEquals(1.2, e.x()[49], 1e-12);
        assertEquals(0.35, e.y()[49], 1e-12);
        for (int i = 1; i < 50; i++) {
            assertTrue(Math.hypot(e.x()[i] - e.x()[i - 1], e.y()[i] - e.y()[i - 1]) < 0.2);
        }
    }

    @Test
    void badInputIsRefusedWithItsReason() {
        refused("population.time", () -> Population.of(9).time(0));
        refused("population.variability", () -> Population.of(9).variability(-0.1));
        refused("population.population", () -> Population.of(1));
        refused("give one a stimulus", () -> Population.of(9).fit(TRAINING, new double[3]));
        refused("must be finite", () -> Population.of(9).fit(new double[] {0, Double.NaN}, new double[2]));
        refused("localRule", () -> new LocalRule(2.5, 10));
        refused("[a, c, e, l, o]", () -> Cursive.of('z', 10));
        refused("weights of 9", () -> Population.of(9).fit(TRAINING, of(SINE, TRAINING)).on(Population.of(5)));
    }

    private static void refused(String reason, org.junit.jupiter.api.function.Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
