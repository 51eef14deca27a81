package io.larmor.metrics;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.core.States;
import io.larmor.learn.product.Products;
import io.larmor.machine.StateMachine;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well the machine separates and how well it generalizes, after Legenstein and Maass, Neural Netw. 20, 323 (2007): the
 * rank of its last states over as many random inputs as there are states, and over inputs that agree in their last steps and
 * differ only before. Large kernel rank and small generalization rank are good. Singular values under a millionth of the
 * largest count as zero.
 *
 * @param kernel the singular values for inputs that differ throughout, relative to the largest
 * @param generalization those for inputs whose last steps are equal
 */
public record Ranks(double[] kernel, double[] generalization) {

    /** The steps that differ. */
    static final int DIFFERENT = 30;
    /** The steps that are equal afterwards, for the generalization. */
    static final int EQUAL = 20;
    private static final int MOST_INPUTS = 500;

    static Ranks of(StateMachine machine, int width, Seed seed) {
        int count = Math.min(MOST_INPUTS, width);
        Philox random = seed.child("ranks").generator();
        double[] common = uniform(random, EQUAL);
        var different = new ArrayList<double[][]>();
        var rejoined = new ArrayList<double[][]>();
        for (int i = 0; i < count; i++) {
            double[] history = uniform(random, DIFFERENT);
            different.add(Stream.frames(history));
            double[] longer = Arrays.copyOf(history, DIFFERENT + EQUAL);
            System.arraycopy(common, 0, longer, DIFFERENT, EQUAL);
            rejoined.add(Stream.frames(longer));
        }
        return new Ranks(spectrum(machine.respond(different, different, seed)),
                spectrum(machine.respond(rejoined, different, seed)));
    }

    private static double[] uniform(Philox random, int count) {
        return IntStream.range(0, count).mapToDouble(i -> 2 * random.nextDouble() - 1).toArray();
    }

    /** The singular values of the last states of all sequences, relative to the largest. */
    private static double[] spectrum(States states) {
        int width = states.width();
        double[][] last = new double[states.size()][];
        for (int i = 0; i < last.length; i++) {
            last[i] = states.frame(i, states.frames(i) - 1);
        }
        var products = new Products(width);
        products.addAll(last);
        double[] values = new PivotedCholesky(products, StateBasis.TOLERANCE / 100).eigenvalues();
        double[] relative = new double[Math.min(width, states.size())];
        for (int i = 0; i < Math.min(relative.length, values.length); i++) {
            relative[i] = Math.sqrt(Math.max(0, values[i]) / values[0]);
        }
        return relative;
    }

    /** The number of inputs that the states keep apart. */
    public int kernelRank() {
        return rank(kernel);
    }

    /** The number of different pasts that still show in the states after 20 equal steps. */
    public int generalizationRank() {
        return rank(generalization);
    }

    private static int rank(double[] values) {
        return (int) Arrays.stream(values).filter(v -> v > StateBasis.TOLERANCE).count();
    }

    /** The singular values of both. */
    public Plot plot() {
        double[] index = IntStream.rangeClosed(1, kernel.length).asDoubleStream().toArray();
        return Plot.line(Quantity.of("index"), index, Quantity.of("relative singular value"), shown(kernel)).named("kernel")
                .series("generalization", index, shown(generalization)).logY().yRange(1e-9, 2)
                .horizontal(StateBasis.TOLERANCE, "counts as zero").title("ranks");
    }

    private static double[] shown(double[] values) {
        return Arrays.stream(values).map(v -> v > 1e-9 ? v : Double.NaN).toArray();
    }
}
