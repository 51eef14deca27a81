package io.larmor.bench;

import io.larmor.core.Philox;
import io.larmor.physics.SlavinTiberkevich;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Steps of 1 ns of the oscillator's power, on one thread; one operation is one step of one oscillator. The closed form
 * counts as the 100 steps of a 100 ns slot that it replaces.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OscillatorBenchmark {

    private static final int LANES = 16;
    private static final int STEPS = 100;
    private static final double DAMPING = 2 * Math.PI * 0.9e6;
    private static final double Q = 2;

    private final double[] power = new double[LANES];
    private final double[] zeta = new double[LANES];
    private final Philox noise = new Philox(1);

    @Setup
    public void start() {
        for (int lane = 0; lane < LANES; lane++) {
            power[lane] = 0.2;
            zeta[lane] = 1.2 + 0.1 * lane;
        }
    }

    /** One oscillator after another, step by step: the plain loop. */
    @Benchmark
    @OperationsPerInvocation(LANES * STEPS)
    public double[] plainScalarLoop() {
        for (int lane = 0; lane < LANES; lane++) {
            power[lane] = SlavinTiberkevich.euler(power[lane], zeta[lane], DAMPING, Q, 1e-9, STEPS);
        }
        return power;
    }

    /** Eight oscillators abreast. */
    @Benchmark
    @OperationsPerInvocation(LANES * STEPS)
    public double[] lanesAbreast() {
        SlavinTiberkevich.euler(power, zeta, DAMPING, Q, 1e-9, STEPS);
        return power;
    }

    /** The closed form over a whole slot, which the reservoir uses where there is no noise. */
    @Benchmark
    @OperationsPerInvocation(LANES * STEPS)
    public double[] closedForm() {
        SlavinTiberkevich.settle(power, zeta, DAMPING, Q, STEPS * 1e-9);
        return power;
    }

    /** With thermal noise, one oscillator after another. */
    @Benchmark
    @OperationsPerInvocation(LANES * STEPS)
    public double[] withNoise() {
        for (int lane = 0; lane < LANES; lane++) {
            power[lane] = SlavinTiberkevich.eulerMaruyama(power[lane], zeta[lane], DAMPING, Q, 1e-5, 1e-9, STEPS, noise);
        }
        return power;
    }
}
