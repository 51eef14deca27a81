package io.larmor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Metric;
import io.larmor.machine.DelayLine;
import org.junit.jupiter.api.Test;

class SignalTransformationTest {

    @Test
    void wavesAreWhatTheyAreCalled() {
        for (String wave : SignalTransformation.waves()) {
            var task = SignalTransformation.task(wave, 16);
            assertEquals(Metric.MSE, task.metric());
            for (int t = 0; t < 64; t++) {
                double sine = task.inputs()[t][0];
                double due = task.targets()[t][0];
                double cosine = Math.cos(2 * Math.PI * (t % 16 + 0.5) / 16);
                switch (wave) {
                    case "square" -> assertEquals(Math.signum(sine), due);
                    case "cosine" -> assertEquals(cosine, due, 1e-12);
                    case "double" -> assertEquals(2 * sine * cosine, due, 1e-12);
                    default -> assertEquals(1.0 / 8, t % 16 == 0 ? 1.0 / 8 : due - task.targets()[t - 1][0], 1e-12);
                }
            }
        }
    }

    @Test
    void onlyMemoryTellsWhetherASineRises() {
        var task = SignalTransformation.task("cosine", 20);
        assertEquals(0.5, DelayLine.of(1).score(task).error(), 0.01);
        assertTrue(DelayLine.of(2).score(task).error() < 1e-12);
        assertEquals(0.5, Metric.MSE.of(new double[][] {{1}, {2}}, new double[][] {{1}, {1}}));
    }

    @Test
    void anUnknownWaveIsRefused() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SignalTransformation.task("sine", 20)).getMessage()
                .contains("cosine, double, sawtooth, square"));
    }
}
