package io.larmor.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.task.VectorTask;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamCnnTest {

    private static final int SIDE = 9;
    private static final int SAMPLES = 360;

    /** Bars that lie or stand, anywhere in the image, with a little gray noise. */
    private static VectorTask bars() {
        var random = new Philox(5);
        float[] values = new float[SAMPLES * SIDE * SIDE];
        int[] labels = new int[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            labels[s] = s % 2;
            int at = 1 + random.nextInt(SIDE - 2);
            int from = random.nextInt(3);
            for (int k = 0; k < 6; k++) {
                int pixel = labels[s] == 0 ? at * SIDE + from + k : (from + k) * SIDE + at;
                values[s * SIDE * SIDE + pixel] = 0.9f;
            }
            for (int k = 0; k < SIDE * SIDE; k++) {
                values[s * SIDE * SIDE + k] += (float) (0.03 * random.nextDouble());
            }
        }
        return new VectorTask("bars", "generated", List.of("lying", "standing"), new int[] {SIDE, SIDE}, values, labels,
                IntStream.range(0, 240).toArray(), new int[0], IntStream.range(240, SAMPLES).toArray());
    }

    private static StreamCnn small() {
        return StreamCnn.of(SIDE, SIDE, 2).filters(4, 3, 2).epochs(20);
    }

    @Test
    void itLearnsBarsAndItsStreamsAgreeWithTheClosedForm() {
        var task = bars();
        var fitted = small().fit(task);
        double closed = fitted.closedForm(task, task.test());
        assertTrue(closed > 0.9, "closed form " + closed);
        assertEquals(closed, fitted.run(task, task.test(), 64, 4096).accuracy(4096), 0.06);
    }

    @Test
    void theSameSeedTrainsTheSame() {
        var task = bars();
        var one = small().epochs(2).fit(task);
        assertArrayEquals(one.scores(task, task.test()), small().epochs(2).fit(task).scores(task, task.test()));
        assertNotEquals(one.scores(task, task.test())[0], small().epochs(2).repeat(1).fit(task).scores(task, task.test())[0]);
    }

    @Test
    void theGradientIsThatOfTheLoss() {
        var task = bars();
        var net = small().noise(0);
        int[] samples = {0, 1, 2, 3};
        // One step of Adam moves each weight by the rate against the sign of its gradient.
        var before = new CnnDescent(net, task, Seed.root(1));
        float[] filters = before.filters().clone();
        float[] dense = before.dense().clone();
        before.step(task, samples, 1e-3);
        double loss = loss(net, filters, dense, task, samples);
        int agree = 0;
        int checked = 0;
        for (int k = 0; k < filters.length; k++) {
            float[] moved = filters.clone();
            moved[k] += 1e-2f * Math.signum(filters[k]);
            double rise = loss(net, moved, dense, task, samples) - loss;
            double sign = Math.signum(before.filters()[k] - filters[k]) * Math.signum(filters[k]);
            if (Math.abs(rise) > 1e-4) {
                checked++;
                agree += sign * rise < 0 ? 1 : 0;
            }
        }
        assertTrue(checked > 10, "checked " + checked);
        assertTrue(agree >= checked - 1, agree + " of " + checked);
    }

    private static double loss(StreamCnn net, float[] filters, float[] dense, VectorTask task, int[] samples) {
        var fitted = new FittedCnn(net, filters, dense, Seed.root(1));
        float[] scores = fitted.scores(task, samples);
        double loss = 0;
        for (int s = 0; s < samples.length; s++) {
            double a = net.gain() * scores[2 * s + task.labels()[samples[s]]];
            double b = net.gain() * scores[2 * s + 1 - task.labels()[samples[s]]];
            loss += Math.log(1 + Math.exp(b - a)) / samples.length;
        }
        return loss;
    }

    @Test
    void neuronsThatShareAPixelHaveDifferentDelays() {
        var net = StreamCnn.of(28, 28, 10);
        for (int a = 0; a < net.places(); a++) {
            for (int b = 0; b < net.places(); b++) {
                boolean near = Math.abs(a / net.placeColumns() - b / net.placeColumns()) * net.stride() < net.size()
                        && Math.abs(a % net.placeColumns() - b % net.placeColumns()) * net.stride() < net.size();
                if (near && a != b) {
                    assertNotEquals(CnnRunner.delay(net, a, 3) / net.filters(), CnnRunner.delay(net, b, 5) / net.filters());
                }
            }
            assertTrue(CnnRunner.delay(net, a, net.filters() - 1) < 64 * CnnRunner.warmUp(net) + 1);
        }
    }

    @Test
    void energyIsBitsTimesGatesTimesTheEnergyOfABit() {
        var fitted = small().epochs(1).fit(bars());
        assertEquals((128.0 + fitted.latency()) * fitted.gates() * 20e-15, fitted.energy(128, 20e-15), 1e-20);
        assertTrue(fitted.gates() <= 16 * 4 * 9 + 16 * 4 * 2 + 3 * (64 + 2));
    }

    @Test
    void badInputIsRefusedWithItsReason() {
        refused("larger than the image", () -> StreamCnn.of(4, 4, 2));
        refused("at least 2", () -> StreamCnn.of(28, 28, 1));
        refused("streamCnn.stride", () -> small().filters(4, 3, 0));
        refused("for images of 28 x 28", () -> StreamCnn.of(28, 28, 2).fit(bars()));
        var fitted = small().epochs(1).fit(bars());
        refused("multiples of 64", () -> fitted.run(bars(), bars().test(), 100));
    }

    private static void refused(String reason, org.junit.jupiter.api.function.Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
