package io.larmor.learn.product;

import io.larmor.core.KernelChoice;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Sums of products of all pairs of columns over many samples, Bᵀ B: where training a linear readout spends its time. The
 * kernels that add to it give the same bits, so that one may take over from another in the middle.
 */
public final class Products {

    /** Samples that are multiplied together: they stay in the cache, and the call is worth its while. */
    public static final int BLOCK = 576;

    /** Columns whose sums lie beside each other, so that a tile's are found and fetched in one go; a vector divides them. */
    static final int PANEL = 8;

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
        this.sums = sums(width);
    }

    /** Waits until the fast kernel has taken over, for measurements. */
    public static void awaitFastKernel() throws InterruptedException {
        CHOICE.settled();
    }

    /** Room for the sums: so many rows of a panel as any kernel's last tile on the diagonal reaches. */
    static double[][] sums(int width) {
        double[][] sums = new double[(width + 3 * PANEL - 1) / (3 * PANEL) * 3][];
        for (int p = 0; p < sums.length; p++) {
            sums[p] = new double[(p + 2) * PANEL * PANEL];
        }
        return sums;
    }

    /** The sum for row {@code i} and column {@code j}, from the diagonal on. */
    static double sum(double[][] sums, int i, int j) {
        return sums[j / PANEL][i * PANEL + j % PANEL];
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
    public void add(double[] left, int from, int leftWidth, double[] right, int samples) {
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
        return i <= j ? sum(sums, i, j) : sum(sums, j, i);
    }

    /** Adds ({@code sign} 1) or takes away (-1) other sums. */
    public void add(Products other, int sign) {
        for (int p = 0; p < sums.length; p++) {
            double[] own = sums[p];
            double[] theirs = other.sums[p];
            for (int at = 0; at < own.length; at++) {
                own[at] += sign * theirs[at];
            }
        }
    }

    /** What a kernel makes of a sample. */
    private static double[][] sample(ProductKernel kernel) {
        var random = new SplittableRandom(1);
        double[] left = new double[BLOCK * SAMPLE_LEFT];
        Arrays.setAll(left, i -> random.nextDouble() - 0.5);
        double[] right = new double[BLOCK * (SAMPLE_WIDTH - SAMPLE_LEFT)];
        Arrays.setAll(right, i -> random.nextDouble() - 0.5);
        double[][] sums = sums(SAMPLE_WIDTH);
        kernel.add(left, 0, SAMPLE_LEFT, right, BLOCK, SAMPLE_WIDTH, sums);
        return upper(sums, SAMPLE_WIDTH);
    }

    /** The rows of sums from the diagonal on. */
    static double[][] upper(double[][] sums, int width) {
        double[][] upper = new double[width][];
        for (int i = 0; i < width; i++) {
            upper[i] = new double[width - i];
            for (int j = i; j < width; j++) {
                upper[i][j - i] = sum(sums, i, j);
            }
        }
        return upper;
    }
}
