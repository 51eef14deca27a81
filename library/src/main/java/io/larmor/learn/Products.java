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
    public static final int BLOCK = 384;

    /** Below this many products in all, warming the fast kernel costs more than it brings. */
    private static final double WORTH_WARMING = 5e8;
    private static final int SAMPLE_WIDTH = 141;
    private static final int SAMPLE_LEFT = 137;

    private static final double[] NONE = {};

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
     * Adds the products of some samples, whose first columns lie in one array and whose other ones in another.
     *
     * @param left the first columns, sample after sample from {@code from} on
     * @param leftWidth how many columns these are
     * @param right the other columns, sample after sample from its start on
     * @param samples at most {@link #BLOCK}
     */
    void add(double[] left, int from, int leftWidth, double[] right, int samples) {
        CHOICE.current((long) width * width / 2 * samples).add(left, from, leftWidth, right, samples, width, sums);
    }

    /** Adds the products of any number of samples, each an array of {@code width} values. */
    public void addAll(double[][] rows) {
        double[] block = new double[Math.min(BLOCK, rows.length) * width];
        for (int from = 0; from < rows.length; from += BLOCK) {
            int count = Math.min(BLOCK, rows.length - from);
            for (int k = 0; k < count; k++) {
                System.arraycopy(rows[from + k], 0, block, k * width, width);
            }
            add(block, 0, width, NONE, count);
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
        double[] left = new double[BLOCK * SAMPLE_LEFT];
        Arrays.setAll(left, i -> random.nextDouble() - 0.5);
        double[] right = new double[BLOCK * (SAMPLE_WIDTH - SAMPLE_LEFT)];
        Arrays.setAll(right, i -> random.nextDouble() - 0.5);
        int padded = padded(SAMPLE_WIDTH);
        double[][] sums = new double[padded][padded];
        kernel.add(left, 0, SAMPLE_LEFT, right, BLOCK, SAMPLE_WIDTH, sums);
        for (int i = 0; i < padded; i++) {
            Arrays.fill(sums[i], 0, i < SAMPLE_WIDTH ? i : padded, 0);
            Arrays.fill(sums[i], SAMPLE_WIDTH, padded, 0);
        }
        return sums;
    }
}
