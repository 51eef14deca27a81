package io.larmor.network;

import io.larmor.core.Seed;
import io.larmor.task.VectorTask;
import java.util.List;
import java.util.stream.IntStream;

/** Small tasks that are made in no time. */
final class Toys {

    private Toys() {
    }

    /** Spectra with a bump at a place that depends on the class; 2/3 train, a sixth each validates and tests. */
    static VectorTask bumps(int width, int classes, int samples) {
        var random = Seed.root(5).child("bumps").generator();
        float[] values = new float[samples * width];
        int[] labels = new int[samples];
        for (int s = 0; s < samples; s++) {
            labels[s] = s % classes;
            double center = (labels[s] + 0.5 + 0.2 * random.nextGaussian()) * width / classes;
            for (int i = 0; i < width; i++) {
                double far = (i - center) / (0.3 * width / classes);
                values[s * width + i] = (float) (Math.exp(-far * far) + 0.1 * random.nextDouble());
            }
        }
        return new VectorTask("bumps", "generated", IntStream.range(0, classes).mapToObj(k -> "c" + k).toList(), new int[] {width},
                values, labels, IntStream.range(0, samples * 2 / 3).toArray(),
                IntStream.range(samples * 2 / 3, samples * 5 / 6).toArray(), IntStream.range(samples * 5 / 6, samples).toArray());
    }

    /** Images of 8 x 8 with a bar that lies or stands. */
    static VectorTask bars(int samples) {
        var random = Seed.root(6).child("bars").generator();
        float[] values = new float[samples * 64];
        int[] labels = new int[samples];
        for (int s = 0; s < samples; s++) {
            labels[s] = s % 2;
            int line = random.nextInt(8);
            for (int i = 0; i < 64; i++) {
                boolean on = labels[s] == 0 ? i / 8 == line : i % 8 == line;
                values[s * 64 + i] = (float) ((on ? 0.7 : 0) + 0.2 * random.nextDouble());
            }
        }
        return new VectorTask("bars", "generated", List.of("lying", "standing"), new int[] {8, 8}, values, labels,
                IntStream.range(0, samples / 2).toArray(), new int[0], IntStream.range(samples / 2, samples).toArray());
    }
}
