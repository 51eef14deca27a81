package io.larmor.bench;

import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.physics.stream.BitSource;
import io.larmor.physics.stream.Streams;
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
 * Bit streams on one thread, all in cache; one operation is one bit. What others reach is in {@code peers.properties}: figures
 * of the same work on another machine, an AVX-512 one, not measured in this run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx512m"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class StreamsBenchmark {

    /** Words of a stream of 2^16 bits: two of them fill half of the first cache. */
    private static final int WORDS = 1024;
    private static final int AGAIN = 1024;
    private static final int INPUTS = 128;
    private static final int COLUMNS = 256;
    private static final int LAYERS = 128;
    /** Words generated at once and used before the next. */
    private static final int BLOCK = 256;
    private static final int BLOCKS = 256;

    private final long[] a = new long[WORDS];
    private final long[] b = new long[WORDS];
    private final long[] weights = new long[INPUTS * COLUMNS];
    private final long[] into = new long[COLUMNS];
    private final int[] rows = new int[INPUTS];
    private BitSource bytes;
    private BitSource halves;

    @Setup
    public void streams() throws InterruptedException {
        Parallel.threads(1);
        bytes = new BitSource(Seed.root(1), 8);
        halves = new BitSource(Seed.root(2), 16);
        bytes.fill(0.3, a, 0, WORDS);
        bytes.fill(0.7, b, 0, WORDS);
        bytes.fill(0.01, weights, 0, weights.length);
        for (int i = 0; i < INPUTS; i++) {
            rows[i] = i * COLUMNS;
        }
        Streams.awaitFastKernel();
    }

    /** A product of two streams and its sum: AND, and the count of ones. */
    @Benchmark
    @OperationsPerInvocation(64 * WORDS * AGAIN)
    public long multiplyAccumulate(ProcessorTime time) {
        time.begin();
        long sum = 0;
        for (int i = 0; i < AGAIN; i++) {
            sum += Streams.andCount(a, b, WORDS);
        }
        time.end(64.0 * WORDS * AGAIN);
        return sum;
    }

    /** Neurons of OR gates behind synapses of AND gates, the weights' streams in the second cache. */
    @Benchmark
    @OperationsPerInvocation(64 * INPUTS * COLUMNS * LAYERS)
    public long[] neurons(ProcessorTime time) {
        time.begin();
        for (int i = 0; i < LAYERS; i++) {
            Streams.orAnd(a, rows, INPUTS, weights, into, COLUMNS);
        }
        time.end(64.0 * INPUTS * COLUMNS * LAYERS);
        return into;
    }

    /** Two streams made with probabilities of 8 bits, block by block, each block multiplied and counted at once. */
    @Benchmark
    @OperationsPerInvocation(2 * 64 * BLOCK * BLOCKS)
    public long generate8(ProcessorTime time) {
        return generate(bytes, time);
    }

    /** The same with probabilities of 16 bits. */
    @Benchmark
    @OperationsPerInvocation(2 * 64 * BLOCK * BLOCKS)
    public long generate16(ProcessorTime time) {
        return generate(halves, time);
    }

    private long generate(BitSource source, ProcessorTime time) {
        time.begin();
        long sum = 0;
        for (int i = 0; i < BLOCKS; i++) {
            source.fill(0.3, a, 0, BLOCK);
            source.fill(0.7, b, 0, BLOCK);
            sum += Streams.andCount(a, b, BLOCK);
        }
        time.end(2.0 * 64 * BLOCK * BLOCKS);
        return sum;
    }
}
