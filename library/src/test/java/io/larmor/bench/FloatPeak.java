package io.larmor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link Peak} in single precision. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class FloatPeak {

    private static final int NUMBERS = 3072;
    private static final int FUSED = 16;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double PEAK = measure();

    /** Floating-point operations over those that the core could have done. */
    public double shareOfPeak;

    /** Operations of the benchmark per second of processor time. */
    public double perProcessorSecond;

    private long wall;
    private long processor;

    /** What one core can do, in fused multiply-adds of two operations each, per second. */
    static double peak() {
        return PEAK;
    }

    /** Begins to measure a piece of work in this thread. */
    void begin() {
        wall = System.nanoTime();
        processor = THREADS.getCurrentThreadCpuTime();
    }

    /**
     * Ends the piece that {@link #begin} began.
     *
     * @param operations operations of the benchmark
     * @param flops floating-point operations of each
     */
    void end(double operations, double flops) {
        double processorTime = THREADS.getCurrentThreadCpuTime() - processor;
        // JMH divides what is counted by the time on the wall.
        double scale = (System.nanoTime() - wall) / processorTime;
        perProcessorSecond += operations * scale;
        shareOfPeak += operations * flops / PEAK * scale;
    }

    /** The best of a second: a shorter look may meet only a time in which other work slows the core. */
    private static double measure() {
        float[] numbers = new float[NUMBERS];
        double best = 0;
        for (int trial = 0; trial < 1000; trial++) {
            int rounds = 800;
            long begin = THREADS.getCurrentThreadCpuTime();
            for (int round = 0; round < rounds; round++) {
                fuse(numbers, 0.999f, 1e-3f);
            }
            double seconds = 1e-9 * (THREADS.getCurrentThreadCpuTime() - begin);
            best = Math.max(best, 2.0 * FUSED * NUMBERS * rounds / seconds);
        }
        return best;
    }

    private static void fuse(float[] numbers, float a, float b) {
        for (int i = 0; i < numbers.length; i++) {
            float x = numbers[i];
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
