package io.larmor.bench;

import io.larmor.core.Seed;
import io.larmor.physics.pbit.DensePbits;
import io.larmor.physics.pbit.Pbits;
import io.larmor.physics.pbit.ProductPbits;
import io.larmor.physics.pbit.Tally;
import java.util.Arrays;
import java.util.SplittableRandom;
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
 * Updates of p-bits that all act on all, one after another, on one thread; one operation is one update with its random number,
 * and the note of every sweep's state is part of it. The couplings are random, as large as lets a fifth to a quarter of the updates
 * flip. Others on a similar machine: IBM's p-kit 0.76 million a second for 10 p-bits, 6.2 million for 100; numba 20 and 16
 * million. Of the factoring of 945 one operation is one update as well.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx512m"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class PBitBenchmark {

    /** Divides by all numbers of p-bits. */
    private static final int UPDATES = 24_000;
    private static final int DIGITS = 8;
    private static final double FLIPS = 0.21;

    /** The p-bits. */
    @Param({"10", "30", "100"})
    public int pbits;

    private Pbits dense;
    private Pbits product;
    private Tally tally;
    private Tally products;

    @Setup
    public void network() throws InterruptedException {
        int n = pbits;
        var random = new SplittableRandom(n);
        double[] couplings = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                couplings[i * n + j] = couplings[j * n + i] = random.nextDouble(-1, 1) * Math.sqrt(3.0 / n);
            }
        }
        dense = new DensePbits(couplings, new double[n], 0, new boolean[n], all(n), ones(n), Seed.root(n));
        product = new ProductPbits(945, 5, new boolean[DIGITS], all(DIGITS), ones(DIGITS), Seed.root(1));
        tally = new Tally(n);
        products = new Tally(DIGITS);
        DensePbits.awaitFastKernel();
    }

    private static boolean[] all(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** A dense network. */
    @Benchmark
    @OperationsPerInvocation(UPDATES)
    public double dense(Peak peak) {
        peak.begin();
        dense.run(1, UPDATES / pbits, tally);
        peak.end(UPDATES, 2 + FLIPS * 2 * pbits);
        return dense.energy();
    }

    /** The factors of 945; the number of p-bits says nothing here. */
    @Benchmark
    @OperationsPerInvocation(UPDATES)
    public double factoring(Peak peak) {
        peak.begin();
        product.run(1.8e-4, UPDATES / DIGITS, products);
        peak.end(UPDATES, 7);
        return product.energy();
    }
}
