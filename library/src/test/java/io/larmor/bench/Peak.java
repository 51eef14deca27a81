package io.larmor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What one core can do at most, measured in the same run: fused multiply-adds on numbers in the first cache. Both counters
 * are by processor time, the calling thread's own or that of all threads, so that other work on the machine does not lower
 * them.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Peak {

    private static final int NUMBERS = 3072;
    private static final int FUSED = 8;
    private static final double[] HERE = new double[NUMBERS / 2];
    private static final double[] THERE = new double[NUMBERS / 2];
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double PEAK = measure();
    /** The time of all threads comes in pieces of 10 ms: short pieces of work are measured so many nanoseconds at a time. */
    private static final double COARSE = 2e8;

    /** Floating-point operations over those that the core could have done. */
    public double shareOfPeak;

    /** Operations of the benchmark per second of processor time. */
    public double perProcessorSecond;

    /** Operations not counted yet. */
    private double pending;
    private long wall;
    private long processor;
    private boolean shared;

    /** Begins to measure a piece of work in this thread. */
    void begin() {
        begin(1);
    }

    /** Begins to measure a piece of work that several threads share. */
    void begin(int threads) {
        shared = threads > 1;
        if (pending == 0) {
            wall = System.nanoTime();
            processor = processor();
        }
    }

    private long processor() {
        return shared ? PROCESS.getProcessCpuTime() : THREADS.getCurrentThreadCpuTime();
    }

    /**
     * Ends the piece that {@link #begin} began.
     *
     * @param operations operations of the benchmark
     * @param flops floating-point operations of each
     */
    void end(double operations, double flops) {
        pending += operations;
        double processorTime = processor() - processor;
        if (shared && processorTime < COARSE) {
            return;
        }
        // JMH divides what is counted by the time on the wall.
        double scale = (System.nanoTime() - wall) / processorTime;
        perProcessorSecond += pending * scale;
        shareOfPeak += pending * flops / PEAK * scale;
        pending = 0;
    }

    private static double measure() {
        double best = 0;
        for (int trial = 0; trial < 60; trial++) {
            best = Math.max(best, rate(Peak::fuse));
        }
        // The compiler's own vectors come to nine tenths of it; where Java has the module, they are made by hand.
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            for (int trial = 0; trial < 60; trial++) {
                best = Math.max(best, rate(LanePeak::fuse));
            }
        }
        return best;
    }

    /** Does so many rounds of fused multiply-adds and tells how many of them. */
    interface Load {
        double fuse(int rounds);
    }

    private static double rate(Load load) {
        long begin = THREADS.getCurrentThreadCpuTime();
        double fused = load.fuse(400);
        return 2e9 * fused / (THREADS.getCurrentThreadCpuTime() - begin);
    }

    private static double fuse(int rounds) {
        for (int round = 0; round < rounds; round++) {
            fuse(HERE, THERE, 0.999, 1e-3);
        }
        return 1.0 * FUSED * NUMBERS * rounds;
    }

    /** Two chains a pass: of a single one the compiler makes code of very different speed from run to run. */
    private static void fuse(double[] here, double[] there, double a, double b) {
        for (int i = 0; i < here.length; i++) {
            double x = here[i];
            double y = there[i];
            x = Math.fma(x, a, b);
            y = Math.fma(y, a, b);
            x = Math.fma(x, a, b);
            y = Math.fma(y, a, b);
            x = Math.fma(x, a, b);
            y = Math.fma(y, a, b);
            x = Math.fma(x, a, b);
            y = Math.fma(y, a, b);
            x = Math.fma(x, a, b);
            y = Math.fma(y, a, b);
            x = Math.fma(x, a, b);
            y = Math.fma(y, a, b);
            x = Math.fma(x, a, b);
            y = Math.fma(y, a, b);
            x = Math.fma(x, a, b);
            y = Math.fma(y, a, b);
            here[i] = x;
            there[i] = y;
        }
    }
}
