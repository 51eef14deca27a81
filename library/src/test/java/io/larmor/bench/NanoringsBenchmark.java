package io.larmor.bench;

import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.physics.ring.FieldPath;
import io.larmor.physics.ring.RingDrive;
import io.larmor.physics.ring.RingLaw;
import io.larmor.physics.ring.RingLayout;
import io.larmor.physics.ring.RingReader;
import io.larmor.physics.ring.RingSample;
import io.larmor.physics.ring.RingState;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * A square array of 25 x 25 nanorings in a turning field, 64 ticks a turn; one operation is one turn of one array. Of the field,
 * 26 Oe leaves few walls, 30 Oe has them come and go, under 40 Oe all of them run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class NanoringsBenchmark {

    private static final int TURNS = 20;
    private static final int ARRAYS = 16;
    private static final int SETTLING = 200;

    /** The amplitude of the field, in oersteds. */
    @Param({"18", "26", "30", "40"})
    public double oersted;

    private RingState[] states;
    private RingDrive[] drives;
    private RingReader reader;
    private int ticks;

    /** Turns per second of processor time of the measuring thread, which other programs on the machine do not slow. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Processor {

        private long turns;
        private long nanos;

        @Setup(Level.Iteration)
        public void reset() {
            turns = 0;
            nanos = 0;
        }

        /** What JMH reports. */
        public double turnsPerProcessorSecond() {
            return nanos == 0 ? 0 : turns / (nanos / 1e9);
        }
    }

    @Setup
    public void arrays() {
        var layout = RingLayout.square(25, 25);
        ticks = layout.segments();
        var made = RingSample.of(layout, RingLaw.standard(), 1 / (37.0 * ticks), Seed.root(1).child("disorder"));
        reader = new RingReader(made);
        drives = IntStream.range(0, ARRAYS).mapToObj(i -> RingDrive.along(FieldPath.rotating(), layout)).toArray(RingDrive[]::new);
        states = IntStream.range(0, ARRAYS).mapToObj(i -> new RingState(made, drives[i].start(), Seed.root(1).child(i))).toArray(RingState[]::new);
        for (int i = 0; i < ARRAYS; i++) {
            play(i, i == 0 ? SETTLING : SETTLING / 10);
        }
    }

    private void play(int array, int turns) {
        for (int i = 0; i < turns * ticks; i++) {
            drives[array].tick(states[array], oersted * 1e-4);
        }
    }

    /** One array on one thread. */
    @Benchmark
    @OperationsPerInvocation(TURNS)
    public RingState turns(Processor processor) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        play(0, TURNS);
        processor.nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        processor.turns += TURNS;
        return states[0];
    }

    /** The same, its resistance read 32 times a turn. */
    @Benchmark
    @OperationsPerInvocation(TURNS)
    public double turnsRead(Processor processor) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double sum = 0;
        for (int i = 0; i < TURNS * ticks; i++) {
            drives[0].tick(states[0], oersted * 1e-4);
            if ((i & 1) == 1) {
                sum += reader.resistance(states[0], oersted * 1e-4, drives[0].direction(states[0]));
            }
        }
        processor.nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        processor.turns += TURNS;
        return sum;
    }

    /** Sixteen arrays on all cores. */
    @Benchmark
    @OperationsPerInvocation(TURNS * ARRAYS)
    public RingState[] many() {
        Parallel.forEach("arrays", ARRAYS, i -> play(i, TURNS));
        return states;
    }
}
