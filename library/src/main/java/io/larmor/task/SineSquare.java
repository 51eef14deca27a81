package io.larmor.task;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.units.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Telling sine periods from square ones, the first test of a reservoir: each point alone can belong to either, so only
 * memory and nonlinearity together solve it. After Torrejon et al., Nature 547, 428 (2017): a random sequence of 160
 * periods of 8 samples each, the first half trains, the second half tests.
 */
public final class SineSquare {

    public static final Parameter PERIODS = new Parameter("sineSquare", Quantity.of("periods"), 4, 1_000_000, 160,
            "the number of periods, half of which train");

    public static final Parameter SAMPLES_A_PERIOD = new Parameter("samples", Quantity.of("samples of a period"), 4, 10_000, 16,
            "the samples of a period");

    private static final int SAMPLES = 8;

    private SineSquare() {
    }

    /** The task with some periods, in an order that hangs on the session's seed. */
    public static SequenceTask task(int periods) {
        PERIODS.check("task", periods);
        Citations.use(Papers.TORREJON_2017, "sineSquare");
        Philox random = Seed.root().child("sine/square").generator();
        var sequences = new ArrayList<LabelledSequence>();
        for (int i = 0; i < periods; i++) {
            boolean square = (random.nextInt() & 1) == 1;
            // The group is the period itself: each one is held out by its own.
            sequences.add(new LabelledSequence(square ? square(SAMPLES) : sine(SAMPLES), square ? 1 : 0, i, "period " + i));
        }
        int[] train = new int[periods / 2];
        int[] test = new int[periods - train.length];
        for (int i = 0; i < periods; i++) {
            if (i < train.length) {
                train[i] = i;
            } else {
                test[i - train.length] = i;
            }
        }
        return new SequenceTask("sine or square, per period", "generated, " + periods + " periods of " + SAMPLES
                + " samples, the first half trains", List.of("sine", "square"), sequences,
                List.of(new Split(train, test)), true);
    }

    /**
     * The same asked at every sample: is it one of a sine's or of a square's? One sample is one sequence, in their order, its
     * period the group. The first half of the periods trains, the second half tests.
     *
     * @param periods how many
     * @param samples of a period, even, at least 4
     */
    public static SequenceTask perSample(int periods, int samples) {
        PERIODS.check("task", periods);
        SAMPLES_A_PERIOD.check("sineSquareSamples", samples);
        Philox random = Seed.root().child("sine/square").generator();
        var sequences = new ArrayList<LabelledSequence>();
        for (int i = 0; i < periods; i++) {
            boolean square = (random.nextInt() & 1) == 1;
            double[][] frames = square ? square(samples) : sine(samples);
            for (int k = 0; k < samples; k++) {
                sequences.add(new LabelledSequence(new double[][] {frames[k]}, square ? 1 : 0, i, "period " + i + " sample " + k));
            }
        }
        int half = periods / 2 * samples;
        return new SequenceTask("sine or square, per sample", "generated, " + periods + " periods of " + samples
                + " samples, the first half trains", List.of("sine", "square"), sequences,
                List.of(new Split(IntStream.range(0, half).toArray(), IntStream.range(half, sequences.size()).toArray())), true);
    }

    private static double[][] sine(int samples) {
        double[][] frames = new double[samples][1];
        for (int i = 0; i < samples; i++) {
            frames[i][0] = Math.sin(2 * Math.PI * i / samples);
        }
        return frames;
    }

    private static double[][] square(int samples) {
        double[][] frames = new double[samples][1];
        for (int i = 0; i < samples; i++) {
            frames[i][0] = i < samples / 2 ? 1 : -1;
        }
        return frames;
    }
}
