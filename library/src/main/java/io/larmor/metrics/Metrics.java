package io.larmor.metrics;

import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.core.SeriesScore;
import io.larmor.machine.StateMachine;
import io.larmor.plot.Page;
import io.larmor.plot.Picture;
import io.larmor.plot.Plots;
import io.larmor.task.MackeyGlass;
import io.larmor.task.Narma;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a machine can do, whatever it is made of: its card of reservoir metrics.
 *
 * @param machine the machine's name
 * @param states the number of its states
 * @param samples the random inputs that the capacities were measured with
 * @param memory the linear memory capacity
 * @param bits memory and parity of random bits
 * @param processing the information-processing capacity
 * @param ranks kernel and generalization rank
 * @param echo whether it forgets
 * @param narma NARMA-10, with the machine's own readout
 * @param mackeyGlass Mackey–Glass, one step ahead
 */
public record Metrics(String machine, int states, int samples, MemoryCapacity memory, BinaryCapacities bits,
        ProcessingCapacity processing, Ranks ranks, EchoCheck echo, SeriesScore narma, SeriesScore mackeyGlass) {

    /** How many random inputs the capacities are measured with. */
    public static final Parameter SAMPLES = new Parameter("samples", Quantity.of("samples"), 500, 10_000_000, Double.NaN,
            "the number of random inputs that capacities are measured with");

    private static final int LEAST = 10_000;
    private static final int MOST = 20_000;
    private static final int A_STATE = 40;
    private static final int LONGEST_DELAY = 400;
    private static final int BITS_BACK = 20;

    /** The metrics from 40 random inputs a state, at least 10 000 and at most 20 000. */
    public static Metrics of(StateMachine machine) {
        return measure(machine, 0);
    }

    /**
     * The metrics from some number of random inputs.
     *
     * @param samples at least 500 and more than there are states
     */
    public static Metrics of(StateMachine machine, int samples) {
        return measure(machine, SAMPLES.check("metrics", samples));
    }

    private static Metrics measure(StateMachine machine, int wanted) {
        Seed seed = Seed.root().child("metrics");
        var probe = List.<double[][]>of(new double[][] {{-1}, {1}});
        int width = machine.respond(probe, probe, seed).width();
        int samples = wanted > 0 ? wanted : Math.max(LEAST, Math.min(MOST, A_STATE * width));
        if (samples <= width) {
            throw new IllegalArgumentException("metrics(" + machine.name() + ", samples = " + samples + "): with " + width
                    + " states that many samples could be fitted by chance. Use more, for example " + A_STATE * width + ".");
        }
        int delays = Math.min(LONGEST_DELAY, Math.min(2 * width, samples / 4)) + 1;
        int warmup = Math.max(200, delays);
        try (var progress = Progress.of("metrics of " + machine.name(), 9)) {
            var uniform = stepped(progress, () -> Stream.uniform(machine, warmup, samples, seed));
            var binary = stepped(progress, () -> Stream.binary(machine, warmup, samples, seed));
            return new Metrics(machine.name(), width, samples,
                    stepped(progress, () -> MemoryCapacity.of(uniform, delays)),
                    stepped(progress, () -> BinaryCapacities.of(binary, BITS_BACK + 1)),
                    stepped(progress, () -> ProcessingCapacity.of(uniform, delays - 1)),
                    stepped(progress, () -> Ranks.of(machine, width, seed)),
                    stepped(progress, () -> EchoCheck.of(machine, seed)),
                    stepped(progress, () -> machine.score(Narma.task(10))),
                    stepped(progress, () -> machine.score(MackeyGlass.task(1))));
        }
    }

    private static <T> T stepped(Progress progress, Supplier<T> work) {
        T result = work.get();
        progress.step();
        return result;
    }

    /** The numbers, one a row, with what they mean. */
    public Table table() {
        var name = StringColumn.create("metric");
        var value = StringColumn.create("value");
        var meaning = StringColumn.create("meaning");
        row(name, value, meaning, "linear memory capacity", two(memory.total()), "past inputs that can be recalled, of at most "
                + states);
        row(name, value, meaning, "short-term memory of bits", two(bits.shortTermMemory()), "the same for random bits, k = 1 .. "
                + BITS_BACK);
        row(name, value, meaning, "parity capacity of bits", two(bits.parityCheck()), "nonlinear: parity of the last k + 1 bits");
        row(name, value, meaning, "information-processing capacity", two(processing.total()), "all degrees, of at most "
                + processing.limit() + " independent states");
        row(name, value, meaning, "of it nonlinear", two(processing.total() - processing.degree(1)), "degree 2 and higher");
        row(name, value, meaning, "kernel rank", Integer.toString(ranks.kernelRank()), "inputs kept apart, of "
                + ranks.kernel().length + "; large is good");
        row(name, value, meaning, "generalization rank", Integer.toString(ranks.generalizationRank()),
                "pasts that show after " + Ranks.EQUAL + " equal inputs; small is good");
        row(name, value, meaning, "echo-state check", echo.forgets() ? "forgets" : "does not forget", "Lyapunov exponent "
                + two(echo.exponent()) + " a step");
        row(name, value, meaning, "NARMA-10", Unit.digits(narma.error()), "NRMSE of the test");
        row(name, value, meaning, "Mackey–Glass", Unit.digits(mackeyGlass.error()), "NRMSE, 1 step ahead");
        return Table.create(machine, name, value, meaning);
    }

    private static void row(StringColumn name, StringColumn value, StringColumn meaning, String a, String b, String c) {
        name.append(a);
        value.append(b);
        meaning.append(c);
    }

    private static String two(double value) {
        return Double.isInfinite(value) ? (value < 0 ? "−∞" : "∞") : String.format(Locale.ROOT, "%.2f", value);
    }

    /** The curves behind the numbers. */
    public List<Picture> pictures() {
        return List.of(Plots.row(memory.plot().size(400, 270), processing.plot().size(400, 270)),
                Plots.row(bits.plot().size(400, 270), ranks.plot().size(400, 270)),
                Plots.row(echo.plot().size(400, 270), narma.scatter().size(400, 270)));
    }

    /** What a notebook shows: the card. */
    public Map<String, Object> mimeBundle() {
        var page = Page.of(toString()).table(table());
        for (var picture : pictures()) {
            page = page.picture(picture);
        }
        return page.mimeBundle();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: memory %.1f, processing %.1f of %d, kernel rank %d, generalization rank %d, "
                + "NARMA-10 NRMSE %s", machine, memory.total(), processing.total(), processing.limit(), ranks.kernelRank(),
                ranks.generalizationRank(), Unit.digits(narma.error()));
    }
}
