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
    private static final int FUSED = 16;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double PEAK = measure();

    /** Floating-point operations over those that the core could have done. */
    public double shareOfPeak;

    /** Operations of the benchmark per second of processor time. */
    public double perProcessorSecond;

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
        wall = System.nanoTime();
        processor = processor();
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
        double processorTime = processor() - processor;
        // JMH divides what is counted by the time on the wall.
        double scale = (System.nanoTime() - wall) / processorTime;
        perProcessorSecond += operations * scale;
        shareOfPeak += operations * flops / PEAK * scale;
    }

    private static double measure() {
        double[] numbers = new double[NUMBERS];
        double best = 0;
        for (int trial = 0; trial < 60; trial++) {
            int rounds = 400;
            long begin = THREADS.getCurrentThreadCpuTime();
            for (int round = 0; round < rounds; round++) {
                fuse(numbers, 0.999, 1e-3);
            }
            double seconds = 1e-9 * (THREADS.getCurrentThreadCpuTime() - begin);
            best = Math.max(best, 2.0 * FUSED * NUMBERS * rounds / seconds);
        }
        return best;
    }

    private static void fuse(double[] numbers, double a, double b) {
        for (int i = 0; i < numbers.length; i++) {
            double x = numbers[i];
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            numbers[i] = x;
        }
    }
}
