package io.larmor.bench;

import io.larmor.core.Philox;
import io.larmor.core.Score;
import io.larmor.core.States;
import io.larmor.device.Stno;
import io.larmor.encoding.Mask;
import io.larmor.learn.Ridge;
import io.larmor.machine.Reservoir;
import io.larmor.task.LabelledSequence;
import io.larmor.task.SequenceTask;
import java.util.ArrayList;
import java.util.List;
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
 * A spoken-digits-sized job on generated words: 500 sequences of 11 frames x 78 channels, 10 classes, 10 groups, a mask of
 * 400 nodes, on all cores. One operation is one word through the device, or one word through a whole cross-validation.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 3)
public class ReservoirBenchmark {

    private static final int WORDS = 500;

    /** The oscillator's thermal power: 0 is solved in closed form, anything else step by step. */
    @Param({"0", "1e-5"})
    public double noise;

    private SequenceTask task;
    private Reservoir machine;

    @Setup
    public void words() {
        var random = new Philox(1);
        var sequences = new ArrayList<LabelledSequence>();
        for (int i = 0; i < WORDS; i++) {
            double[][] frames = new double[11][78];
            for (double[] frame : frames) {
                for (int c = 0; c < frame.length; c++) {
                    frame[c] = random.nextGaussian() + (c % 10 == i % 10 ? 1 : 0);
                }
            }
            sequences.add(new LabelledSequence(frames, i % 10, i / 50, "word " + i));
        }
        task = SequenceTask.of("words", "generated", IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                List.copyOf(sequences));
        machine = Reservoir.of(Stno.standard().noise(noise)).encode(new Mask(400)).readout(new Ridge(1e-4));
    }

    /** From frames to states. */
    @Benchmark
    @OperationsPerInvocation(WORDS)
    public States states() {
        return machine.states(task);
    }

    /** Ten-fold cross-validation, training included; one operation is one word in one fold. */
    @Benchmark
    @OperationsPerInvocation(WORDS * 10)
    public Score crossValidation() {
        return machine.score(task);
    }
}
