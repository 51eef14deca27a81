package io.larmor.bench;

import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.physics.ensemble.SpinEnsemble;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.SpinParameters;
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
 * Steps of macrospins in a tilted field with uniaxial anisotropy, demagnetization and damping, each with an anisotropy of
 * its own; one operation is one step of one spin. At 300 K, random numbers included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class MacrospinBenchmark {

    private static final String VECTOR = "--add-modules=jdk.incubator.vector";
    private static final int WORK = 10_000_000;
    /** Enough that threads are worth their start. */
    private static final int SHARED_WORK = 20_000_000;
    /** Floating-point operations of a step, counted in the kernel's source; a fused multiply-add is two. */
    private static final double RK4 = 159;
    /** The same, and three quarters of a transform to four normal numbers; the generator's whole-number operations are not counted. */
    private static final double HEUN = 95 + 0.75 * 96;

    @Param({"1", "10", "1000", "10000"})
    public int spins;

    private SpinEnsemble cold;
    private SpinEnsemble warm;

    @Setup
    public void start() throws InterruptedException {
        SpinEnsemble.awaitFastKernel();
        cold = ensemble(0);
        // 40 nm x 1.2 nm of 1 MA/m at 300 K, as sqrt(2 α kT / (γ M_s V)).
        warm = ensemble(Math.sqrt(2 * 0.01 * 1.380649e-23 * 300 / (1.76085963023e11 * 1e6 * 1.508e-24)));
    }

    private SpinEnsemble ensemble(double thermal) {
        return SpinEnsemble.of(spins, i -> new SpinParameters(0.01, 0.02, 0.01, 0.05, -0.05, -0.05, 0.3 + 1e-6 * i, 0, 0, 0, 0, 0, 0.001, thermal),
                null, Seed.root(1)).align(Direction.of(1, 1, 1));
    }

    private void rk4(Peak peak, int threads, int work) {
        Parallel.threads(threads);
        peak.begin(threads);
        cold.rk4(1e-12, work / spins);
        peak.end(work, RK4);
    }

    private void heun(Peak peak, int threads, int work) {
        Parallel.threads(threads);
        peak.begin(threads);
        warm.heun(1e-13, work / spins);
        peak.end(work, HEUN);
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTOR)
    @OperationsPerInvocation(WORK)
    public void rk4(Peak peak) {
        rk4(peak, 1, WORK);
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTOR)
    @OperationsPerInvocation(WORK)
    public void heunAt300K(Peak peak) {
        heun(peak, 1, WORK);
    }

    /** By processor time it is the work of each of the two: what threads cost shows there, and on an idle machine in the value. */
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTOR)
    @OperationsPerInvocation(SHARED_WORK)
    public void rk4OnTwoThreads(Peak peak) {
        rk4(peak, 2, SHARED_WORK);
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTOR)
    @OperationsPerInvocation(SHARED_WORK)
    public void heunAt300KOnTwoThreads(Peak peak) {
        heun(peak, 2, SHARED_WORK);
    }

    @Benchmark
    @Fork(1)
    @OperationsPerInvocation(WORK)
    public void rk4WithoutVectorModule(Peak peak) {
        rk4(peak, 1, WORK);
    }

    @Benchmark
    @Fork(1)
    @OperationsPerInvocation(WORK)
    public void heunAt300KWithoutVectorModule(Peak peak) {
        heun(peak, 1, WORK);
    }
}
