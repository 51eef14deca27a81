package io.larmor.pbit;

import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Bars for the most frequent states, with what Boltzmann's law says beside them. */
final class StateBars {

    private static final int MOST = 16;
    private static final Quantity SHARE = Quantity.of("share of time", Unit.PERCENT);

    private StateBars() {
    }

    static Plot of(Problem problem, double[] shares, double[] exact) {
        double[] by = exact == null ? shares : exact;
        List<Integer> shown = IntStream.range(0, shares.length).boxed().filter(s -> shares[s] > 0 || by[s] > 0)
                .sorted(Comparator.comparingDouble(s -> -by[s])).limit(MOST).toList();
        var names = shown.stream().map(s -> problem.label(Boltzmann.state(s, problem.pbits()))).toList();
        var plot = Plot.bars(names, SHARE, shown.stream().mapToDouble(s -> 100 * shares[s]).toArray());
        if (exact != null) {
            plot = plot.named("p-bits").points("Boltzmann", IntStream.range(0, shown.size()).asDoubleStream().toArray(),
                    shown.stream().mapToDouble(s -> 100 * exact[s]).toArray());
        }
        int wide = Math.max(380, 90 + 46 * shown.size());
        return plot.title(problem.name()).size(Math.min(wide, 820), 320);
    }
}
