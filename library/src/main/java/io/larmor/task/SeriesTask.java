package io.larmor.task;

import io.larmor.core.Metric;
import io.larmor.core.Parameter;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Following a time series: at each step an input arrives and an output is due. The machine runs through the whole series
 * without a pause; of its steps the first ones only warm it up, then come those that train, those for validation, and those
 * that test, one stretch after another.
 */
public final class SeriesTask {

    /** The steps that are played but neither train nor test. */
    public static final Parameter WARMUP = steps("warmup", 0, 200, "the steps before training begins");
    /** The steps that train. */
    public static final Parameter TRAIN = steps("train", 2, 2000, "the steps that train");
    /** The steps for choosing settings. */
    public static final Parameter VALIDATION = steps("validation", 0, 1000, "the steps for choosing settings");
    /** The steps that test. */
    public static final Parameter TEST = steps("test", 2, 1000, "the steps that test");

    private final String name;
    private final String origin;
    private final Metric metric;
    private final IntFunction<Series> source;
    private final int warmup;
    private final int train;
    private final int validation;
    private final int test;
    private final Series series;

    /**
     * Inputs and the outputs that are due.
     *
     * @param inputs time x channels
     * @param targets time x outputs
     */
    public record Series(double[][] inputs, double[][] targets) {
    }

    private SeriesTask(String name, String origin, Metric metric, IntFunction<Series> source, int warmup, int train,
            int validation, int test) {
        this.name = name;
        this.origin = origin;
        this.metric = metric;
        this.source = source;
        this.warmup = WARMUP.check(name, warmup);
        this.train = TRAIN.check(name, train);
        this.validation = VALIDATION.check(name, validation);
        this.test = TEST.check(name, test);
        this.series = source.apply(warmup + train + validation + test);
    }

    /**
     * A task of 200 steps to warm up, 2000 to train, 1000 for validation and 1000 to test.
     *
     * @param source the series of any length; a longer one begins like a shorter one
     */
    public static SeriesTask of(String name, String origin, Metric metric, IntFunction<Series> source) {
        return new SeriesTask(name, origin, metric, source, (int) WARMUP.standard(), (int) TRAIN.standard(),
                (int) VALIDATION.standard(), (int) TEST.standard());
    }

    /** The same with other lengths; the test comes after the validation, whether that is used or not. */
    public SeriesTask lengths(int train, int validation, int test) {
        return new SeriesTask(name, origin, metric, source, warmup, train, validation, test);
    }

    /** The same with another number of steps that only warm the machine up. */
    public SeriesTask warmup(int warmup) {
        return new SeriesTask(name, origin, metric, source, warmup, train, validation, test);
    }

    /** The task for choosing settings: it tests on the validation steps and never sees the test. */
    public SeriesTask validating() {
        if (validation < TEST.min()) {
            throw new IllegalStateException(name + ".validating(): it has " + validation
                    + " steps for validation. Give it some, for example lengths(2000, 1000, 1000).");
        }
        return new SeriesTask(name + ", validation", origin, metric, source, warmup, train, 0, validation);
    }

    /** The name for titles: {@code NARMA-10}. */
    public String name() {
        return name;
    }

    /** Where the data is from, in one line. */
    public String origin() {
        return origin;
    }

    /** How its error is stated. */
    public Metric metric() {
        return metric;
    }

    /** The inputs of all steps, time x channels. */
    public double[][] inputs() {
        return series.inputs();
    }

    /** The outputs due at all steps, time x outputs. */
    public double[][] targets() {
        return series.targets();
    }

    /** The outputs due in the test. */
    public double[][] testTargets() {
        return Arrays.copyOfRange(targets(), testBegin(), testEnd());
    }

    /** The steps of the whole series. */
    public int length() {
        return series.inputs().length;
    }

    /** The values of an input. */
    public int channels() {
        return series.inputs()[0].length;
    }

    /** The values of an output. */
    public int outputs() {
        return series.targets()[0].length;
    }

    /** The first step that trains. */
    public int trainBegin() {
        return warmup;
    }

    /** One past the last step that trains. */
    public int trainEnd() {
        return warmup + train;
    }

    /** The first step that tests. */
    public int testBegin() {
        return warmup + train + validation;
    }

    /** One past the last step that tests. */
    public int testEnd() {
        return warmup + train + validation + test;
    }

    /** The first input and the first output over the first hundred steps after the warm-up. */
    public Plot plot() {
        int[] steps = IntStream.range(warmup, Math.min(length(), warmup + 100)).toArray();
        double[] xs = IntStream.of(steps).asDoubleStream().toArray();
        return Plot.line(Quantity.of("step"), xs, Quantity.of("value"),
                        IntStream.of(steps).mapToDouble(t -> inputs()[t][0]).toArray()).named("input")
                .series("target", xs, IntStream.of(steps).mapToDouble(t -> targets()[t][0]).toArray()).title(name);
    }

    /** What a notebook shows: the lengths, where it is from, and a piece of it. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).line(origin).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return name + ": " + warmup + " steps to warm up, " + train + " to train, " + validation + " for validation, "
                + test + " to test; " + metric;
    }

    private static Parameter steps(String key, int min, int standard, String meaning) {
        return new Parameter(key, Quantity.of("steps"), min, 10_000_000, standard, meaning);
    }
}
