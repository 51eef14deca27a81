package io.larmor.physics.oscillator;

import io.larmor.core.Philox;
import java.util.Arrays;

/** Few nodes act on each one: rows of (source, strength), in the compressed form. */
public final class SparseCoupling implements Coupling {

    /** The sources of node i are at {@code begin[i]} up to, without, {@code begin[i + 1]}. */
    private final int[] begin;
    private final int[] source;
    private final double[] strength;

    private SparseCoupling(int[] begin, int[] source, double[] strength) {
        this.begin = begin;
        this.source = source;
        this.strength = strength;
    }

    /**
     * A coupling by its non-zero entries.
     *
     * @param sources for each node the nodes that act on it
     * @param strengths in the same order, how strongly
     */
    public static SparseCoupling of(int[][] sources, double[][] strengths) {
        int n = sources.length;
        int[] begin = new int[n + 1];
        for (int i = 0; i < n; i++) {
            if (strengths[i].length != sources[i].length) {
                throw new IllegalArgumentException("coupling: node " + i + " has " + sources[i].length + " sources and "
                        + strengths[i].length + " strengths");
            }
            begin[i + 1] = begin[i] + sources[i].length;
        }
        int[] source = new int[begin[n]];
        double[] strength = new double[begin[n]];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < sources[i].length; k++) {
                if (sources[i][k] < 0 || sources[i][k] >= n || !Double.isFinite(strengths[i][k])) {
                    throw new IllegalArgumentException("coupling: node " + i + " has the source " + sources[i][k]
                            + " of strength " + strengths[i][k] + "; sources are 0 .. " + (n - 1));
                }
                source[begin[i] + k] = sources[i][k];
                strength[begin[i] + k] = strengths[i][k];
            }
        }
        return new SparseCoupling(begin, source, strength);
    }

    /** Each node listens to some others, drawn without repetition, with strengths uniform in -1 .. 1. */
    public static SparseCoupling random(int size, int sources, Philox random) {
        int[] begin = new int[size + 1];
        int[] source = new int[size * sources];
        double[] strength = new double[size * sources];
        int[] nodes = new int[size];
        Arrays.setAll(nodes, i -> i);
        for (int i = 0; i < size; i++) {
            begin[i + 1] = (i + 1) * sources;
            for (int k = 0; k < sources; k++) {
                int other = k + random.nextInt(size - k);
                int drawn = nodes[other];
                nodes[other] = nodes[k];
                nodes[k] = drawn;
                source[i * sources + k] = drawn;
                strength[i * sources + k] = 2 * random.nextDouble() - 1;
            }
            // In rising order the reads run forward through memory.
            Arrays.sort(source, i * sources, (i + 1) * sources);
        }
        return new SparseCoupling(begin, source, strength);
    }

    @Override
    public int size() {
        return begin.length - 1;
    }

    @Override
    public void multiply(double[] x, double[] into) {
        for (int i = 0; i < size(); i++) {
            into[i] = row(begin[i], begin[i + 1], x);
        }
    }

    /** Four sums that do not wait for one another. */
    private double row(int from, int to, double[] x) {
        double a = 0, b = 0, c = 0, d = 0;
        int k = from;
        for (; k + 4 <= to; k += 4) {
            a += strength[k] * x[source[k]];
            b += strength[k + 1] * x[source[k + 1]];
            c += strength[k + 2] * x[source[k + 2]];
            d += strength[k + 3] * x[source[k + 3]];
        }
        for (; k < to; k++) {
            a += strength[k] * x[source[k]];
        }
        return (a + b) + (c + d);
    }

    @Override
    public void multiply(double[] x, double[] into, double[] y, double[] intoY) {
        multiply(x, into);
        multiply(y, intoY);
    }

    @Override
    public SparseCoupling times(double factor) {
        return new SparseCoupling(begin, source, Arrays.stream(strength).map(w -> w * factor).toArray());
    }
}
