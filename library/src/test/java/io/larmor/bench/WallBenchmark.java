package io.larmor.bench;

import io.larmor.core.Parallel;
import io.larmor.physics.wall.Wall;
import io.larmor.physics.wall.WallBatch;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
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
 * The wall between anti-notches (Ababei et al. 2021) in fields of 250 to 5250 A/m at 500 MHz: one operation is one step of
 * Runge and Kutta's method for one wall. {@code loop} is the law written down plainly, one wall after the other with a sine at
 * every stage, as one writes it first.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx512m"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class WallBenchmark {

    private static final int WALLS = 512;
    private static final int STEPS = 2000;
    private static final double STEP = 1e-12;
    private static final double FREQUENCY = 500e6;
    /**
     * Operations on numbers a step, counted in the fast form's code: a fused multiply-add as two; a sum, a product, a division
     * and a root as one each. Stages by turns: the first, two in the middle, the last; then the whole step.
     */
    private static final double FLOPS = 19 + 2 * 34 + 42 + 35;

    @Param({"1", "2"})
    public int threads;

    private final Wall wall = Wall.free(477e3, 1.05e-11, 0.02, 50e-9, 5e-9).in(2.21117e-21, -3.8271e-15, -1.2866e-6, 0.61164, 1.632e8);
    private final double[] fields = new double[WALLS];
    private final double[] none = new double[WALLS];
    private WallBatch walls;
    private double x, phi, time;

    @Setup
    public void walls() throws InterruptedException {
        Parallel.threads(threads);
        Arrays.setAll(fields, i -> 250 + 5000.0 * i / (WALLS - 1));
        walls = new WallBatch(Collections.nCopies(WALLS, wall), FREQUENCY, STEP);
        WallBatch.awaitFastKernel();
    }

    /** Many walls at once. */
    @Benchmark
    @OperationsPerInvocation(WALLS * STEPS)
    public double batch(Peak peak) {
        peak.begin(threads);
        walls.advance(none, fields, STEPS * STEP);
        peak.end((double) WALLS * STEPS, FLOPS);
        return walls.position(0);
    }

    /** The plain loop. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double loop(ProcessorTime processor) {
        processor.begin();
        double[] k1 = new double[2];
        double[] k2 = new double[2];
        double[] k3 = new double[2];
        double[] k4 = new double[2];
        double h = STEP;
        for (int n = 0; n < STEPS; n++) {
            wall.rates(x, phi, field(time), k1);
            wall.rates(x + h / 2 * k1[0], phi + h / 2 * k1[1], field(time + h / 2), k2);
            wall.rates(x + h / 2 * k2[0], phi + h / 2 * k2[1], field(time + h / 2), k3);
            wall.rates(x + h * k3[0], phi + h * k3[1], field(time + h), k4);
            x += h / 6 * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]);
            phi += h / 6 * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1]);
            time += h;
        }
        processor.end(STEPS);
        return x;
    }

    private static double field(double time) {
        return 1500 * Math.sin(2 * Math.PI * FREQUENCY * time);
    }
}
