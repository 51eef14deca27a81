package io.larmor.learn;

import io.larmor.core.KernelChoice;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Sums of products of all pairs of columns over many samples, Bᵀ B: where training a linear readout spends its time. The
 * kernels that add to it give the same bits, so that one may take over from another in the middle.
 */
public final class Products {

    /** Samples that are multiplied together: they stay in the cache, and the call is worth its while. */
    public static final int BLOCK = 256;

    /** Below this many products in all, warming the fast kernel costs more than it brings. */
    private static final double WORTH_WARMING = 5e8;
    private static final int SAMPLE_WIDTH = 144;

    static final KernelChoice<ProductKernel> CHOICE = new KernelChoice<>("products of columns", ProductKernel.class,
            new PlainProducts(), Products.class.getPackageName() + ".LaneProducts", Products::sample, WORTH_WARMING);

    private final int width;
    private final double[][] sums;

    /** Sums for samples of some width, all zero. */
    public Products(int width) {
        this.width = width;
        // Padded, so that no kernel needs an end of its own.
        int padded = padded(width);
        this.sums = new double[padded][padded];
    }

    /** Waits until the fast kernel has taken over, for measurements. */
    public static void awaitFastKernel() throws InterruptedException {
        CHOICE.settled();
    }

    /** A width rounded up to what every kernel divides. */
    static int padded(int width) {
        return (width + 47) / 48 * 48;
    }

    /** The columns. */
    public int width() {
        return width;
    }

    /**
     * Adds the products of some samples.
     *
     * @param block one array of {@code width} values a sample, at most {@link #BLOCK}
     * @param samples how many of them count
     */
    public void add(double[][] block, int samples) {
        CHOICE.current((long) width * width / 2 * samples).add(block, samples, width, sums);
    }

    /** Adds the products of any number of samples. */
    public void addAll(double[][] rows) {
        double[][] block = new double[BLOCK][];
        for (int from = 0; from < rows.length; from += BLOCK) {
            int count = Math.min(BLOCK, rows.length - from);
            System.arraycopy(rows, from, block, 0, count);
            add(block, count);
        }
    }

    /** The sum of the products of two columns. */
    public double get(int i, int j) {
        return i <= j ? sums[i][j] : sums[j][i];
    }

    /** Adds ({@code sign} 1) or takes away (-1) other sums. */
    void add(Products other, int sign) {
        for (int i = 0; i < width; i++) {
            double[] own = sums[i];
            double[] theirs = other.sums[i];
            for (int j = i; j < width; j++) {
                own[j] += sign * theirs[j];
            }
        }
    }

    /** What a kernel makes of a sample; below the diagonal it may leave anything. */
    private static double[][] sample(ProductKernel kernel) {
        var random = new SplittableRandom(1);
        double[][] block = new double[BLOCK][SAMPLE_WIDTH];
        Arrays.stream(block).forEach(row -> Arrays.setAll(row, i -> random.nextDouble() - 0.5));
        double[][] sums = new double[SAMPLE_WIDTH][SAMPLE_WIDTH];
        kernel.add(block, BLOCK, SAMPLE_WIDTH, sums);
        for (int i = 0; i < SAMPLE_WIDTH; i++) {
            Arrays.fill(sums[i], 0, i, 0);
        }
        return sums;
    }
}
