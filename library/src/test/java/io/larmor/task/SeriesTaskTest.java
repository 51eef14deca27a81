package io.larmor.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.ReferenceVector;
import io.larmor.core.Metric;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTaskTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void narmaMatchesTheReferenceVector(int order) throws IOException {
        var vector = ReferenceVector.read("narma" + order);
        double[] u = Arrays.stream(ReferenceVector.uniform(1, vector.rows().length)).map(x -> 0.5 * x).toArray();
        assertArrayEquals(vector.column("u"), u, 0);
        assertArrayEquals(vector.column("y"), Narma.response(order, u), 1e-12);
    }

    @Test
    void mackeyGlassMatchesTheReferenceVector() throws IOException {
        var vector = ReferenceVector.read("mackey_glass_tau17");
        int samples = vector.rows().length;
        assertArrayEquals(vector.column("x"), MackeyGlass.solve(samples, 100, true), 1e-8);
        assertArrayEquals(vector.column("x_rk4_dt0p1"), MackeyGlass.solve(samples, 10, false), 1e-10);
        assertArrayEquals(vector.column("x_rk4_dt0p01"), MackeyGlass.solve(samples, 100, false), 1e-10);
    }

    @Test
    void mackeyGlassIsOfFourthOrder() {
        double exact = MackeyGlass.solve(61, 800, true)[60];
        double coarse = Math.abs(MackeyGlass.solve(61, 5, true)[60] - exact);
        double fine = Math.abs(MackeyGlass.solve(61, 10, true)[60] - exact);
        assertEquals(16, coarse / fine, 6, coarse + " and " + fine);
    }

    @Test
    void lorenzMatchesTheReferenceVector() throws IOException {
        var vector = ReferenceVector.read("lorenz63");
        double[][] here = Lorenz63.solve(vector.rows().length, 0.05);
        for (int i = 0; i < here.length; i++) {
            assertArrayEquals(Arrays.copyOfRange(vector.rows()[i], 1, 4), here[i], 1e-6, "at " + vector.rows()[i][0]);
        }
    }

    @Test
    void stretchesFollowOneAnother() {
        var task = Narma.task(10).lengths(300, 200, 100);
        assertEquals(800, task.length());
        assertEquals(200, task.trainBegin());
        assertEquals(500, task.trainEnd());
        assertEquals(700, task.testBegin());
        assertEquals(800, task.testEnd());
        var validation = task.validating();
        assertEquals(700, validation.length());
        assertEquals(500, validation.testBegin());
        // Settings are chosen on the same series, before its test begins.
        for (int t = 0; t < validation.length(); t++) {
            assertArrayEquals(task.inputs()[t], validation.inputs()[t], 0);
            assertArrayEquals(task.targets()[t], validation.targets()[t], 0);
        }
        assertThrows(IllegalStateException.class, validation::validating);
    }

    @Test
    void targetsAreWhatIsDueNext() {
        var task = Narma.task(10);
        double[] u = Arrays.stream(task.inputs()).mapToDouble(x -> x[0]).toArray();
        double[] y = Narma.response(10, u);
        for (int t = 0; t + 1 < u.length; t++) {
            assertEquals(y[t + 1], task.targets()[t][0], 0);
        }
        var glass = MackeyGlass.task(5).lengths(100, 0, 100);
        for (int t = 0; t + 5 < glass.length(); t++) {
            assertEquals(glass.inputs()[t + 5][0], glass.targets()[t][0], 0);
        }
        assertEquals(3, Lorenz63.task().lengths(100, 0, 50).outputs());
    }

    @Test
    void theMetricIsTheOneThatPapersState() {
        double[][] target = {{1}, {2}, {3}, {6}};
        double[][] mean = {{3}, {3}, {3}, {3}};
        double[][] off = {{2}, {3}, {4}, {7}};
        assertEquals(1, Metric.NMSE.of(mean, target), 1e-15);
        assertEquals(4.0 / 14, Metric.NMSE.of(off, target), 1e-15);
        assertEquals(Math.sqrt(4.0 / 14), Metric.NRMSE.of(off, target), 1e-15);
    }

    @Test
    void wrongLengthsAndOrdersAreRefused() {
        assertTrue(message(() -> Narma.task(5)).contains("orders 2 and 10"));
        assertTrue(message(() -> Narma.task(10).lengths(1000, 0, 1)).startsWith("NARMA-10.test = 1"));
        assertTrue(message(() -> MackeyGlass.task(0)).contains("mackeyGlass"));
    }

    private static String message(Executable bad) {
        return assertThrows(IllegalArgumentException.class, bad).getMessage();
    }
}
