package io.larmor.bench;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import io.larmor.learn.Adam;
import io.larmor.learn.product.FloatProducts;
import io.larmor.network.Dense;
import io.larmor.network.FittedNetwork;
import io.larmor.network.Network;
import io.larmor.physics.rf.OscillatorNeuron;
import io.larmor.physics.rf.ResonatorChains;
import io.larmor.physics.rf.SpinDiodeLine;
import io.larmor.task.VectorTask;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A network of radio-frequency junctions of the size of Ross et al. 2023, tones - 128 - 10, on one thread: forward and
 * backward with all products of matrices, without loss and optimizer; one operation is one sample of a batch of 256. Of the
 * lines alone one operation is one pair of a tone and a resonator.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx1g"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class RfBenchmark {

    private static final int BATCH = 256;
    private static final int HIDDEN = 128;
    private static final int OUTPUTS = 10;
    private static final int SAMPLES = 60 * BATCH;
    /** Operations on floats a pair: of the sums for four resonators, a division counted as one. */
    private static final double WEIGHT_FLOPS = (4 * 4 + 2 * 4 + 5 + 1) / 4.0;
    private static final double SLOPE_FLOPS = (4 * 4 + 9 + 1 + 4 * 5) / 4.0;

    /** The tones, and the resonators of a chain. */
    @Param({"256", "784"})
    public int tones;

    private ResonatorChains first;
    private ResonatorChains second;
    private final OscillatorNeuron neuron = OscillatorNeuron.standard();
    private float[] shifts1, shifts2, weights1, weights2, due1, due2, gradient1, gradient2;
    private float[] in, volts, power, slope, out, error, back;
    private double flops;
    private VectorTask task;

    @Setup
    public void network() throws InterruptedException {
        Parallel.threads(1);
        first = chains(tones, HIDDEN, tones);
        second = chains(HIDDEN, OUTPUTS, HIDDEN);
        shifts1 = normals(HIDDEN * tones, 1e-4);
        shifts2 = normals(OUTPUTS * HIDDEN, 1e-4);
        gradient1 = new float[shifts1.length];
        gradient2 = new float[shifts2.length];
        weights1 = new float[HIDDEN * tones];
        due1 = normals(HIDDEN * tones, 1);
        weights2 = new float[OUTPUTS * HIDDEN];
        due2 = new float[OUTPUTS * HIDDEN];
        in = normals(BATCH * tones, 0.1);
        volts = new float[BATCH * HIDDEN];
        power = new float[BATCH * HIDDEN];
        slope = new float[BATCH * HIDDEN];
        back = new float[BATCH * HIDDEN];
        out = new float[BATCH * OUTPUTS];
        error = normals(BATCH * OUTPUTS, 0.1);
        double pairs = (double) HIDDEN * tones * tones + (double) OUTPUTS * HIDDEN * HIDDEN;
        flops = pairs * (WEIGHT_FLOPS + SLOPE_FLOPS) / BATCH + 2.0 * (2 * HIDDEN * tones + 3 * HIDDEN * OUTPUTS);
        int[] labels = new int[SAMPLES];
        Arrays.setAll(labels, i -> i % OUTPUTS);
        task = new VectorTask("benchmark", "Generated", IntStream.range(0, OUTPUTS).mapToObj(Integer::toString).toList(),
                new int[] {tones}, normals(SAMPLES * tones, 0.1), labels, IntStream.range(0, SAMPLES).toArray(), new int[0], new int[0]);
        ResonatorChains.awaitFastKernel();
        FloatProducts.awaitFastKernel();
    }

    private static ResonatorChains chains(int tones, int chains, int resonators) {
        double[] all = new double[chains * resonators];
        Arrays.setAll(all, k -> 0.02 + 0.1 * (k % resonators) / (resonators - 1));
        double[] grid = new double[tones];
        Arrays.setAll(grid, i -> 0.02 + 0.1 * i / (tones - 1));
        return new ResonatorChains(grid, all, chains, 0.01, SpinDiodeLine.scale(10));
    }

    private static float[] normals(int count, double scale) {
        var random = new Philox(1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return values;
    }

    /** Forward and backward of a batch. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public float[] train(FloatPeak peak) {
        peak.begin();
        first.weights(shifts1, weights1);
        second.weights(shifts2, weights2);
        FloatProducts.multiplyTransposed(in, weights1, volts, BATCH, tones, HIDDEN);
        neuron.power(volts, power, volts.length);
        neuron.slope(volts, slope, volts.length);
        FloatProducts.multiplyTransposed(power, weights2, out, BATCH, HIDDEN, OUTPUTS);
        FloatProducts.transposedMultiply(error, power, due2, OUTPUTS, BATCH, HIDDEN);
        FloatProducts.multiply(error, weights2, back, BATCH, OUTPUTS, HIDDEN);
        for (int i = 0; i < back.length; i++) {
            back[i] *= slope[i];
        }
        FloatProducts.transposedMultiply(back, in, due1, HIDDEN, BATCH, tones);
        first.gradient(shifts1, due1, gradient1);
        second.gradient(shifts2, due2, gradient2);
        peak.end(BATCH, flops);
        return gradient1;
    }

    /** The weights of the first layer. */
    @Benchmark
    public float[] weights(FloatPeak peak) {
        peak.begin();
        first.weights(shifts1, weights1);
        peak.end((double) HIDDEN * tones * tones, WEIGHT_FLOPS);
        return weights1;
    }

    /** The gradient of the first layer. */
    @Benchmark
    public float[] gradient(FloatPeak peak) {
        peak.begin();
        first.gradient(shifts1, due1, gradient1);
        peak.end((double) HIDDEN * tones * tones, SLOPE_FLOPS);
        return gradient1;
    }

    /** All five products of a batch of an ordinary network of the same size; one operation is one sample. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public float[] softwareProducts(FloatPeak peak) {
        peak.begin();
        FloatProducts.multiplyTransposed(in, weights1, volts, BATCH, tones, HIDDEN);
        FloatProducts.multiplyTransposed(volts, weights2, out, BATCH, HIDDEN, OUTPUTS);
        FloatProducts.transposedMultiply(error, volts, due2, OUTPUTS, BATCH, HIDDEN);
        FloatProducts.multiply(error, weights2, back, BATCH, OUTPUTS, HIDDEN);
        FloatProducts.transposedMultiply(back, in, due1, HIDDEN, BATCH, tones);
        peak.end(BATCH, 2.0 * (2 * HIDDEN * tones + 3 * HIDDEN * OUTPUTS));
        return due1;
    }

    /**
     * Training of an ordinary network of the same size as a whole, one epoch by {@code Network.fit}: samples picked and copied,
     * products, rectifiers, loss, Adam; one operation is one sample. Products alone are counted in the share of the peak.
     */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public FittedNetwork softwareTraining(FloatPeak peak) {
        peak.begin();
        var fitted = Network.of(tones).layer(new Dense(HIDDEN)).layer(new Dense(OUTPUTS)).optimizer(Adam.of(1e-3)).batch(BATCH).epochs(1)
                .fit(task);
        peak.end(SAMPLES, 2.0 * (2 * HIDDEN * tones + 3 * HIDDEN * OUTPUTS));
        return fitted;
    }
}
