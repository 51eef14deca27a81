package io.larmor.physics.oscillator;

import io.larmor.core.KernelChoice;
import io.larmor.core.Philox;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Every node acts on every other one. The matrix is held in strips of {@link CouplingKernel#ROWS} rows, each an array that is
 * read straight on, column after column: a large matrix is as fast as the cache that holds it. A sum adds its products in the
 * order of the columns by fused multiply-adds, so that it is the same bits with the Vector API and without.
 */
public final class DenseCoupling implements Coupling {

    private static final int ROWS = CouplingKernel.ROWS;
    /** Below this many products in all, warming the fast kernel costs more than it brings. */
    private static final double WORTH_WARMING = 2e8;

    static final KernelChoice<CouplingKernel> CHOICE = new KernelChoice<>("dense coupling", CouplingKernel.class,
            new PlainCoupling(), DenseCoupling.class.getPackageName() + ".LaneCoupling", DenseCoupling::sample, WORTH_WARMING);

    private final int size;
    private final double[][] strips;

    private DenseCoupling(int size, double[][] strips) {
        this.size = size;
        this.strips = strips;
    }

    /** Waits until the fast kernel has taken over, for measurements. */
    public static void awaitFastKernel() throws InterruptedException {
        CHOICE.settled();
    }

    /**
     * A coupling by its matrix.
     *
     * @param rows {@code rows[i][j]} is how strongly node j acts on node i
     */
    public static DenseCoupling of(double[][] rows) {
        int n = rows.length;
        double[][] strips = strips(n);
        for (int i = 0; i < n; i++) {
            if (rows[i].length != n) {
                throw new IllegalArgumentException("coupling: row " + i + " has " + rows[i].length
                        + " entries for " + n + " nodes; the matrix must be square");
            }
            for (int j = 0; j < n; j++) {
                if (!Double.isFinite(rows[i][j])) {
                    throw new IllegalArgumentException("coupling: the strength from " + j + " to " + i + " is " + rows[i][j]
                            + "; it must be finite");
                }
                strips[i / ROWS][j * ROWS + i % ROWS] = rows[i][j];
            }
        }
        return new DenseCoupling(n, strips);
    }

    /** All nodes act on all others with the same strength, and not on themselves. */
    public static DenseCoupling uniform(int size, double strength) {
        double[][] strips = strips(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                strips[i / ROWS][j * ROWS + i % ROWS] = i == j ? 0 : strength;
            }
        }
        return new DenseCoupling(size, strips);
    }

    /** Strips of zeros; the last one is filled up with rows of none. */
    private static double[][] strips(int size) {
        if ((long) size * ROWS > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("coupling: " + size + " nodes that all act on each other are more than "
                    + (Integer.MAX_VALUE - 8) / ROWS + ", the most there can be; couple them sparsely");
        }
        return new double[(size + ROWS - 1) / ROWS][size * ROWS];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void multiply(double[] x, double[] into) {
        CouplingKernel kernel = CHOICE.current((long) size * size);
        for (int s = 0; s < strips.length; s++) {
            kernel.multiply(strips[s], x, size, into, s * ROWS);
        }
    }

    @Override
    public void multiply(double[] x, double[] into, double[] y, double[] intoY) {
        CouplingKernel kernel = CHOICE.current(2L * size * size);
        for (int s = 0; s < strips.length; s++) {
            kernel.multiply(strips[s], x, y, size, into, intoY, s * ROWS);
        }
    }

    @Override
    public DenseCoupling times(double factor) {
        return new DenseCoupling(size, Arrays.stream(strips).map(s -> Arrays.stream(s).map(w -> w * factor).toArray())
                .toArray(double[][]::new));
    }

    /** A strip and a part of one, each times one vector and times two. */
    private static double[][] sample(CouplingKernel kernel) {
        int nodes = 2 * ROWS - 3;
        var random = new Philox(1);
        double[] strip = DoubleStream.generate(random::nextGaussian).limit((long) nodes * ROWS).toArray();
        double[] x = Arrays.copyOf(strip, nodes);
        double[] y = Arrays.copyOfRange(strip, nodes, 2 * nodes);
        double[][] sums = new double[3][nodes];
        for (int at = 0; at < nodes; at += ROWS) {
            kernel.multiply(strip, x, nodes, sums[0], at);
            kernel.multiply(strip, y, x, nodes, sums[1], sums[2], at);
        }
        return sums;
    }
}
