package io.larmor.metrics;

import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many past inputs can be read from the states, after Jaeger, GMD Report 152 (2001): for each delay the squared
 * correlation of the best linear readout with the input of that many steps ago, Σ corr²(u(t-k), y_k(t)).
 *
 * @param byDelay the capacity at delays 0, 1, 2 ...; what chance would give as well is 0
 */
public record MemoryCapacity(double[] byDelay) {

    static MemoryCapacity of(Stream stream, int delays) {
        int begin = stream.begin();
        return new MemoryCapacity(stream.basis().capacities(delays,
                k -> Arrays.copyOfRange(stream.inputs(), begin - k, begin - k + stream.samples())));
    }

    /** The sum over all delays, at most the number of states. */
    public double total() {
        return Arrays.stream(byDelay).sum();
    }

    /** The capacity against the delay. */
    public Plot plot() {
        int last = byDelay.length - 1;
        while (last > 20 && byDelay[last] == 0) {
            last--;
        }
        int n = Math.min(byDelay.length, last + 5);
        return Plot.line(Quantity.of("delay k"), IntStream.range(0, n).asDoubleStream().toArray(),
                Quantity.of("capacity"), Arrays.copyOf(byDelay, n)).yRange(0, 1.05).title("memory of past inputs");
    }
}
