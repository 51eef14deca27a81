package io.larmor.bench;

import io.larmor.core.Parallel;
import io.larmor.core.SeriesScore;
import io.larmor.core.States;
import io.larmor.learn.product.Products;
import io.larmor.learn.Ridge;
import io.larmor.machine.EchoStateNetwork;
import io.larmor.task.Narma;
import io.larmor.task.SeriesTask;
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

/**
 * An echo state network of 500 nodes, a tenth of them connected, on NARMA-10 of 4000 training and 1000 test steps, on one
 * thread; one operation is all of it: drawing the network, scaling it, its states, training and testing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class ReservoirNarmaBenchmark {

    private static final int NODES = 500;
    private static final int CONNECTIONS = 50;
    private static final int TRAIN = 4000;
    /** Of the states their sums and an exponential a node, of the training the products of all pairs. */
    private static final double STATES = 5200.0 * NODES * (2 * CONNECTIONS + 30);
    private static final double FLOPS = STATES + (double) TRAIN * (NODES + 2) * (NODES + 3) + NODES * NODES * NODES / 3.0;

    private EchoStateNetwork machine;
    private SeriesTask task;

    @Setup
    public void start() throws InterruptedException {
        Parallel.threads(1);
        machine = EchoStateNetwork.of(NODES).connections(CONNECTIONS).readout(new Ridge(1e-8));
        task = Narma.task(10).lengths(TRAIN, 0, 1000);
        Products.awaitFastKernel();
    }

    @Benchmark
    public SeriesScore score(Peak peak) {
        peak.begin();
        var score = machine.score(task);
        peak.end(1, FLOPS);
        return score;
    }

    /** The states alone. */
    @Benchmark
    public States states(Peak peak) {
        peak.begin();
        var states = machine.states(task);
        peak.end(1, STATES);
        return states;
    }
}
