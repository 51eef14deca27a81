package io.larmor.stochastic;

import io.larmor.core.Philox;
import io.larmor.task.VectorTask;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A small task for tests: images of 6 x 6 with a bright row or a bright column, on a noisy ground. */
final class Bars {

    private static final int SIDE = 6;

    private Bars() {
    }

    static VectorTask task() {
        int samples = 600;
        int width = SIDE * SIDE;
        var random = new Philox(11);
        float[] values = new float[samples * width];
        int[] labels = new int[samples];
        for (int s = 0; s < samples; s++) {
            labels[s] = s % 3;
            int place = random.nextInt(SIDE);
            for (int i = 0; i < width; i++) {
                int along = labels[s] == 0 ? i / SIDE : labels[s] == 1 ? i % SIDE : (i / SIDE + i) % SIDE;
                values[s * width + i] = (float) ((along == place ? 0.6 : 0) + 0.3 * random.nextDouble());
            }
        }
        int[] all = IntStream.range(0, samples).toArray();
        return new VectorTask("bars", "Generated.", List.of("row", "column", "slope"), new int[] {SIDE, SIDE}, values, labels,
                Arrays.copyOf(all, 450), new int[0], Arrays.copyOfRange(all, 450, 600));
    }

    /** A task that a linear layer can learn: which part of the vector is bright. */
    static VectorTask parts() {
        int samples = 400;
        int width = 20;
        var random = new Philox(12);
        float[] values = new float[samples * width];
        int[] labels = new int[samples];
        for (int s = 0; s < samples; s++) {
            labels[s] = s % 4;
            for (int i = 0; i < width; i++) {
                values[s * width + i] = (float) ((i / 5 == labels[s] ? 0.35 : 0) + 0.65 * random.nextDouble());
            }
        }
        int[] all = IntStream.range(0, samples).toArray();
        return new VectorTask("parts", "Generated.", List.of("a", "b", "c", "d"), new int[] {width}, values, labels,
                Arrays.copyOf(all, 300), new int[0], Arrays.copyOfRange(all, 300, 400));
    }
}
