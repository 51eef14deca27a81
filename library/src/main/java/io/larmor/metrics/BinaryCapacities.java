package io.larmor.metrics;

import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The two tasks on random bits that spintronic reservoirs are often compared by (Tsunegi et al., Jpn. J. Appl. Phys. 57,
 * 120307, 2018; Furuta et al., Phys. Rev. Appl. 10, 034063, 2018): to recall the bit of k steps ago (short-term memory), and
 * the parity of the last k + 1 bits, which is not linear in any of them.
 *
 * @param memory the capacity to recall, at k = 0, 1, 2 ...
 * @param parity the capacity for the parity, at the same k
 */
public record BinaryCapacities(double[] memory, double[] parity) {

    static BinaryCapacities of(Stream stream, int delays) {
        int begin = stream.begin();
        double[] memory = stream.basis().capacities(delays,
                k -> Arrays.copyOfRange(stream.inputs(), begin - k, begin - k + stream.samples()));
        double[] parity = stream.basis().capacities(delays, k -> {
            double[] product = new double[stream.samples()];
            Arrays.fill(product, 1);
            for (int back = 0; back <= k; back++) {
                for (int t = 0; t < product.length; t++) {
                    product[t] *= stream.inputs()[begin + t - back];
                }
            }
            return product;
        });
        return new BinaryCapacities(memory, parity);
    }

    /** The short-term memory capacity, summed from k = 1. */
    public double shortTermMemory() {
        return Arrays.stream(memory).skip(1).sum();
    }

    /** The parity-check capacity, summed from k = 1. */
    public double parityCheck() {
        return Arrays.stream(parity).skip(1).sum();
    }

    /** Both against k. */
    public Plot plot() {
        double[] ks = IntStream.range(0, memory.length).asDoubleStream().toArray();
        return Plot.line(Quantity.of("delay k"), ks, Quantity.of("capacity"), memory).named("recall of a bit")
                .series("parity", ks, parity).yRange(0, 1.05).title("random bits");
    }
}
