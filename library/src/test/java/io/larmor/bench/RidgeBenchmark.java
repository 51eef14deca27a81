package io.larmor.bench;

import io.larmor.core.Philox;
import io.larmor.core.Readout;
import io.larmor.core.States;
import io.larmor.learn.product.Products;
import io.larmor.learn.Ridge;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ridge regression of 400 features, 100 000 samples and 10 outputs on one thread; one operation is one fit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class RidgeBenchmark {

    private static final int FEATURES = 400;
    private static final int SAMPLES = 100_000;
    private static final int OUTPUTS = 10;
    /** The products of all pairs of columns, two operations each. */
    private static final double FLOPS = (double) SAMPLES * (FEATURES + 1 + OUTPUTS) * (FEATURES + 2 + OUTPUTS);

    private States states;
    private List<double[]> targets;

    @Setup
    public void data() throws InterruptedException {
        var random = new Philox(1);
        double[] rows = new double[SAMPLES * FEATURES];
        Arrays.setAll(rows, i -> random.nextDouble() - 0.5);
        double[] due = new double[SAMPLES * OUTPUTS];
        Arrays.setAll(due, i -> random.nextDouble() - 0.5);
        states = new States(FEATURES, List.of(rows));
        targets = List.of(due);
        Products.awaitFastKernel();
    }

    @Benchmark
    public Readout.Trained fit(Peak peak) {
        peak.begin();
        var trained = new Ridge(1e-6).fit(states, targets, OUTPUTS);
        peak.end(1, FLOPS);
        return trained;
    }
}
