package io.larmor.bench;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.physics.SlavinTiberkevich;
import io.larmor.physics.ensemble.NoisyOscillators;
import io.larmor.physics.ensemble.SpinDrive;
import io.larmor.physics.ensemble.SpinEnsemble;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.SpinParameters;
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
 * Samples of a time-multiplexed oscillator of 400 virtual nodes on one thread; one operation is one sample of one device,
 * so that 1000 over the rate is the seconds that 1000 samples take. Several devices (seeds, masks, sequences,
 * points of a sweep) run side by side.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class MultiplexedOscillatorBenchmark {

    private static final int NODES = 400;
    private static final double DAMPING = 2 * Math.PI * 0.9e6;
    private static final double Q = 2;
    private static final int AMPLITUDE_STEPS = 10;
    private static final int SPIN_STEPS = 100;
    /** Floating-point operations of a step, counted in the source; a fused multiply-add is two. */
    private static final double EULER = 4;
    private static final double NOISY = 33;
    private static final double RK4 = 159;
    /** Of the closed form: its exponential, by the usual polynomial, and the rest. */
    private static final double CLOSED = 38;

    /** How many samples run in one invocation, over all devices. */
    private static final int WORK = 64;

    @Param({"1", "16", "64"})
    public int devices;

    private double[][] drive;
    private double[][] zeta;
    private SpinEnsemble spins;
    private NoisyOscillators noisy;
    private double[] power;

    @Setup
    public void start() throws InterruptedException {
        Parallel.threads(1);
        SpinEnsemble.awaitFastKernel();
        var random = new Philox(1);
        drive = new double[WORK / devices * NODES][devices];
        zeta = new double[WORK / devices * NODES][devices];
        for (int slot = 0; slot < drive.length; slot++) {
            for (int device = 0; device < devices; device++) {
                drive[slot][device] = 2 * random.nextDouble() - 1;
                zeta[slot][device] = 2 + drive[slot][device];
            }
        }
        // An easy-plane layer with a perpendicular polarizer: the current sets it precessing.
        var parameters = new SpinParameters(0.02, 0.02, 0, 0.05, 0, 0, -0.3, 0, 0, 0, 0, 0, 0.004, 0);
        spins = SpinEnsemble.of(devices, parameters, SpinDrive.torque(Direction.Z, 0.002, 0), Seed.root(1)).align(Direction.of(1, 0, 0.3));
        noisy = new NoisyOscillators(IntStream.range(0, devices).mapToObj(Seed.root(1)::child).toList(), 0.25);
        power = new double[devices];
        Arrays.fill(power, 0.25);
    }

    /** The amplitude model without noise: the closed form, one exponential a node. */
    @Benchmark
    @OperationsPerInvocation(WORK)
    public double[] amplitude(Peak peak) {
        peak.begin();
        for (double[] row : zeta) {
            SlavinTiberkevich.settle(power, row, DAMPING, Q, 100e-9);
        }
        peak.end(WORK, NODES * CLOSED);
        return power;
    }

    /** The amplitude model without noise in ten steps a node. */
    @Benchmark
    @OperationsPerInvocation(WORK)
    public double[] amplitudeInSteps(Peak peak) {
        peak.begin();
        for (double[] row : zeta) {
            SlavinTiberkevich.euler(power, row, DAMPING, Q, 10e-9, AMPLITUDE_STEPS);
        }
        peak.end(WORK, NODES * AMPLITUDE_STEPS * EULER);
        return power;
    }

    /** The amplitude model with noise in ten steps a node, random numbers included. */
    @Benchmark
    @OperationsPerInvocation(WORK)
    public double[] amplitudeWithNoise(Peak peak) {
        peak.begin();
        for (double[] row : zeta) {
            noisy.advance(row, DAMPING, Q, 1e-5, 10e-9, AMPLITUDE_STEPS);
        }
        peak.end(WORK, NODES * AMPLITUDE_STEPS * NOISY);
        return noisy.power();
    }

    /** A macrospin after Landau, Lifshitz, Gilbert and Slonczewski, 100 steps of Runge and Kutta's a node. */
    @Benchmark
    @OperationsPerInvocation(WORK)
    public double[][] macrospin(Peak peak) {
        peak.begin();
        double[][] read = spins.follow(drive, 1e-12, SPIN_STEPS, Direction.X);
        peak.end(WORK, NODES * SPIN_STEPS * RK4);
        return read;
    }
}
