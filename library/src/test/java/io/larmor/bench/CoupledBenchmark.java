package io.larmor.bench;

import io.larmor.core.Philox;
import io.larmor.physics.oscillator.AmplitudeNetwork;
import io.larmor.physics.oscillator.Coupling;
import io.larmor.physics.oscillator.DenseCoupling;
import io.larmor.physics.oscillator.PhaseNetwork;
import io.larmor.physics.oscillator.Rk4;
import io.larmor.physics.oscillator.SparseCoupling;
import io.larmor.physics.oscillator.SpinTorqueNetwork;
import java.util.Arrays;
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
 * Steps of Runge and Kutta's method of oscillators that all act on all others, and on ten others, on one thread; one operation is
 * one step of one oscillator.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class CoupledBenchmark {

    /** Spin-steps of one invocation. */
    private static final int WORK = 10_000;
    private static final int SOURCES = 10;
    /** Floating-point operations of an oscillator's four rates and of the method, counted in the source, without the coupling. */
    private static final double SPIN = 4 * 58 + 42;
    private static final double PHASE = 4 * 58 + 14;
    private static final double AMPLITUDE = 4 * 30 + 28;

    @Param({"10", "100", "1000"})
    public int oscillators;

    private Rk4 spins;
    private Rk4 phases;
    private Rk4 amplitudes;
    private Rk4 sparse;
    private double[] spin;
    private double[] phase;
    private double[] amplitude;
    private double[] sparseAmplitude;

    @Setup
    public void start() throws InterruptedException {
        DenseCoupling.awaitFastKernel();
        int n = oscillators;
        var random = new Philox(1);
        double[][] rows = new double[n][n];
        Arrays.stream(rows).forEach(row -> Arrays.setAll(row, i -> (2 * random.nextDouble() - 1) / Math.sqrt(n)));
        Coupling dense = DenseCoupling.of(rows);
        var junction = new SpinTorqueNetwork.Junction(0.005, 1, 0.48, 0.32, 0.288, new double[] {1, 0, 0});
        spins = new Rk4(new SpinTorqueNetwork(junction, dense.times(0.0024)));
        phases = new Rk4(new PhaseNetwork(new double[n], dense));
        var law = new AmplitudeNetwork.Oscillator(0, -10, 1, 2, 0);
        double[] gain = new double[n];
        Arrays.fill(gain, 1.75);
        amplitudes = new Rk4(new AmplitudeNetwork(law, new double[n], gain, new double[n], dense.times(0.01)));
        sparse = new Rk4(new AmplitudeNetwork(law, new double[n], gain, new double[n],
                SparseCoupling.random(n, SOURCES, random).times(0.01)));
        spin = new double[3 * n];
        phase = new double[n];
        amplitude = new double[2 * n];
        Arrays.fill(spin, 0, n, 0.0175);
        Arrays.fill(spin, 2 * n, 3 * n, 0.99985);
        Arrays.setAll(phase, i -> i);
        Arrays.fill(amplitude, 0.3);
        sparseAmplitude = amplitude.clone();
    }

    /** All three components of the magnetization, coupled by their fields: the network of de Jong et al. (2023). */
    @Benchmark
    @OperationsPerInvocation(WORK)
    public double[] spinTorque(Peak peak) {
        return run(peak, spins, spin, 0.07, SPIN + 8.0 * oscillators);
    }

    /** Phases only. */
    @Benchmark
    @OperationsPerInvocation(WORK)
    public double[] phase(Peak peak) {
        return run(peak, phases, phase, 0.01, PHASE + 16.0 * oscillators);
    }

    /** Amplitude and phase. */
    @Benchmark
    @OperationsPerInvocation(WORK)
    public double[] amplitude(Peak peak) {
        return run(peak, amplitudes, amplitude, 0.01, AMPLITUDE + 16.0 * oscillators);
    }

    /** Amplitude and phase, each oscillator coupled to ten others. */
    @Benchmark
    @OperationsPerInvocation(WORK)
    public double[] amplitudeSparse(Peak peak) {
        return run(peak, sparse, sparseAmplitude, 0.01, AMPLITUDE + 16.0 * SOURCES);
    }

    private double[] run(Peak peak, Rk4 method, double[] state, double step, double flops) {
        peak.begin();
        method.advance(state, 0, step, WORK / oscillators);
        peak.end(WORK, flops);
        return state;
    }
}
