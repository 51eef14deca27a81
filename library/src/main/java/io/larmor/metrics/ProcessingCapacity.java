package io.larmor.metrics;

import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The information-processing capacity of Dambre et al., Sci. Rep. 2, 514 (2012): how well products of Legendre polynomials of
 * past inputs, which are all independent of one another, can be read from the states. Degree 1 is memory, higher degrees
 * are computation. All capacities together are at most the number of independent states, and reach it for a machine that
 * forgets and has no noise, if enough products are tried.
 *
 * @param terms the products with a capacity beyond chance, the largest first
 * @param tried how many products were tried
 * @param limit the number of linearly independent states
 */
public record ProcessingCapacity(List<Term> terms, int tried, int limit) {

    private static final int HIGHEST_DEGREE = 6;
    /** A degree is left when this many further delays brought nothing. */
    private static final int PATIENCE = 3;
    private static final int TRIES_PER_DEGREE = 1500;

    /**
     * One product.
     *
     * @param delays of each factor how many steps its input lies back, in rising order
     * @param degrees of each factor the degree of its Legendre polynomial
     * @param capacity 0 to 1
     */
    public record Term(int[] delays, int[] degrees, double capacity) {

        /** The sum of the degrees. */
        public int degree() {
            return Arrays.stream(degrees).sum();
        }

        @Override
        public String toString() {
            return IntStream.range(0, delays.length)
                    .mapToObj(i -> "P" + degrees[i] + "(t" + (delays[i] == 0 ? "" : "-" + delays[i]) + ")")
                    .collect(Collectors.joining(" "));
        }
    }

    public ProcessingCapacity {
        terms = List.copyOf(terms);
    }

    static ProcessingCapacity of(Stream stream, int longestDelay) {
        double[][] legendre = legendre(stream.inputs());
        var found = new ArrayList<Term>();
        int tried = 0;
        for (int degree = 1; degree <= HIGHEST_DEGREE; degree++) {
            int inDegree = 0;
            int fruitless = 0;
            for (int last = 0; last <= longestDelay && fruitless < PATIENCE; last++) {
                var shell = shell(degree, last);
                inDegree += shell.size();
                if (inDegree > TRIES_PER_DEGREE) {
                    break;
                }
                double[] capacities = stream.basis().capacities(shell.size(), i -> product(shell.get(i), legendre, stream));
                tried += shell.size();
                int before = found.size();
                for (int i = 0; i < capacities.length; i++) {
                    if (capacities[i] > 0) {
                        found.add(term(shell.get(i), capacities[i]));
                    }
                }
                // Memory may set in late, as it does where the input takes its time; products come with their factors.
                fruitless = found.size() > before || degree == 1 && last < longestDelay / 2 ? 0 : fruitless + 1;
            }
        }
        found.sort(Comparator.comparingDouble(Term::capacity).reversed());
        return new ProcessingCapacity(found, tried, stream.basis().rank());
    }

    /** All products of a degree whose oldest factor lies {@code last} steps back: for each delay its degree. */
    private static List<int[]> shell(int degree, int last) {
        var all = new ArrayList<int[]>();
        int[] degrees = new int[last + 1];
        for (int oldest = degree; oldest >= 1; oldest--) {
            degrees[last] = oldest;
            fill(degrees, last - 1, degree - oldest, all);
        }
        return all;
    }

    private static void fill(int[] degrees, int delay, int left, List<int[]> all) {
        if (left == 0) {
            all.add(degrees.clone());
        } else if (delay >= 0) {
            for (int own = 0; own <= left; own++) {
                degrees[delay] = own;
                fill(degrees, delay - 1, left - own, all);
            }
            degrees[delay] = 0;
        }
    }

    private static double[] product(int[] degrees, double[][] legendre, Stream stream) {
        double[] product = new double[stream.samples()];
        Arrays.fill(product, 1);
        for (int delay = 0; delay < degrees.length; delay++) {
            if (degrees[delay] > 0) {
                double[] factor = legendre[degrees[delay]];
                int at = stream.begin() - delay;
                for (int t = 0; t < product.length; t++) {
                    product[t] *= factor[at + t];
                }
            }
        }
        return product;
    }

    /** The Legendre polynomials of all inputs, degree by degree, by their recurrence. */
    private static double[][] legendre(double[] inputs) {
        double[][] p = new double[HIGHEST_DEGREE + 1][inputs.length];
        for (int t = 0; t < inputs.length; t++) {
            p[0][t] = 1;
            p[1][t] = inputs[t];
            for (int n = 1; n < HIGHEST_DEGREE; n++) {
                p[n + 1][t] = ((2 * n + 1) * inputs[t] * p[n][t] - n * p[n - 1][t]) / (n + 1);
            }
        }
        return p;
    }

    private static Term term(int[] degrees, double capacity) {
        int[] delays = IntStream.range(0, degrees.length).filter(i -> degrees[i] > 0).toArray();
        return new Term(delays, Arrays.stream(delays).map(i -> degrees[i]).toArray(), capacity);
    }

    /** The capacity of all products of a degree. */
    public double degree(int degree) {
        return terms.stream().filter(term -> term.degree() == degree).mapToDouble(Term::capacity).sum();
    }

    /** The capacity of all products. */
    public double total() {
        return terms.stream().mapToDouble(Term::capacity).sum();
    }

    /** The capacity of each degree, as bars. */
    public Plot plot() {
        int[] degrees = IntStream.rangeClosed(1, HIGHEST_DEGREE).toArray();
        return Plot.bars(Arrays.stream(degrees).mapToObj(d -> "degree " + d).toList(), Quantity.of("capacity"),
                Arrays.stream(degrees).mapToDouble(this::degree).toArray()).title("information processing");
    }
}
