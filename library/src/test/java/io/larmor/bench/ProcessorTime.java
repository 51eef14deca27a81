package io.larmor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts by the calling thread's processor time, for work that has no floating-point peak to be held against. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Operations of the benchmark per second of processor time. */
    public double perProcessorSecond;

    private long wall;
    private long processor;

    /** Begins a piece of work, which should take a good part of a millisecond: to ask for the time takes a microsecond. */
    void begin() {
        wall = System.nanoTime();
        processor = THREADS.getCurrentThreadCpuTime();
    }

    /** Ends it, with so many operations done. */
    void end(double operations) {
        double time = THREADS.getCurrentThreadCpuTime() - processor;
        // JMH divides what is counted by the time on the wall.
        perProcessorSecond += operations * (System.nanoTime() - wall) / time;
    }
}
